//! The route, notify and sweep functions as AWS runs them: batches from the queues with partial failures,
//! and a schedule.

use std::panic::AssertUnwindSafe;

use futures::FutureExt as _;
use futures::future::{Either, join_all, select};
use pipeline::due::Work;
use pipeline::notes::{self, NoteDelivered};
use pipeline::ports::{Message as Body, QueueName, Store as _, World as _};
use pipeline::rows::NoteKey;
use pipeline::write::Write;
use pipeline::{RouteError, clocks, drafts, route, route_or_review, sweep, telling, to_review};
use referral::ReferralId;

use crate::faults::Bug;
use crate::kernel::{Micros, SECOND};
use crate::queue::{MAX_RECEIVES, Message};
use crate::world::{Process, Shared};

/// The time that a function may run.
const TIMEOUT: Micros = 20 * SECOND;
/// The time that what tells senders may run.
const TELLING_TIMEOUT: Micros = 30 * SECOND;

/// Polls a queue from `from` until `until`, and hands each batch to a process of its own.
pub(crate) fn poll(shared: &Shared, queue: QueueName, from: Micros, until: Micros) {
    let shared = shared.clone();
    let kernel = shared.kernel.clone();
    kernel.clone().spawn(async move {
        kernel.sleep(from - kernel.now()).await;
        while kernel.now() < until {
            let batch = shared.queue.receive(queue);
            if batch.is_empty() {
                kernel.sleep(kernel.between(100_000, SECOND)).await;
            } else {
                invoke(&shared, queue, batch);
                kernel.sleep(kernel.between(1_000, 10_000)).await;
            }
        }
    });
}

/// Runs one invocation: messages that succeeded are deleted, and those that failed come back. If
/// the process dies, all of them come back.
fn invoke(shared: &Shared, queue: QueueName, batch: Vec<Message>) {
    let process = shared.process().routing();
    let stalls = shared.kernel.chance(shared.faults.stall);
    shared.kernel.spawn(async move {
        let kernel = process.shared.kernel.clone();
        let started = kernel.now();
        let ended = join_all(batch.iter().map(|message| handle(&process, message))).await;
        if stalls {
            kernel.strike("process stalled past its timeout or nearly");
            // Past the timeout the process is gone, and with it its answer.
            kernel.sleep(kernel.between(0, 30 * SECOND)).await;
        }
        if kernel.now() - started > TIMEOUT {
            return;
        }
        for (message, done) in batch.iter().zip(ended) {
            if done || process.shared.bug == Some(Bug::EmptyFailureList) {
                process.shared.queue.delete(queue, message.key);
            }
        }
    });
}

async fn handle(process: &Process, message: &Message) -> bool {
    let last = message.receives >= MAX_RECEIVES;
    match message.body {
        Body::Referral(id) => referral(process, id, last).await,
        Body::Note(key) => note(process, key).await,
        Body::Clock(id) => clocks::ring(process, id).await.is_ok(),
    }
}

async fn note(process: &Process, key: NoteKey) -> bool {
    let ended = notes::deliver(process, key).await;
    if ended == Ok(NoteDelivered::Waits) && process.shared.bug == Some(Bug::DropTheNoteThatWaits) {
        let _ = process.store().commit(&[Write::Remove(Work::DeliverNote(key))]).await;
    }
    ended.is_ok()
}

async fn referral(process: &Process, id: ReferralId, last: bool) -> bool {
    let bug = process.shared.bug;
    if !matches!(bug, Some(Bug::DropThePoisoned | Bug::PanicsAreOnlyReturned)) {
        return route_or_review(process, id, last).await.is_ok();
    }
    // lambda-kit catches a panic, and gives the message back to the queue.
    let ended = match AssertUnwindSafe(route(process, id)).catch_unwind().await {
        Ok(Err(RouteError::Unexpected(_))) if bug == Some(Bug::DropThePoisoned) => return true,
        Ok(Err(RouteError::Unexpected(cause))) => to_review(process, id, cause, last).await,
        Ok(ended) => ended,
        Err(_) => return false,
    };
    ended.is_ok()
}

/// Sweeps every minute until `until`, but not between the two times of `away`.
pub(crate) fn schedule(shared: &Shared, until: Micros, away: Option<(Micros, Micros)>) {
    if shared.bug == Some(Bug::NoSweep) {
        return;
    }
    let shared = shared.clone();
    let kernel = shared.kernel.clone();
    kernel.clone().spawn(async move {
        while kernel.now() < until {
            kernel.sleep(60 * SECOND).await;
            let now = kernel.now();
            if away.is_some_and(|(from, to)| (from..to).contains(&now)) {
                kernel.strike("sweep missed");
                continue;
            }
            let process = shared.process();
            kernel.spawn(async move {
                let clock = pipeline::World::nature(&process);
                let end = pipeline::ports::Nature::now(clock) + jiff::SignedDuration::from_secs(50);
                // The next sweep makes up for one that fails.
                let (swept, _) = sweep(&process, end).await;
                let late = swept.late.unwrap_or_default();
                process.shared.late.fetch_max(late, std::sync::atomic::Ordering::Relaxed);
                let (_, _) = clocks::hand_on(&process, end).await;
                let (_, _) = telling::hand_on(&process, &process.shared.webhook, end).await;
                let (_, _) = drafts::end_idle(&process, end).await;
            });
        }
    });
}

/// Takes messages to what tells senders until `until`, and handles each in a process of its own.
pub(crate) fn poll_tellings(shared: &Shared, until: Micros) {
    let shared = shared.clone();
    let kernel = shared.kernel.clone();
    kernel.clone().spawn(async move {
        while kernel.now() < until {
            for (key, id) in shared.webhook.receive() {
                tell(&shared, key, id);
            }
            kernel.sleep(kernel.between(100_000, SECOND)).await;
        }
    });
}

/// Tells one sender. A process that takes longer than a function may run is gone, where it is.
fn tell(shared: &Shared, key: u64, id: ReferralId) {
    let process = shared.process();
    let kernel = shared.kernel.clone();
    kernel.clone().spawn(async move {
        let Shared { webhook, notify, .. } = process.shared.clone();
        let telling = std::pin::pin!(telling::tell(&process, &webhook, Some(&notify), id));
        let timeout = std::pin::pin!(kernel.sleep(TELLING_TIMEOUT));
        if let Either::Left((Ok(_), _)) = select(telling, timeout).await {
            webhook.delete(key);
        }
    });
}
