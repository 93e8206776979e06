//! Drafts of families under faults: they begin, are saved, read and ended by processes that die, while
//! the sweep ends those that are idle. In the end all are checked that anybody was told of.

mod checker;
mod families;
mod storm;

use std::collections::BTreeMap;

use crate::faults::{Bug, Faults};
use crate::hours::START;
use crate::kernel::{Executor, Micros, SECOND};
use crate::lambda;
use crate::world::Shared;

pub use checker::Violation;
pub use storm::{Storm, storm};

const MINUTE: Micros = 60 * SECOND;
const HOUR: Micros = 60 * MINUTE;
/// The time after which a draft that is not saved ends.
const IDLE: Micros = 4 * HOUR;
/// The time in which drafts begin.
const BEGIN: Micros = 4 * HOUR;
/// The time after which families do nothing any more, and no fault strikes.
const STORMY: Micros = 9 * HOUR;
/// The time that a draft may be there after its idle end, once no fault strikes.
const FEW_MINUTES: Micros = 5 * MINUTE;
/// The most that a clock may be wrong, where one may be.
const SKEW: Micros = 10 * MINUTE;

/// The description of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scenario {
    /// The seed, which decides everything that is left to chance.
    pub seed: u64,
    /// The number of families.
    pub families: usize,
    /// The faults that may strike.
    pub faults: Faults,
    /// The bug that is planted, if there is one.
    pub bug: Option<Bug>,
}

/// The outcome of a run.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// The promises that were not kept.
    pub violations: Vec<Violation>,
    /// The number of answers of each kind that families got.
    pub told: BTreeMap<&'static str, usize>,
    /// The number of times that each fault struck.
    pub struck: BTreeMap<&'static str, u64>,
    /// The number of steps that tasks took.
    pub steps: u64,
}

/// Runs a scenario: hours of faults, then calm until the last draft must have ended.
pub fn run(scenario: &Scenario) -> Outcome {
    // A random number that is given again would be the id of another family's draft, which may then
    // be read by its holder: nothing but chance keeps ids apart.
    let faults = Faults { echo: 0.0, ..scenario.faults };
    let shared = Shared::new(scenario.seed, faults, scenario.bug);
    let end = START + STORMY + IDLE + FEW_MINUTES + 3 * SKEW;
    let log = families::Log::default();
    for number in 0..scenario.families {
        families::live(&shared, number, START + STORMY, &log);
    }
    lambda::schedule(&shared, end, None);
    let watch = checker::watch(&shared, START + STORMY, end);
    let mut executor = Executor::new(shared.kernel.clone());
    executor.run(START + STORMY);
    shared.store.calm();
    shared.queue.calm();
    executor.run(end);
    let events = log.all();
    let mut violations = watch.violations();
    violations.extend(checker::check(&events, &faults));
    if !shared.store.rows().drafts.is_empty() {
        violations.insert(Violation::Survived);
    }
    Outcome {
        violations: violations.into_iter().collect(),
        told: families::kinds(&events),
        struck: shared.kernel.struck(),
        steps: shared.kernel.steps(),
    }
}
