//! The way through the form: five pages, their errors, and where each leads. All of it follows from the
//! answers alone.

use filling::{Answers, KEPT, Place, child_of, of_child};
use formats::Context;
use formats::form::professional::{self, questions as own};
use formats::form::questions::{self as ask, MOST_CHILDREN, Question};
use jiff::civil::Date;
use referral::{FieldError, GivenPostcode, Referral, Referrer};

use crate::app::HOME;
use crate::draft::Form;

/// The address of the page with all answers.
pub(crate) const CHECK: &str = "/refer/professional/check";

/// A page of the form.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// The page's name in its address.
    pub(crate) slug: &'static str,
    /// The page's heading.
    pub(crate) title: &'static str,
    /// The questions of the page; the children's come before them on the page of children.
    pub(crate) questions: &'static [Question],
}

/// The pages, in their order.
pub(crate) const STEPS: &[Step] = &[
    Step { slug: CHILDREN, title: "The children", questions: &[ask::CHILDREN_NOT_KNOWN] },
    Step {
        slug: "home",
        title: "Where they live",
        questions: &[
            ask::WHERE,
            ask::POSTCODE,
            ask::ADDRESS_LINE_1,
            ask::ADDRESS_LINE_2,
            ask::TOWN,
            ask::COUNCIL,
            ask::LANGUAGE,
            ask::INTERPRETER,
        ],
    },
    Step {
        slug: "adults",
        title: "The adults",
        questions: &[
            ask::GIVEN_NAME,
            ask::FAMILY_NAME,
            ask::RELATIONSHIP,
            ask::PHONE,
            ask::EMAIL,
            ask::SAFE_TO,
            ask::BEST_TIMES,
            own::OTHER_GIVEN_NAME,
            own::OTHER_FAMILY_NAME,
            own::OTHER_RELATIONSHIP,
            own::OTHER_PHONE,
            own::OTHER_EMAIL,
            own::OTHER_SAFE_TO,
            ask::MUST_NOT_KNOW,
        ],
    },
    Step {
        slug: "help",
        title: "The help that is needed",
        questions: &[
            ask::SOMEONE_MAY_BE_HURT,
            ask::NEEDS,
            ask::WHAT_IS_HAPPENING,
            own::URGENCY,
            own::LEVEL_OF_NEED,
            ask::ALREADY_TRIED,
            ask::WHO_ELSE_HELPS,
            ask::WHAT_WOULD_HELP,
        ],
    },
    Step {
        slug: "agreement",
        title: "What the family says",
        questions: &[own::AGREEMENT, own::AGREEMENT_BY, own::AGREEMENT_ON, own::AGREEMENT_REASON],
    },
];

/// The name of the page of children.
const CHILDREN: &str = "children";

impl Step {
    /// The page of a name.
    pub(crate) fn named(slug: &str) -> Option<&'static Self> {
        STEPS.iter().find(|step| step.slug == slug)
    }

    /// The address of the page.
    pub(crate) fn address(&self) -> String {
        format!("{HOME}/form/{}", self.slug)
    }

    /// Whether the page asks about the children.
    pub(crate) fn is_of_children(&self) -> bool {
        self.slug == CHILDREN
    }

    /// Whether the page asks where the family lives.
    pub(crate) fn is_of_home(&self) -> bool {
        self.slug == "home"
    }

    /// The fields of the page.
    pub(crate) fn fields(&self) -> Vec<String> {
        let mut fields = Vec::new();
        if self.is_of_children() {
            fields.extend((1..=MOST_CHILDREN).flat_map(of_child));
        }
        fields.extend(self.questions.iter().map(|question| question.name.to_owned()));
        if self.is_of_home() {
            fields.push(KEPT.to_owned());
        }
        fields
    }
}

/// A form on its way, as its answers were read on a day.
pub(crate) struct Journey<'a> {
    form: &'a Form,
    read: Option<Referral>,
    errors: Vec<FieldError>,
    postcode: Option<GivenPostcode>,
}

