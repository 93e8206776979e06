//! Draws a question by its kind, with its label or legend, its hint, the error in the same words as in
//! the summary, and the answer that was given.
//!
//! The element that an error links to has the field's name as its id.

mod lists;
mod texts;

pub(super) use texts::counted;

use ::pages::Attributes;
use ::pages::components::{
    Checkboxes, Choice, Choosable, ErrorLink, ErrorMessage, Fieldset, Hint, Label, Legend, Radios,
    Select,
};
use formats::form::questions::{Answer, IN_ORDER, Kind, OF_A_CHILD, Question};
use maud::{Markup, Render, html};
use referral::{FieldError, GivenPostcode};

pub(super) use lists::{label_of, offers};

use crate::visit::Visit;
use filling::Answers;

/// The value of a box that is ticked.
pub(super) const YES: &str = "yes";

/// The things that the fields of a page are drawn with.
pub(super) struct Fields<'a> {
    pub(super) visit: &'a Visit,
    pub(super) answers: &'a Answers,
    pub(super) errors: &'a [FieldError],
    /// The postcode as it is read.
    pub(super) postcode: Option<GivenPostcode>,
}

/// The place of a question's name on its page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    /// As the heading of the page: there is no other question.
    Heading,
    /// Below the heading.
    Label,
}

/// A question with the name of its field on the page.
pub(super) struct Ask<'a> {
    fields: &'a Fields<'a>,
    question: &'a Question,
    name: String,
    shown: Name,
    is_of_child: bool,
}

impl<'a> Fields<'a> {
    /// A question of the form.
    pub(super) fn ask(&'a self, question: &'a Question, shown: Name) -> Markup {
        let name = question.name.to_owned();
        Ask { fields: self, question, name, shown, is_of_child: false }.field()
    }

    /// A question about a child. A browser has nothing to offer for it.
    pub(super) fn ask_of_child(&'a self, question: &'a Question, number: usize) -> Markup {
        let name = question.of_child(number);
        let shown = Name::Label;
        Ask { fields: self, question, name, shown, is_of_child: true }.field()
    }

    /// The words of a message, to whoever fills the form in.
    pub(super) fn text(&self, id: &str) -> String {
        said(self.visit, self.answers, id)
    }

    /// The words of a message, if there is one.
    pub(super) fn optional(&self, id: &str) -> Option<String> {
        optional(self.visit, self.answers, id)
    }

    /// The words of an error.
    pub(super) fn words(&self, error: &FieldError) -> String {
        self.visit.language.error(error, key(&error.path), self.answers.is_for_others())
    }

    /// An error in the summary of a page, with a link to its field.
    pub(super) fn link(&self, error: &FieldError) -> ErrorLink {
        ErrorLink::to(&error.path, self.words(error))
    }

    /// The hint of a question, if it has one.
    pub(super) fn hint(&self, question: &Question) -> Option<Hint> {
        self.optional(&format!("{}-hint", question.words)).map(Hint::from)
    }

    /// The label of a question.
    pub(super) fn label(&self, question: &Question) -> String {
        self.text(&format!("{}-label", question.words))
    }

    /// The error of a field.
    pub(super) fn error(&self, name: &str) -> Option<ErrorMessage> {
        let error = self.errors.iter().find(|error| error.path == name)?;
        Some(ErrorMessage {
            visually_hidden_text: Some(self.visit.language.locale().error.to_owned()),
            ..ErrorMessage::from(self.words(error))
        })
    }

    /// The mark of a field that is wrong.
    pub(super) fn invalid(&self, name: &str) -> Attributes {
        let is_wrong = self.errors.iter().any(|error| error.path == name);
        Attributes::new().with_some("aria-invalid", is_wrong.then_some("true"))
    }

    /// The answers of a question to choose from, in words.
    pub(super) fn choices(
        &self,
        question: &Question,
        name: &str,
        answers: &[Answer],
    ) -> Vec<Choice> {
        let choice = |answer: &Answer| Choice {
            checked: Some(self.answers.chose(name, answer.value)),
            ..Choice::new(answer.value, label_of(self.visit, self.answers, question, answer.value))
        };
        answers.iter().map(choice).collect()
    }
}

/// A legend, as the page's heading or in bold below it.
pub(super) fn legend(words: String, shown: Name) -> Fieldset {
    let size = if shown == Name::Heading { "l" } else { "s" };
    let legend = Legend {
        content: words.into(),
        classes: format!("govuk-fieldset__legend--{size}"),
        is_page_heading: shown == Name::Heading,
    };
    Fieldset { legend: Some(legend), ..Fieldset::default() }
}

