//! A standard SQS queue with its dead-letter queue, in memory: it delivers a message at least once,
//! and messages in any order.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pipeline::ports::{Fault, Message as Body, Queue, QueueName};
use referral::ReferralId;

use crate::faults::Faults;
use crate::kernel::{Kernel, Micros, SECOND};

/// The time for which a received message is hidden: six times the function's timeout.
const VISIBILITY: Micros = 120 * SECOND;
/// The number of times that a message is delivered before it goes to the dead-letter queue.
pub(crate) const MAX_RECEIVES: u32 = 5;

/// A message in a queue.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Message {
    pub(crate) key: u64,
    pub(crate) body: Body,
    pub(crate) receives: u32,
    visible_at: Micros,
}

/// Both queues and their dead-letter queue.
#[derive(Clone)]
pub(crate) struct SimQueue {
    kernel: Kernel,
    state: Arc<Mutex<State>>,
    faults: Faults,
}

#[derive(Default)]
struct State {
    urgent: Vec<Message>,
    referrals: Vec<Message>,
    dead: Vec<Body>,
    next_key: u64,
    sent: u64,
    clocks_sent: u64,
    calm: bool,
}

impl State {
    fn messages(&mut self, queue: QueueName) -> &mut Vec<Message> {
        match queue {
            QueueName::Urgent => &mut self.urgent,
            QueueName::Referrals => &mut self.referrals,
        }
    }
}

impl SimQueue {
    pub(crate) fn new(kernel: Kernel, faults: Faults) -> Self {
        Self { kernel, state: Arc::default(), faults }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops all faults from now on.
    pub(crate) fn calm(&self) {
        self.state().calm = true;
    }

    /// The number of messages with referrals sent so far.
    pub(crate) fn sent(&self) -> u64 {
        self.state().sent
    }

    /// The number of messages with clocks sent so far.
    pub(crate) fn clocks_sent(&self) -> u64 {
        self.state().clocks_sent
    }

    /// The referrals whose messages are in the dead-letter queue.
    pub(crate) fn dead(&self) -> Vec<ReferralId> {
        let referral = |body: &Body| match body {
            Body::Referral(id) => Some(*id),
            Body::Note(_) | Body::Clock(_) => None,
        };
        self.state().dead.iter().filter_map(referral).collect()
    }

    /// Wipes both queues.
    pub(crate) fn wipe(&self) {
        self.kernel.strike("queues wiped");
        let mut state = self.state();
        state.urgent.clear();
        state.referrals.clear();
    }

    /// Up to ten visible messages, in any order; those received too often go to the dead-letter
    /// queue.
    pub(crate) fn receive(&self, queue: QueueName) -> Vec<Message> {
        let now = self.kernel.now();
        let mut state = self.state();
        let mut received = Vec::new();
        let mut dead = Vec::new();
        let messages = state.messages(queue);
        let mut visible: Vec<usize> =
            (0..messages.len()).filter(|&at| messages[at].visible_at <= now).collect();
        self.kernel.random(|rng| rng.shuffle(&mut visible));
        visible.truncate(10);
        for at in visible {
            let message = &mut messages[at];
            if message.receives >= MAX_RECEIVES {
                dead.push(message.key);
                continue;
            }
            message.receives += 1;
            message.visible_at = now + VISIBILITY;
            received.push(*message);
            let (body, times) = (message.body, message.receives);
            self.kernel.note(|| format!("receives {}, time {times}", named(body)));
        }
        let buried: Vec<Body> =
            messages.iter().filter(|m| dead.contains(&m.key)).map(|m| m.body).collect();
        messages.retain(|message| !dead.contains(&message.key));
        state.dead.extend(buried);
        received
    }

    /// Deletes a message; a duplicate of it may still come.
    pub(crate) fn delete(&self, queue: QueueName, key: u64) {
        self.state().messages(queue).retain(|message| message.key != key);
    }
}

/// The row that a message is about, as the history spells it.
fn named(body: Body) -> String {
    match body {
        Body::Referral(id) => format!("state {id}"),
        Body::Note(key) => format!("note {} of state {}", key.note, key.referral),
        Body::Clock(id) => format!("clock of {id}"),
    }
}

impl Queue for SimQueue {
    async fn send(&self, queue: QueueName, messages: &[Body]) -> Result<(), Fault> {
        let calm = self.state().calm;
        for &body in messages {
            self.kernel.sleep(self.kernel.between(500, 4_000)).await;
            if !calm && self.kernel.chance(self.faults.crash) {
                self.kernel.strike("process killed");
                self.kernel.die().await;
            }
            if !calm && self.kernel.chance(self.faults.send) {
                self.kernel.strike("send failed");
                return Err(Fault::Transient("the queue did not answer"));
            }
            let twice = !calm && self.kernel.chance(self.faults.duplicate);
            if twice {
                self.kernel.strike("message delivered twice");
            }
            let lost = !calm && self.kernel.chance(self.faults.applied_but_errored);
            let now = self.kernel.now();
            let mut state = self.state();
            for copy in 0..=u8::from(twice) {
                let key = state.next_key;
                state.next_key += 1;
                let visible_at = now + Micros::from(copy) * SECOND;
                state.messages(queue).push(Message { key, body, receives: 0, visible_at });
            }
            state.sent += u64::from(matches!(body, Body::Referral(_)));
            state.clocks_sent += u64::from(matches!(body, Body::Clock(_)));
            drop(state);
            self.kernel.note(|| {
                let again = if twice { ", delivered twice" } else { "" };
                format!("sends {}{again}", named(body))
            });
            if lost {
                self.kernel.strike("sent, answer lost");
                return Err(Fault::Transient("the queue's answer was lost"));
            }
        }
        Ok(())
    }
}
