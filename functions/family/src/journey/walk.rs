//! A form on its way: its pages, their errors, and where each of them leads.

use formats::Context;
use formats::form::{self, questions as ask};
use jiff::civil::Date;
use referral::{FieldError, GivenPostcode, Referral};

use super::checks;
use super::steps::{Asks, CHILDREN, Step};
use crate::draft::{Form, Way};
use filling::Place;
use filling::{Answers, CHILD, child_of};

/// The address of the page with all answers.
pub(crate) const CHECK: &str = "/check";
/// The address of the first page.
const START: &str = "/";
/// The name of the page that asks for the address.
const ADDRESS: &str = "address";

/// A form on its way, as its answers were read on a day.
pub(crate) struct Journey<'a> {
    form: &'a Form,
    read: Result<Referral, Vec<FieldError>>,
    /// Errors of all pages.
    errors: Vec<FieldError>,
    /// The postcode as it is read.
    postcode: Option<GivenPostcode>,
}

impl<'a> Journey<'a> {
    /// Reads the answers of a form.
    pub(crate) fn of(form: &'a Form, place: &Place<'_>, today: Date) -> Self {
        let exists = |postcode| place.has(postcode);
        let context = Context { today, exists: &exists };
        let read = form::read(in_full(form), context);
        let mut errors = read.as_ref().err().cloned().unwrap_or_default();
        if !form.answers.ticked(ask::SOMEONE_MAY_BE_HURT.name) {
            let more = checks::missing(form.way, &form.answers, place);
            let too_old =
                read.as_ref().ok().and_then(|read| checks::too_old(read, &form.answers, today));
            for error in more.into_iter().chain(too_old) {
                if !errors.iter().any(|known| known.path == error.path) {
                    errors.push(error);
                }
            }
        }
        if errors.iter().any(|error| child_of(&error.path).is_some()) {
            // There is a child to tell more of, so nobody is asked whether there is none to tell of.
            errors.retain(|error| error.path != ask::CHILDREN_NOT_KNOWN.name);
        }
        Self { form, read, errors, postcode: place.postcode(&form.answers) }
    }

    /// The referral, if nothing stands in its way.
    pub(crate) fn referral(&self) -> Option<&Referral> {
        self.read.as_ref().ok().filter(|_| self.errors.is_empty())
    }

