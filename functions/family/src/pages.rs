//! The family's pages, as compile-time templates, in warm and plain words. None needs JavaScript.

mod confirmation;
mod form;
mod helplines;
mod message;
mod parts;

pub(crate) use confirmation::{Next, confirmation};
pub(crate) use form::form;
pub(crate) use message::{already_sent, problem};

use ::pages::{Page, Service};
use maud::{Markup, html};

use crate::leave;

const SERVICE: Service = Service {
    name: "Family Hub",
    one_title: Some("Information"),
    home: "/",
    assets: "/assets",
    exit: Some(leave::LINK),
    is_wide: false,
};

/// A page that begins with a way out and ends with the numbers to call.
fn page<'a>(title: &'a str, content: &Markup) -> Page<'a> {
    Page {
        footer: html! {
            p {
                "‘Exit this page’ takes you to a weather page. It does not clear your "
                "browser’s history. If someone might look, clear the history too."
            }
        },
        ..Page::new(&SERVICE, title, html! { (content) (helplines::list()) })
    }
}

#[cfg(test)]
mod tests;
