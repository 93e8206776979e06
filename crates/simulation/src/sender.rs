//! Senders after their sending: they correct and withdraw their referrals, again and again with the same
//! key until they have an answer.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pipeline::amend::{self, Amended};
use referral::ReferralId;

use crate::faults::Bug;
use crate::kernel::SECOND;
use crate::plan::{Planned, PlannedAmendment};
use crate::world::{Process, Shared};

/// An amendment that a sender was told is stored.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Acknowledged {
    pub(crate) referral: ReferralId,
    pub(crate) key: String,
    pub(crate) version: u32,
}

/// A record of what senders were told.
#[derive(Clone, Default)]
pub(crate) struct Senders(Arc<Mutex<Vec<Acknowledged>>>);

impl Senders {
    pub(crate) fn all(&self) -> Vec<Acknowledged> {
        self.told().clone()
    }

    fn told(&self) -> MutexGuard<'_, Vec<Acknowledged>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const TRIES: usize = 8;

/// Sends every planned amendment, when its time has come, of a submission that was answered now.
pub(crate) fn amend(shared: &Shared, planned: &Planned, id: ReferralId, senders: &Senders) {
    for amendment in &planned.amendments {
        for _ in 0..=usize::from(amendment.double_click) {
            let sending = Sending {
                planned: planned.clone(),
                id,
                amendment: amendment.clone(),
                answered: Arc::default(),
                senders: senders.clone(),
            };
            let (shared, kernel) = (shared.clone(), shared.kernel.clone());
            kernel.clone().spawn(async move {
                kernel.sleep(sending.amendment.after).await;
                for attempt in 0..TRIES {
                    let (process, sent) = (shared.process(), sending.clone());
                    kernel.spawn(async move { sent.send(&process, attempt).await });
                    kernel.sleep(kernel.between(2 * SECOND, 5 * SECOND)).await;
                    if sending.answered.load(Ordering::Relaxed) {
                        return;
                    }
                }
            });
        }
    }
}

/// An amendment on its way.
#[derive(Clone)]
struct Sending {
    planned: Planned,
    id: ReferralId,
    amendment: PlannedAmendment,
    answered: Arc<AtomicBool>,
    senders: Senders,
}

impl Sending {
    /// Sends the amendment once, by a process of its own, which may die.
    async fn send(&self, process: &Process, attempt: usize) {
        if process.shared.bug == Some(Bug::AcknowledgeTheAmendmentBeforeWrite) {
            self.acknowledged(2);
        }
        let mut key = self.amendment.key.clone();
        if process.shared.bug == Some(Bug::AnotherKeyForEachAmendment) {
            key = format!("{key}-{attempt}");
        }
        let by = &self.planned.submitter;
        let request = amend::Request { by, referral: self.id, key: &key, seen: None };
        let amended = if let Some(reason) = self.amendment.withdraws {
            amend::withdraw(process, request, reason, None).await
        } else {
            let mut corrected = self.planned.referral.clone();
            corrected.safeguarding_concern |= self.amendment.concern;
            let content = formats::json::digest_input(&corrected);
            amend::correct(process, request, corrected, &content).await
        };
        match amended {
            Ok(Amended::Done { version, .. }) => self.acknowledged(version),
            // Another amendment of the same plan withdrew it first.
            Ok(Amended::Withdrawn) => self.answered.store(true, Ordering::Relaxed),
            Ok(_) | Err(_) => {}
        }
    }

    fn acknowledged(&self, version: u32) {
        self.answered.store(true, Ordering::Relaxed);
        let key = self.amendment.key.clone();
        self.senders.told().push(Acknowledged { referral: self.id, key, version });
    }
}
