//! The children, as many as there are.

use formats::form::fields::{self, child, child_part};
use maud::{Markup, html};

use super::part;
use crate::filled::{ADD_CHILD, Filled};
use crate::pages::parts::{Ask, error_line, field_class, hint_line, line, tick};

pub(super) fn section(filled: &Filled) -> Markup {
    part(
        "children",
        "Your children",
        &html! {
            p { "Tell us about each child, or the baby you are expecting." }
            @for number in 1..=filled.children() { (one(filled, number)) }
            @if filled.children() < fields::MOST_CHILDREN {
                button class="quiet" name=(ADD_CHILD) value="yes" { "Add another child" }
            }
            (tick(filled, fields::CHILDREN_NOT_KNOWN, "I would rather not say anything about the children"))
        },
    )
}

fn one(filled: &Filled, number: usize) -> Markup {
    let name = |part| child(number, part);
    html! {
        fieldset class="child" {
            legend { "Child " (number) }
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
        }
    }
}

/// Day, month and year: one question, with one error at a time.
fn date(filled: &Filled, number: usize) -> Markup {
    let parts = [
        (child_part::DAY, "Day", "numeric"),
        (child_part::MONTH, "Month", "text"),
        (child_part::YEAR, "Year", "numeric"),
    ];
    let group = format!("child-{number}-date");
    let wrong = parts.iter().find_map(|(part, ..)| filled.error(&child(number, part)));
    let hint = format!("{group}-hint");
    let described_by = if wrong.is_some() { format!("{hint} {group}-error") } else { hint };
    html! {
        div class=(field_class(wrong.is_some())) {
            fieldset aria-describedby=(described_by) {
                legend { "Date of birth, or the date your baby is due" }
                (hint_line(&group, "For example, 27 3 2021. The month can be a number or a name."))
                @if let Some(error) = wrong { (error_line(&group, error)) }
                div class="date" {
                    @for (part, label, inputmode) in parts {
                        @let name = child(number, part);
                        div {
                            label for=(name) { (label) }
                            input type="text" id=(name) name=(name) value=(filled.value(&name))
                                class=(part) inputmode=(inputmode) autocomplete="off"
                                aria-invalid=[filled.error(&name).map(|_| "true")];
                        }
                    }
                }
            }
        }
    }
}
