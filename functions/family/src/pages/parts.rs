//! Draws a question of the form by its kind, with its label or legend, its hint, the error in the
//! same words as in the summary, and the answer that was given.
//!
//! The element that an error links to has the field's name as its id.

use ::pages::Attributes;
use ::pages::components::{
    Checkboxes, Choice, Choosable, ErrorMessage, Fieldset, Hint, Input, Label, Legend, Radios,
    Select, Textarea,
};
use formats::form::questions::{Kind, List, Question};
use locality::Authority;
use maud::{Markup, Render, html};
use referral::{AccessNeed, ContactMethod, LANGUAGES, Need, Relationship};

use crate::filled::Filled;
use crate::words::{self, Words};

/// A question of the form.
pub(super) fn ask(filled: &Filled, question: &Question) -> Markup {
    let ask = Ask { filled, question, name: question.name.to_owned(), autocomplete: "" };
    ask.field()
}

/// A question about a child. A browser has nothing to offer for it.
pub(super) fn ask_of_child(filled: &Filled, question: &Question, number: usize) -> Markup {
    let ask = Ask { filled, question, name: question.of_child(number), autocomplete: "off" };
    ask.field()
}

/// A question with the name of its field on the page.
struct Ask<'a> {
    filled: &'a Filled,
    question: &'a Question,
    name: String,
    autocomplete: &'static str,
}

/// A value that can be chosen, and its words.
type Offer = (&'static str, &'static str);

impl Ask<'_> {
    fn field(self) -> Markup {
        match self.question.kind {
            Kind::Line => self.line(),
            Kind::Text => self.text(),
            Kind::One(answers) => {
                let words = |value| words::of_answer(self.question, value).unwrap_or(value);
                let offers: Vec<_> =
                    answers.iter().map(|one| (one.value, words(one.value))).collect();
                self.radios(&offers)
            }
            Kind::Select(list) => self.select(&offers(list)),
            Kind::Any(list) => self.checkboxes(&offers(list)),
            Kind::Tick => match words::of_answer(self.question, YES) {
                Some(words) => self.checkboxes(&[(YES, words)]),
                None => self.tick(),
            },
            // The part is drawn with the other parts of its date.
            Kind::DatePart => html! {},
        }
    }

    fn words(&self) -> Words {
        let name = self.question.name;
        words::of(self.question).unwrap_or(Words { label: name, hint: "", brief: name })
    }

    fn label(&self) -> Label {
        Label { classes: "govuk-label--s".to_owned(), ..Label::from(self.words().label) }
    }

    fn hint(&self) -> Option<Hint> {
        Some(self.words().hint).filter(|hint| !hint.is_empty()).map(Hint::from)
    }

    fn line(self) -> Markup {
        let autofill = self.question.autofill.unwrap_or(self.autocomplete);
        let (inputmode, classes) = match autofill {
            "tel" | "email" => (autofill, ""),
            "postal-code" => ("", "govuk-input--width-10"),
            _ => ("", ""),
        };
        Input {
            value: Some(self.filled.value(&self.name).to_owned()),
            label: self.label(),
            hint: self.hint(),
            error_message: error(self.filled, &self.name),
            classes: classes.to_owned(),
            autocomplete: autofill.to_owned(),
            inputmode: inputmode.to_owned(),
            attributes: invalid(self.filled, &self.name),
            name: self.name,
            ..Input::default()
        }
        .render()
    }

    fn text(self) -> Markup {
        Textarea {
            value: self.filled.value(&self.name).to_owned(),
            label: self.label(),
            hint: self.hint(),
            error_message: error(self.filled, &self.name),
            attributes: invalid(self.filled, &self.name),
            name: self.name,
            ..Textarea::default()
        }
        .render()
    }

    fn select(self, offers: &[Offer]) -> Markup {
        let nothing = [("", "Choose, or leave empty")];
        let items = nothing.iter().chain(offers);
        Select {
            value: self.filled.value(&self.name).to_owned(),
            items: items.map(|(value, words)| Choosable::new(value, *words)).collect(),
            label: self.label(),
            hint: self.hint(),
            error_message: error(self.filled, &self.name),
            attributes: invalid(self.filled, &self.name),
            name: self.name,
            ..Select::default()
        }
        .render()
    }

    fn radios(self, offers: &[Offer]) -> Markup {
        Radios {
            items: self.choices(offers),
            fieldset: Some(legend(self.words().label)),
            hint: self.hint(),
            error_message: error(self.filled, &self.name),
            name: self.name,
            ..Radios::default()
        }
        .render()
    }

    fn checkboxes(self, offers: &[Offer]) -> Markup {
        Checkboxes {
            items: self.choices(offers),
            fieldset: Some(legend(self.words().label)),
            hint: self.hint(),
            error_message: error(self.filled, &self.name),
            name: self.name,
            ..Checkboxes::default()
        }
        .render()
    }

    /// A box that stands alone, under no legend.
    fn tick(self) -> Markup {
        Checkboxes {
            items: self.choices(&[(YES, self.words().label)]),
            error_message: error(self.filled, &self.name),
            name: self.name,
            ..Checkboxes::default()
        }
        .render()
    }

    fn choices(&self, offers: &[Offer]) -> Vec<Choice> {
        let choice = |(value, words): &Offer| Choice {
            checked: Some(self.filled.chose(&self.name, value)),
            ..Choice::new(value, *words)
        };
        offers.iter().map(choice).collect()
    }
}

/// The value of a box that is ticked.
const YES: &str = "yes";

/// The answers of a list, with their words.
fn offers(list: List) -> Vec<Offer> {
    match list {
        List::Relationships => {
            Relationship::ALL.iter().map(|one| (one.code(), one.label())).collect()
        }
        List::ContactMethods => {
            ContactMethod::ALL.iter().map(|one| (one.code(), one.label())).collect()
        }
        List::AccessNeeds => AccessNeed::ALL.iter().map(|one| (one.code(), one.label())).collect(),
        List::Needs => Need::ALL.iter().map(|one| (one.code(), one.label())).collect(),
        List::Languages => LANGUAGES.to_vec(),
        List::Councils => councils(),
    }
}

/// The councils that run children's services today, by name.
fn councils() -> Vec<Offer> {
    let mut councils: Vec<_> = Authority::all()
        .filter(|authority| authority.ends.is_none() && authority.upper == authority.code)
        .map(|authority| (authority.code, authority.name))
        .collect();
    councils.sort_by_key(|(_, name)| *name);
    councils
}

/// A fieldset under a legend in bold.
pub(super) fn legend(words: &str) -> Fieldset {
    let legend = Legend {
        content: words.into(),
        classes: "govuk-fieldset__legend--s".to_owned(),
        ..Legend::default()
    };
    Fieldset { legend: Some(legend), ..Fieldset::default() }
}

/// The error of a field.
pub(super) fn error(filled: &Filled, name: &str) -> Option<ErrorMessage> {
    filled.error(name).map(ErrorMessage::from)
}

/// The mark of a field that is wrong.
pub(super) fn invalid(filled: &Filled, name: &str) -> Attributes {
    Attributes::new().with_some("aria-invalid", filled.error(name).map(|_| "true"))
}
