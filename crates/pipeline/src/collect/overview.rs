//! Overviews: how many entries wait in each of a worker's inboxes, and for a manager, how the work
//! stands. They name no family, and each is recorded.

use std::collections::BTreeMap;

use futures::future::try_join_all;
use locality::Localities;
use referral::{EntryState, InboxId, Role};

use super::found::{MOST_COUNTED, MOST_LOOKED_AT};
use super::{CollectError, Worker, recorded};
use crate::audit::{self, AuditAction};
use crate::clocks::Hours;
use crate::ports::{Nature as _, Store as _, World};
use crate::rows::{ActorId, InboxMark, InboxQuery};

/// The number of entries that wait in each of a worker's inboxes, for the tabs of the list.
pub async fn waiting<W: World>(
    world: &W,
    worker: &Worker,
) -> Result<Vec<(InboxId, usize)>, CollectError> {
    let counts = worker.inboxes.iter().map(|inbox| async {
        let count = world.store().count(inbox, &InboxQuery::waiting(MOST_COUNTED)).await?;
        Ok::<_, CollectError>((inbox.clone(), count))
    });
    try_join_all(counts).await
}

/// How the work of an inbox stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The inbox.
    pub inbox: InboxId,
    /// The number of entries that nobody holds.
    pub unclaimed: usize,
    /// The number of entries on which the next step is late.
    pub late: usize,
    /// The entries that each worker holds: how many, and how many of them are late.
    pub workers: BTreeMap<ActorId, Held>,
}

/// The entries that one worker holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Held {
    /// The number of entries that are claimed, and not worked on yet.
    pub claimed: usize,
    /// The number of entries that are worked on.
    pub in_progress: usize,
    /// The number of them on which the next step is late.
    pub late: usize,
}

/// Whether a worker may see how the work of their inboxes stands.
pub fn sees_manager_view(worker: &Worker) -> bool {
    worker.roles.contains(&Role::Manager)
}

/// How the work stands in each of a worker's inboxes, for those who may see it ([`sees_manager_view`]).
pub async fn standing<W: World>(
    world: &W,
    worker: &Worker,
    localities: &Localities,
) -> Result<Vec<Standing>, CollectError> {
    if !sees_manager_view(worker) {
        return Err(CollectError::ForManagers);
    }
    let now = world.nature().now();
    let of_inboxes = worker.inboxes.iter().map(|inbox| async {
        let marks = world.store().list(inbox, &InboxQuery::waiting(MOST_LOOKED_AT)).await?;
        let hours = Hours::of(localities, inbox);
        let is_late = |mark: &InboxMark| mark.due(hours, now).is_some_and(|due| due.is_late(now));
        let mut standing =
            Standing { inbox: inbox.clone(), unclaimed: 0, late: 0, workers: BTreeMap::new() };
        for mark in marks.iter().filter(|mark| mark.state != EntryState::Closed) {
            let late = usize::from(is_late(mark));
            standing.late += late;
            let Some(claim) = mark.holder(now) else {
                standing.unclaimed += 1;
                continue;
            };
            let held = standing.workers.entry(claim.by.clone()).or_default();
            held.late += late;
            match mark.state {
                EntryState::InProgress => held.in_progress += 1,
                _ => held.claimed += 1,
            }
        }
        Ok::<_, CollectError>(standing)
    });
    let standings = try_join_all(of_inboxes).await?;
    let event = |standing: &Standing| {
        let event = recorded::event(world, worker, &standing.inbox, AuditAction::Overviewed);
        (audit::inbox(&standing.inbox), event)
    };
    let events: Vec<_> = standings.iter().map(event).collect();
    recorded::write(world, &events).await?;
    Ok(standings)
}
