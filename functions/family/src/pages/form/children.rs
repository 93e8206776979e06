//! The questions about the children, for as many as there are.

use ::pages::components::{Button, DateInput, DatePart, Fieldset, Legend};
use formats::form::questions as ask;
use maud::{Markup, Render, html};

use crate::filled::{ADD_CHILD, Filled};
use crate::pages::parts::{self, ask_of_child, error, invalid, legend};
use crate::words;

pub(super) fn content(filled: &Filled) -> Markup {
    let more = Button {
        content: "Add another child".into(),
        name: ADD_CHILD.to_owned(),
        value: "yes".to_owned(),
        classes: "govuk-button--secondary".to_owned(),
        ..Button::default()
    };
    html! {
        p { "Tell us about each child, or the baby you are expecting." }
        @for number in 1..=filled.children() { (one(filled, number)) }
        @if filled.children() < ask::MOST_CHILDREN { (more) }
        (parts::ask(filled, &ask::CHILDREN_NOT_KNOWN))
    }
}

fn one(filled: &Filled, number: usize) -> Markup {
    let legend = Legend {
        content: format!("Child {number}").into(),
        classes: "govuk-fieldset__legend--m".to_owned(),
        ..Legend::default()
    };
    let content = html! {
        (ask_of_child(filled, &ask::CHILD_GIVEN_NAME, number))
        (ask_of_child(filled, &ask::CHILD_FAMILY_NAME, number))
        (date(filled, number))
        (ask_of_child(filled, &ask::CHILD_NOT_BORN, number))
    };
    Fieldset {
        legend: Some(legend),
        content: content.into(),
        classes: "child".to_owned(),
        ..Fieldset::default()
    }
    .render()
}

/// Day, month and year: one question, with one error at a time.
fn date(filled: &Filled, number: usize) -> Markup {
    let parts = [
        (ask::CHILD_DAY, "numeric", "govuk-input--width-2"),
        (ask::CHILD_MONTH, "text", "govuk-input--width-4 month"),
        (ask::CHILD_YEAR, "numeric", "govuk-input--width-4"),
    ];
    let error = parts.iter().find_map(|(part, ..)| error(filled, &part.of_child(number)));
    let part = |(question, inputmode, classes): (ask::Question, &str, &str)| {
        let name = question.of_child(number);
        DatePart {
            name: question.name.to_owned(),
            label: words::of(&question).map_or(question.name, |words| words.label).to_owned(),
            value: Some(filled.value(&name).to_owned()),
            error: Some(filled.error(&name).is_some()),
            inputmode: inputmode.to_owned(),
            autocomplete: "off".to_owned(),
            classes: classes.to_owned(),
            attributes: invalid(filled, &name),
            id: name,
            ..DatePart::default()
        }
    };
    DateInput {
        id: format!("child-{number}-date"),
        name_prefix: format!("child-{number}"),
        items: parts.map(part).into(),
        fieldset: Some(legend("Date of birth, or the date your baby is due")),
        hint: Some("For example, 27 3 2021. The month can be a number or a name.".into()),
        error_message: error,
        ..DateInput::default()
    }
    .render()
}
