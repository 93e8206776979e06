//! Pages on these pages: accessibility, privacy, cookies, contact.

use maud::html;

use crate::visit::Visit;

/// The page of a name, if there is one.
pub(crate) fn about(visit: &Visit, page: &str) -> Option<String> {
    let title = match page {
        "accessibility" => visit.text("about-accessibility-title"),
        "privacy" => visit.text("about-privacy-title"),
        "cookies" => visit.text("about-cookies-title"),
        "contact" => visit.text("about-contact-title"),
        _ => return None,
    };
    Some(super::page(visit, &html! { h1 { (title) } }).to_html())
}
