//! What every page has around its content: a way out, first of all.

use maud::{DOCTYPE, Markup, html};

use super::helplines;
use crate::leave;

/// A whole page.
pub(super) fn page(title: &str, content: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang="en" dir="ltr" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                meta name="format-detection" content="telephone=no";
                title { (title) " - Family Hub" }
                link rel="stylesheet" href="/assets/family.css";
            }
            body {
                a class="skip" href="#content" { "Skip to main content" }
                header { span class="name" { "Family Hub" } }
                nav class="exit" aria-label="Leave this website" {
                    a href=(leave::LINK) rel="nofollow noreferrer" { "Exit this page" }
                }
                main id="content" tabindex="-1" { (content) (helplines::list()) }
                footer {
                    p {
                        "‘Exit this page’ takes you to a weather page. It does not clear your "
                        "browser’s history. If someone might look, clear the history too."
                    }
                }
            }
        }
    }
    .into_string()
}
