//! The service that sends notices, which takes them or does not, and who chooses one.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pipeline::ports::{NotSent, Notice, Notices, Recipient};
use pipeline::telling::Chosen;
use referral::{ContactMethod, Reference, Referral};

use crate::faults::Faults;
use crate::hours::START;
use crate::kernel::{Kernel, Micros, SECOND};

/// The time for which the service is away, from the start.
const AWAY: Micros = 3_600 * SECOND;

/// The notice that a submission's sender chooses: each third one. The sender of another third has a webhook
/// ([`crate::telling::SimWebhook::partner`]), and the rest choose nothing.
pub(crate) fn chosen(number: usize, referral: &Referral) -> Option<Chosen> {
    let chooses = number % 3 == 1;
    chooses.then(|| Chosen::of(referral, ContactMethod::Email)).flatten()
}

/// The service, shared by all processes.
#[derive(Clone)]
pub(crate) struct SimNotify {
    kernel: Kernel,
    faults: Faults,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// The notices that it took, by their names.
    taken: BTreeMap<String, Vec<TakenNotice>>,
    calm: bool,
}

/// A notice that was taken: about which referral, and to whom.
#[derive(Clone)]
pub(crate) struct TakenNotice {
    pub(crate) about: Option<Reference>,
    pub(crate) to: Recipient,
}

impl SimNotify {
    pub(crate) fn new(kernel: Kernel, faults: Faults) -> Self {
        Self { kernel, faults, state: Arc::default() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops all faults from now on, but for an outage that was planned.
    pub(crate) fn calm(&self) {
        self.state().calm = true;
    }

    /// Every notice that was taken, by its name.
    pub(crate) fn taken(&self) -> BTreeMap<String, Vec<TakenNotice>> {
        self.state().taken.clone()
    }

    fn strikes(&self, probability: f64) -> bool {
        !self.state().calm && self.kernel.chance(probability)
    }

    /// The way of a request to the service.
    async fn there(&self) -> Result<(), NotSent> {
        self.kernel.sleep(self.kernel.between(10_000, 3 * SECOND)).await;
        if self.strikes(self.faults.crash) {
            self.kernel.strike("process killed");
            self.kernel.die().await;
        }
        if self.faults.notify_away && self.kernel.now() < START + AWAY {
            self.kernel.strike("notices refused");
            return Err(NotSent::TryAgain("the service is away"));
        }
        if self.strikes(self.faults.send) {
            self.kernel.strike("notices refused");
            return Err(NotSent::TryAgain("the service failed"));
        }
        Ok(())
    }

    /// The way of an answer back.
    async fn back<T>(&self, answer: T) -> Result<T, NotSent> {
        if self.strikes(self.faults.crash) {
            self.kernel.strike("process killed");
            self.kernel.die().await;
        }
        if self.strikes(self.faults.applied_but_errored) {
            self.kernel.strike("notice taken, answer lost");
            return Err(NotSent::TryAgain("the answer broke off"));
        }
        Ok(answer)
    }
}

impl Notices for SimNotify {
    async fn send(&self, notice: &Notice) -> Result<(), NotSent> {
        self.there().await?;
        let about = notice.values.iter().find(|(name, _)| *name == "reference");
        let about = about.and_then(|(_, value)| value.expose().parse().ok());
        let taken = TakenNotice { about, to: notice.to.clone() };
        self.state().taken.entry(notice.reference.clone()).or_default().push(taken);
        self.back(()).await
    }

    async fn has_taken(&self, reference: &str) -> Result<bool, NotSent> {
        self.there().await?;
        let taken = self.state().taken.contains_key(reference);
        self.back(taken).await
    }
}
