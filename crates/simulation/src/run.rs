//! One run: a scenario from a seed, then calm, then the checker.

use std::collections::BTreeMap;

use pipeline::due::Work;
use pipeline::ports::QueueName;
use referral::ReferralState;

use crate::checker::{self, Told, Violation};
use crate::client::{Records, submit};
use crate::faults::{Bug, Faults};
use crate::hours::SPAN;
use crate::kernel::{Executor, Micros, SECOND};
use crate::lambda;
use crate::plan::{Planned, plan};
use crate::reader;
use crate::triage;
use crate::worker::{Changes, work};
use crate::world::Shared;

/// The description of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// The seed, which decides everything that is left to chance.
    pub seed: u64,
    /// The number of submissions.
    pub referrals: usize,
    /// The number of submissions that are about one child, at the same instant.
    pub crowd: usize,
    /// The faults that may strike.
    pub faults: Faults,
    /// The bug that is planted, if there is one.
    pub bug: Option<Bug>,
    /// The numbers of the submissions to make; `None` for all of them.
    pub only: Option<Vec<usize>>,
    /// Whether a history is kept of what happened.
    pub history: bool,
}

/// The outcome of a run.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// The promises that were not kept.
    pub violations: Vec<Violation>,
    /// The number of submissions that were answered 202.
    pub acknowledged: usize,
    /// The number of referrals that are stored.
    pub stored: usize,
    /// The number of messages with referrals sent to the queues.
    pub sent: u64,
    /// The most referrals that one sweep found late.
    pub late: usize,
    /// The number of steps that tasks took.
    pub steps: u64,
    /// The seconds of virtual time from the end of the faults until all referrals were placed,
    /// those aside whose body cannot be read; `None` if they were not.
    pub settled: Option<u64>,
    /// The seconds from the answer to the inbox, for each referral.
    pub waits: Vec<f64>,
    /// The same seconds for the concerns alone.
    pub concern_waits: Vec<f64>,
    /// The number of notices that were taken.
    pub notices: usize,
    /// The number of senders that are still to be told.
    pub untold: usize,
    /// The number of times that each fault struck.
    pub struck: BTreeMap<&'static str, u64>,
    /// The history of the run, if one was kept.
    pub history: Vec<String>,
}

/// The time that all that can be placed may take once the faults have stopped.
const SETTLE: Micros = 300 * SECOND;
/// The time that a referral that cannot be read may take to be in review: five receives and a
/// sweep.
const REVIEW: Micros = 1_200 * SECOND;
/// The time after an outage of notices within which the last is tried again: the longest pause that its marks
/// have by then, and a sweep.
const TOLD: Micros = 2_700 * SECOND;
/// The time that looking through the triage's list may take.
const LOOK: Micros = 60 * SECOND;

/// Runs a scenario.
pub fn run(scenario: &Scenario) -> Outcome {
    let shared = Shared::new(scenario.seed, scenario.faults, scenario.bug);
    let start = shared.kernel.now();
    let hour = start + 3_600 * SECOND;
    let away = scenario.faults.sweeper_away.then_some((start, hour));
    let routed_from = if scenario.faults.route_away { hour } else { start };
    let stormy = if away.is_some() { hour } else { routed_from.max(start + SPAN) } + 60 * SECOND;
    let told_until = if scenario.faults.notify_away { hour + TOLD } else { stormy };
    let end = (stormy + SETTLE + REVIEW).max(told_until);
    if scenario.history {
        shared.kernel.keep_history();
    }
    let planned = plan(scenario.seed, scenario.referrals, scenario.crowd);
    let (records, changes) = (Records::default(), Changes::default());
    let wanted =
        |one: &&Planned| scenario.only.as_ref().is_none_or(|only| only.contains(&one.number));
    for one in planned.iter().filter(wanted) {
        submit(&shared, one, &records);
    }
    lambda::poll(&shared, QueueName::Urgent, routed_from, end);
    lambda::poll(&shared, QueueName::Referrals, routed_from, end);
    lambda::poll_tellings(&shared, end);
    lambda::schedule(&shared, end, away);
    for name in ["worker-a", "worker-b", "worker-c"] {
        work(&shared, name, stormy, &changes);
    }
    weather(&shared, stormy);
    let mut executor = Executor::new(shared.kernel.clone());
    executor.run(stormy);
    shared.store.calm();
    shared.queue.calm();
    shared.webhook.calm();
    shared.notify.calm();
    let settled = settle(&mut executor, &shared, stormy);
    let waits_longer = scenario.faults.poison > 0.0 || scenario.faults.notify_away;
    if settled.is_none() || waits_longer || scenario.bug.is_some() {
        executor.run(end);
    }
    let list = triage::look(&shared);
    executor.run(shared.kernel.now() + LOOK);
    let told = Told {
        planned: &planned,
        answers: &records.answers.all(),
        workers: &changes.all(),
        families: &records.families.all(),
        amendments: &records.senders.all(),
    };
    // The check comes before the reader, who takes the marks of news away.
    let mut violations = checker::check(&shared, &told);
    let read = reader::read(&shared);
    executor.run(shared.kernel.now() + LOOK);
    violations.extend(read.violations(told.families, told.answers));
    violations.extend(list.violations());
    if settled.is_none() {
        violations.push(Violation::NotSettled);
    }
    let answers = records.answers.all();
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
        notices: shared.notify.taken().len(),
        untold: untold(&shared),
        struck: shared.kernel.struck(),
        history: shared.kernel.history(),
    }
}

/// The number of senders that are still to be told.
fn untold(shared: &Shared) -> usize {
    let rows = shared.store.rows();
    rows.due.keys().filter(|work| matches!(work, Work::TellSender(_))).count()
}

/// Swaps the rulebooks now and then and wipes the queues once, until `until`.
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

/// Runs on without faults until everything that can be placed is, notes included, and answers the seconds it took.
fn settle(executor: &mut Executor, shared: &Shared, from: Micros) -> Option<u64> {
    let mut at = from;
    loop {
        let rows = shared.store.rows();
        let mut states = rows.states.values();
        let waiting = states
            .any(|row| row.state == ReferralState::Accepted && !shared.is_poisoned(row.id))
            || rows
                .notes
                .values()
                .any(|note| note.entry.is_none() && !shared.is_poisoned(note.key.referral));
        drop(rows);
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
