//! The pages, as compile-time templates. They decide nothing.

mod again;
mod close;
mod content;
mod entry;
mod forms;
mod inbox;
mod matches;
mod problem;
mod reach;
mod sign_in;

pub(crate) use again::{again, nothing_again};
pub(crate) use close::{Ending, close};
pub(crate) use entry::{entry, may_close};
pub(crate) use inbox::inbox;
pub(crate) use problem::problem;
pub(crate) use sign_in::{NotSignedIn, capacities, not_signed_in, sign_in, signed_in_now};

use ::pages::components::{Section, ServiceNavigation, Slots};
use ::pages::{Page, Service};
use locality::Localities;
use maud::{Markup, Render, html};
use referral::InboxId;

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

/// The name of an inbox.
fn inbox_name(id: &InboxId, localities: &Localities) -> String {
    localities.inbox(id).map_or_else(|| in_words(id), |inbox| inbox.name.clone())
}

/// The id of an inbox in words, where no rulebook names it any more: `isle-of-wight-newport` is
/// `Isle of Wight Newport`.
fn in_words(id: &InboxId) -> String {
    let word = |word: &str| match (word, word.split_at_checked(1)) {
        ("and" | "of" | "on" | "the" | "upon", _) | (_, None) => word.to_owned(),
        (_, Some((first, rest))) => first.to_ascii_uppercase() + rest,
    };
    id.as_str().split('-').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
