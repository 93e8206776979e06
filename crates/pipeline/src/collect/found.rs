//! Finding: the marks of a worker's inboxes that pass a filter, by rank.

use futures::future::{join_all, try_join_all};
use locality::{Calendar, Localities};
use referral::{EntryId, InboxId};

use super::filter::{Filter, Sought, Trial};
use super::summaries::read_bodies;
use super::{CollectError, Worker};
use crate::clocks::Hours;
use crate::ports::{Fault, Nature as _, Reading, Store as _};
use crate::rows::{InboxMark, InboxQuery};
use crate::summary::{self, Summary};

/// The most entries of one inbox that are looked at for a list. An inbox of more is shown as far as
/// that, the most pressing first.
pub const MOST_LOOKED_AT: usize = 10_000;

/// The most entries that are counted: from there on a page says "or more".
pub const MOST_COUNTED: usize = 1_000;

/// The number of entries that are read at once to be tried.
const LOOKED_AT_ONCE: usize = 2_000;

/// The most summaries that are opened at the same time: the key service may be asked for each.
pub(super) const OPENED_AT_ONCE: usize = 64;

/// The entries of an inbox that pass the filter, by rank, until there are `limit` of them or a few more.
pub(super) async fn marks<W: Reading>(
    world: &W,
    worker: &Worker,
    inbox: &InboxId,
    filter: &Filter,
    after: Option<&String>,
    limit: usize,
    localities: &Localities,
) -> Result<Vec<InboxMark>, CollectError> {
    if let Some(Sought::Reference(reference)) = &filter.sought {
        let mut found = by_reference(world, inbox, reference, filter).await?;
        found.retain(|mark| is_open_to(worker, mark));
        return Ok(found);
    }
    let now = world.nature().now();
    let trial =
        Trial { worker, hours: Hours::of(localities, inbox), now, today: Calendar::day_of(now) };
    let at_once = if filter.tries_rows() { LOOKED_AT_ONCE } else { limit.min(MOST_LOOKED_AT) };
    let (mut passing, mut looked_at, mut after) = (Vec::new(), 0, after.cloned());
    loop {
        let query = InboxQuery { part: filter.part, state: filter.state, after, limit: at_once };
        let marks = world.store().list(inbox, &query).await?;
        looked_at += marks.len();
        let is_last = marks.len() < at_once || looked_at >= MOST_LOOKED_AT;
        after = marks.last().map(|mark| mark.rank.clone());
        passing.extend(passing_of(world, marks, filter, trial, limit - passing.len()).await?);
        if is_last || passing.len() >= limit {
            return Ok(passing);
        }
    }
}

/// Those of some marks that pass the filter. Where summaries must be opened for it, no more are than it
/// takes to find `limit`, or a few.
async fn passing_of<W: Reading>(
    world: &W,
    mut marks: Vec<InboxMark>,
    filter: &Filter,
    trial: Trial<'_>,
    limit: usize,
) -> Result<Vec<InboxMark>, CollectError> {
    if filter.is_tried_on_rows() {
        marks.retain(|mark| is_open_to(trial.worker, mark));
    }
    marks.retain(|mark| filter.passes(mark, trial));
    if !filter.needs_summary() {
        return Ok(marks);
    }
    let mut passing = Vec::new();
    for some in marks.chunks(OPENED_AT_ONCE) {
        let opened = summaries(world, some).await?;
        let passes = some.iter().zip(opened).filter(|(_, summary)| {
            summary.as_ref().is_some_and(|summary| filter.passes_with(summary, trial.today))
        });
        passing.extend(passes.map(|(mark, _)| mark.clone()));
        if passing.len() >= limit {
            break;
        }
    }
    Ok(passing)
}

/// Whether an entry is open to the worker, among those of its inbox.
pub(super) fn is_open_to(worker: &Worker, mark: &InboxMark) -> bool {
    mark.access.barrier(&worker.actor.id).is_none()
}

/// The summary of each entry: the sealed one, or that of its referrals. `None` where it cannot be read.
async fn summaries<W: Reading>(
    world: &W,
    marks: &[InboxMark],
) -> Result<Vec<Option<Summary>>, CollectError> {
    let opening = marks.iter().map(|mark| async {
        let sealed = mark.summary.as_deref()?;
        Some(summary::opened(world, mark.entry, sealed).await)
    });
    let mut read = Vec::with_capacity(marks.len());
    let mut missing: Vec<EntryId> = Vec::new();
    for (mark, opened) in marks.iter().zip(join_all(opening).await) {
        read.push(match opened {
            Some(Ok(summary)) => Some(summary),
            Some(Err(Fault::Transient(why))) => return Err(CollectError::Unavailable(why)),
            Some(Err(Fault::Broken(_))) | None => {
                missing.push(mark.entry);
                None
            }
        });
    }
    if !missing.is_empty() {
        let rows = world.store().entries(&missing).await?;
        let bodies = try_join_all(rows.iter().map(|row| read_bodies(world, row))).await?;
        for (row, summary) in rows.iter().zip(bodies) {
            let at = marks.iter().position(|mark| mark.entry == row.id);
            if let Some(slot) = at.and_then(|at| read.get_mut(at)) {
                *slot = summary;
            }
        }
    }
    Ok(read)
}

/// The entry that holds the referral with a reference, if it is in the inbox.
async fn by_reference<W: Reading>(
    world: &W,
    inbox: &InboxId,
    reference: &referral::Reference,
    filter: &Filter,
) -> Result<Vec<InboxMark>, CollectError> {
    let store = world.store();
    let Some(found) = store.reference(reference).await? else { return Ok(Vec::new()) };
    let states = store.states(&[found.id]).await?;
    let Some(id) = states.first().and_then(|state| state.entry) else { return Ok(Vec::new()) };
    let entries = store.entries(&[id]).await?;
    let here = entries.iter().filter(|row| row.inbox == *inbox);
    let here = here.filter(|row| filter.state.is_none_or(|state| state == row.state));
    Ok(here.map(InboxMark::from).collect())
}
