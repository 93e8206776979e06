//! National numbers, on every page and the same for everybody: showing them tells nothing about the
//! person who looks.

use ::pages::components::WarningText;
use maud::{Markup, html};

/// The id of the list, to which the top of a page leads.
const ID: &str = "helplines";

const TITLE: &str = "Numbers you can call";

const LINES: &[(&str, &str, &str)] = &[
    (
        "Emergency services",
        "999",
        "If anyone is in danger right now. If it is not safe to speak, call from a mobile and press \
         55 when you are asked to.",
    ),
    ("NHS 111", "111", "If you need help with your mental health now. Choose option 2."),
    ("Childline", "0800 1111", "For anyone under 19."),
    (
        "National Domestic Abuse Helpline",
        "0808 2000 247",
        "If someone scares, hurts or controls you, or someone you know.",
    ),
    ("Samaritans", "116 123", "If you want to talk to someone, about anything."),
];

/// The warning for danger that must not wait for a form, and a link to the other numbers.
pub(super) fn danger() -> Markup {
    html! {
        (WarningText::from(html! { "If anyone is in danger right now, call " (tel("999")) "." }))
        p { a href={ "#" (ID) } { (TITLE) } }
    }
}

/// The list of numbers, each with the reason to call it.
pub(super) fn list() -> Markup {
    html! {
        section class="helplines" aria-labelledby=(ID) {
            h2 id=(ID) { (TITLE) }
            p { "They are free, day and night." }
            dl {
                @for (name, number, when) in LINES {
                    dt { (name) ": " (tel(number)) }
                    dd { (when) }
                }
            }
        }
    }
}

/// A number to press on a phone: digits and spaces, and no words.
pub(super) fn tel(number: &str) -> Markup {
    let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    html! { a href={ "tel:" (dialled) } { (number) } }
}
