//! The page on which a family asks how its request is getting on.

use maud::html;

use crate::visit::Visit;

/// The page that asks for the reference and the code.
pub(crate) fn status(visit: &Visit) -> String {
    super::page(visit, &html! { h1 { (visit.text("status-title")) } }).to_html()
}
