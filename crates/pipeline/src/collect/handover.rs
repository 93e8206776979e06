//! Handing over: the named worker of an entry offers it to their colleagues, and one of them takes it.
//! Nobody is given work that they do not know of.

use referral::{EntryAction, EntryId, TakeOverReason};

use super::change::claim;
use super::revise::{Revision, revise};
use super::{CollectError, Worker};
use crate::audit::{AuditAction, AuditEvent};
use crate::ports::{Nature as _, World};
use crate::rows::{Done, EntryRow};

/// A step of handing over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handover {
    /// The named worker offers the work.
    Offer,
    /// The named worker keeps it after all.
    TakeBack,
    /// A colleague takes it.
    Take,
}

/// Carries out a step of handing over. Asking for it twice is as good as once.
pub async fn hand_over<W: World>(
    world: &W,
    worker: &Worker,
    id: EntryId,
    step: Handover,
) -> Result<EntryRow, CollectError> {
    let me = &worker.actor.id;
    revise(world, worker, id, |entry| {
        let entry = super::seen_by(worker, entry.clone())?;
        let now = world.nature().now();
        let event = |action| AuditEvent::new(now, &worker.actor, action);
        let holder = entry.holder(now).cloned();
        let is_mine = holder.as_ref().is_some_and(|claim| claim.by == *me);
        let mut next = entry.clone();
        match step {
            Handover::Take if is_mine => Ok(None),
            Handover::Offer | Handover::TakeBack if !is_mine => {
                Err(CollectError::Conflict("you do not hold it"))
            }
            Handover::Offer if entry.is_offered(now) => Ok(None),
            Handover::TakeBack if !entry.is_offered(now) => Ok(None),
            Handover::Offer => {
                next.log.offered_by = Some(me.clone());
                let event = event(AuditAction::HandoverOffered).with("offered", true);
                Ok(Some(Revision::new(next, event)))
            }
            Handover::TakeBack => {
                next.log.offered_by = None;
                let event = event(AuditAction::HandoverOffered).with("offered", false);
                Ok(Some(Revision::new(next, event)))
            }
            Handover::Take => {
                let from = holder.filter(|_| entry.is_offered(now));
                let from = from.ok_or(CollectError::Conflict("it is not offered any more"))?.by;
                let to = entry.state.apply(EntryAction::TakeOver);
                next.state =
                    to.map_err(|_| CollectError::Conflict("it is not in a state for this"))?;
                next.claim = Some(claim(worker, now));
                let reason = TakeOverReason::HandedOver;
                let event = event(AuditAction::TakenOver)
                    .with("from", from.as_str())
                    .with("reason", reason.code());
                let done = Some(Done::TakenOver { from, reason });
                Ok(Some(Revision { next, event, done }))
            }
        }
    })
    .await
}