/// A label, as the page's heading or in bold below it.
pub(super) fn label(words: String, shown: Name) -> Label {
    let size = if shown == Name::Heading { "l" } else { "s" };
    Label {
        classes: format!("govuk-label--{size}"),
        is_page_heading: shown == Name::Heading,
        ..Label::from(words)
    }
}

/// The words of a message, to whoever fills the form in.
pub(super) fn said(visit: &Visit, answers: &Answers, id: &str) -> String {
    optional(visit, answers, id).unwrap_or_else(|| visit.text(id))
}

/// The words of a message, if there is one: those for somebody who asks for a family that is not their
/// own, where they differ.
pub(super) fn optional(visit: &Visit, answers: &Answers, id: &str) -> Option<String> {
    let for_others = || visit.language.optional(&format!("{id}-for-others"));
    let for_others = if answers.is_for_others() { for_others() } else { None };
    for_others.or_else(|| visit.language.optional(id))
}

/// The key of the words of the question that a field asks.
fn key(field: &str) -> &'static str {
    let of_child = field.strip_prefix("child-").and_then(|rest| rest.split_once('-'));
    let (list, name) = match of_child {
        Some((number, name)) if number.parse::<usize>().is_ok() => (OF_A_CHILD, name),
        _ => (IN_ORDER, field),
    };
    list.iter().find(|question| question.name == name).map_or("", |question| question.words)
}

impl Ask<'_> {
    fn field(self) -> Markup {
        match self.question.kind {
            Kind::Line => self.line(),
            Kind::Text => self.text(),
            Kind::One(answers) => {
                let items = self.fields.choices(self.question, &self.name, answers);
                self.radios(items)
            }
            Kind::Select(list) => {
                let offers = offers(self.fields.visit, self.fields.answers, list);
                self.select(&offers)
            }
            Kind::Any(list) => {
                let offers = offers(self.fields.visit, self.fields.answers, list);
                self.checkboxes(&offers)
            }
            Kind::Tick => self.tick(),
            // A part is drawn with the other parts of its date.
            Kind::DatePart => html! {},
        }
    }

    fn label(&self) -> Label {
        label(self.fields.label(self.question), self.shown)
    }

    fn fieldset(&self) -> Fieldset {
        legend(self.fields.label(self.question), self.shown)
    }

    fn hint(&self) -> Option<Hint> {
        self.fields.hint(self.question)
    }

    fn error(&self) -> Option<ErrorMessage> {
        self.fields.error(&self.name)
    }

    fn select(self, offers: &[(String, String)]) -> Markup {
        let nothing = (String::new(), self.fields.text("choose-or-leave-empty"));
        let items = std::iter::once(&nothing).chain(offers);
        Select {
            value: self.fields.answers.value(&self.name).to_owned(),
            items: items.map(|(value, words)| Choosable::new(value, words.as_str())).collect(),
            label: self.label(),
            hint: self.hint(),
            error_message: self.error(),
            attributes: self.fields.invalid(&self.name),
            name: self.name,
            ..Select::default()
        }
        .render()
    }

    fn radios(self, items: Vec<Choice>) -> Markup {
        Radios {
            items,
            fieldset: Some(self.fieldset()),
            hint: self.hint(),
            error_message: self.error(),
            name: self.name,
            ..Radios::default()
        }
        .render()
    }

    fn checkboxes(self, offers: &[(String, String)]) -> Markup {
        let choice = |(value, words): &(String, String)| Choice {
            checked: Some(self.fields.answers.chose(&self.name, value)),
            ..Choice::new(value, words.as_str())
        };
        Checkboxes {
            items: offers.iter().map(choice).collect(),
            fieldset: Some(self.fieldset()),
            hint: self.hint(),
            error_message: self.error(),
            name: self.name,
            ..Checkboxes::default()
        }
        .render()
    }

    /// A box to tick: under its question, where there are words for both, or alone.
    fn tick(self) -> Markup {
        let yes = self.fields.optional(&format!("{}-yes", self.question.words));
        let (fieldset, words) = match yes {
            Some(yes) => (Some(self.fieldset()), yes),
            None => (None, self.fields.label(self.question)),
        };
        let choice = Choice {
            checked: Some(self.fields.answers.ticked(&self.name)),
            ..Choice::new(YES, words)
        };
        Checkboxes {
            items: vec![choice],
            fieldset,
            hint: self.hint(),
            error_message: self.error(),
            name: self.name,
            ..Checkboxes::default()
        }
        .render()
    }
}
