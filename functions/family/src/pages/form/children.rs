//! The questions about the children, for as many as there are.

use ::pages::components::{Button, DateInput, DatePart, Fieldset, Legend};
use formats::form::fields::{self, child, child_part};
use maud::{Markup, Render, html};

use super::part;
use crate::filled::{ADD_CHILD, Filled};
use crate::pages::parts::{Ask, error, invalid, legend, line, tick};

pub(super) fn section(filled: &Filled) -> Markup {
    let more = Button {
        content: "Add another child".into(),
        name: ADD_CHILD.to_owned(),
        value: "yes".to_owned(),
        classes: "govuk-button--secondary".to_owned(),
        ..Button::default()
    };
    part(
        "children",
        "Your children",
        &html! {
            p { "Tell us about each child, or the baby you are expecting." }
            @for number in 1..=filled.children() { (one(filled, number)) }
            @if filled.children() < fields::MOST_CHILDREN { (more) }
            (tick(filled, fields::CHILDREN_NOT_KNOWN, "I would rather not say anything about the children"))
        },
    )
}

fn one(filled: &Filled, number: usize) -> Markup {
    let name = |part| child(number, part);
    let legend = Legend {
        content: format!("Child {number}").into(),
        classes: "govuk-fieldset__legend--m".to_owned(),
        ..Legend::default()
    };
    let content = html! {
        (line(filled, Ask {
            name: &name(child_part::GIVEN_NAME),
            label: "First name",
            autocomplete: Some("off"),
            ..Ask::default()
        }))
        (line(filled, Ask {
            name: &name(child_part::FAMILY_NAME),
            label: "Last name",
            autocomplete: Some("off"),
            ..Ask::default()
        }))
        (date(filled, number))
        (tick(filled, &name(child_part::NOT_BORN), "Not born yet: this is the date the baby is due"))
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
        (child_part::DAY, "Day", "numeric", "govuk-input--width-2"),
        (child_part::MONTH, "Month", "text", "govuk-input--width-5"),
        (child_part::YEAR, "Year", "numeric", "govuk-input--width-4"),
    ];
    let error = parts.iter().find_map(|(part, ..)| error(filled, &child(number, part)));
    let part = |(part, label, inputmode, classes): (&str, &str, &str, &str)| {
        let name = child(number, part);
        DatePart {
            name: part.to_owned(),
            label: label.to_owned(),
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
