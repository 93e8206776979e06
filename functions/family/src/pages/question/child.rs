//! The page about one child: a name, and when the child was or will be born, as far as that is known.

use ::pages::components::{DateInput, DatePart, Radios};
use formats::form::questions::{self as ask, Question};
use maud::{Markup, Render, html};

use crate::pages::fields::{Fields, Name, legend};

pub(super) fn content(fields: &Fields<'_>, number: usize) -> Markup {
    let numbered = number.to_string();
    html! {
        h1 class="govuk-heading-l" {
            (fields.visit.language.with("child-title", &[("number", &numbered)]))
        }
        (fields.ask_of_child(&ask::CHILD_GIVEN_NAME, number))
        (fields.ask_of_child(&ask::CHILD_FAMILY_NAME, number))
        (birth(fields, number))
    }
}

/// The ways in which a birth is known, each answer with the field that it needs.
fn birth(fields: &Fields<'_>, number: usize) -> Markup {
    let ask::Kind::One(answers) = ask::CHILD_BIRTH.kind else { return html! {} };
    let name = ask::CHILD_BIRTH.of_child(number);
    let mut items = fields.choices(&ask::CHILD_BIRTH, &name, answers);
    for item in &mut items {
        item.conditional = match item.value.as_str() {
            ask::BIRTH_BORN => date(fields, number),
            ask::BIRTH_ABOUT => fields.ask_of_child(&ask::CHILD_AGE, number),
            ask::BIRTH_DUE => fields.ask_of_child(&ask::CHILD_DUE, number),
            _ => html! {},
        }
        .into();
    }
    Radios {
        items,
        fieldset: Some(legend(fields.label(&ask::CHILD_BIRTH), Name::Label)),
        hint: fields.hint(&ask::CHILD_BIRTH),
        error_message: fields.error(&name),
        name,
        ..Radios::default()
    }
    .render()
}

/// Day, month and year: one question, with one error at a time.
fn date(fields: &Fields<'_>, number: usize) -> Markup {
    let parts = [
        (ask::CHILD_DAY, "numeric", "govuk-input--width-2"),
        (ask::CHILD_MONTH, "text", "govuk-input--width-4 month"),
        (ask::CHILD_YEAR, "numeric", "govuk-input--width-4"),
    ];
    let error = parts.iter().find_map(|(part, ..)| fields.error(&part.of_child(number)));
    let part = |(question, inputmode, classes): (Question, &str, &str)| {
        let name = question.of_child(number);
        DatePart {
            name: question.name.to_owned(),
            label: fields.label(&question),
            value: Some(fields.answers.value(&name).to_owned()),
            error: Some(fields.errors.iter().any(|error| error.path == name)),
            inputmode: inputmode.to_owned(),
            autocomplete: "off".to_owned(),
            classes: classes.to_owned(),
            attributes: fields.invalid(&name),
            id: name,
            ..DatePart::default()
        }
    };
    DateInput {
        id: format!("child-{number}-date"),
        name_prefix: format!("child-{number}"),
        items: parts.map(part).into(),
        fieldset: Some(legend(fields.text("child-date-label"), Name::Label)),
        hint: Some(fields.text("child-date-hint").into()),
        error_message: error,
        ..DateInput::default()
    }
    .render()
}
