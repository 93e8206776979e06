//! Changing an entry where it is: claim, accept, give back, take over, close, reopen. Sending it to
//! another inbox is [`send_on`](super::send_on()).

use std::time::Duration;

use jiff::Timestamp;
use referral::{ClosingOutcome, EntryAction, EntryId, EntryState, TakeOverReason};

use super::commit::{Decided, decide, refused};
use super::{CollectError, Worker, is_theirs};
use crate::audit::AuditAction;
use crate::due::{DueRow, Work};
use crate::ports::World;
use crate::rows::{Actor, Claim, Done, EntryRow, after};
use crate::write::Write;

/// The time that a claim holds unless the work is accepted.
const LEASE: Duration = Duration::from_hours(4);

/// A worker's decision on an entry that stays in its inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// "I am looking at this."
    Claim,
    /// "We are working with this family."
    Accept,
    /// "Somebody else may take it."
    Release,
    /// "I take it from the worker who has it."
    TakeOver(TakeOverReason),
    /// "This has ended."
    Close(ClosingOutcome),
    /// "This has not ended after all."
    Reopen,
}

impl Change {
    fn action(self) -> EntryAction {
        match self {
            Self::Claim => EntryAction::Claim,
            Self::Accept => EntryAction::Accept,
            Self::Release => EntryAction::Release,
            Self::TakeOver(_) => EntryAction::TakeOver,
            Self::Close(_) => EntryAction::Close,
            Self::Reopen => EntryAction::Reopen,
        }
    }
}

/// Carries out a change, and answers the changed entry. `seen` is the version on which the worker
/// decided, if they say.
pub async fn change<W: World>(
    world: &W,
    worker: &Worker,
    id: EntryId,
    seen: Option<u64>,
    change: Change,
) -> Result<EntryRow, CollectError> {
    decide(world, worker, id, seen, |entry, now| decided(entry, worker, change, now)).await
}

/// The refusal of a step that the workers of the entry's own inbox alone take.
pub(super) const FOR_ITS_OWN: CollectError =
    CollectError::Conflict("it is another inbox's: send it on");

fn decided(
    entry: &EntryRow,
    worker: &Worker,
    change: Change,
    now: Timestamp,
) -> Result<Decided, CollectError> {
    // The triage that an entry is put to sends it on, and does not work on it.
    if !is_theirs(worker, entry) {
        return Err(FOR_ITS_OWN);
    }
    let allowed = entry.allows(&worker.actor.id, change.action(), now);
    let to = allowed.map_err(|barred| refused(entry, barred))?;
    let mut next = EntryRow { state: to, ..entry.clone() };
    Ok(match change {
        Change::Claim => {
            next.claim = Some(claim(worker, now));
            Decided::new(next, Done::Claimed, AuditAction::Claimed)
        }
        Change::Accept => {
            next.course.declined = 0;
            next.course.needs_manager = false;
            Decided::new(next, Done::Accepted, AuditAction::WorkAccepted)
        }
        Change::Release => {
            next.claim = None;
            Decided::new(next, Done::Released, AuditAction::Released)
        }
        Change::TakeOver(reason) => {
            // An entry that is held has a claim.
            let held = entry.holder(now).ok_or(CollectError::Conflict("nobody has claimed it"))?;
            let from = held.by.clone();
            next.claim = Some(claim(worker, now));
            let done = Done::TakenOver { from: from.clone(), reason };
            Decided::new(next, done, AuditAction::TakenOver)
                .with("from", from.as_str())
                .with("reason", &reason)
        }
        Change::Close(outcome) => {
            entry.log.allows(outcome)?;
            next.log.no_contact |= outcome.stops_all_contact();
            next.outcome = Some(outcome);
            next.course.needs_manager = false;
            next.course.asked_at = None;
            next.clock.go_on(now);
            // A concern that is closed unread, with more from the family, must still be opened.
            let is_over = next.is_concern() && !next.has_news();
            let closed = Decided::new(next, Done::Closed { outcome }, AuditAction::Closed)
                .with("outcome", &outcome);
            if is_over {
                closed.writing(Write::Remove(Work::OpenConcern(entry.id)))
            } else {
                closed
            }
        }
        Change::Reopen => {
            next.outcome = None;
            next.claim = None;
            next.course.declined = 0;
            let reopened = Decided::new(next, Done::Reopened, AuditAction::Reopened);
            must_be_opened(reopened, entry, now)
        }
    })
}

pub(super) fn claim(worker: &Worker, now: Timestamp) -> Claim {
    let Actor { id, client } = worker.actor.clone();
    Claim { by: id, client, at: now, lease_until: after(now, LEASE) }
}

/// The change with the clock of a concern: somebody must open it where it is from then on. A clock
/// that runs goes on as it is.
pub(super) fn must_be_opened(decided: Decided, entry: &EntryRow, now: Timestamp) -> Decided {
    if entry.is_concern() && decided.next.state != EntryState::Closed {
        decided.writing(Write::Start(DueRow::open_concern(entry.id, now)))
    } else {
        decided
    }
}
