//! Handing on: the referrals whose senders are to be told go to the queue of what tells them.

use jiff::Timestamp;
use referral::ReferralId;

use crate::due::{Due, DueRow, LONGEST_PAUSE, TELLING_SHARDS, Work};
use crate::ports::{Fault, Nature as _, Store as _, TellingQueue, World};
use crate::rows::after;

/// The most marks of a shard that are handed on in its turn.
const PAGE: usize = 100;

/// The result of handing on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HandedOn {
    /// The number of referrals that were handed on.
    pub sent: usize,
    /// The number of marks that had moved or gone when they were to be moved.
    pub passed: usize,
}

/// Hands on every telling that is due, until none is or `until` is reached. As in [`crate::sweep()`], a mark
/// is moved on before its work is handed on, and a fault in one shard does not hold up the others.
pub async fn hand_on<W: World, N: TellingQueue>(
    world: &W,
    queue: &N,
    until: Timestamp,
) -> (HandedOn, Result<(), Fault>) {
    let (mut sum, mut ended) = (HandedOn::default(), Ok(()));
    let mut shards: Vec<u8> = TELLING_SHARDS.collect();
    while !shards.is_empty() && world.nature().now() < until {
        let mut more = Vec::new();
        for shard in shards {
            match page(world, queue, shard, &mut sum).await {
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
async fn page<W: World, N: TellingQueue>(
    world: &W,
    queue: &N,
    shard: u8,
    sum: &mut HandedOn,
) -> Result<bool, Fault> {
    let (store, now) = (world.store(), world.nature().now());
    // A mark is rightly as far ahead as the longest pause.
    let beyond = Due::furthest(after(now, LONGEST_PAUSE));
    let due = store.due(shard, now, beyond, PAGE).await?;
    let (mut moved, mut held_up) = (Vec::new(), Ok(()));
    for row in &due {
        match store.defer(row, &row.due.after_telling(now)).await {
            Ok(true) => moved.extend(referral(row)),
            Ok(false) => sum.passed += 1,
            Err(fault) => {
                held_up = Err(fault);
                break;
            }
        }
    }
    queue.send(&moved).await?;
    sum.sent += moved.len();
    held_up?;
    Ok(due.len() == PAGE && !moved.is_empty())
}

fn referral(row: &DueRow) -> Option<ReferralId> {
    match row.work {
        Work::TellSender(id) => Some(id),
        Work::Route(_)
        | Work::OpenConcern(_)
        | Work::DeliverNote(_)
        | Work::EndDraft(_)
        | Work::Clock(_) => None,
    }
}