impl<'a> Journey<'a> {
    /// Reads the answers of a form that this referrer fills in.
    pub(crate) fn of(form: &'a Form, referrer: &Referrer, place: &Place<'_>, today: Date) -> Self {
        let exists = |postcode| place.has(postcode);
        let context = Context { today, exists: &exists };
        let read = professional::read(form.answers.pairs(), referrer, context);
        let mut errors = read.as_ref().err().cloned().unwrap_or_default();
        if !form.answers.ticked(ask::SOMEONE_MAY_BE_HURT.name) {
            for error in nowhere(&form.answers).into_iter().chain(place.question(&form.answers)) {
                if !errors.iter().any(|known| known.path == error.path) {
                    errors.push(error);
                }
            }
        }
        Self { form, read: read.ok(), errors, postcode: place.postcode(&form.answers) }
    }

    /// The referral, if nothing stands in its way.
    pub(crate) fn referral(&self) -> Option<&Referral> {
        self.read.as_ref().filter(|_| self.errors.is_empty())
    }

    /// The answers of the form.
    pub(crate) fn answers(&self) -> &'a Answers {
        &self.form.answers
    }

    /// The postcode as it is read, if it can be.
    pub(crate) fn postcode(&self) -> Option<GivenPostcode> {
        self.postcode
    }

    /// The errors of a page that are shown: those of one that was sent.
    pub(crate) fn shown_errors(&self, step: &Step) -> Vec<FieldError> {
        if self.form.tried.contains(step.slug) { self.errors_of(step) } else { Vec::new() }
    }

    /// The errors of a page, in its order.
    fn errors_of(&self, step: &Step) -> Vec<FieldError> {
        let fields = step.fields();
        let is_here = |error: &&FieldError| match child_of(&error.path) {
            Some(_) => step.is_of_children(),
            None => fields.contains(&error.path),
        };
        let mut errors: Vec<_> = self.errors.iter().filter(is_here).cloned().collect();
        errors.sort_by_key(|error| fields.iter().position(|field| *field == error.path));
        errors
    }

    /// The address at which to go on: the first page that was not sent yet or that has an error, else
    /// the page with all answers. A concern waits for no page.
    pub(crate) fn resume(&self) -> String {
        let is_concern = self.form.answers.ticked(ask::SOMEONE_MAY_BE_HURT.name);
        let is_open = |step: &&Step| {
            let waits = !self.form.tried.contains(step.slug) && !is_concern;
            waits || !self.errors_of(step).is_empty()
        };
        STEPS.iter().find(is_open).map_or_else(|| CHECK.to_owned(), Step::address)
    }

    /// The address of the page before one.
    pub(crate) fn before(&self, step: &Step) -> String {
        if self.form.returning {
            return CHECK.to_owned();
        }
        let at = STEPS.iter().position(|other| other == step).unwrap_or_default();
        match at.checked_sub(1).and_then(|at| STEPS.get(at)) {
            Some(earlier) => earlier.address(),
            None => HOME.to_owned(),
        }
    }

    /// The address of the page after one that was sent: itself, while it has an error.
    pub(crate) fn after(&self, step: &Step) -> String {
        if !self.errors_of(step).is_empty() {
            return step.address();
        }
        if self.form.returning {
            return self.resume();
        }
        let mut later = STEPS.iter().skip_while(|other| *other != step).skip(1);
        later.next().map_or_else(|| CHECK.to_owned(), Step::address)
    }
}

/// The error of a home of which neither postcode nor council is known.
fn nowhere(answers: &Answers) -> Option<FieldError> {
    let lives_somewhere = matches!(answers.value(ask::WHERE.name), "" | ask::WHERE_ADDRESS);
    let is_blank = |question: &Question| answers.value(question.name).trim().is_empty();
    (lives_somewhere && is_blank(&ask::POSTCODE) && is_blank(&ask::COUNCIL)).then(|| FieldError {
        path: ask::POSTCODE.name.to_owned(),
        code: "required",
        message: String::new(),
    })
}

#[cfg(test)]
mod tests;
