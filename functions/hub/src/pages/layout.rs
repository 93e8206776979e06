//! What every page has around its content.

use maud::{DOCTYPE, Markup, html};

/// A whole page. `title` is the page's own heading; `signed_in` shows the way out.
pub(super) fn page(title: &str, signed_in: bool, content: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) " - Hub inbox" }
                link rel="stylesheet" href="/hub/assets/hub.css";
            }
            body {
                a class="skip" href="#content" { "Skip to main content" }
                header {
                    a class="name" href="/hub" { "Hub inbox" }
                    @if signed_in {
                        form method="post" action="/hub/sign-out" {
                            button class="quiet" { "Sign out" }
                        }
                    }
                }
                main id="content" tabindex="-1" { (content) }
            }
        }
    }
    .into_string()
}
