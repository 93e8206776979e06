//! A storm: many drafts end at once while referrals wait to be sent again.

use pipeline::drafts;
use pipeline::due::Work;

use super::{HOUR, IDLE, MINUTE};
use crate::client::{Records, submit};
use crate::faults::Faults;
use crate::hours::{SPAN, START};
use crate::kernel::{Executor, Micros, SECOND};
use crate::lambda;
use crate::plan::plan;
use crate::world::Shared;

/// The measures of a storm, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Storm {
    /// The longest that a referral was due and not sent again.
    pub overdue: i64,
    /// The time from the drafts' idle end until the last was gone; `None` if some are there still.
    pub gone_after: Option<i64>,
    /// The number of messages sent to the queues.
    pub sent: u64,
}

/// Begins this many drafts at once, and four hours later, when all are idle, sends referrals that
/// nothing takes from the queue: each is to be sent again after a minute, and on.
pub fn storm(seed: u64, count: usize, referrals: usize, faults: Faults) -> Storm {
    let shared = Shared::new(seed, faults, None);
    let kernel = shared.kernel.clone();
    let (idle, end) = (START + IDLE, START + IDLE + SPAN + 20 * MINUTE);
    for _ in 0..count {
        let process = shared.process();
        kernel.spawn(async move {
            let _ = drafts::begin(&process, b"a draft").await;
        });
    }
    for mut planned in plan(seed, referrals, 0) {
        planned.at += IDLE - MINUTE;
        submit(&shared, &planned, &Records::default());
    }
    lambda::schedule(&shared, end, None);
    let mut executor = Executor::new(kernel.clone());
    let (mut overdue, mut gone_after) = (0, None);
    executor.run(idle - HOUR / 60);
    let mut at = kernel.now();
    while at < end {
        at += SECOND;
        executor.run(at);
        overdue = overdue.max(longest_due(&shared, at));
        if gone_after.is_none() && shared.store.rows().drafts.is_empty() {
            gone_after = Some((at - idle) / SECOND);
        }
    }
    Storm { overdue: overdue / SECOND, gone_after, sent: shared.queue.sent() }
}

/// The longest that routing is due at this time.
fn longest_due(shared: &Shared, at: Micros) -> Micros {
    let rows = shared.store.rows();
    let routing = rows.due.values().filter(|row| matches!(row.work, Work::Route(_)));
    routing.map(|row| at - row.due.at.as_microsecond()).max().unwrap_or(0)
}
