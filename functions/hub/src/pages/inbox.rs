//! The list: what is waiting, the most pressing first. Nothing that a family said is on it.

use maud::{Markup, html};
use pipeline::collect::{Listing, ListingPage, Worker};
use referral::{EntryState, Priority};

use super::{inbox_name, layout};
use crate::{api, when};

/// A page of the worker's entries, those in `state` if there is one.
pub(crate) fn inbox(page: &ListingPage, worker: &Worker, state: Option<EntryState>) -> String {
    let next = page.next.as_deref().map(|rank| api::list_link(state, rank));
    let content = html! {
        h1 { "Inbox" }
        p class="inboxes" {
            @for (index, inbox) in worker.inboxes.iter().enumerate() {
                @if index > 0 { ", " }
                (inbox_name(inbox))
            }
        }
        nav aria-label="Show entries" { ul class="filters" {
            (filter("All", None, state))
            @for &one in EntryState::ALL { (filter(one.label(), Some(one), state)) }
        } }
        @if page.entries.is_empty() { p { "There is nothing here." } }
        ol class="entries" { @for listing in &page.entries { (line(listing, worker)) } }
        @if let Some(next) = next {
            nav aria-label="Pages" { p { a rel="next" href=(next) { "Next page" } } }
        }
    };
    layout::page("Inbox", true, &content)
}

fn filter(label: &str, target: Option<EntryState>, shown: Option<EntryState>) -> Markup {
    let href = target.map_or("/hub".to_owned(), |state| format!("/hub?state={state}"));
    let current = (target == shown).then_some("page");
    html! { li { a href=(href) aria-current=[current] { (label) } } }
}

fn line(listing: &Listing, worker: &Worker) -> Markup {
    let entry = &listing.entry;
    let pressing = matches!(entry.priority, Priority::Safeguarding | Priority::Urgent);
    let mine = entry.claim.as_ref().is_some_and(|claim| claim.by == worker.id);
    html! {
        li {
            h2 { a href={ "/hub/entries/" (entry.id) } { "Received " (when::in_words(entry.received_at)) } }
            p {
                strong class=(if pressing { "tag pressing" } else { "tag" }) { (entry.priority.label()) }
                " " span class="tag plain" { (entry.state.label()) }
                @if mine { " " span class="tag plain" { "Yours" } }
            }
            p class="facts" {
                (inbox_name(&entry.inbox)) " · "
                (entry.referrals.len()) @if entry.referrals.len() == 1 { " referral" } @else { " referrals" }
                @if !entry.linked.is_empty() { " · linked with others" }
            }
            @if let Some(last) = listing.reasons.last() { p class="facts" { (last.text) } }
        }
    }
}
