//! The check of moves: an entry is in the one inbox that its last move led to, and what is kept with it
//! is what the audit trail tells.

use pipeline::audit::AuditAction::{Declined, Delivered, Redirected, Reopened, SentToReview};
use pipeline::audit::AuditRow;
use pipeline::rows::EntryRow;
use referral::InboxId;

use super::Violation;
use crate::tables::Rows;

/// Whether a person sent the entry to another inbox.
pub(super) fn was_moved(entry: &EntryRow) -> bool {
    entry.course.steps.iter().any(|step| step.done.moved().is_some())
}

/// Whether a person opened the entry again, or sent it to review or out of it: nothing joins an entry in
/// review, so there may have been another one for its child meanwhile.
pub(super) fn was_reopened_or_reviewed(rows: &Rows, entry: &EntryRow) -> bool {
    let events = rows.audit.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
    let review = |row: &AuditRow| {
        let is_review = |name| row.event.facts.get(name).is_some_and(|id| id == "review");
        is_move(row) && (is_review("from") || is_review("to"))
    };
    events.iter().any(|row| row.event.action == Reopened || review(row))
}

fn is_move(row: &AuditRow) -> bool {
    matches!(row.event.action, Redirected | Declined)
}

/// Checks that each move of an entry begins in the inbox where it was, that it is where the last one led,
/// and that the moves kept with it are those of the audit trail.
pub(super) fn lead_from_inbox_to_inbox(rows: &Rows) -> Vec<Violation> {
    let is_whole = |entry: &EntryRow| {
        let events = rows.audit.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
        let fact = |row: &AuditRow, name: &str| row.event.facts.get(name).cloned();
        let mut delivered =
            events.iter().filter(|row| matches!(row.event.action, Delivered | SentToReview));
        let first = delivered.next().and_then(|row| fact(row, "inbox"));
        let moves = || events.iter().filter(|row| is_move(row));
        let last =
            moves().try_fold(first, |at, row| (fact(row, "from") == at).then(|| fact(row, "to")));
        let audited: Vec<_> = moves().map(|row| (fact(row, "from"), fact(row, "to"))).collect();
        let steps = entry.course.steps.iter().filter_map(|step| step.done.moved());
        let text = |id: &InboxId| Some(id.as_str().to_owned());
        let kept: Vec<_> = steps.map(|(from, to)| (text(from), text(to))).collect();
        last == Some(text(&entry.inbox)) && audited.ends_with(&kept)
    };
    let wrong = rows.entries.values().filter(|entry| !is_whole(entry));
    wrong.map(|entry| Violation::Moved(entry.id)).collect()
}
