//! Sweep: every minute, send what is still waiting to its queue again. A message may be lost, a
//! queue wiped or a send have failed; the due marks in the tables are what counts.

use jiff::Timestamp;
use referral::ReferralId;

use crate::ports::{Fault, Nature, Queue, QueueName, Sending, Store};
use crate::rows::{DUE_SHARDS, Due};

/// What one sweep did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Referrals sent to their queue again.
    pub sent: usize,
    /// Referrals whose mark had moved or gone when it was to be moved.
    pub passed: usize,
}

const PAGE: usize = 100;

/// Sends every due referral again, concerns first, until none is due or `until` is reached.
///
/// The mark is moved on before the message is sent: if this dies in between, the referral is due
/// again at its next mark.
pub async fn sweep<W: Sending>(world: &W, until: Timestamp) -> Result<Swept, Fault> {
    let mut swept = Swept::default();
    for shard in 0..DUE_SHARDS {
        loop {
            let now = world.nature().now();
            if now >= until {
                return Ok(swept);
            }
            let due = world.store().due(shard, now, Due::furthest(now), PAGE).await?;
            let (mut urgent, mut rest): (Vec<ReferralId>, Vec<ReferralId>) = Default::default();
            let mut moved = Ok(());
            for found in &due {
                match world.store().defer(found, &found.due.next(now)).await {
                    Ok(true) => if found.urgent { &mut urgent } else { &mut rest }.push(found.id),
                    Ok(false) => swept.passed += 1,
                    Err(fault) => {
                        moved = Err(fault);
                        break;
                    }
                }
            }
            // What was moved on is sent, whatever happened to the others: else a table that throttles
            // now and then would keep putting off what it let pass. What cannot be sent now is due
            // again at its next mark.
            let concerns = world.queue().send(QueueName::Urgent, &urgent).await;
            world.queue().send(QueueName::Referrals, &rest).await?;
            concerns?;
            moved?;
            let sent = urgent.len() + rest.len();
            swept.sent += sent;
            // A short page is the last; and an index that only shows what has moved already will
            // show better next time.
            if due.len() < PAGE || sent == 0 {
                break;
            }
        }
    }
    Ok(swept)
}
