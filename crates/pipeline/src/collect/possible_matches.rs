//! Possible matches: the pairs of entries in two inboxes that may be about one child, for the workers of the
//! authority's triage, who decide.

use std::collections::{BTreeMap, BTreeSet};

use matching::Evidence;
use referral::EntryId;

use super::matches::{evidence_of, guards_of};
use super::{CollectError, MOST_PER_PAGE, Worker};
use crate::ports::{Fault, Store, World};
use crate::rows::{EntryMatch, EntryRow, TriageMark};

/// A pair to decide about. It holds nothing that a family said.
#[derive(Debug, Clone, PartialEq)]
pub struct PossibleMatch {
    /// The two entries; the list is ordered by the first.
    pub entries: [EntryRow; 2],
    /// The evidence of each field that was compared, in words.
    pub evidence: Vec<Evidence>,
    /// The reasons why the machine did not join them, in words.
    pub guards: Vec<&'static str>,
}

/// A page of the list of pairs.
#[derive(Debug, Clone)]
pub struct PossibleMatches {
    /// The pairs, the most pressing first, then the longest waiting.
    pub possible_matches: Vec<PossibleMatch>,
    /// The rank after which the next page starts, if there is one.
    pub next: Option<String>,
}

/// The number of entries that are read together.
const BATCH: usize = 50;
/// The most batches that are read for one page: after that it is shorter than asked for, or even
/// empty. Most entries read in vain have possible matches within one inbox, which its own hub decides.
const MOST_BATCHES: usize = 10;

/// Lists the pairs that are the worker's to decide. The pairs of one entry stay on one page, so a
/// page holds more than `limit` only if a single entry has more.
pub async fn possible_matches<W: World>(
    world: &W,
    worker: &Worker,
    after: Option<String>,
    limit: usize,
) -> Result<PossibleMatches, CollectError> {
    let limit = limit.clamp(1, MOST_PER_PAGE);
    let mut page = PossibleMatches { possible_matches: Vec::new(), next: after };
    for _ in 0..MOST_BATCHES {
        let marks = marks(world.store(), worker, page.next.as_deref()).await?;
        // The index may be late: only the entries as they are now count.
        let entries = with_others(world.store(), &marks).await?;
        for mark in &marks {
            let found = entries.get(&mark.entry).map(|entry| pairs(worker, entry, &entries));
            let found = found.unwrap_or_default();
            let room = page.possible_matches.is_empty()
                || page.possible_matches.len() + found.len() <= limit;
            if !found.is_empty() && !room {
                return Ok(page);
            }
            page.possible_matches.extend(found);
            page.next = Some(mark.rank.clone());
        }
        if marks.len() < BATCH {
            page.next = None;
            break;
        }
    }
    Ok(page)
}

/// The next entries by rank, of every triage among the worker's inboxes. Their other inboxes have
/// none.
async fn marks<S: Store>(
    store: &S,
    worker: &Worker,
    after: Option<&str>,
) -> Result<BTreeSet<TriageMark>, Fault> {
    let mut marks = BTreeSet::new();
    for inbox in &worker.inboxes {
        marks.extend(store.awaiting_triage(inbox, after, BATCH).await?);
    }
    Ok(marks.into_iter().take(BATCH).collect())
}

/// The marked entries, and those that they may match.
async fn with_others<S: Store>(
    store: &S,
    marks: &BTreeSet<TriageMark>,
) -> Result<BTreeMap<EntryId, EntryRow>, Fault> {
    let marked: BTreeSet<EntryId> = marks.iter().map(|mark| mark.entry).collect();
    let marked: Vec<EntryId> = marked.into_iter().collect();
    let rows = store.entries(&marked).await?;
    let waiting = rows.iter().flat_map(|row| &row.matches).filter(|found| found.awaits().is_some());
    let others: BTreeSet<EntryId> = waiting.map(|found| found.other).collect();
    let others: Vec<EntryId> =
        others.into_iter().filter(|id| marked.binary_search(id).is_err()).collect();
    let others = store.entries(&others).await?;
    Ok(rows.into_iter().chain(others).map(|row| (row.id, row)).collect())
}

/// The pairs to decide that an entry is in. A pair that both entries record is listed with the more
/// pressing one.
fn pairs(
    worker: &Worker,
    entry: &EntryRow,
    entries: &BTreeMap<EntryId, EntryRow>,
) -> Vec<PossibleMatch> {
    let pair = |found: &EntryMatch| {
        // A hub decides about pairs within its own inbox; a redirect may have brought them
        // together.
        let other = entries.get(&found.other).filter(|other| other.inbox != entry.inbox)?;
        if [entry, other].iter().any(|one| one.access.barrier(&worker.actor.id).is_some()) {
            return None;
        }
        let back = known(worker, other).any(|back| back.other == entry.id);
        (!back || entry.rank() < other.rank()).then(|| PossibleMatch {
            entries: [entry.clone(), other.clone()],
            evidence: evidence_of(found),
            guards: guards_of(found),
        })
    };
    known(worker, entry).filter_map(pair).collect()
}

/// The matches of an entry that the worker is to decide, as far as the index shows the entry.
fn known<'a>(worker: &'a Worker, entry: &'a EntryRow) -> impl Iterator<Item = &'a EntryMatch> {
    let is_own =
        |found: &&EntryMatch| found.awaits().is_some_and(|own| worker.inboxes.contains(own));
    let shown = entry.triage().is_some_and(|own| worker.inboxes.contains(own));
    entry.matches.iter().filter(move |_| shown).filter(is_own)
}

#[cfg(test)]
mod tests;
