//! Access to an entry among the workers of its inbox: a worker who knows the family, a restricted
//! entry, and an address that is masked.

use referral::{EntryAction, EntryId, LookReason, Role};

use super::revise::{Revision, revise};
use super::{CollectError, Worker, find};
use crate::audit::{AuditAction, AuditEvent};
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{Nature as _, Store as _, World};
use crate::record;
use crate::rows::{Access, ActorId, Barrier, Done, EntryRow};
use crate::write::{CommitError, Row, Write};

/// A change of who may see an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccessChange {
    /// "I know this family": the entry is closed to the worker from then on.
    DeclareConflict,
    /// Opens the entry again to the worker of this id, who had said so. A manager does it.
    LiftConflict(String),
    /// Restricts the entry to the workers that are named: this manager, and the one who holds it.
    Restrict,
    /// Opens the entry to every worker of its inbox again. A manager does it.
    LiftRestriction,
    /// Asks for access to a restricted entry: the worker is named from then on.
    AskAccess(LookReason),
}

const FULL: CollectError = CollectError::Conflict("too many workers are named on it");

/// Carries out a change of who may see an entry. Asking for it twice is as good as once.
pub async fn change_access<W: World>(
    world: &W,
    worker: &Worker,
    id: EntryId,
    change: AccessChange,
) -> Result<EntryRow, CollectError> {
    revise(world, worker, id, |entry| {
        if !worker.inboxes.contains(&entry.inbox) {
            return Err(CollectError::NotFound);
        }
        decide(world, worker, entry, &change)
    })
    .await
}

fn decide<W: World>(
    world: &W,
    worker: &Worker,
    entry: &EntryRow,
    change: &AccessChange,
) -> Result<Option<Revision>, CollectError> {
    let me = &worker.actor.id;
    let mut next = entry.clone();
    let event = |action| AuditEvent::new(world.nature().now(), &worker.actor, action);
    match (entry.access.barrier(me), change) {
        (Some(Barrier::Conflict), AccessChange::DeclareConflict)
        | (None, AccessChange::AskAccess(_)) => Ok(None),
        (None | Some(Barrier::Restricted), AccessChange::DeclareConflict) => {
            add(&mut next.access.conflicts, me)?;
            next.access.named.retain(|named| named != me);
            let done = is_given_back(&mut next, me).then_some(Done::Released);
            Ok(Some(Revision { next, event: event(AuditAction::ConflictDeclared), done }))
        }
        (Some(Barrier::Restricted), AccessChange::AskAccess(reason)) => {
            add(&mut next.access.named, me)?;
            let event = event(AuditAction::AccessAsked).with("reason", reason.code());
            Ok(Some(Revision::new(next, event)))
        }
        (Some(barrier), _) => Err(CollectError::ClosedToYou(barrier)),
        _ if !decides_on_access(worker) => Err(CollectError::ForManagers),
        (None, AccessChange::LiftConflict(of)) => {
            let theirs = entry.access.conflicts.iter().find(|one| one.as_str() == of);
            let Some(theirs) = theirs else { return Ok(None) };
            next.access.conflicts.retain(|one| one != theirs);
            let event = event(AuditAction::ConflictLifted).with("worker", theirs.as_str());
            Ok(Some(Revision::new(next, event)))
        }
        (None, AccessChange::Restrict) => {
            if entry.access.restricted {
                return Ok(None);
            }
            let holder = entry.claim.as_ref().map(|claim| claim.by.clone());
            let named = [me.clone()].into_iter().chain(holder.filter(|by| by != me)).collect();
            next.access = Access { restricted: true, named, ..next.access };
            Ok(Some(Revision::new(next, event(AuditAction::Restricted))))
        }
        (None, AccessChange::LiftRestriction) => {
            if !entry.access.restricted {
                return Ok(None);
            }
            next.access = Access { restricted: false, named: Vec::new(), ..next.access };
            Ok(Some(Revision::new(next, event(AuditAction::RestrictionLifted))))
        }
    }
}

/// Whether a worker decides who may see the entries of their inboxes.
pub fn decides_on_access(worker: &Worker) -> bool {
    worker.roles.contains(&Role::Manager)
}

fn add(workers: &mut Vec<ActorId>, one: &ActorId) -> Result<(), CollectError> {
    if workers.len() >= Access::MOST {
        return Err(FULL);
    }
    workers.push(one.clone());
    Ok(())
}

/// Gives back what the worker holds, so that the entry waits for others, and answers whether they held it.
fn is_given_back(entry: &mut EntryRow, worker: &ActorId) -> bool {
    let is_theirs = entry.claim.as_ref().is_some_and(|claim| claim.by == *worker);
    let freed = entry.state.apply(EntryAction::Release);
    let freed = freed.or_else(|_| entry.state.apply(EntryAction::Redirect));
    if let (true, Ok(state)) = (is_theirs, freed) {
        entry.state = state;
        entry.claim = None;
        entry.log.offered_by = None;
        return true;
    }
    false
}

/// Records that a worker is to be shown the masked address of an entry, and answers the number of the
/// event. [`is_to_be_shown`] tells once that it was.
pub async fn ask_for_address<W: World>(
    world: &W,
    worker: &Worker,
    id: EntryId,
    reason: LookReason,
) -> Result<u64, CollectError> {
    let at = world.nature().now();
    for attempt in 0..ATTEMPTS {
        let entry = find(world, worker, id).await?;
        let event = AuditEvent::new(at, &worker.actor, AuditAction::AddressShown)
            .with("inbox", entry.inbox.as_str())
            .with("reason", reason.code());
        let event = record::next(world.store(), id, event).await?;
        match world.store().commit(&[Write::Insert(Row::Audit(event.clone()))]).await {
            Ok(()) => return Ok(event.seq),
            Err(CommitError::Cancelled(_)) => pause(world.nature(), attempt).await,
            Err(CommitError::Fault(fault)) => return Err(fault.into()),
        }
    }
    Err(CollectError::Unavailable("the look could not be recorded"))
}

/// Whether the address is to be shown to this worker now: they asked for it with this event, and
/// nothing has happened to the entry since. The look that shows it is the next event, so it is shown
/// once.
pub async fn is_to_be_shown<W: World>(
    world: &W,
    worker: &Worker,
    id: EntryId,
    event: u64,
) -> Result<bool, CollectError> {
    let head = world.store().audit_head(id).await?;
    Ok(head.is_some_and(|row| {
        let is_theirs = row.event.actor == worker.actor.id;
        row.seq == event && row.event.action == AuditAction::AddressShown && is_theirs
    }))
}
