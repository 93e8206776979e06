//! The page on cookies: all of them are needed, so nobody is asked.

use maud::{Markup, html};

use super::list;
use crate::visit::Visit;

/// The cookies, each with what it does and when it ends.
const COOKIES: [(&str, &str, &str); 3] = [
    ("__Host-form", "about-cookies-form", "about-cookies-end-idle"),
    ("__Host-status", "about-cookies-status", "about-cookies-end-idle"),
    ("__Host-language", "about-cookies-language", "about-cookies-end-close"),
];

pub(super) fn content(visit: &Visit) -> Markup {
    let row = |(name, what, ends): (&str, &str, &str)| {
        (name.to_owned(), html! { (visit.text(what)) " " (visit.text(ends)) })
    };
    html! {
        p { (visit.text("about-cookies-lead")) }
        (list(COOKIES.map(row)))
        p { (visit.text("about-cookies-exit")) }
    }
}
