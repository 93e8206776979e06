//! Revising an entry: one conditional change with its event, tried again when others change the entry
//! at the same moment, so that asking twice is as good as once.

use referral::EntryId;

use super::commit::stepped;
use super::{CollectError, Worker};
use crate::audit::AuditEvent;
use crate::clocks;
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{Fault, Nature as _, Store as _, World};
use crate::record;
use crate::rows::{Done, EntryRow};
use crate::write::{CommitError, Row, Write};

/// A revision that was decided on an entry as it was read.
pub(super) struct Revision {
    /// The entry as it should be, its version aside.
    pub(super) next: EntryRow,
    /// The event that tells of it.
    pub(super) event: AuditEvent,
    /// The step that is kept with the entry, where the work changed hands.
    pub(super) done: Option<Done>,
}

impl Revision {
    /// A revision by which the work does not change hands.
    pub(super) fn new(next: EntryRow, event: AuditEvent) -> Self {
        Self { next, event, done: None }
    }
}

/// Carries out a revision that `decide` makes of the entry as it stands, and answers the entry.
/// `decide` answers `None` where it is so already.
pub(super) async fn revise<W: World>(
    world: &W,
    worker: &Worker,
    id: EntryId,
    decide: impl Fn(&EntryRow) -> Result<Option<Revision>, CollectError> + Send,
) -> Result<EntryRow, CollectError> {
    let mut last = CollectError::Conflict("others are changing it at the same time");
    for attempt in 0..ATTEMPTS {
        let entry = world.store().entries(&[id]).await?.pop().ok_or(CollectError::NotFound)?;
        let Some(Revision { next, event, done }) = decide(&entry)? else { return Ok(entry) };
        let now = world.nature().now();
        let next = match done {
            Some(done) => stepped(&entry, next, worker, done, now),
            None => EntryRow { version: entry.version + 1, ..next },
        };
        let event = record::next(world.store(), id, event).await?;
        let mut writes = vec![
            Write::Entry { row: next.clone(), seen: entry.version },
            Write::Insert(Row::Audit(event.clone())),
        ];
        writes.extend(clocks::planned(Some(&entry), &next, now));
        match world.store().commit(&writes).await {
            Ok(()) => return Ok(next),
            Err(CommitError::Cancelled(_)) => {}
            Err(CommitError::Fault(fault @ Fault::Broken(_))) => return Err(fault.into()),
            // The answer may have been lost after the change was made: the event says so.
            Err(CommitError::Fault(fault)) => {
                if world.store().audit_event(id, event.seq).await? == Some(event) {
                    return Ok(next);
                }
                last = fault.into();
            }
        }
        pause(world.nature(), attempt).await;
    }
    Err(last)
}
