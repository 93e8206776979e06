//! The check of what senders changed: an amendment that was acknowledged is stored once under the
//! version that was told, and an entry ends by a withdrawal only where nobody has it in hand.

use std::collections::BTreeMap;

use pipeline::audit::{AuditAction, AuditRow};
use pipeline::rows::{Actor, EntryRow};
use referral::{EntryState, ReferralId};

use super::{Told, Violation};
use crate::tables::Rows;

/// Checks that each acknowledged amendment is stored under its version, once, and that the versions of a
/// referral are those of its notes, without a gap.
pub(super) fn acknowledged_are_stored(rows: &Rows, told: &Told<'_>) -> Vec<Violation> {
    let mut versions: BTreeMap<ReferralId, Vec<u32>> = BTreeMap::new();
    for row in rows.notes.values() {
        if let Some(mark) = &row.amendment {
            versions.entry(row.key.referral).or_default().push(mark.version);
        }
    }
    let mut found = Vec::new();
    for state in rows.states.values() {
        let mut stored = versions.remove(&state.id).unwrap_or_default();
        stored.sort_unstable();
        let counted: Vec<u32> = (2..=state.sender_version()).collect();
        if stored != counted || stored.len() > told.most_amendments(state.id) {
            found.push(Violation::Amendments(state.id));
        }
    }
    let mut given: BTreeMap<(ReferralId, &str), u32> = BTreeMap::new();
    for one in told.amendments {
        let is_there = rows.notes.values().any(|row| {
            let version = row.amendment.as_ref().map(|mark| mark.version);
            row.key.referral == one.referral && version == Some(one.version)
        });
        let first = *given.entry((one.referral, &one.key)).or_insert(one.version);
        if !is_there || first != one.version {
            found.push(Violation::Amendments(one.referral));
        }
    }
    found
}

/// Checks that each closed entry was closed by an event, and that what Hubward closed itself had one
/// referral, no concern, and no worker.
pub(super) fn entries_end_as_they_may(rows: &Rows) -> Vec<Violation> {
    let wrong = rows.entries.values().filter(|entry| {
        let events = rows.audit.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
        let last = events
            .iter()
            .rev()
            .find(|row| matches!(row.event.action, AuditAction::Closed | AuditAction::Reopened));
        let is_told = last.is_some_and(|row| row.event.action == AuditAction::Closed);
        let is_closed = entry.state == EntryState::Closed;
        is_closed != is_told
            || events.iter().any(|row| is_ended(row) && !may_end(entry, events, row))
    });
    wrong.map(|entry| Violation::Ended(entry.id)).collect()
}

/// Whether Hubward itself closed an entry by this event.
pub(super) fn is_ended(row: &AuditRow) -> bool {
    row.event.action == AuditAction::Closed && row.event.actor == Actor::system().id
}

fn may_end(entry: &EntryRow, events: &[AuditRow], end: &AuditRow) -> bool {
    use AuditAction::{
        Attached, Claimed, Declined, Logged, Redirected, ReferrerAsked, Released, TakenOver,
        WorkAccepted,
    };
    let by_a_worker = [
        Attached,
        Claimed,
        Declined,
        Logged,
        Redirected,
        ReferrerAsked,
        Released,
        TakenOver,
        WorkAccepted,
    ];
    let before = events.iter().filter(|row| row.seq < end.seq);
    !entry.is_concern() && before.into_iter().all(|row| !by_a_worker.contains(&row.event.action))
}
