//! The actions that a worker may take on an entry now, as buttons. Those that need a reason or are
//! meant to be thought about lead to a page of their own.

use ::pages::components::Button;
use jiff::Timestamp;
use maud::{Markup, Render, html};
use pipeline::collect::Worker;
use pipeline::rows::EntryRow;
use referral::EntryAction;

use super::close;
use super::forms::change_form;

/// The actions that are carried out at once, with the words on their buttons, the main ones first.
const AT_ONCE: [(EntryAction, &str); 3] = [
    (EntryAction::Claim, "Claim"),
    (EntryAction::Accept, "Accept"),
    (EntryAction::Release, "Give it back"),
];

/// The actions that have a page of their own, with the words on the buttons that lead there.
const ASKED_ABOUT: [(EntryAction, &str); 4] = [
    (EntryAction::TakeOver, "Take it over"),
    (EntryAction::Redirect, "Send it on"),
    (EntryAction::Decline, "Decline"),
    (EntryAction::Reopen, "Open it again"),
];

/// Whether this worker may take an action now.
pub(crate) fn may(entry: &EntryRow, worker: &Worker, now: Timestamp, action: EntryAction) -> bool {
    if worker.inboxes.contains(&entry.inbox) {
        return worker.does_work() && entry.allows(&worker.actor.id, action, now).is_ok();
    }
    // The triage that it is put to sends it on, whoever holds it.
    let is_put = entry.put_to().is_some_and(|triage| worker.inboxes.contains(triage));
    is_put && worker.does_work() && action == EntryAction::Redirect
}

/// The buttons for all that this worker may do now.
pub(super) fn actions(entry: &EntryRow, worker: &Worker, now: Timestamp) -> Markup {
    let may = |action| may(entry, worker, now, action);
    html! {
        div class="actions" {
            @for (action, words) in AT_ONCE {
                @if may(action) { (change_form(entry, action.code(), &button(action, words))) }
            }
            @for (action, words) in ASKED_ABOUT {
                @if may(action) {
                    form method="get" action={ "/hub/entries/" (entry.id) "/" (action.code()) } {
                        input type="hidden" name="version" value=(entry.version);
                        (button(action, words))
                    }
                }
            }
            @if may(EntryAction::Close) { (close::choice(entry, false)) }
        }
    }
}

fn button(action: EntryAction, words: &str) -> Markup {
    let is_main = matches!(action, EntryAction::Claim | EntryAction::Accept);
    let classes = if is_main { "" } else { "govuk-button--secondary" };
    Button { classes: classes.to_owned(), ..Button::from(words) }.render()
}
