//! National numbers, on every page and the same for everybody: showing them tells nothing about the
//! person who looks.

use ::pages::Content;
use ::pages::components::WarningText;
use maud::{Markup, html};

use crate::visit::Visit;

/// The id of the list, to which the top of a page leads.
const ID: &str = "helplines";

/// The number for danger.
pub(super) const EMERGENCY: &str = "999";

/// The numbers, by the ids of their words.
const LINES: &[(&str, &str)] = &[
    ("emergency", EMERGENCY),
    ("nhs", "111"),
    ("childline", "0800 1111"),
    ("abuse", "0808 2000 247"),
    ("samaritans", "116 123"),
];

/// The warning for danger that must not wait for a form, and a link to the other numbers.
pub(super) fn danger(visit: &Visit) -> Markup {
    let language = visit.language;
    html! {
        (warning(visit, language.markup("numbers-danger", &[("number", tel(EMERGENCY))])))
        p { a href={ "#" (ID) } { (language.text("helplines-title")) } }
    }
}

/// Words that nobody should miss.
pub(super) fn warning(visit: &Visit, words: impl Into<Content>) -> WarningText {
    WarningText { icon_fallback_text: visit.text("word-warning"), ..WarningText::from(words) }
}

/// The list of numbers, each with the reason to call it.
pub(super) fn list(visit: &Visit) -> Markup {
    let language = visit.language;
    html! {
        section class="helplines" aria-labelledby=(ID) {
            h2 id=(ID) { (language.text("helplines-title")) }
            p { (language.text("helplines-free")) }
            dl {
                @for (name, number) in LINES {
                    dt { (language.text(&format!("helpline-{name}-name"))) ": " (tel(number)) }
                    dd { (language.text(&format!("helpline-{name}-when"))) }
                }
            }
        }
    }
}

/// A number to press on a phone: digits and spaces, and no words. It is set apart from the words around
/// it, because its groups would be read from the last to the first among words from right to left.
pub(super) fn tel(number: &str) -> Markup {
    let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    html! { bdi dir="ltr" { a href={ "tel:" (dialled) } { (number) } } }
}
