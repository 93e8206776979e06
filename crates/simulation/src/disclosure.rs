//! The view that submitters have of a referral, once alone in the store and once among many others:
//! promise 8 says that there is no difference. The view of workers is no part of it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use locality::Placement;
use pipeline::family_status;
use pipeline::family_status::{Looked, Step};
use pipeline::ports::QueueName;
use pipeline::status;
use referral::ReferralState;

use crate::client::{Answer, Records, submit};
use crate::faults::Faults;
use crate::hours::{SPAN, START};
use crate::kernel::{Executor, Micros, SECOND};
use crate::lambda;
use crate::plan::{Planned, plan};
use crate::world::Shared;

/// The view that a submitter has of one referral in the end. It leaves out the id, which is drawn
/// anew each time.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// The placement on the status page, with its reasons.
    pub placement: Option<Placement>,
    /// The state on the status page.
    pub state: ReferralState,
    /// The version on the status page, which the submitter's own changes move.
    pub version: u32,
    /// The status that the family is shown, its times and rights aside.
    pub step: Option<Step>,
    /// Whether the reference of the answer is the one on the status page.
    pub one_reference: bool,
}

/// The views of all submitters, and a measure of how much there was to hide.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// The view of each submitter, by the submission's number.
    pub seen: BTreeMap<usize, Seen>,
    /// The number of referrals that were attached to the entry of another.
    pub attached: usize,
}

/// Runs a plan until all is settled: the whole of it, or only one submission in an empty store.
pub fn told(seed: u64, referrals: usize, only: Option<usize>, faults: Faults) -> Told {
    // The rulebook in force and unreadable bodies tell nothing about other referrals of a child.
    let faults = Faults { swap_rulebook: false, poison: 0.0, ..faults };
    let shared = Shared::new(seed, faults, None);
    // The last amendments are sent half of the span after the last referrals.
    let (stormy, end) = (START + SPAN + 60 * SECOND, START + SPAN + SPAN / 2 + 400 * SECOND);
    let mut planned = plan(seed, referrals, 0);
    for one in &mut planned {
        // Two changes of one sender may arrive in either order, whoever else is there.
        one.amendments.truncate(1);
    }
    let records = Records::default();
    let wanted = |one: &&Planned| only.is_none_or(|only| only == one.number);
    for one in planned.iter().filter(wanted) {
        submit(&shared, one, &records);
    }
    lambda::poll(&shared, QueueName::Urgent, START, end);
    lambda::poll(&shared, QueueName::Referrals, START, end);
    lambda::schedule(&shared, end, None);
    let mut executor = Executor::new(shared.kernel.clone());
    executor.run(stormy);
    shared.store.calm();
    shared.queue.calm();
    executor.run(end);
    let visible = look(&shared, &mut executor, &planned, &records.answers.all(), end + 60 * SECOND);
    let rows = shared.store.rows();
    let attached = rows.entries.values().map(|entry| entry.referrals.len() - 1).sum();
    Told { seen: visible, attached }
}

/// Asks for the status of every answered referral, as its submitter.
fn look(
    shared: &Shared,
    executor: &mut Executor,
    planned: &[Planned],
    answers: &BTreeMap<usize, Vec<Answer>>,
    until: Micros,
) -> BTreeMap<usize, Seen> {
    let seen: Arc<Mutex<BTreeMap<usize, Seen>>> = Arc::default();
    for (&number, given) in answers {
        let (process, seen) = (shared.process(), Arc::clone(&seen));
        let Some(answer) = given.first().copied() else { continue };
        let (submitter, secret) = (planned[number].submitter.id.clone(), planned[number].secret);
        shared.kernel.spawn(async move {
            if let Ok(Some(known)) = status(&process, &submitter, answer.id).await {
                let looked = family_status::look(&process, &known.reference, &secret).await;
                let step = match looked {
                    Ok(Looked::Found(status)) => Some(status.step),
                    _ => None,
                };
                let one = Seen {
                    step,
                    placement: known.placement,
                    state: known.state,
                    version: known.version,
                    one_reference: known.reference == answer.reference,
                };
                seen.lock().unwrap_or_else(PoisonError::into_inner).insert(number, one);
            }
        });
    }
    executor.run(until);
    let seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    seen.clone()
}