    /// The answers of the form.
    pub(crate) fn answers(&self) -> &'a Answers {
        &self.form.answers
    }

    /// The way that the form takes.
    pub(crate) fn way(&self) -> Way {
        self.form.way
    }

    /// Whether a page was sent at least once.
    pub(crate) fn was_sent(&self, step: &Step) -> bool {
        self.form.tried.contains(&step.noted(None))
    }

    /// The postcode as it is read, if it can be.
    pub(crate) fn postcode(&self) -> Option<GivenPostcode> {
        self.postcode
    }

    /// Whether a letter could reach the family: there is a page for its address.
    pub(crate) fn may_have_letters(&self) -> bool {
        let asks_for_it = self.steps().any(|step| step.slug == ADDRESS);
        asks_for_it || !self.answers().value(ask::ADDRESS_LINE_1.name).is_empty()
    }

    /// The pages that apply, in their order.
    pub(crate) fn steps(&self) -> impl Iterator<Item = &'static Step> + use<'a> {
        let form = self.form;
        Step::all(form.way).iter().filter(move |step| step.is_shown(&form.answers))
    }

    /// The pages that the full way has besides, and that apply.
    pub(crate) fn optional(&self) -> impl Iterator<Item = &'static Step> + use<'a> {
        let form = self.form;
        Step::besides(form.way).filter(move |step| step.is_shown(&form.answers))
    }

    /// The errors of a page that are shown: those of one that was sent.
    pub(crate) fn shown_errors(&self, step: &Step, number: Option<usize>) -> Vec<FieldError> {
        if self.form.tried.contains(&step.noted(number)) {
            self.errors_of(step, number)
        } else {
            Vec::new()
        }
    }

    /// The errors of a page, in its order.
    pub(crate) fn errors_of(&self, step: &Step, number: Option<usize>) -> Vec<FieldError> {
        let fields = step.fields(number);
        let is_here = |error: &&FieldError| match (&step.asks, child_of(&error.path)) {
            // The list of children shows that one of them has an error.
            (Asks::Children(_), Some(_)) => true,
            _ => fields.contains(&error.path),
        };
        let mut errors: Vec<_> = self.errors.iter().filter(is_here).cloned().collect();
        errors.sort_by_key(|error| fields.iter().position(|field| *field == error.path));
        if let Some(number) = number
            && number > self.form.answers.children()
        {
            errors.push(checks::empty_child(number));
        }
        errors
    }

    /// The first page that was not sent yet, or that has an error. A worry waits for no page.
    pub(crate) fn unfinished(&self) -> Option<&'static Step> {
        let is_worry = self.form.answers.ticked(ask::SOMEONE_MAY_BE_HURT.name);
        let is_wrong = |step: &Step| !self.errors_of(step, None).is_empty();
        let is_open = |step: &&Step| {
            let waits = !self.form.tried.contains(&step.noted(None)) && !is_worry;
            waits || is_wrong(step)
        };
        // A page that is offered besides need not be answered, but must be readable.
        self.steps().find(is_open).or_else(|| self.optional().find(|step| is_wrong(step)))
    }

    /// The address at which to go on.
    pub(crate) fn resume(&self) -> String {
        self.unfinished().map_or_else(|| CHECK.to_owned(), |step| step.address(None))
    }

    /// The address at which to go on after the numbers to call. Somebody with a worry may send the form
    /// as it is; first they are led to the pages that help to find them.
    pub(crate) fn goes_on(&self) -> String {
        let is_worry = self.form.answers.ticked(ask::SOMEONE_MAY_BE_HURT.name);
        let is_open =
            |step: &&Step| step.is_needed_most() && !self.form.tried.contains(&step.noted(None));
        let open = if is_worry { self.steps().find(is_open) } else { None };
        open.map_or_else(|| self.resume(), |step| step.address(None))
    }

    /// The address of the page before one.
    pub(crate) fn before(&self, step: &Step, number: Option<usize>) -> String {
        let is_new = number.is_some_and(|number| number > self.answers().children());
        if self.form.returning && !is_new {
            return CHECK.to_owned();
        }
        if number.is_some() {
            return Step::address_of(CHILDREN);
        }
        let mut before = START.to_owned();
        for earlier in self.steps() {
            if earlier.slug == step.slug {
                break;
            }
            before = earlier.address(None);
        }
        before
    }

    /// The address of the last page before all answers.
    pub(crate) fn before_check(&self) -> String {
        self.steps().last().map_or_else(|| START.to_owned(), |step| step.address(None))
    }

    /// The address of the page after one that was sent: itself, while it has an error.
    pub(crate) fn after(&self, step: &Step, number: Option<usize>) -> String {
        if !self.errors_of(step, number).is_empty() {
            return step.address(number);
        }
        if step.slug == CHILD {
            return Step::address_of(CHILDREN);
        }
        if self.form.returning {
            return self.resume();
        }
        let mut later = self.steps().skip_while(|other| other.slug != step.slug).skip(1);
        later.next().map_or_else(|| CHECK.to_owned(), |next| next.address(None))
    }
}

/// The answers of the pages that apply, with those that the form's way takes for granted. What was
/// answered on a page that applies no more is kept, in case it does again, and not sent.
fn in_full(form: &Form) -> Vec<(&str, &str)> {
    let hidden: Vec<_> =
        Step::all(Way::Full).iter().filter(|step| !step.is_shown(&form.answers)).collect();
    let is_hidden = |name: &str| {
        hidden.iter().any(|step| match child_of(name) {
            Some(_) => step.is_list(),
            None => step.questions().iter().any(|question| question.name == name),
        })
    };
    let mut pairs: Vec<_> = form.answers.pairs().filter(|(name, _)| !is_hidden(name)).collect();
    let has_children = form.answers.children() > 0;
    let was_asked = form.tried.contains(CHILDREN);
    if form.way == Way::Short && !has_children && !was_asked {
        pairs.push((ask::CHILDREN_NOT_KNOWN.name, "yes"));
    }
    pairs
}
