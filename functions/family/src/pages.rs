//! The family's pages, as compile-time templates. Every word on them is a message of its language,
//! and none needs JavaScript.

mod about;
mod check;
mod fields;
mod helplines;
mod note;
mod numbers;
mod problem;
mod question;
mod sent;
mod start;
mod status;

pub(crate) use about::about;
pub(crate) use check::{HONEYPOT, check};
pub(crate) use note::{added, note};
pub(crate) use numbers::numbers;
pub(crate) use problem::{problem, unexpected};
pub(crate) use question::{ADD, CALL, REMOVE, question};
pub(crate) use sent::{gone, sent};
pub(crate) use start::{WAY, start};
pub(crate) use status::{Found, found, locked, status};

use ::pages::components::{BackLink, Language};
use ::pages::{Direction, Page, Service};
use maud::{Markup, html};

use crate::home_area::HubPhone;
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

/// A form that was begun in this browser, as the pages around it need to know it.
pub(crate) struct Begun {
    /// The address at which it goes on.
    pub(crate) address: String,
    /// The value of the hidden field that says which form it is.
    pub(crate) mark: String,
    /// Whether it was sent.
    pub(crate) is_sent: bool,
    /// Whether it tells that somebody is being hurt, or could be.
    pub(crate) tells_of_danger: bool,
}

/// Hubs with their numbers to call.
fn phones(visit: &Visit, hubs: &[HubPhone]) -> Markup {
    let values =
        |hub: &HubPhone| [("name", html! { (hub.name) }), ("phone", helplines::tel(&hub.phone))];
    html! {
        @if !hubs.is_empty() {
            ul {
                @for hub in hubs {
                    li { (visit.language.markup("start-phone-hub", &values(hub))) }
                }
            }
        }
    }
}

/// A reference, which is read from left to right in every language.
fn reference(text: &str) -> Markup {
    html! { span class="whole" dir="ltr" { (text) } }
}

/// A page that begins with a way out and ends with the numbers to call.
fn page(visit: &Visit, content: &Markup) -> Page<'static> {
    framed(visit, html! { (content) (helplines::list(visit)) })
}

/// A page that has the numbers to call in a place of its own.
fn framed(visit: &Visit, content: Markup) -> Page<'static> {
    Page {
        locale: visit.language.locale(),
        languages: languages(visit),
        footer: html! { p { (visit.text("footer-exit")) } },
        footer_links: about::links(visit),
        ..Page::new(&SERVICE, "", content)
    }
}

/// The way back to a page.
fn back(visit: &Visit, address: &str) -> Markup {
    let link = BackLink {
        content: visit.text("back").into(),
        href: address.to_owned(),
        ..BackLink::default()
    };
    html! { (link) }
}

/// The languages of the page, each by its own name; the link leads back to the same place.
fn languages(visit: &Visit) -> Vec<Language> {
    let one = |language: &&'static crate::language::Language| Language {
        content: language.name().into(),
        href: visit.in_language(language.tag()),
        current: *language == visit.language,
        lang: language.tag().to_owned(),
        dir: match language.direction() {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
        .to_owned(),
        ..Language::default()
    };
    visit.offered.iter().map(one).collect()
}

#[cfg(test)]
mod tests;
