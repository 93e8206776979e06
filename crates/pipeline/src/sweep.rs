//! Sweep: every minute, hand on the work that is due ([`crate::due`]). What has shards of its own comes
//! after it: drafts are ended ([`crate::drafts::end_idle`]), and senders told ([`crate::telling`]). A message may be lost, a queue
//! wiped or a send have failed; the rows of due work are what counts.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use referral::EntryId;

use crate::due::{DUE_SHARDS, Due, DueRow, Work};
use crate::ports::{Fault, Message, Nature, Queue, QueueName, Sending, Store};

/// The result of one sweep.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Swept {
    /// The number of pieces of work that were handed on.
    pub sent: usize,
    /// The number of pieces of work whose mark had moved or gone when it was to be moved.
    pub passed: usize,
    /// The number of referrals and notes found due, sent or not, that came in more than five minutes
    /// ago: an operator should look. `None` where a shard could not be read, so that it is not
    /// taken for a small number.
    pub late: Option<usize>,
    /// The entries found of concerns that were delivered more than a quarter of an hour ago and that
    /// nobody has opened. `None` as above.
    pub unopened: Option<Vec<EntryId>>,
}

const PAGE: usize = 100;
const LATE: SignedDuration = SignedDuration::from_mins(5);
const UNOPENED: SignedDuration = SignedDuration::from_mins(15);

/// Hands on all work that is due, until none is or `until` is reached.
///
/// The mark is moved on before the work is handed on: if this dies in between, the work is due again
/// at its next mark. The shards take turns, a page each; a fault in one shard does not hold
/// up the others.
pub async fn sweep<W: Sending>(world: &W, until: Timestamp) -> (Swept, Result<(), Fault>) {
    let mut sweep = Sweep { world, swept: Swept::default(), late: BTreeSet::new(), unread: false };
    let mut ended = Ok(());
    let mut shards: Vec<u8> = DUE_SHARDS.collect();
    while !shards.is_empty() && world.nature().now() < until {
        let mut more = Vec::new();
        for shard in shards {
            match sweep.page(shard).await {
                Ok(true) => more.push(shard),
                Ok(false) => {}
                Err(fault) => ended = Err(fault),
            }
        }
        shards = more;
    }
    let (mut late, mut unopened) = (0, Vec::new());
    for work in sweep.late {
        match work {
            Work::Route(_) | Work::DeliverNote(_) => late += 1,
            Work::OpenConcern(entry) => unopened.push(entry),
            Work::EndDraft(_) | Work::TellSender(_) | Work::Clock(_) => {}
        }
    }
    let (late, unopened) = ((!sweep.unread).then_some(late), (!sweep.unread).then_some(unopened));
    (Swept { late, unopened, ..sweep.swept }, ended)
}

struct Sweep<'a, W> {
    world: &'a W,
    swept: Swept,
    late: BTreeSet<Work>,
    /// Whether a shard could not be read.
    unread: bool,
}

impl<W: Sending> Sweep<'_, W> {
    /// Sweeps one page of a shard, and answers whether there may be more.
    async fn page(&mut self, shard: u8) -> Result<bool, Fault> {
        let store = self.world.store();
        let now = self.world.nature().now();
        let due = store.due(shard, now, Due::furthest(now), PAGE).await.inspect_err(|_| {
            self.unread = true;
        })?;
        let late = |found: &&DueRow| {
            let most = match found.work {
                Work::Route(_) | Work::DeliverNote(_) => LATE,
                Work::OpenConcern(_) => UNOPENED,
                Work::EndDraft(_) | Work::TellSender(_) | Work::Clock(_) => return false,
            };
            now.duration_since(found.since) > most
        };
        self.late.extend(due.iter().filter(late).map(|found| found.work));
        let mut moved: Vec<&DueRow> = Vec::new();
        let mut held_up = Ok(());
        for found in &due {
            match store.defer(found, &found.due.next(now)).await {
                Ok(true) => moved.push(found),
                Ok(false) => self.swept.passed += 1,
                Err(fault) => {
                    held_up = Err(fault);
                    break;
                }
            }
        }
        // Work that was moved on is handed on, whatever happened to the rest: else a table that
        // throttles now and then would keep putting off what it let pass. Work that cannot be handed
        // on now is due again at its next mark.
        let urgent = self.hand_on(&moved, true).await;
        self.hand_on(&moved, false).await?;
        urgent?;
        held_up?;
        self.swept.sent += moved.len();
        // A short page is the last one. An index that shows only marks that moved already is late:
        // the next sweep reads it again.
        Ok(due.len() == PAGE && !moved.is_empty())
    }

    /// Gives each piece of work to whatever does it.
    async fn hand_on(&self, due: &[&DueRow], urgent: bool) -> Result<(), Fault> {
        let due = due.iter().filter(|found| found.urgent == urgent);
        let messages: Vec<Message> = due
            .filter_map(|found| match found.work {
                Work::Route(id) => Some(Message::Referral(id)),
                Work::DeliverNote(key) => Some(Message::Note(key)),
                Work::OpenConcern(_) | Work::EndDraft(_) | Work::TellSender(_) | Work::Clock(_) => {
                    None
                }
            })
            .collect();
        self.world.queue().send(QueueName::of(urgent), &messages).await
    }
}
