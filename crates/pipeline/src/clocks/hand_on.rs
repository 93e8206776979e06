//! Handing on: the clocks that are to be looked at go to `route`, which may write entries.

use jiff::Timestamp;
use referral::EntryId;

use super::LOOK_AGAIN;
use crate::due::{CLOCK_SHARDS, Due, DueRow, Work};
use crate::ports::{Fault, Message, Nature as _, Queue as _, QueueName, Sending, Store as _};
use crate::rows::after;

/// The most marks of a shard that are handed on in its turn.
const PAGE: usize = 100;

/// The most clocks that are handed on at a time, a page or so more: where thousands run out at one closing
/// time, referrals must not wait behind them. The rest is still due a minute later.
pub const MOST_A_TICK: usize = 1_000;

/// The result of handing on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HandedOn {
    /// The number of clocks that were handed on.
    pub sent: usize,
    /// The number of marks that had moved or gone when they were to be moved.
    pub passed: usize,
}

/// Hands on the clocks that are due, until none is, [`MOST_A_TICK`] were or `until` is reached. As in
/// [`crate::sweep()`], a mark is moved on before its work is handed on, and a fault in one shard does not
/// hold up the others.
pub async fn hand_on<W: Sending>(world: &W, until: Timestamp) -> (HandedOn, Result<(), Fault>) {
    let (mut sum, mut ended) = (HandedOn::default(), Ok(()));
    let mut shards: Vec<u8> = CLOCK_SHARDS.collect();
    while !shards.is_empty() && sum.sent < MOST_A_TICK && world.nature().now() < until {
        let mut more = Vec::new();
        for shard in shards {
            match page(world, shard, &mut sum).await {
                Ok(true) => more.push(shard),
                Ok(false) => {}
                Err(fault) => ended = Err(fault),
            }
        }
        shards = more;
    }
    (sum, ended)
}

/// Hands on one page of a shard, and answers whether there may be more.
async fn page<W: Sending>(world: &W, shard: u8, sum: &mut HandedOn) -> Result<bool, Fault> {
    let (store, now) = (world.store(), world.nature().now());
    // A mark is rightly as far ahead as the longest time between two looks.
    let beyond = Due::furthest(after(now, LOOK_AGAIN));
    let due = store.due(shard, now, beyond, PAGE).await?;
    let (mut moved, mut held_up) = (Vec::new(), Ok(()));
    for row in &due {
        match store.defer(row, &row.due.after_clock(now)).await {
            Ok(true) => moved.push(row),
            Ok(false) => sum.passed += 1,
            Err(fault) => {
                held_up = Err(fault);
                break;
            }
        }
    }
    for urgent in [true, false] {
        let some = moved.iter().filter(|row| row.urgent == urgent);
        let messages: Vec<Message> =
            some.filter_map(|row| entry(row)).map(Message::Clock).collect();
        world.queue().send(QueueName::of(urgent), &messages).await?;
    }
    sum.sent += moved.len();
    held_up?;
    Ok(due.len() == PAGE && !moved.is_empty())
}

fn entry(row: &DueRow) -> Option<EntryId> {
    match row.work {
        Work::Clock(id) => Some(id),
        Work::Route(_)
        | Work::OpenConcern(_)
        | Work::DeliverNote(_)
        | Work::EndDraft(_)
        | Work::TellSender(_) => None,
    }
}
