//! A row of the list: whom the entry is about, what they need, who sent it, when the next step is due
//! and who has it.

use ::pages::components::Tag;
use locality::Calendar;
use maud::{Markup, html};
use pipeline::collect::Listing;
use pipeline::rows::EntryRow;
use referral::{EntryId, Priority};

use super::InboxPage;
use crate::pages::{due, inbox_name};
use crate::steps::worker_name;
use crate::when;

pub(super) fn row(listing: &Listing, shown: &InboxPage<'_>) -> Markup {
    let entry = &listing.entry;
    if entry.access.barrier(&shown.worker.actor.id).is_some() {
        return closed(entry, shown);
    }
    let people = listing.summary.as_ref().map(|one| one.people(Calendar::day_of(shown.now)));
    html! {
        li {
            h2 { a href={ "/hub/entries/" (entry.id) } {
                @match people {
                    Some(people) => (people.join("; ")),
                    None => { "Received " (when::in_words(entry.received_at)) ": cannot be read yet" },
                }
                span class="govuk-visually-hidden" { ", " (entry.priority.label()) ", entry " (short(entry.id)) }
            } }
            p { (tags(listing, shown)) }
            (said(listing))
            @if let (Some(due), Some(words)) = (listing.due, &listing.due_in_words) {
                p { (due::due(due, words)) }
            }
            @if let Some(since) = listing.paused_since {
                p { "Its time stands still since " (when::in_words(since)) ": the referrer was asked for more" }
            }
            p class="facts" {
                @if shown.worker.inboxes.len() > 1 { (inbox_name(&entry.inbox, shown.localities)) "\u{a0}· " }
                "Received " (when::in_words(entry.received_at)) "\u{a0}· "
                (entry.referrals.len()) "\u{a0}"
                @if entry.referrals.len() == 1 { "referral" } @else { "referrals" }
                @if let Some(claim) = entry.holder(shown.now) {
                    "\u{a0}· With "
                    @if claim.by == shown.worker.actor.id { "you" } @else { (worker_name(&claim.by)) }
                }
            }
            @if let Some(last) = listing.reasons.last() { p class="facts" { (last.text) } }
        }
    }
}

/// The row of an entry that is closed to the worker: it tells that alone.
fn closed(entry: &EntryRow, shown: &InboxPage<'_>) -> Markup {
    html! {
        li {
            h2 { a href={ "/hub/entries/" (entry.id) } {
                "Closed to you"
                span class="govuk-visually-hidden" { ", entry " (short(entry.id)) }
            } }
            p class="facts" { (inbox_name(&entry.inbox, shown.localities)) }
        }
    }
}

fn tags(listing: &Listing, shown: &InboxPage<'_>) -> Markup {
    let entry = &listing.entry;
    let pressing = matches!(entry.priority, Priority::Safeguarding | Priority::Urgent);
    let mine = entry.holder(shown.now).is_some_and(|claim| claim.by == shown.worker.actor.id);
    let flags = [
        (listing.takes_care(), "red", "Take care"),
        (mine, "green", "Yours"),
        (listing.may_match(), "yellow", "Possible match"),
        (listing.is_known_family(), "purple", "Known family"),
        (listing.is_returned(), "orange", "Returned"),
        (entry.has_news(), "blue", "News from the family"),
        (listing.waits_unread, "red", "Not read for over an hour"),
        (entry.escalation().is_some(), "red", "Escalated to the manager"),
    ];
    html! {
        (Tag::coloured(if pressing { "red" } else { "" }, entry.priority.label()))
        " " (Tag::coloured("grey", entry.state.label()))
        @for (_, colour, words) in flags.into_iter().filter(|(is, ..)| *is) {
            " " (Tag::coloured(colour, words))
        }
    }
}

/// The needs and the senders, in words.
fn said(listing: &Listing) -> Markup {
    let summary = listing.summary.as_ref();
    let needs: Vec<_> =
        summary.map(|one| one.needs.iter().map(|need| need.label()).collect()).unwrap_or_default();
    let senders: Vec<_> = summary
        .map(|one| one.senders.iter().map(|kind| kind.label()).collect())
        .unwrap_or_default();
    html! {
        @if summary.is_some() {
            p {
                @if needs.is_empty() { "No need was chosen" } @else { (needs.join("; ")) }
                @if !senders.is_empty() { ". From: " (senders.join(", ")) }
            }
        }
    }
}

/// The first part of an id, which tells apart links that would read the same.
fn short(id: EntryId) -> String {
    id.to_string().split('-').next().unwrap_or_default().to_owned()
}
