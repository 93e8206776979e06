//! A page of the form, with errors once it was sent.

use ::pages::Page;
use ::pages::components::{Button, Checkboxes, Choice, DateInput, DatePart, Hint};
use filling::{KEPT, is_question};
use formats::form::professional::questions as own;
use formats::form::questions::{self as ask, MOST_CHILDREN, Question};
use maud::{Markup, Render, html};

use super::fields::{Fields, legend};
use crate::draft::FIELD;
use crate::journey::{Journey, Step};

/// The name of the button that asks for another child.
pub(crate) const ADD: &str = "add";
/// The name of the buttons that take a child away.
pub(crate) const REMOVE: &str = "remove";

/// A page of the form with what was answered so far. `adds` asks for fields of another child; `mark` says
/// which form the page belongs to.
pub(crate) fn question(journey: &Journey<'_>, step: &Step, adds: bool, mark: &str) -> String {
    let errors = journey.shown_errors(step);
    let fields = Fields { answers: journey.answers(), errors: &errors };
    let content = html! {
        h1 { (step.title) }
        form method="post" action=(step.address()) novalidate autocomplete="off" {
            // The first button is the one that Enter presses.
            button class="govuk-visually-hidden" tabindex="-1" aria-hidden="true" { "Continue" }
            input type="hidden" name=(FIELD) value=(mark);
            @if step.is_of_children() { (children(&fields, adds)) }
            @for question in step.questions {
                @if *question == own::OTHER_GIVEN_NAME { h2 { "Another adult (optional)" } }
                @if *question == ask::MUST_NOT_KNOW { h2 { "Safety" } }
                (fields.ask(question, question.name))
                @if *question == ask::POSTCODE { (postcode_is_right(journey, &fields)) }
            }
            (Button::from("Continue"))
        }
    };
    let page = super::signed_in(step.title, content);
    Page { errors: fields.links(), before: super::back(&journey.before(step)), ..page }.to_html()
}

/// The box by which a postcode is kept that was asked about.
fn postcode_is_right(journey: &Journey<'_>, fields: &Fields<'_>) -> Markup {
    let asked =
        fields.errors.iter().any(|error| error.path == ask::POSTCODE.name && is_question(error));
    let kept = fields.answers.value(KEPT);
    let Some(postcode) = journey.postcode().map(|postcode| postcode.to_string()) else {
        return html! {};
    };
    if !asked && kept != postcode {
        return html! {};
    }
    let choice = Choice {
        checked: Some(kept == postcode),
        ..Choice::new(&postcode, format!("{postcode} is right"))
    };
    Checkboxes { name: KEPT.to_owned(), items: vec![choice], ..Checkboxes::default() }.render()
}

/// The children that were told of, and one more where there is none or where it was asked for.
fn children(fields: &Fields<'_>, adds: bool) -> Markup {
    let told = fields.answers.children();
    let shown = (told + usize::from(adds || told == 0)).min(MOST_CHILDREN);
    html! {
        @for number in 1..=shown { (child(fields, number, told)) }
        @if shown < MOST_CHILDREN {
            (Button {
                name: ADD.to_owned(),
                value: "child".to_owned(),
                classes: "govuk-button--secondary".to_owned(),
                ..Button::from("Add another child")
            })
        }
    }
}

fn child(fields: &Fields<'_>, number: usize, told: usize) -> Markup {
    let ask_one = |question: &Question| fields.ask(question, &question.of_child(number));
    html! {
        h2 { "Child " (number) }
        (ask_one(&ask::CHILD_GIVEN_NAME))
        (ask_one(&ask::CHILD_FAMILY_NAME))
        (date_of_birth(fields, number))
        (ask_one(&ask::CHILD_AGE))
        (ask_one(&ask::CHILD_DUE))
        @if number <= told {
            (Button {
                name: REMOVE.to_owned(),
                value: number.to_string(),
                classes: "govuk-button--secondary".to_owned(),
                content: html! { "Remove" span class="govuk-visually-hidden" { " child " (number) } }.into(),
                ..Button::default()
            })
        }
    }
}

/// Day, month and year: one question, with one error at a time.
fn date_of_birth(fields: &Fields<'_>, number: usize) -> Markup {
    let parts = [
        (ask::CHILD_DAY, "Day", "numeric", "govuk-input--width-2"),
        (ask::CHILD_MONTH, "Month", "text", "govuk-input--width-4 month"),
        (ask::CHILD_YEAR, "Year", "numeric", "govuk-input--width-4"),
    ];
    let error = parts.iter().find_map(|(part, ..)| fields.error(&part.of_child(number)));
    let part = |(question, label, inputmode, classes): (Question, &str, &str, &str)| {
        let name = question.of_child(number);
        DatePart {
            name: question.name.to_owned(),
            label: label.to_owned(),
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
        fieldset: Some(legend("Date of birth")),
        hint: Some(Hint::from("For example, 27 3 2021")),
        error_message: error,
        ..DateInput::default()
    }
    .render()
}
