//! The page for danger: the numbers to call, and the way back to the form.

use maud::html;

use super::helplines;
use crate::visit::Visit;

/// The numbers to call; `go_on` is the address at which a form that was begun goes on.
pub(crate) fn numbers(visit: &Visit, go_on: Option<&str>) -> String {
    let content = html! {
        h1 { "Get help now" }
        (helplines::danger())
        @if let Some(address) = go_on { p { a href=(address) { "Go on with the form" } } }
    };
    super::page(visit, &content).to_html()
}
