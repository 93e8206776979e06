//! The webhook of a partner, which takes messages or does not, and the queue to what tells it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use pipeline::ports::{Answer, Fault, Messenger, TellingQueue, WebhookMessage, WebhookSecret};
use pipeline::rows::{PartnerId, WebhookUrl};
use referral::ReferralId;

use crate::faults::Faults;
use crate::kernel::{Kernel, Micros, SECOND};

/// The time for which a received message is hidden: six times the function's timeout.
const VISIBILITY: Micros = 180 * SECOND;
/// The most messages that are handed out at once.
const BATCH: usize = 5;

/// The part of a message that says how a referral stands.
pub(crate) type Said = (String, u64);

/// The webhook, and the queue before it.
#[derive(Clone)]
pub(crate) struct SimWebhook {
    kernel: Kernel,
    faults: Faults,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// The messages that wait, each with the time from which it is visible.
    waiting: Vec<(u64, ReferralId, Micros)>,
    next_key: u64,
    told: BTreeMap<ReferralId, BTreeSet<Said>>,
    /// The body that came under each id.
    bodies: BTreeMap<String, String>,
    /// The ids under which two bodies came.
    doubled: usize,
    calm: bool,
}

impl SimWebhook {
    pub(crate) fn new(kernel: Kernel, faults: Faults) -> Self {
        Self { kernel, faults, state: Arc::default() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops all faults from now on.
    pub(crate) fn calm(&self) {
        self.state().calm = true;
    }

    /// The messages that the webhook got, by their referrals.
    pub(crate) fn told(&self) -> BTreeMap<ReferralId, BTreeSet<Said>> {
        self.state().told.clone()
    }

    /// The number of messages with the id of another message.
    pub(crate) fn doubled(&self) -> usize {
        self.state().doubled
    }

    fn strikes(&self, probability: f64) -> bool {
        !self.state().calm && self.kernel.chance(probability)
    }

    /// The partner whose submissions are told of: every third.
    pub(crate) fn partner(number: usize) -> Option<PartnerId> {
        if number.is_multiple_of(3) { PartnerId::parse("school-0").ok() } else { None }
    }

    /// Up to five visible messages.
    pub(crate) fn receive(&self) -> Vec<(u64, ReferralId)> {
        let now = self.kernel.now();
        let mut state = self.state();
        let visible = state.waiting.iter_mut().filter(|(_, _, at)| *at <= now).take(BATCH);
        visible
            .map(|(key, id, at)| {
                *at = now + VISIBILITY;
                (*key, *id)
            })
            .collect()
    }

    /// Deletes a message.
    pub(crate) fn delete(&self, key: u64) {
        self.state().waiting.retain(|(other, ..)| *other != key);
    }
}

impl TellingQueue for SimWebhook {
    async fn send(&self, referrals: &[ReferralId]) -> Result<(), Fault> {
        for id in referrals {
            self.kernel.sleep(self.kernel.between(500, 4_000)).await;
            if self.strikes(self.faults.crash) {
                self.kernel.strike("process killed");
                self.kernel.die().await;
            }
            if self.strikes(self.faults.send) {
                self.kernel.strike("send failed");
                return Err(Fault::Transient("the queue did not answer"));
            }
            let copies = 1 + u64::from(self.strikes(self.faults.duplicate));
            // A message may be late, until the next mark is made.
            let is_late = self.strikes(self.faults.duplicate);
            let late = if is_late { self.kernel.between(0, 60 * SECOND) } else { 0 };
            let now = self.kernel.now() + late;
            let mut state = self.state();
            for _ in 0..copies {
                let key = state.next_key;
                state.next_key += 1;
                state.waiting.push((key, *id, now));
            }
        }
        Ok(())
    }
}

impl Messenger for SimWebhook {
    async fn send(
        &self,
        _: &WebhookUrl,
        message: &WebhookMessage,
        _: &[WebhookSecret],
        _: Timestamp,
    ) -> Answer {
        self.kernel.sleep(self.kernel.between(10_000, 3 * SECOND)).await;
        if self.strikes(self.faults.crash) {
            self.kernel.strike("process killed");
            self.kernel.die().await;
        }
        if self.strikes(self.faults.send) {
            self.kernel.strike("webhook away");
            return Answer::Refused(503);
        }
        let mut state = self.state();
        let before = state.bodies.insert(message.id.clone(), message.body.clone());
        if before.is_some_and(|before| before != message.body) {
            state.doubled += 1;
        }
        if let Some((id, said)) = read(&message.body) {
            state.told.entry(id).or_default().insert(said);
        }
        drop(state);
        if self.strikes(self.faults.applied_but_errored) {
            self.kernel.strike("webhook told, answer lost");
            return Answer::NotReached("the answer broke off");
        }
        Answer::Taken
    }
}

fn read(body: &str) -> Option<(ReferralId, Said)> {
    let body: serde_json::Value = serde_json::from_str(body).ok()?;
    let data = body.get("data")?;
    let said = (data.get("status")?.as_str()?.to_owned(), data.get("version")?.as_u64()?);
    Some((data.get("id")?.as_str()?.parse().ok()?, said))
}
