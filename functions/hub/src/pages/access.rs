//! The limits to seeing an entry: the page of one that is closed to a worker, and the forms by which
//! that changes.

use ::pages::Page;
use ::pages::components::{Button, Choosable, Details, ErrorLink, Select, WarningText};
use jiff::Timestamp;
use maud::{Markup, Render, html};
use pipeline::collect::{Worker, decides_on_access};
use pipeline::rows::{Barrier, EntryRow};
use referral::{EntryId, LookReason};

use super::view::{ADDRESS_REASON, NO_REASON, View};
use crate::steps::worker_name;

const ACCESS_REASON: &str = "access-reason";

/// The page of an entry that is closed to the worker. It tells no more of it. `no_reason` says that
/// access was asked for without a reason.
pub(crate) fn closed(id: EntryId, barrier: Barrier, no_reason: bool) -> String {
    let is_wrong = no_reason && barrier == Barrier::Restricted;
    let content = html! {
        h1 { "This entry is closed to you" }
        @match barrier {
            Barrier::Conflict => {
                p { "You said that you know this family. The entry waits for your colleagues." }
                p { "If that was a mistake, ask your manager to open it to you again." }
            },
            Barrier::Restricted => {
                p { "It is restricted: it opens for the workers that are named on it." }
                p { "Ask for access only if you need it for your work with this family. Your reason is recorded, and your manager sees it." }
                form method="post" action={ "/hub/entries/" (id) "/access/ask_access" } {
                    (reasons(ACCESS_REASON, "Why do you need it?", is_wrong))
                    (Button::from("Ask for access"))
                }
            },
        }
        p { a href="/hub" { "Back to the inbox" } }
    };
    let error = is_wrong.then(|| ErrorLink::to(ACCESS_REASON, NO_REASON));
    Page {
        errors: error.into_iter().collect(),
        ..super::signed_in("This entry is closed to you", content)
    }
    .to_html()
}

/// The list of reasons, none of them chosen.
fn reasons(id: &str, label: &str, is_wrong: bool) -> Markup {
    let all = LookReason::ALL.iter().map(|one| Choosable::new(one.code(), one.label()));
    Select {
        id: id.to_owned(),
        name: "reason".to_owned(),
        items: [Choosable::new("", "Choose a reason")].into_iter().chain(all).collect(),
        label: label.into(),
        error_message: is_wrong.then(|| NO_REASON.into()),
        ..Select::default()
    }
    .render()
}

/// The form by which a masked address is shown once.
pub(super) fn unmask(entry: EntryId, no_reason: bool) -> Markup {
    html! {
        form method="post" action={ "/hub/entries/" (entry) "/access/address" } {
            (reasons(ADDRESS_REASON, "Why do you need the address?", no_reason))
            (Button {
                classes: "govuk-button--secondary".to_owned(),
                ..Button::from("Show the address once")
            })
        }
    }
}

/// The warning that comes before everything else where nobody may get in touch.
pub(super) fn no_contact() -> Markup {
    WarningText::from("Do not get in touch with this family. Somebody has died.").render()
}

/// The forms by which a worker hands the work over, and by which access changes.
pub(super) fn forms(entry: &EntryRow, worker: &Worker, now: Timestamp, view: &View) -> Markup {
    html! {
        @if view.is_for_working() {
            (handing_over(entry, worker, now))
            (Details {
                summary: "Who may see this entry".into(),
                content: access(entry, worker).into(),
                ..Details::default()
            })
        }
    }
}

fn handing_over(entry: &EntryRow, worker: &Worker, now: Timestamp) -> Markup {
    let holder = entry.holder(now);
    let is_mine = holder.is_some_and(|claim| claim.by == worker.actor.id);
    let offered = entry.is_offered(now);
    html! {
        @if is_mine && offered {
            p { "You offer this work to your colleagues." }
            (button(entry, "handover/take_back", "Keep it after all", &html! {}))
        } @else if is_mine {
            (button(entry, "handover/offer", "Offer it to a colleague", &html! {}))
        } @else if offered {
            p { (holder.map_or("The named worker", |claim| worker_name(&claim.by))) " offers this work to a colleague." }
            (button(entry, "handover/take", "Take it over", &html! {}))
        }
    }
}

fn access(entry: &EntryRow, worker: &Worker) -> Markup {
    let access = &entry.access;
    html! {
        h3 { "Do you know this family?" }
        p { "If you know them outside your work, say so. The entry is then closed to you, and waits for your colleagues. Only a manager can open it to you again." }
        (button(entry, "access/declare_conflict", "I know this family", &html! {}))
        @if access.restricted {
            p { "It is restricted: it opens for " @for (at, one) in access.named.iter().enumerate() {
                @if at > 0 { ", " } (worker_name(one))
            } " alone." }
        }
        @if decides_on_access(worker) { (decisions(entry)) }
    }
}

/// The decisions that are a manager's.
fn decisions(entry: &EntryRow) -> Markup {
    html! {
        @if entry.access.restricted {
            (button(entry, "access/lift_restriction", "Open it to everybody in this inbox", &html! {}))
        } @else {
            p { "If few people should see it, restrict it. It then opens for you and its named worker, and for those who ask and say why." }
            (button(entry, "access/restrict", "Restrict this entry", &html! {}))
        }
        @for one in &entry.access.conflicts {
            p { strong { (worker_name(one)) } " said that they know this family." }
            @let label = format!("Open it to {} again", worker_name(one));
            (button(entry, "access/lift_conflict", &label, &html! {
                input type="hidden" name="worker" value=(one.as_str());
            }))
        }
    }
}

fn button(entry: &EntryRow, step: &str, label: &str, more: &Markup) -> Markup {
    let button = Button { classes: "govuk-button--secondary".to_owned(), ..Button::from(label) };
    html! {
        form method="post" action={ "/hub/entries/" (entry.id) "/" (step) } {
            (more)
            (button)
        }
    }
}
