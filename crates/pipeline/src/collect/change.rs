//! Changing an entry: claim, accept, close. Each is conditional on the version that was read, so of
//! two workers only one succeeds.

use std::time::Duration;

use jiff::Timestamp;
use referral::{ClosingOutcome, EntryAction, EntryId, EntryState};

use super::{CollectError, Worker, find};
use crate::audit::{AuditAction, AuditEvent};
use crate::due::Work;
use crate::ports::{Nature, Store, World};
use crate::record;
use crate::rows::{Actor, Barred, Claim, EntryRow, after};
use crate::write::{CommitError, Row, Write};

/// The time that a claim holds unless the work is accepted.
const LEASE: Duration = Duration::from_hours(4);

/// A worker's decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// "I am looking at this."
    Claim,
    /// "We are working with this family."
    Accept,
    /// "This has ended."
    Close(ClosingOutcome),
}

impl Change {
    fn action(self) -> EntryAction {
        match self {
            Self::Claim => EntryAction::Claim,
            Self::Accept => EntryAction::Accept,
            Self::Close(_) => EntryAction::Close,
        }
    }

    fn audited(self) -> AuditAction {
        match self {
            Self::Claim => AuditAction::Claimed,
            Self::Accept => AuditAction::WorkAccepted,
            Self::Close(_) => AuditAction::Closed,
        }
    }
}

const RACED: CollectError = CollectError::Conflict("somebody changed it at the same time");

/// Carries out a change, and answers the changed entry. `seen` is the version on which the worker
/// decided, if they say.
pub async fn change<W: World>(
    world: &W,
    worker: &Worker,
    id: EntryId,
    seen: Option<u64>,
    change: Change,
) -> Result<EntryRow, CollectError> {
    let entry = find(world, worker, id).await?;
    if seen.is_some_and(|seen| seen != entry.version) {
        return Err(CollectError::Conflict("it is no longer as you saw it"));
    }
    let now = world.nature().now();
    let next = apply(&entry, worker, change, now)?;
    let mut event = AuditEvent::new(now, &worker.actor, change.audited());
    if let Some(outcome) = next.outcome {
        event = event.with("outcome", outcome.code());
    }
    let row = record::next(world.store(), id, event).await?;
    let mut writes = vec![
        Write::Entry { row: next.clone(), seen: entry.version },
        Write::Insert(Row::Audit(row.clone())),
    ];
    // A concern that is closed unread, with more from the family, must still be opened.
    if next.state == EntryState::Closed && next.is_concern() && !next.has_news() {
        writes.push(Write::Remove(Work::OpenConcern(id)));
    }
    let failure = match world.store().commit(&writes).await {
        Ok(()) => return Ok(next),
        Err(CommitError::Cancelled(_)) => RACED,
        Err(CommitError::Fault(fault)) => fault.into(),
    };
    // The answer may have been lost after the change was made: the audit event says so.
    let recorded = world.store().audit_event(id, row.seq).await?;
    if recorded == Some(row) { Ok(next) } else { Err(failure) }
}

fn apply(
    entry: &EntryRow,
    worker: &Worker,
    change: Change,
    now: Timestamp,
) -> Result<EntryRow, CollectError> {
    let allowed = entry.allows(&worker.actor.id, change.action(), now);
    let to = allowed.map_err(|barred| match barred {
        Barred::State(_) => CollectError::Conflict("it is not in a state for this"),
        Barred::Held => CollectError::Conflict("another worker has claimed it"),
    })?;
    let mut next = EntryRow { state: to, version: entry.version + 1, ..entry.clone() };
    match change {
        Change::Claim => {
            let lease_until = after(now, LEASE);
            let Actor { id, client } = worker.actor.clone();
            next.claim = Some(Claim { by: id, client, at: now, lease_until });
        }
        Change::Accept => {}
        Change::Close(outcome) => {
            entry.log.allows(outcome)?;
            next.log.no_contact |= outcome.stops_all_contact();
            next.outcome = Some(outcome);
        }
    }
    Ok(next)
}
