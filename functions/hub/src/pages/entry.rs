//! One entry, opened: why it is here, what was said, and which actions are allowed now.

use ::pages::components::{BackLink, SummaryList, SummaryRow};
use ::pages::{Content, Page};
use jiff::Timestamp;
use locality::Localities;
use maud::{Markup, Render, html};
use pipeline::collect::{Opened, Worker};
use pipeline::rows::EntryRow;
use referral::EntryState;

use super::view::{Purpose, View};
use super::{access, actions, content, course, due, inbox_name, log, matches, reach};
use crate::place;
use crate::steps::worker_name;
use crate::when;

/// The page of an opened entry. `message` tells what became of the change just asked for.
pub(crate) fn entry(
    opened: &Opened,
    worker: &Worker,
    now: Timestamp,
    message: Option<&str>,
    localities: &Localities,
    view: &View,
) -> String {
    let entry = &opened.entry;
    let state = html! { (entry.state.label()) (holder(entry, worker, now)) };
    let mut facts = vec![
        SummaryRow::of("State", state),
        SummaryRow::of("Priority", entry.priority.label()),
        SummaryRow::of("Inbox", inbox_name(&entry.inbox, localities)),
    ];
    let next_step = due::next_step(entry, now, localities);
    facts.extend(next_step.map(|step| SummaryRow::of("Next step", step)));
    facts.extend(entry.outcome.map(|outcome| SummaryRow::of("Outcome", outcome.label())));
    let is_masked = place::is_hidden(opened) && !view.shows_address;
    let content = html! {
        @if message.is_none() { (course::banner(entry, worker, now, localities)) }
        h1 { "Entry of " (when::in_words(entry.received_at)) }
        @if entry.log.no_contact { (access::no_contact()) }
        (SummaryList { rows: facts, ..SummaryList::default() })
        (course::marks(entry, localities, now))
        @if view.purpose != Purpose::Paper { (actions::actions(entry, worker, now)) }
        @if view.is_for_working() {
            @if place::is_offered(entry, worker, localities) {
                p { a href={ "/hub/entries/" (entry.id) "/place" } { "Find the hub" } }
            }
        }
        (content::notes_line(&opened.referrals))
        (reach::reach(&opened.reach, entry.log.no_contact))
        (log::log(entry, &opened.log, worker, view, is_masked))
        section {
            h2 { "Why it is here" }
            ul { @for reason in &opened.reasons { li { (reason.text) } } }
            (course::history(entry, localities))
        }
        @for found in &opened.matches { (matches::one(opened, found, worker, localities)) }
        @for one in &opened.referrals { (content::referral(one, entry.id, view)) }
        (access::forms(entry, worker, now, view))
        @if view.purpose != Purpose::Paper {
            p { a href={ "/hub/entries/" (entry.id) "/print" } { "Show it without forms, to print" } }
            p { a href={ "/hub/entries/" (entry.id) "/export" } { "Download it as a table (CSV)" } }
        } @else {
            p { a href={ "/hub/entries/" (entry.id) } { "Back to the entry" } }
        }
    };
    Page {
        notice: message.map(Content::from),
        errors: view.errors(),
        before: BackLink::to("/hub", "Back to the inbox").render(),
        ..super::signed_in("Entry", content)
    }
    .to_html()
}

fn holder(entry: &EntryRow, worker: &Worker, now: Timestamp) -> Markup {
    html! {
        @if entry.has_lapsed(now) { " (the claim has lapsed)" }
        @else if let Some(claim) = entry.holder(now) {
            @if claim.by == worker.actor.id { " (by you)" }
            @else { " (by another worker: " (worker_name(&claim.by)) ")" }
            @if entry.state == EntryState::Claimed { ", until " (when::in_words(claim.lease_until)) }
        }
    }
}
