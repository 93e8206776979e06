//! The pages, as compile-time templates. They decide nothing.

mod access;
mod actions;
mod again;
mod authorities;
mod close;
mod content;
mod course;
mod due;
mod entry;
mod figures;
mod forms;
mod inbox;
mod log;
mod matches;
mod moves;
mod overview;
mod place;
mod problem;
mod reach;
mod sign_in;
mod view;

pub(crate) use access::closed;
pub(crate) use actions::may;
pub(crate) use again::{again, nothing_again};
pub(crate) use authorities::authorities;
pub(crate) use close::{Ending, close};
pub(crate) use entry::entry;
pub(crate) use figures::figures;
pub(crate) use inbox::{InboxPage, SOUGHT, inbox};
pub(crate) use moves::{Wrong, ask, sent};
pub(crate) use overview::{has_overview, overview};
pub(crate) use place::{Place, place};
pub(crate) use problem::problem;
pub(crate) use sign_in::{NotSignedIn, capacities, not_signed_in, sign_in, signed_in_now};
pub(crate) use view::{Purpose, View};

use ::pages::components::{Section, ServiceNavigation, Slots};
use ::pages::{Page, Service};
use maud::{Markup, Render, html};

use crate::inbox_names::inbox_name;

const SERVICE: Service = Service {
    name: "Hub inbox",
    one_title: None,
    home: "/hub",
    assets: "/hub/assets",
    exit: None,
    is_wide: true,
};

/// A page for somebody who is signed in, with a button to sign out.
fn signed_in(title: &str, content: Markup) -> Page<'_> {
    let sign_out = html! {
        li class="govuk-service-navigation__item" {
            form method="post" action="/hub/sign-out" { button class="as-link" { "Sign out" } }
        }
    };
    let inbox = Section { content: "Inbox".into(), href: "/hub".to_owned(), ..Section::default() };
    let navigation = ServiceNavigation {
        navigation: vec![inbox],
        slots: Slots { navigation_end: sign_out.into(), ..Slots::default() },
        ..ServiceNavigation::default()
    };
    Page { header_end: navigation.render(), ..signed_out(title, content) }
}

/// A page for anybody.
fn signed_out(title: &str, content: Markup) -> Page<'_> {
    Page::new(&SERVICE, title, content)
}

#[cfg(test)]
pub(crate) mod tests;
