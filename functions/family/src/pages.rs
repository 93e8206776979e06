//! The family's pages, as compile-time templates. Every word on them is a message of its language,
//! and none needs JavaScript.

mod about;
mod check;
mod fields;
mod helplines;
mod numbers;
mod problem;
mod question;
mod sent;
mod start;
mod status;

pub(crate) use about::about;
pub(crate) use check::check;
pub(crate) use numbers::numbers;
pub(crate) use problem::{problem, unexpected};
pub(crate) use question::question;
pub(crate) use sent::sent;
pub(crate) use start::start;
pub(crate) use status::status;

use ::pages::{Page, Service};
use maud::{Markup, html};

use crate::leave;
use crate::visit::Visit;

const SERVICE: Service = Service {
    name: "Family Hub",
    one_title: Some("Information"),
    home: "/",
    assets: "/assets",
    exit: Some(leave::LINK),
    is_wide: false,
};

/// A page that begins with a way out and ends with the numbers to call.
fn page(visit: &Visit, content: &Markup) -> Page<'static> {
    Page {
        locale: visit.language.locale(),
        footer: html! { p { (visit.text("start-exit-note")) } },
        ..Page::new(&SERVICE, "", html! { (content) (helplines::list()) })
    }
}

#[cfg(test)]
mod tests;
