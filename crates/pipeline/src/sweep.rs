//! Sweep: every minute, send what is still waiting to its queue again. A message may be lost, a
//! queue wiped or a send have failed; the due marks in the tables are what counts.

use jiff::{SignedDuration, Timestamp};
use referral::ReferralId;

use crate::ports::{DueReferral, Fault, Nature, Queue, QueueName, Sending, Store};
use crate::rows::{DUE_SHARDS, Due};

/// What one sweep did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Referrals sent to their queue again.
    pub sent: usize,
    /// Referrals whose mark had moved or gone when it was to be moved.
    pub passed: usize,
    /// Of those sent, how many were accepted more than five minutes ago: somebody should look.
    pub late: usize,
}

const PAGE: usize = 100;
const LATE: SignedDuration = SignedDuration::from_mins(5);

/// Sends every due referral again, until none is due or `until` is reached.
///
/// The mark is moved on before the message is sent: if this dies in between, the referral is due
/// again at its next mark. A fault in one shard does not keep the others waiting.
pub async fn sweep<W: Sending>(world: &W, until: Timestamp) -> (Swept, Result<(), Fault>) {
    let mut swept = Swept::default();
    let mut ended = Ok(());
    for shard in 0..DUE_SHARDS {
        if let Err(fault) = sweep_shard(world, shard, until, &mut swept).await {
            ended = Err(fault);
        }
    }
    (swept, ended)
}

async fn sweep_shard<W: Sending>(
    world: &W,
    shard: u8,
    until: Timestamp,
    swept: &mut Swept,
) -> Result<(), Fault> {
    loop {
        let now = world.nature().now();
        if now >= until {
            return Ok(());
        }
        let due = world.store().due(shard, now, Due::furthest(now), PAGE).await?;
        let mut moved: Vec<&DueReferral> = Vec::new();
        let mut held_up = Ok(());
        for found in &due {
            match world.store().defer(found, &found.due.next(now)).await {
                Ok(true) => moved.push(found),
                Ok(false) => swept.passed += 1,
                Err(fault) => {
                    held_up = Err(fault);
                    break;
                }
            }
        }
        // What was moved on is sent, whatever happened to the others: else a table that throttles
        // now and then would keep putting off what it let pass. What cannot be sent now is due
        // again at its next mark.
        let concerns = send(world, &moved, true).await;
        send(world, &moved, false).await?;
        concerns?;
        held_up?;
        swept.sent += moved.len();
        swept.late +=
            moved.iter().filter(|found| now.duration_since(found.accepted_at) > LATE).count();
        // A short page is the last; and an index that only shows what has moved already will show
        // better next time.
        if due.len() < PAGE || moved.is_empty() {
            return Ok(());
        }
    }
}

async fn send<W: Sending>(world: &W, due: &[&DueReferral], urgent: bool) -> Result<(), Fault> {
    let due = due.iter().filter(|found| found.urgent == urgent);
    let ids: Vec<ReferralId> = due.map(|found| found.id).collect();
    world.queue().send(QueueName::of(urgent), &ids).await
}
