//! Ending drafts that nobody goes on with, a page of each shard in turn.
//!
//! A draft's mark stands at the idle end that it began with. What was saved since has a later one: its
//! mark moves there. What is idle is removed with its row of due work, many in a transaction, each on
//! condition that it is idle still: of a saving and an ending at the same time, one is refused. A mark is
//! not moved before its draft is ended, as nobody is told to do it: a process that dies leaves the draft
//! due. What is refused alone gets a later mark, so that it does not stand before the others.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use futures::future::join_all;
use jiff::Timestamp;

use super::IDLE;
use crate::due::{DRAFT_SHARDS, Due, DueRow, Work};
use crate::ports::{DraftStore, Fault, Nature as _, Store as _, World};
use crate::rows::{DraftKey, after};
use crate::write::{CommitError, MAX_WRITES, Refusal, Write};

/// The most marks of a shard that are looked at in its turn.
const PAGE: usize = 400;
/// The most drafts that end in one transaction: two writes each.
const TOGETHER: usize = MAX_WRITES / 2;
/// The number of marks that are moved at the same time.
const AT_ONCE: usize = 16;
/// The time that the index gets to show what was done, and how often in turn.
const LAG: Duration = Duration::from_millis(500);
const WAITS: u32 = 4;

/// The result of ending drafts that are idle.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ended {
    /// The number of drafts that were ended, or had ended already.
    pub ended: usize,
    /// The number of drafts whose mark was moved: they were saved since it was made, or could not be
    /// ended now.
    pub put_off: usize,
}

/// Ends all drafts that are idle, until none is or `until` is reached. A fault in one shard does not
/// hold up the others.
pub async fn end_idle<W>(world: &W, until: Timestamp) -> (Ended, Result<(), Fault>)
where
    W: World<Store: DraftStore>,
{
    let mut ending = Ending { world, until, done: BTreeSet::new(), sum: Ended::default() };
    let (mut shards, mut waited, mut result): (Vec<u8>, _, _) = (DRAFT_SHARDS.collect(), 0, Ok(()));
    while !shards.is_empty() && ending.has_time() && waited < WAITS {
        let (mut more, mut anything_new) = (Vec::new(), false);
        for shard in shards {
            match ending.page(shard).await {
                Ok(Left::Nothing) => {}
                Ok(left) => {
                    more.push(shard);
                    anything_new |= left == Left::More;
                }
                Err(fault) => result = Err(fault),
            }
        }
        shards = more;
        waited = if anything_new { 0 } else { waited + 1 };
        if !shards.is_empty() && !anything_new {
            world.nature().sleep(LAG).await;
        }
    }
    (ending.sum, result)
}

/// The rest of a shard after its turn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Left {
    Nothing,
    More,
    /// The index shows only what is done already.
    OldNews,
}

struct Ending<'a, W> {
    world: &'a W,
    until: Timestamp,
    /// The drafts that are done with in this run: the index may go on showing their marks for a while.
    done: BTreeSet<DraftKey>,
    sum: Ended,
}

impl<W: World<Store: DraftStore>> Ending<'_, W> {
    fn has_time(&self) -> bool {
        self.world.nature().now() < self.until
    }

    async fn page(&mut self, shard: u8) -> Result<Left, Fault> {
        let now = self.world.nature().now();
        // A draft's mark is made for its idle end.
        let limit = Due::furthest(after(now, IDLE));
        let found = self.world.store().due(shard, now, limit, PAGE).await?;
        let due = found.iter().filter_map(|row| Some((key_of(row)?, row)));
        let due: Vec<_> = due.filter(|(key, _)| !self.done.contains(key)).collect();
        for drafts in due.chunks(TOGETHER) {
            if !self.has_time() {
                return Ok(Left::Nothing);
            }
            self.end(drafts, now).await?;
        }
        Ok(match (found.len() < PAGE, due.is_empty()) {
            (true, _) => Left::Nothing,
            (false, true) => Left::OldNews,
            (false, false) => Left::More,
        })
    }

    /// Ends those of some drafts that are idle, and moves the marks of the others.
    async fn end(&mut self, drafts: &[(DraftKey, &DueRow)], now: Timestamp) -> Result<(), Fault> {
        let keys: Vec<DraftKey> = drafts.iter().map(|(key, _)| *key).collect();
        let ends: BTreeMap<_, _> = self.world.store().idle_ends(&keys).await?.into_iter().collect();
        let (mut used, mut idle) = (Vec::new(), Vec::new());
        for (key, row) in drafts {
            match ends.get(key) {
                // A clock that was fast made a mark, or an idle end, that is too far ahead: the draft
                // is looked at again in the time that a right one would have given it.
                Some(end) if *end > now => {
                    let at = (*end).min(after(now, IDLE));
                    used.push((*row, Due { at, attempts: 0 }));
                }
                // A draft that is not there was ended, and its mark is old.
                _ => idle.push((*key, *row)),
            }
        }
        let moved = self.put_off(used).await;
        let refused = self.end_idle(idle, now).await?;
        self.put_off(refused.into_iter().map(|row| (row, row.due.again())).collect()).await?;
        self.done.extend(keys);
        moved
    }

    /// Ends drafts, and answers the rows of those that could not be.
    async fn end_idle<'r>(
        &mut self,
        mut idle: Vec<(DraftKey, &'r DueRow)>,
        now: Timestamp,
    ) -> Result<Vec<&'r DueRow>, Fault> {
        let mut refused = Vec::new();
        while !idle.is_empty() {
            let ending = |(key, row): &(DraftKey, &DueRow)| {
                [Write::EndDraft { key: *key, idle_at: Some(now) }, Write::Remove(row.work)]
            };
            let writes: Vec<Write> = idle.iter().flat_map(ending).collect();
            let answers = match self.world.store().commit(&writes).await {
                Ok(()) => {
                    self.sum.ended += idle.len();
                    break;
                }
                Err(CommitError::Cancelled(answers)) => answers,
                Err(CommitError::Fault(fault)) => return Err(fault),
            };
            // One that was saved or ended in this moment held up all: the others go on without it.
            let is_free = |pair: &[Refusal]| pair.iter().all(|answer| *answer == Refusal::None);
            let free: Vec<bool> = answers.chunks(2).map(is_free).collect();
            let count = refused.len();
            let mut rest = Vec::with_capacity(idle.len());
            for (at, found) in idle.into_iter().enumerate() {
                if free.get(at) == Some(&true) {
                    rest.push(found);
                } else {
                    refused.push(found.1);
                }
            }
            if refused.len() == count {
                return Err(Fault::Transient("drafts were not ended, and nothing says why"));
            }
            idle = rest;
        }
        Ok(refused)
    }

    /// Moves marks, some at the same time. One that has moved or gone meanwhile stays as it is.
    async fn put_off(&mut self, marks: Vec<(&DueRow, Due)>) -> Result<(), Fault> {
        let mut all_moved = Ok(());
        for some in marks.chunks(AT_ONCE) {
            let moving = some.iter().map(|(row, to)| self.world.store().defer(row, to));
            for moved in join_all(moving).await {
                match moved {
                    Ok(moved) => self.sum.put_off += usize::from(moved),
                    Err(fault) => all_moved = Err(fault),
                }
            }
        }
        all_moved
    }
}

fn key_of(row: &DueRow) -> Option<DraftKey> {
    match row.work {
        Work::EndDraft(key) => Some(key),
        Work::Route(_)
        | Work::OpenConcern(_)
        | Work::DeliverNote(_)
        | Work::TellSender(_)
        | Work::Clock(_) => None,
    }
}
