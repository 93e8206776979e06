//! The page on which a worker finds the hub for an entry by hand: where the family lives, what the
//! rulebook says, the hubs to choose from, and what else can be done.

mod asked;
mod home;
mod hubs;
mod map;

use ::pages::components::{BackLink, Button, ErrorLink, NotificationBanner};
use ::pages::{Content, Page};
use jiff::Timestamp;
use locality::{Listed, Localities, Placement};
use maud::{Markup, Render, html};
use pipeline::collect::{Opened, Worker};
use referral::{ClosingOutcome, EntryAction};

use super::forms::change_form;
use super::{actions, authorities, close, course, inbox_name};
use crate::logged::Typed;
use crate::place::Finding;

/// All that the page is made of.
pub(crate) struct Place<'a> {
    pub(crate) opened: &'a Opened,
    pub(crate) worker: &'a Worker,
    pub(crate) now: Timestamp,
    pub(crate) localities: &'a Localities,
    pub(crate) finding: &'a Finding<'a>,
    /// A random token for the forms of the page.
    pub(crate) token: String,
    /// The form that is to be mended.
    pub(crate) typed: Option<Typed>,
    /// The kind of item that was just written.
    pub(crate) done: Option<&'a str>,
    /// The message about what did not work.
    pub(crate) message: Option<String>,
}

const TITLE: &str = "Find the hub";

/// The page.
pub(crate) fn place(page: &Place<'_>) -> String {
    let Place { opened, localities, .. } = page;
    let entry = &opened.entry;
    let content = html! {
        @if let Some(done) = page.done.and_then(done) { (banner(done)) }
        h1 { (TITLE) }
        p { (close::subject(opened)) " It is in " strong { (inbox_name(&entry.inbox, localities)) } "." }
        (course::marks(entry, localities, page.now))
        section {
            h2 { "Why it is here" }
            ul { @for reason in &opened.reasons { li { (reason.text) } } }
        }
        (home::section(page))
        (rulebook(page))
        (hubs::section(page))
        (elsewhere(page))
        (asked::section(page))
    };
    let back = BackLink::to(&format!("/hub/entries/{}", entry.id), "Back to the entry");
    let errors = page.typed.iter().flat_map(|typed| {
        typed.faults.iter().map(|fault| {
            let field = home::field_id(&typed.kind, &fault.path);
            ErrorLink::to(field, fault.message.as_str())
        })
    });
    Page {
        errors: errors.collect(),
        notice: page.message.as_deref().map(Content::from),
        before: back.render(),
        ..super::signed_in(TITLE, content)
    }
    .to_html()
}

fn done(kind: &str) -> Option<&'static str> {
    match kind {
        "postcode" => Some("The postcode is corrected. What was sent stays as it was sent."),
        "sender_asked" => Some("It is written down that you asked the sender. Nothing was sent."),
        _ => None,
    }
}

fn banner(words: &str) -> Markup {
    NotificationBanner {
        kind: "success".to_owned(),
        content: words.into(),
        ..NotificationBanner::default()
    }
    .render()
}

/// Where the rulebook would place it today, with every rule that was looked at.
fn rulebook(page: &Place<'_>) -> Markup {
    html! {
        section {
            h2 { "What the rulebook says today" }
            @match &page.finding.placement {
                Some(placement) => (explained(page, placement)),
                None => p { "Nothing that was sent can be read, so the rulebook cannot place it." },
            }
        }
    }
}

fn explained(page: &Place<'_>, placement: &Placement) -> Markup {
    let is_here = placement.inbox == page.opened.entry.inbox;
    html! {
        p {
            "It would place the family in " strong { (placement.inbox_name) }
            @if is_here { ", where it is" } "."
        }
        ul { @for reason in &placement.reasons { li { (reason.text) } } }
        @if !placement.considered.is_empty() {
            h3 { "Every rule that was looked at" }
            ol {
                @for one in &placement.considered {
                    li { strong { (one.rule) @if one.applied { ", which decided" } } ": " (one.text) }
                }
            }
        }
        p class="facts" {
            @if let Some(rulebook) = &placement.rulebook { "Rulebook " (rulebook) ", " }
            "postcodes " (placement.index)
        }
        @if page.finding.destinations.contains(&placement.inbox) {
            (send(page, placement.inbox.as_str(), &placement.inbox_name))
        }
    }
}

/// The link that leads to sending the entry to an inbox, with a reason; nothing where it must be claimed
/// first.
fn send(page: &Place<'_>, inbox: &str, name: &str) -> Markup {
    let entry = &page.opened.entry;
    html! {
        @if may(page, EntryAction::Redirect) {
            p {
                a href={ "/hub/entries/" (entry.id) "/redirect?version=" (entry.version) "&to=" (inbox) } {
                    "Send it to " (name)
                }
            }
        }
    }
}

fn may(page: &Place<'_>, action: EntryAction) -> bool {
    actions::may(&page.opened.entry, page.worker, page.now, action)
}

/// A button to claim the entry, where that has to come first.
fn claim(page: &Place<'_>) -> Markup {
    html! {
        @if may(page, EntryAction::Claim) {
            p { "Claim it before you send it on, so that nobody else does at the same time." }
            (change_form(&page.opened.entry, "claim", &Button::from("Claim").render()))
        }
    }
}

/// What can be done where none of the hubs is right.
fn elsewhere(page: &Place<'_>) -> Markup {
    let entry = &page.opened.entry;
    let outcome = ClosingOutcome::TransferredAuthority;
    html! {
        section {
            h2 { "If the family lives elsewhere" }
            @match &page.finding.council {
                None => p { "Which council runs children’s services there is not known yet." },
                Some(council) if is_own(page, council) => p {
                    "As far as is known, it lives in " strong { (council.authority.full_name()) }
                    ", which this inbox belongs to."
                },
                Some(council) => {
                    p { "As far as is known, the council there is " strong { (council.authority.full_name()) } "." }
                    (authorities::contact(council))
                }
            }
            ul {
                li { a href="/hub/authorities" { "Every council, with the contacts that are known here" } }
                @if may(page, EntryAction::Redirect) {
                    li { a href={ "/hub/entries/" (entry.id) "/redirect?version=" (entry.version) } {
                        "Send it to another inbox, such as the other council’s or out of area"
                    } }
                }
                @if may(page, EntryAction::Close) {
                    li { a href={ "/hub/entries/" (entry.id) "/close?version=" (entry.version) "&outcome=" (outcome.code()) } {
                        "Close it, once the other council has it: " (outcome.label())
                    } }
                }
            }
            p { "Nothing is sent to a council that is not in the list of inboxes. Phone or write to it, and close the entry when it says that it has taken the family on." }
        }
    }
}

/// Whether a council is the one that the entry's inbox belongs to.
fn is_own(page: &Place<'_>, council: &Listed<'_>) -> bool {
    let own = page.localities.inbox(&page.opened.entry.inbox).and_then(|inbox| inbox.authority);
    own.is_some() && own == council.authority.gss()
}
