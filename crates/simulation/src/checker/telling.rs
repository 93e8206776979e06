//! The check of what webhooks are told: the last that a sender can see of a referral was told once at least,
//! or is still due.

use pipeline::due::{DueRow, Work};
use pipeline::rows::{StateRow, TellBy};

use super::Violation;
use crate::kernel::{Micros, SECOND};
use crate::tables::Rows;
use crate::telling::SimWebhook;

/// The time within which the sweep hands on what is due, and the webhook is told, beside a clock that is ten
/// minutes slow.
const IN_TIME: Micros = 900 * SECOND;

/// Checks each referral whose sender has a webhook, and that no other is told of.
pub(super) fn last_states_are_told(
    rows: &Rows,
    webhook: &SimWebhook,
    now: Micros,
) -> Vec<Violation> {
    let told = webhook.told();
    let mut found = Vec::new();
    for state in rows.states.values() {
        let due = rows.due.get(&Work::TellSender(state.id));
        let said = told.get(&state.id);
        let is_told = said.is_some_and(|said| said.contains(&seen(state)));
        let is_late = due.is_some_and(|row| is_late(row, now));
        let kept = match (&state.told, has_changed(state)) {
            (Some(TellBy::Notice(_)), _) => said.is_none() && !is_late,
            (Some(TellBy::Webhook(_)), true) => (is_told || due.is_some()) && !is_late,
            _ => due.is_none() && said.is_none(),
        };
        if !kept {
            found.push(Violation::NotTold(state.id));
        }
    }
    if webhook.doubled() > 0 {
        found.push(Violation::OneIdForTwoMessages);
    }
    found
}

/// Whether work waits longer than it may.
pub(super) fn is_late(row: &DueRow, now: Micros) -> bool {
    row.due.at.as_microsecond() + IN_TIME < now
}

/// Whether a sender can see more of it than that it was accepted.
fn has_changed(state: &StateRow) -> bool {
    state.entry.is_some() || !state.amendments.is_empty()
}

fn seen(state: &StateRow) -> (String, u64) {
    (state.sender_state().code().to_owned(), u64::from(state.sender_version()))
}
