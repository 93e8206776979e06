//! The questions of a form. Each has its label or legend, its hint, the error in the same words as
//! in the summary, and the answer kept.
//!
//! The element that an error links to has the field's name as its id.

use ::pages::Attributes;
use ::pages::components::{
    Checkboxes, Choice, Choosable, ErrorMessage, Fieldset, Hint, Input, Label, Legend, Radios,
    Select, Textarea,
};
use maud::{Markup, Render};

use crate::filled::Filled;

/// One question of a form.
#[derive(Clone, Copy, Default)]
pub(super) struct Ask<'a> {
    /// The field's name.
    pub(super) name: &'a str,
    /// The words of the question.
    pub(super) label: &'a str,
    /// Words that help to answer it.
    pub(super) hint: Option<&'a str>,
    /// The autofill token of the answer.
    pub(super) autocomplete: Option<&'a str>,
    /// The keyboard that a phone shows.
    pub(super) inputmode: Option<&'a str>,
    /// The classes that say how wide the answer looks, if not as wide as the page.
    pub(super) class: Option<&'a str>,
}

impl Ask<'_> {
    fn label(&self) -> Label {
        Label { classes: "govuk-label--s".to_owned(), ..Label::from(self.label) }
    }

    fn legend(&self) -> Fieldset {
        legend(self.label)
    }

    fn hint(&self) -> Option<Hint> {
        self.hint.map(Hint::from)
    }
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

/// The answers to a question: each a value and its words.
pub(super) type Answers<'a> = &'a [(&'a str, &'a str)];

/// A question that is answered with a line of text.
pub(super) fn line(filled: &Filled, ask: Ask<'_>) -> Markup {
    Input {
        name: ask.name.to_owned(),
        value: Some(filled.value(ask.name).to_owned()),
        label: ask.label(),
        hint: ask.hint(),
        error_message: error(filled, ask.name),
        classes: ask.class.unwrap_or_default().to_owned(),
        autocomplete: ask.autocomplete.unwrap_or_default().to_owned(),
        inputmode: ask.inputmode.unwrap_or_default().to_owned(),
        attributes: invalid(filled, ask.name),
        ..Input::default()
    }
    .render()
}

/// A question that is answered with several lines of text.
pub(super) fn text(filled: &Filled, ask: Ask<'_>) -> Markup {
    Textarea {
        name: ask.name.to_owned(),
        value: filled.value(ask.name).to_owned(),
        label: ask.label(),
        hint: ask.hint(),
        error_message: error(filled, ask.name),
        attributes: invalid(filled, ask.name),
        ..Textarea::default()
    }
    .render()
}

/// A question with one answer out of a long list.
pub(super) fn select(filled: &Filled, ask: Ask<'_>, answers: Answers<'_>) -> Markup {
    let nothing = [("", "Choose, or leave empty")];
    let items = nothing.iter().chain(answers);
    Select {
        name: ask.name.to_owned(),
        value: filled.value(ask.name).to_owned(),
        items: items.map(|(value, words)| Choosable::new(value, *words)).collect(),
        label: ask.label(),
        hint: ask.hint(),
        error_message: error(filled, ask.name),
        attributes: invalid(filled, ask.name),
        ..Select::default()
    }
    .render()
}

/// A question with one answer out of a few.
pub(super) fn radios(filled: &Filled, ask: Ask<'_>, answers: Answers<'_>) -> Markup {
    Radios {
        name: ask.name.to_owned(),
        items: choices(filled, ask.name, answers),
        fieldset: Some(ask.legend()),
        hint: ask.hint(),
        error_message: error(filled, ask.name),
        ..Radios::default()
    }
    .render()
}

/// A question with any of several answers.
pub(super) fn checkboxes(filled: &Filled, ask: Ask<'_>, answers: Answers<'_>) -> Markup {
    Checkboxes {
        name: ask.name.to_owned(),
        items: choices(filled, ask.name, answers),
        fieldset: Some(ask.legend()),
        hint: ask.hint(),
        error_message: error(filled, ask.name),
        ..Checkboxes::default()
    }
    .render()
}

/// A single checkbox: "yes", or no answer.
pub(super) fn tick(filled: &Filled, name: &str, words: &str) -> Markup {
    Checkboxes {
        name: name.to_owned(),
        items: choices(filled, name, &[("yes", words)]),
        error_message: error(filled, name),
        ..Checkboxes::default()
    }
    .render()
}

fn choices(filled: &Filled, name: &str, answers: Answers<'_>) -> Vec<Choice> {
    let choice = |(value, words): &(&str, &str)| Choice {
        checked: Some(filled.chose(name, value)),
        ..Choice::new(value, *words)
    };
    answers.iter().map(choice).collect()
}

pub(super) fn error(filled: &Filled, name: &str) -> Option<ErrorMessage> {
    filled.error(name).map(ErrorMessage::from)
}

/// The mark of a field that is wrong.
pub(super) fn invalid(filled: &Filled, name: &str) -> Attributes {
    Attributes::new().with_some("aria-invalid", filled.error(name).map(|_| "true"))
}
