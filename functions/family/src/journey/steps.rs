//! The table of pages: each with its questions, and when it applies.

use formats::form::questions::{self as ask, OF_A_CHILD, Question};
use referral::GivenPostcode;

use crate::draft::Way;
use filling::{Answers, CHILD, KEPT};

/// A page of the form.
#[derive(Debug)]
pub(crate) struct Step {
    /// The page's name in its address.
    pub(crate) slug: &'static str,
    /// The questions of the page.
    pub(crate) asks: Asks,
    is_shown: fn(&Answers) -> bool,
}

/// The page that an address names.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    /// The page.
    pub(crate) step: &'static Step,
    /// The number of the child, on a page about one.
    pub(crate) number: Option<usize>,
}

/// The questions of a page.
#[derive(Debug)]
pub(crate) enum Asks {
    /// These questions.
    Questions(&'static [Question]),
    /// The list of children, with these questions below; each child has a page of its own.
    Children(&'static [Question]),
}

/// The name of the page with the list of children.
pub(crate) const CHILDREN: &str = "children";

const fn step(
    slug: &'static str,
    asks: &'static [Question],
    is_shown: fn(&Answers) -> bool,
) -> Step {
    Step { slug, asks: Asks::Questions(asks), is_shown }
}

const WHERE: Step = step("where", &[ask::WHERE, ask::POSTCODE], always);
const COUNCIL: Step = step("council", &[ask::COUNCIL], needs_a_council);
const CONTACT: Step =
    step("contact", &[ask::PHONE, ask::SAFE_TO, ask::EMAIL, ask::NO_CONTACT], always);

/// The pages of the short way, in their order.
const SHORT: &[Step] = &[
    WHERE,
    COUNCIL,
    step("name", &[ask::GIVEN_NAME, ask::FAMILY_NAME], always),
    CONTACT,
    step("help", &[ask::NEEDS, ask::WHAT_IS_HAPPENING, ask::SOMEONE_MAY_BE_HURT], always),
];

/// The full way's page for the family's own words, after the short way has asked what is happening.
static MORE_WORDS: Step =
    step("words", &[ask::WHAT_WOULD_HELP, ask::ALREADY_TRIED, ask::WHO_ELSE_HELPS], always);

/// The pages of the full way, in their order.
const FULL: &[Step] = &[
    step("who", &[ask::WHO], always),
    step("helper", &[ask::HELPER_SETTING, ask::HELPER_ORGANISATION, ask::HELPER_NAME], |answers| {
        is(answers, ask::WHO_HELPED)
    }),
    step("asked", &[ask::FAMILY_ASKED, ask::ASKED_OF], Answers::is_for_others),
    step("young", &[ask::OWN_AGE, ask::OWN_SEND], is_young),
    WHERE,
    COUNCIL,
    step(
        "address",
        &[ask::ADDRESS_LINE_1, ask::ADDRESS_LINE_2, ask::TOWN],
        Answers::may_have_an_address,
    ),
    step("name", &[ask::GIVEN_NAME, ask::FAMILY_NAME], always),
    CONTACT,
    step("safety", &[ask::BEST_TIMES, ask::MUST_NOT_KNOW], always),
    Step {
        slug: CHILDREN,
        asks: Asks::Children(&[ask::CHILDREN_NOT_KNOWN, ask::RELATIONSHIP, ask::PARENTS_DISAGREE]),
        is_shown: |answers| !is_young(answers),
    },
    step("help", &[ask::NEEDS, ask::SOMEONE_MAY_BE_HURT], always),
    step("wait", &[ask::CAN_WAIT], always),
    step(
        "words",
        &[ask::WHAT_IS_HAPPENING, ask::WHAT_WOULD_HELP, ask::ALREADY_TRIED, ask::WHO_ELSE_HELPS],
        always,
    ),
    step("language", &[ask::LANGUAGE, ask::INTERPRETER, ask::ACCESS, ask::ACCESS_NOTE], always),
    step("agree", &[ask::AGREE, ask::AGREE_REASON], |answers| !answers.is_for_others()),
];

/// The page about one child, which the list of children leads to.
static OF_CHILD: Step =
    Step { slug: CHILD, asks: Asks::Questions(OF_A_CHILD), is_shown: |answers| !is_young(answers) };

impl Step {
    /// Every page of a way, in its order, whether it applies or not.
    pub(crate) fn all(way: Way) -> &'static [Self] {
        match way {
            Way::Short => SHORT,
            Way::Full => FULL,
        }
    }

    /// The pages that the full way has besides those of a way, in their order.
    pub(super) fn besides(way: Way) -> impl Iterator<Item = &'static Self> {
        let own = Self::all(way);
        let more = FULL.iter().filter(|step| !own.iter().any(|known| known.slug == step.slug));
        more.map(|step| if step.slug == MORE_WORDS.slug { &MORE_WORDS } else { step })
    }

