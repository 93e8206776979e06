//! The list of entries that are waiting, the most pressing first. It shows nothing that a family
//! said.

use ::api::Cursor;
use ::pages::components::{ArrowLink, Details, Pagination, Tag};
use locality::Localities;
use maud::{Markup, html};
use pipeline::collect::{Listing, ListingPage, Worker};
use pipeline::rows::EntryRow;
use referral::{EntryId, EntryState, Priority};

use super::inbox_name;
use crate::when;

/// The most inboxes that are named in one line.
const FEW: usize = 3;

/// The page of the worker's entries, or of those in `state` if it is given.
pub(crate) fn inbox(
    page: &ListingPage,
    worker: &Worker,
    state: Option<EntryState>,
    localities: &Localities,
) -> String {
    let next = page
        .next
        .as_deref()
        .map(|rank| ArrowLink { href: list_link(state, rank), ..ArrowLink::default() });
    let content = html! {
        h1 { "Inbox" }
        (inboxes(worker, localities))
        nav aria-label="Show entries" { ul class="filters" {
            (filter("All", None, state))
            @for &one in EntryState::ALL { (filter(one.label(), Some(one), state)) }
        } }
        @if page.entries.is_empty() { p { "There is nothing here." } }
        ol class="entries" { @for listing in &page.entries { (line(listing, worker, localities)) } }
        @if next.is_some() { (Pagination { next, ..Pagination::default() }) }
    };
    super::signed_in("Inbox", content).to_html()
}

/// The link to the entries after `rank`.
fn list_link(state: Option<EntryState>, rank: &str) -> String {
    let state = state.map_or("", EntryState::code);
    format!("/hub?state={state}&cursor={}", Cursor::after(rank).text())
}

fn filter(label: &str, target: Option<EntryState>, shown: Option<EntryState>) -> Markup {
    let href = target.map_or("/hub".to_owned(), |state| format!("/hub?state={state}"));
    let current = (target == shown).then_some("page");
    html! { li { a href=(href) aria-current=[current] { (label) } } }
}

/// The inboxes of these entries. Many inboxes are folded into a line, so that the list comes first.
fn inboxes(worker: &Worker, localities: &Localities) -> Markup {
    let names: Vec<_> = worker.inboxes.iter().map(|id| inbox_name(id, localities)).collect();
    html! {
        @if names.len() <= FEW {
            p class="facts" { (names.join(", ")) }
        } @else {
            (Details {
                summary: format!("{} inboxes", names.len()).into(),
                content: html! { ul { @for name in names { li { (name) } } } }.into(),
                ..Details::default()
            })
        }
    }
}

fn line(listing: &Listing, worker: &Worker, localities: &Localities) -> Markup {
    let entry = &listing.entry;
    let pressing = matches!(entry.priority, Priority::Safeguarding | Priority::Urgent);
    if entry.access.barrier(&worker.actor.id).is_some() {
        return closed(entry, localities);
    }
    let mine = entry.claim.as_ref().is_some_and(|claim| claim.by == worker.actor.id);
    html! {
        li {
            h2 { a href={ "/hub/entries/" (entry.id) } {
                "Received " (when::in_words(entry.received_at))
                span class="govuk-visually-hidden" { ", " (entry.priority.label()) ", entry " (short(entry.id)) }
            } }
            p {
                (Tag::coloured(if pressing { "red" } else { "" }, entry.priority.label()))
                " " (Tag::coloured("grey", entry.state.label()))
                @if mine { " " (Tag::coloured("green", "Yours")) }
                @if entry.has_news() { " " (Tag::coloured("blue", "News from the family")) }
                @if listing.waits_unread { " " (Tag::coloured("red", "Not read for over an hour")) }
            }
            p class="facts" {
                (inbox_name(&entry.inbox, localities)) "\u{a0}· "
                (entry.referrals.len()) "\u{a0}"
                @if entry.referrals.len() == 1 { "referral" } @else { "referrals" }
                @if !entry.linked.is_empty() { " · linked with others" }
            }
            @if let Some(last) = listing.reasons.last() { p class="facts" { (last.text) } }
        }
    }
}

/// The line of an entry that is closed to the worker: it tells that alone.
fn closed(entry: &EntryRow, localities: &Localities) -> Markup {
    html! {
        li {
            h2 { a href={ "/hub/entries/" (entry.id) } {
                "Closed to you"
                span class="govuk-visually-hidden" { ", entry " (short(entry.id)) }
            } }
            p class="facts" { (inbox_name(&entry.inbox, localities)) }
        }
    }
}

/// The first part of an id, which tells apart links that would read the same.
fn short(id: EntryId) -> String {
    id.to_string().split('-').next().unwrap_or_default().to_owned()
}
