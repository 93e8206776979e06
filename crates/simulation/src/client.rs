//! The submitters: they send, and send again with the same key until they have an answer.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use pipeline::family_status::Asking;
use pipeline::{AcceptError, OtherKey, Submission, accept, accept_under_both, accept_with_notice};
use referral::{Reference, ReferralId};

use crate::family::{Families, add_notes};
use crate::faults::Bug;
use crate::kernel::{Micros, SECOND};
use crate::notices;
use crate::plan::Planned;
use crate::sender::{self, Senders};
use crate::telling::SimWebhook;
use crate::worker::look_at_once;
use crate::world::Shared;

/// Every answer that clients got to their submissions.
#[derive(Clone, Default)]
pub(crate) struct Answers(Arc<Mutex<BTreeMap<usize, Vec<Answer>>>>);

/// One answer of 202.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) id: ReferralId,
    pub(crate) reference: Reference,
    pub(crate) at: Micros,
}

/// The records of what clients were told, to submissions and afterwards.
#[derive(Clone, Default)]
pub(crate) struct Records {
    pub(crate) answers: Answers,
    pub(crate) families: Families,
    pub(crate) senders: Senders,
}

impl Answers {
    /// Adds an answer, and tells whether it is the first to its submission.
    fn add(&self, number: usize, answer: Answer) -> bool {
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let given = answers.entry(number).or_default();
        given.push(answer);
        given.len() == 1
    }

    pub(crate) fn all(&self) -> BTreeMap<usize, Vec<Answer>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

const TRIES: usize = 8;

/// Submits once (or twice at once) when the time has come, and retries while there is no answer.
pub(crate) fn submit(shared: &Shared, planned: &Planned, records: &Records) {
    for _ in 0..=usize::from(planned.double_click) {
        let (shared, planned) = (shared.clone(), planned.clone());
        let records = records.clone();
        shared.kernel.clone().spawn(async move {
            let kernel = shared.kernel.clone();
            kernel.sleep(planned.at - kernel.now()).await;
            for _ in 0..TRIES {
                let answered = Arc::new(Mutex::new(false));
                send(&shared, &planned, &records, &answered);
                kernel.sleep(kernel.between(2 * SECOND, 5 * SECOND)).await;
                if *answered.lock().unwrap_or_else(PoisonError::into_inner) {
                    return;
                }
            }
        });
    }
}

/// Sends one request, which is answered by a process of its own, which may die.
fn send(shared: &Shared, planned: &Planned, records: &Records, answered: &Arc<Mutex<bool>>) {
    let (planned, answered) = (planned.clone(), Arc::clone(answered));
    let Records { answers, families, senders } = records.clone();
    let process = shared.process();
    let submission = Submission {
        submitter: planned.submitter.clone(),
        key: planned.key.clone(),
        window: Duration::from_hours(24),
        content: formats::json::digest_input(&planned.referral),
        referral: planned.referral.clone(),
        status: Some(Asking {
            secret: planned.secret,
            in_touch_by: jiff::civil::date(2026, 11, 9),
        }),
        suspect: planned.suspect && shared.bug != Some(Bug::SuspectsGoOn),
        told: SimWebhook::partner(planned.number),
    };
    // Some senders have a name of their own for what they send, which is a second key.
    let other = planned.number.is_multiple_of(4).then(|| OtherKey {
        key: format!("name of {}", planned.key),
        window: Duration::from_hours(24),
    });
    let chosen = notices::chosen(planned.number, &planned.referral);
    let for_all = shared.bug == Some(Bug::NoticesForAll);
    let chosen = chosen.or_else(|| notices::chosen(1, &planned.referral).filter(|_| for_all));
    let tell = move |process: &crate::world::Process, id, reference| {
        process.shared.kernel.note(|| format!("submission {} is told state {id}", planned.number));
        let answer = Answer { id, reference, at: process.shared.kernel.now() };
        if answers.add(planned.number, answer) {
            add_notes(&process.shared, &planned, reference, &families);
            sender::amend(&process.shared, &planned, id, &senders);
        }
        *answered.lock().unwrap_or_else(PoisonError::into_inner) = true;
        if process.shared.kernel.chance(0.2) {
            look_at_once(&process.shared, id);
        }
    };
    shared.kernel.spawn(async move {
        if process.shared.bug == Some(Bug::AcknowledgeBeforeWrite) {
            let id = ReferralId::from_random(pipeline::ports::Nature::random(
                pipeline::World::nature(&process),
            ));
            tell(&process, id, Reference::from_random([7; 16]));
        }
        let accepted = match (&other, &chosen) {
            (_, Some(chosen)) => accept_with_notice(&process, submission, chosen).await,
            (Some(other), None) => {
                accept_under_both(&process, submission, other).await.map(|both| both.0)
            }
            (None, None) => accept(&process, submission).await,
        };
        match accepted {
            Ok(receipt) => tell(&process, receipt.id, receipt.reference),
            Err(AcceptError::KeyReused(_) | AcceptError::Unavailable(_)) => {}
        }
    });
}
