//! Shrinking a failing run to a small one, with fewer submissions and fewer faults, that still
//! fails.

use crate::faults::Faults;
use crate::run::{Outcome, Scenario, run};

/// The smallest scenario found that still breaks a promise, and its outcome with its history.
pub fn shrink(failing: &Scenario) -> (Scenario, Outcome) {
    let fails = |scenario: &Scenario| !run(scenario).violations.is_empty();
    let mut smallest = failing.clone();
    for without in WITHOUT {
        let mut calmer = smallest.clone();
        without(&mut calmer.faults);
        if fails(&calmer) {
            smallest = calmer;
        }
    }
    let mut kept: Vec<usize> = (0..smallest.referrals).collect();
    let mut part = kept.len() / 2;
    while part > 0 {
        let mut at = 0;
        while at < kept.len() {
            let mut fewer = kept.clone();
            fewer.drain(at..(at + part).min(kept.len()));
            let scenario = Scenario { only: Some(fewer.clone()), ..smallest.clone() };
            if !fewer.is_empty() && fails(&scenario) {
                kept = fewer;
                smallest = scenario;
            } else {
                at += part;
            }
        }
        part /= 2;
    }
    let told = Scenario { history: true, ..smallest.clone() };
    let outcome = run(&told);
    (smallest, outcome)
}

/// Functions that each take one kind of fault away.
const WITHOUT: [fn(&mut Faults); 14] = [
    |faults| faults.crash = 0.0,
    |faults| faults.throttle = 0.0,
    |faults| faults.slow = 0.0,
    |faults| faults.applied_but_errored = 0.0,
    |faults| faults.duplicate = 0.0,
    |faults| faults.send = 0.0,
    |faults| faults.stall = 0.0,
    |faults| faults.freeze = 0.0,
    |faults| faults.skew = 0.0,
    |faults| faults.wipe = false,
    |faults| faults.swap_rulebook = false,
    |faults| faults.poison = 0.0,
    |faults| faults.matching_away = false,
    |faults| faults.echo = 0.0,
];
