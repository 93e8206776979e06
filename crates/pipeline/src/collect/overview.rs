//! Overviews: how many entries wait in each of a worker's inboxes, and for a manager, how the work
//! stands. They name no family, and each is recorded.

use std::collections::{BTreeMap, BTreeSet};

use futures::future::try_join_all;
use locality::Localities;
use referral::{EntryId, EntryState, InboxId, Role};

use super::found::{MOST_COUNTED, MOST_LOOKED_AT, is_open_to};
use super::{CollectError, Worker, recorded};
use crate::audit::{self, AuditAction};
use crate::clocks::Hours;
use crate::ports::{Nature as _, Store as _, World};
use crate::rows::{ActorId, Escalation, InboxMark, InboxQuery};

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
    /// The entries whose clock ran out, the longest escalated first.
    pub escalated: Vec<Escalated>,
    /// The entries that each worker holds: how many, and how many of them are late.
    pub workers: BTreeMap<ActorId, Held>,
}

/// An entry whose clock ran out. It names no family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Escalated {
    /// The entry.
    pub entry: EntryId,
    /// The inbox that it is in.
    pub inbox: InboxId,
    /// The mark of the clock.
    pub mark: Escalation,
}

/// The most escalated entries of an inbox that are shown; a list of more is worked off from its start.
const MOST_ESCALATED: usize = 50;

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
        let mut standing = Standing {
            inbox: inbox.clone(),
            unclaimed: 0,
            late: 0,
            escalated: escalated(worker, inbox, &marks),
            workers: BTreeMap::new(),
        };
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

/// The escalated entries among these, other than those that are closed to the worker.
fn escalated(worker: &Worker, inbox: &InboxId, marks: &[InboxMark]) -> Vec<Escalated> {
    let open = marks.iter().filter(|mark| mark.state.is_open() && is_open_to(worker, mark));
    let mut found: Vec<Escalated> = open
        .filter_map(|mark| {
            let of = mark.marks.escalated.clone()?;
            Some(Escalated { entry: mark.entry, inbox: inbox.clone(), mark: of })
        })
        .collect();
    found.sort_by_key(|one| (one.mark.since, one.entry));
    found.truncate(MOST_ESCALATED);
    found
}

/// The entries that are put to a triage of the worker's, as nobody answered their clocks, the longest
/// escalated first: there they are sent on. The look is recorded with the inbox of the triage.
pub async fn put_to_triage<W: World>(
    world: &W,
    worker: &Worker,
) -> Result<Vec<Escalated>, CollectError> {
    let store = world.store();
    let mut found = Vec::new();
    for triage in &worker.inboxes {
        let marks = store.awaiting_triage(triage, None, MOST_AWAITING).await?;
        let ids: Vec<EntryId> = marks.iter().map(|mark| mark.entry).collect();
        // The index may be late: only the entries as they are now count.
        let rows = if ids.is_empty() { Vec::new() } else { store.entries(&ids).await? };
        let own = rows.into_iter().filter(|row| row.put_to() == Some(triage));
        let open = own.filter(|row| row.access.barrier(&worker.actor.id).is_none());
        found.extend(open.filter_map(|row| {
            let mark = row.clock.escalated?;
            Some(Escalated { entry: row.id, inbox: row.inbox, mark })
        }));
    }
    found.sort_by_key(|one| (one.mark.since, one.entry));
    if !found.is_empty() {
        let triages: BTreeSet<_> =
            found.iter().filter_map(|one| one.mark.again.as_ref()?.triage.clone()).collect();
        let event = |triage: &InboxId| {
            let event = recorded::event(world, worker, triage, AuditAction::Overviewed);
            (audit::inbox(triage), event)
        };
        let events: Vec<_> = triages.iter().map(event).collect();
        recorded::write(world, &events).await?;
    }
    Ok(found)
}

/// The most entries that are read of those that await a triage.
const MOST_AWAITING: usize = 100;
