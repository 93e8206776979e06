//! An entry that ends by the withdrawal of its one referral, without a worker: nobody has it in hand,
//! and nothing of it may tell of danger. In every other case the withdrawal is news, and a worker
//! decides.

use jiff::Timestamp;
use referral::{ClosingOutcome, EntryState};

use crate::audit::{AuditAction, AuditEvent};
use crate::rows::{Actor, AmendmentKind, Done, EntryRow, NoteRow, StateRow, Step};

/// The end of an entry.
pub(super) struct Ended {
    /// The entry once it is closed.
    pub(super) entry: EntryRow,
    /// The event that tells of it.
    pub(super) event: AuditEvent,
}

/// The end of an entry by this note; `None` where a worker must be told instead.
pub(super) fn by_withdrawal(
    entry: &EntryRow,
    note: &NoteRow,
    state: &StateRow,
    now: Timestamp,
) -> Option<Ended> {
    let AmendmentKind::Withdrawn { reason } = note.amendment.as_ref()?.kind else { return None };
    let outcome = reason.ends_as()?;
    if !(is_untouched(entry) && is_calm(entry, state) && entry.referrals == [state.id]) {
        return None;
    }
    Some(Ended { entry: closed(entry, outcome, now), event: event(entry, outcome, now) })
}

/// Whether no worker did anything with it: whatever a worker has in hand is theirs to end.
fn is_untouched(entry: &EntryRow) -> bool {
    entry.state == EntryState::New && entry.course.steps.is_empty() && entry.log.items == 0
}

/// Whether nothing in it must be read by a person: it is no concern, no words wait, and the withdrawal is
/// the only thing that was added to its referral.
fn is_calm(entry: &EntryRow, state: &StateRow) -> bool {
    let unread = entry.unread_since.is_some() || entry.has_news();
    !entry.is_concern() && !unread && !state.has_pressing_notes() && state.notes == 1
}

fn closed(entry: &EntryRow, outcome: ClosingOutcome, now: Timestamp) -> EntryRow {
    let version = entry.version + 1;
    let mut next =
        EntryRow { version, state: EntryState::Closed, outcome: Some(outcome), ..entry.clone() };
    let by = Actor::system().id;
    next.course.push(Step { version, at: now, by, done: Done::Closed { outcome } });
    next
}

fn event(entry: &EntryRow, outcome: ClosingOutcome, now: Timestamp) -> AuditEvent {
    AuditEvent::new(now, &Actor::system(), AuditAction::Closed)
        .with("inbox", entry.inbox.as_str())
        .with("outcome", outcome)
}
