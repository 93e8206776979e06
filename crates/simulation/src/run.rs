//! One run: a scenario from a seed, then calm, then the checker.

use std::collections::BTreeMap;

use pipeline::ports::QueueName;
use referral::ReferralState;

use crate::checker::{self, Told, Violation};
use crate::client::{Answers, submit};
use crate::faults::{Bug, Faults};
use crate::kernel::{Executor, Micros, SECOND};
use crate::lambda;
use crate::plan::{Planned, SPAN, plan};
use crate::triage;
use crate::worker::{Changes, work};
use crate::world::Shared;

/// What to run.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Decides everything that is left to chance.
    pub seed: u64,
    /// How many submissions.
    pub referrals: usize,
    /// So many of them are about one child, at the same instant.
    pub crowd: usize,
    /// What may go wrong.
    pub faults: Faults,
    /// What is wrong on purpose.
    pub bug: Option<Bug>,
    /// Only these of the submissions, by number; all of them otherwise.
    pub only: Option<Vec<usize>>,
    /// Whether to keep a history of what happened.
    pub history: bool,
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// What was promised and not kept.
    pub violations: Vec<Violation>,
    /// Submissions that were answered 202.
    pub acknowledged: usize,
    /// Referrals stored.
    pub stored: usize,
    /// Messages sent to the queues.
    pub sent: u64,
    /// The most referrals that one sweep found late.
    pub late: usize,
    /// Steps taken.
    pub steps: u64,
    /// Seconds of virtual time after the faults stopped until all were placed, those aside whose
    /// body cannot be read.
    pub settled: Option<u64>,
    /// For each referral, seconds from its answer to its inbox.
    pub waits: Vec<f64>,
    /// The same of the concerns alone.
    pub concern_waits: Vec<f64>,
    /// How often each fault struck.
    pub struck: BTreeMap<&'static str, u64>,
    /// What happened, if a history was kept.
    pub history: Vec<String>,
}

/// How long all that can be placed may take once the faults have stopped.
const SETTLE: Micros = 300 * SECOND;
/// How long a referral that cannot be read may take to be in review: five receives and a sweep.
const REVIEW: Micros = 1_200 * SECOND;
/// How long looking through the triage's list may take.
const LOOK: Micros = 60 * SECOND;

/// Runs a scenario.
pub fn run(scenario: &Scenario) -> Outcome {
    let shared = Shared::new(scenario.seed, scenario.faults, scenario.bug);
    let start = shared.kernel.now();
    let hour = start + 3_600 * SECOND;
    let away = scenario.faults.sweeper_away.then_some((start, hour));
    let routed_from = if scenario.faults.route_away { hour } else { start };
    let stormy = if away.is_some() { hour } else { routed_from.max(start + SPAN) } + 60 * SECOND;
    let end = stormy + SETTLE + REVIEW;
    if scenario.history {
        shared.kernel.keep_history();
    }
    let planned = plan(scenario.seed, scenario.referrals, scenario.crowd);
    let (answers, changes) = (Answers::default(), Changes::default());
    let wanted =
        |one: &&Planned| scenario.only.as_ref().is_none_or(|only| only.contains(&one.number));
    for one in planned.iter().filter(wanted) {
        submit(&shared, one, &answers);
    }
    lambda::poll(&shared, QueueName::Urgent, routed_from, end);
    lambda::poll(&shared, QueueName::Referrals, routed_from, end);
    lambda::schedule(&shared, end, away);
    for name in ["worker-a", "worker-b", "worker-c"] {
        work(&shared, name, stormy, &changes);
    }
    weather(&shared, stormy);
    let mut executor = Executor::new(shared.kernel.clone());
    executor.run(stormy);
    shared.store.calm();
    shared.queue.calm();
    let settled = settle(&mut executor, &shared, stormy);
    if settled.is_none() || scenario.faults.poison > 0.0 || scenario.bug.is_some() {
        executor.run(end);
    }
    let list = triage::look(&shared);
    executor.run(shared.kernel.now() + LOOK);
    let told = Told { planned: &planned, answers: &answers.all(), workers: &changes.all() };
    let mut violations = checker::check(&shared, &told);
    violations.extend(list.violations());
    if settled.is_none() {
        violations.push(Violation::NotSettled);
    }
    let answers = answers.all();
    let stored = shared.store.rows().states.len();
    let waits = checker::waits(&shared, &answers);
    let concerns = waits.iter().filter(|(number, _)| planned[**number].concern);
    Outcome {
        violations,
        acknowledged: answers.len(),
        stored,
        sent: shared.queue.sent(),
        late: shared.late.load(std::sync::atomic::Ordering::Relaxed),
        steps: shared.kernel.steps(),
        settled,
        concern_waits: concerns.map(|(_, wait)| *wait).collect(),
        waits: waits.into_values().collect(),
        struck: shared.kernel.struck(),
        history: shared.kernel.history(),
    }
}

/// A wiped queue and swapped rulebooks, while the storm lasts.
fn weather(shared: &Shared, until: Micros) {
    let (shared, kernel) = (shared.clone(), shared.kernel.clone());
    kernel.clone().spawn(async move {
        let wiped_at = kernel.now() + kernel.between(0, SPAN);
        let mut wiped = !shared.faults.wipe;
        while kernel.now() < until {
            kernel.sleep(kernel.between(10 * SECOND, 60 * SECOND)).await;
            if shared.faults.swap_rulebook {
                shared.swap_rulebook();
            }
            if !wiped && kernel.now() >= wiped_at {
                wiped = true;
                shared.queue.wipe();
            }
        }
    });
}

/// Runs on in calm until everything that can be placed is; how long that took.
fn settle(executor: &mut Executor, shared: &Shared, from: Micros) -> Option<u64> {
    let mut at = from;
    loop {
        let waiting = shared
            .store
            .rows()
            .states
            .values()
            .any(|row| row.state == ReferralState::Accepted && !shared.is_poisoned(row.id));
        if !waiting {
            return u64::try_from((at - from) / SECOND).ok();
        }
        if at >= from + SETTLE {
            return None;
        }
        at += 5 * SECOND;
        executor.run(at);
    }
}
