//! Committing a change of one entry: on the version that was read, with its step on the entry and
//! its audit event in the same transaction. Of two workers only one succeeds, and the other is told
//! who was first.

use jiff::Timestamp;
use referral::EntryId;

use super::{CollectError, Worker, find_to_act};
use crate::audit::{AuditAction, AuditEvent};
use crate::clocks;
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{Nature, Store, World};
use crate::record;
use crate::rows::{Barred, Done, EntryRow, Step};
use crate::write::{CommitError, Row, Write};

/// A change of one entry that was decided: the entry as it leaves it, and what is recorded of it.
pub(super) struct Decided {
    /// The entry as the change leaves it, its version and its step aside.
    pub(super) next: EntryRow,
    /// The step that is kept with the entry.
    pub(super) done: Done,
    /// The audit action.
    pub(super) action: AuditAction,
    /// The particulars of the audit event.
    pub(super) facts: Vec<(&'static str, String)>,
    /// Further writes of the same transaction.
    pub(super) writes: Vec<Write>,
}

impl Decided {
    /// A change that records nothing but its action.
    pub(super) fn new(next: EntryRow, done: Done, action: AuditAction) -> Self {
        Self { next, done, action, facts: Vec::new(), writes: Vec::new() }
    }

    /// The same change with one more particular: a code or an id.
    pub(super) fn with(mut self, name: &'static str, value: &(impl ToString + ?Sized)) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }

    /// The same change with one more write.
    pub(super) fn writing(mut self, write: Write) -> Self {
        self.writes.push(write);
        self
    }
}

/// The refusal of a change that met another one, of which no step is known.
pub(super) const RACED: CollectError =
    CollectError::Conflict("somebody changed it at the same time");

/// Decides on the worker's entry as it is read, and commits the decision. `seen` is the version on
/// which the worker decided, if they say. A look at the same moment is no other change: then it is
/// read and decided again.
pub(super) async fn decide<W: World>(
    world: &W,
    worker: &Worker,
    id: EntryId,
    seen: Option<u64>,
    decision: impl Fn(&EntryRow, Timestamp) -> Result<Decided, CollectError>,
) -> Result<EntryRow, CollectError> {
    let mut read: Option<u64> = None;
    for attempt in 0..ATTEMPTS {
        let entry = match find_to_act(world, worker, id).await {
            Ok(entry) => entry,
            // It was in the worker's inbox a moment ago: the answer tells no more than that.
            Err(CollectError::NotFound) if read.is_some() => return Err(MOVED_ON),
            Err(error) => return Err(error),
        };
        if let Some(seen) = seen.or(read).filter(|seen| *seen != entry.version) {
            return Err(overtaken(&entry, seen));
        }
        read = Some(entry.version);
        let now = world.nature().now();
        let decided = decision(&entry, now)?;
        if let Some(changed) = commit(world, worker, &entry, decided, now).await? {
            return Ok(changed);
        }
        pause(world.nature(), attempt).await;
    }
    Err(RACED)
}

const MOVED_ON: CollectError =
    CollectError::Conflict("somebody sent it to another inbox at the same time");

/// The entry as it was changed; `None` if something else was written at the same time, and nothing of
/// this.
async fn commit<W: World>(
    world: &W,
    worker: &Worker,
    seen: &EntryRow,
    decided: Decided,
    now: Timestamp,
) -> Result<Option<EntryRow>, CollectError> {
    let store = world.store();
    let Decided { next, done, action, facts, writes: more } = decided;
    let next = stepped(seen, next, worker, done, now);
    let event = facts
        .into_iter()
        .fold(AuditEvent::new(now, &worker.actor, action), |event, (name, value)| {
            event.with(name, value)
        });
    let row = record::next(store, next.id, event).await?;
    let mut writes = vec![
        Write::Entry { row: next.clone(), seen: seen.version },
        Write::Insert(Row::Audit(row.clone())),
    ];
    writes.extend(more);
    writes.extend(clocks::planned(Some(seen), &next, now));
    let Err(error) = store.commit(&writes).await else { return Ok(Some(next)) };
    // The answer may have been lost after the change was made: the audit event says so.
    if store.audit_event(next.id, row.seq).await? == Some(row) {
        return Ok(Some(next));
    }
    match error {
        CommitError::Cancelled(_) => Ok(None),
        CommitError::Fault(fault) => Err(fault.into()),
    }
}

/// The next version of an entry, with the step that leads to it. Where the step answers a clock that ran
/// out, it is no longer escalated.
pub(super) fn stepped(
    seen: &EntryRow,
    next: EntryRow,
    worker: &Worker,
    done: Done,
    now: Timestamp,
) -> EntryRow {
    let version = seen.version + 1;
    let mut next = EntryRow { version, ..next };
    if next.claim != seen.claim {
        // An offer to hand the work over was the named worker's, who has it no longer.
        next.log.offered_by = None;
    }
    if done.answers_a_clock() {
        next.clock.escalated = None;
    }
    next.course.push(Step { version, at: now, by: worker.actor.id.clone(), done });
    next
}

/// The refusal of a change on a version that has passed: it names the last step since, if a person
/// took one.
pub(super) fn overtaken(entry: &EntryRow, seen: u64) -> CollectError {
    entry.course.last_after(seen).map_or(
        CollectError::Conflict("something was added to it since you looked"),
        |step| CollectError::Overtaken {
            why: "it is no longer as you saw it",
            last: Box::new(step.clone()),
        },
    )
}

/// The refusal of an action that is not the worker's to take now, with the last step if there is one.
pub(super) fn refused(entry: &EntryRow, barred: Barred) -> CollectError {
    let why = match barred {
        Barred::State(_) => "it is not in a state for this",
        Barred::Held => "another worker has claimed it",
        Barred::Yours => "you have it already",
    };
    let last = entry.course.steps.last();
    last.map_or(CollectError::Conflict(why), |step| CollectError::Overtaken {
        why,
        last: Box::new(step.clone()),
    })
}