    /// The page of a name: the way's own, or one that the full way has besides.
    pub(crate) fn named(way: Way, slug: &str) -> Option<&'static Self> {
        let mut all = Self::all(way).iter().chain(Self::besides(way)).chain([&OF_CHILD]);
        all.find(|step| step.slug == slug)
    }

    /// Whether the page asks for what people must know to find and help somebody in danger.
    pub(super) fn is_needed_most(&self) -> bool {
        self.slug == "who" || SHORT.iter().any(|step| step.slug == self.slug)
    }

    /// Whether the page applies to these answers.
    pub(crate) fn is_shown(&self, answers: &Answers) -> bool {
        (self.is_shown)(answers)
    }

    /// The questions on the page.
    pub(crate) fn questions(&self) -> &'static [Question] {
        match self.asks {
            Asks::Questions(questions) | Asks::Children(questions) => questions,
        }
    }

    /// The fields of the page; of one about a child, those of the child of this number.
    pub(crate) fn fields(&self, number: Option<usize>) -> Vec<String> {
        let mut fields = match number {
            Some(number) => filling::of_child(number),
            None => self.questions().iter().map(|question| question.name.to_owned()).collect(),
        };
        if self.slug == WHERE.slug {
            fields.push(KEPT.to_owned());
        }
        fields
    }

    /// The name under which it is noted that the page was sent.
    pub(crate) fn noted(&self, number: Option<usize>) -> String {
        match number {
            Some(number) => format!("{}-{number}", self.slug),
            None => self.slug.to_owned(),
        }
    }

    /// Whether the page is about one child.
    pub(crate) fn is_of_child(&self) -> bool {
        self.slug == CHILD
    }

    /// Whether the page is the list of children.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self.asks, Asks::Children(_))
    }

    /// The address of the page about the child of this number.
    pub(crate) fn address_of_child(number: usize) -> String {
        OF_CHILD.address(Some(number))
    }

    /// The address of the page of a name.
    pub(super) fn address_of(slug: &str) -> String {
        format!("/form/{slug}")
    }

    /// The address of the page.
    pub(crate) fn address(&self, number: Option<usize>) -> String {
        match number {
            Some(number) => format!("/form/{}/{number}", self.slug),
            None => format!("/form/{}", self.slug),
        }
    }
}

fn always(_: &Answers) -> bool {
    true
}

fn is(answers: &Answers, who: &str) -> bool {
    answers.value(ask::WHO.name) == who
}

fn is_young(answers: &Answers) -> bool {
    is(answers, ask::WHO_YOUNG_PERSON)
}

/// Whether the postcode does not tell the council: there is none, only its first part, or one that
/// the list does not have.
fn needs_a_council(answers: &Answers) -> bool {
    let postcode = answers.value(ask::POSTCODE.name);
    let is_partial = matches!(GivenPostcode::parse(postcode), Ok(GivenPostcode::Partial(_)));
    !answers.may_have_an_address() || is_partial || answers.ticked(KEPT)
}
