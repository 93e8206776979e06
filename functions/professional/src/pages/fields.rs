//! Draws a question by its kind, with its label or legend, its hint, its error and the answer that was
//! given. The element that an error links to has the field's name as its id.

use ::pages::Attributes;
use ::pages::components::{
    CharacterCount, Checkboxes, Choice, Choosable, ErrorLink, ErrorMessage, Fieldset, Hint, Input,
    Label, Legend, Radios, Select,
};
use filling::Answers;
use formats::form::questions::{Kind, Question};
use maud::{Markup, Render, html};
use referral::FieldError;
use referral::text::FREE_TEXT_MAX;

use crate::words;

/// The value of a box that is ticked.
pub(super) const YES: &str = "yes";
/// The direction of what is typed, which may be in any language.
const AUTO: &str = "auto";

/// The things that the fields of a page are drawn with.
pub(super) struct Fields<'a> {
    pub(super) answers: &'a Answers,
    pub(super) errors: &'a [FieldError],
}

impl Fields<'_> {
    /// A question under a field's name. A browser has nothing to offer about somebody else.
    pub(super) fn ask(&self, question: &Question, name: &str) -> Markup {
        let name = name.to_owned();
        let (hint, error_message) = (words::hint(question).map(Hint::from), self.error(&name));
        let value = self.answers.value(&name).to_owned();
        let attributes = self.invalid(&name);
        match question.kind {
            Kind::Line => Input {
                value: Some(value),
                label: label(question),
                hint,
                error_message,
                autocomplete: "off".to_owned(),
                inputmode: inputmode(question).to_owned(),
                dir: AUTO.to_owned(),
                attributes,
                name,
                ..Input::default()
            }
            .render(),
            Kind::Text => CharacterCount {
                value,
                label: label(question),
                hint,
                error_message,
                attributes,
                name,
                maxlength: u32::try_from(FREE_TEXT_MAX).ok(),
                rows: Some(4),
                dir: AUTO.to_owned(),
                ..CharacterCount::default()
            }
            .render(),
            Kind::One(_) => Radios {
                items: self.choices(question, &name),
                fieldset: Some(legend(words::label(question))),
                hint,
                error_message,
                name,
                ..Radios::default()
            }
            .render(),
            Kind::Any(_) => Checkboxes {
                items: self.choices(question, &name),
                fieldset: Some(legend(words::label(question))),
                hint,
                error_message,
                name,
                ..Checkboxes::default()
            }
            .render(),
            Kind::Select(_) => {
                let nothing = (String::new(), "Choose, or leave empty".to_owned());
                let offers = words::offers(question);
                let items = std::iter::once(&nothing).chain(&offers);
                let item =
                    |(value, words): &(String, String)| Choosable::new(value, words.as_str());
                Select {
                    items: items.map(item).collect(),
                    value,
                    label: label(question),
                    hint,
                    error_message,
                    attributes,
                    name,
                    ..Select::default()
                }
                .render()
            }
            Kind::Tick => {
                let choice = Choice {
                    checked: Some(self.answers.ticked(&name)),
                    hint,
                    ..Choice::new(YES, words::label(question))
                };
                let items = vec![choice];
                Checkboxes { items, error_message, name, ..Checkboxes::default() }.render()
            }
            // A part is drawn with the other parts of its date.
            Kind::DatePart => html! {},
        }
    }

    fn choices(&self, question: &Question, name: &str) -> Vec<Choice> {
        let choice = |(value, words): &(String, String)| Choice {
            checked: Some(self.answers.chose(name, value)),
            ..Choice::new(value, words.as_str())
        };
        words::offers(question).iter().map(choice).collect()
    }

    /// The error of a field.
    pub(super) fn error(&self, name: &str) -> Option<ErrorMessage> {
        let error = self.errors.iter().find(|error| error.path == name)?;
        Some(ErrorMessage::from(words::error(error)))
    }

    /// The mark of a field that is wrong.
    pub(super) fn invalid(&self, name: &str) -> Attributes {
        let is_wrong = self.errors.iter().any(|error| error.path == name);
        Attributes::new().with_some("aria-invalid", is_wrong.then_some("true"))
    }

    /// The errors of the page, each with a link to its field.
    pub(super) fn links(&self) -> Vec<ErrorLink> {
        let link = |error: &FieldError| ErrorLink::to(&error.path, words::error(error));
        self.errors.iter().map(link).collect()
    }
}

/// A legend in bold.
pub(super) fn legend(words: &str) -> Fieldset {
    let legend = Legend {
        content: words.into(),
        classes: "govuk-fieldset__legend--s".to_owned(),
        ..Legend::default()
    };
    Fieldset { legend: Some(legend), ..Fieldset::default() }
}

fn label(question: &Question) -> Label {
    Label { classes: "govuk-label--s".to_owned(), ..Label::from(words::label(question)) }
}

fn inputmode(question: &Question) -> &'static str {
    match question.name {
        "phone" | "other-phone" => "tel",
        "email" | "other-email" => "email",
        _ => "",
    }
}
