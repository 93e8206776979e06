//! Tests of what is promised of drafts under every fault, and of its checker.

use std::collections::BTreeMap;

use simulation::drafts::{Outcome, Scenario, run, storm};
use simulation::{Bug, Faults};

fn scenario(seed: u64, faults: Faults, bug: Option<Bug>) -> Scenario {
    Scenario { seed, families: 40, faults, bug }
}

fn assert_kept(seeds: std::ops::Range<u64>, faults: Faults) -> BTreeMap<&'static str, usize> {
    let mut told = BTreeMap::new();
    for seed in seeds {
        let Outcome { violations, told: answers, .. } = run(&scenario(seed, faults, None));
        assert!(violations.is_empty(), "seed {seed}: {violations:?}");
        for (kind, count) in answers {
            *told.entry(kind).or_default() += count;
        }
    }
    told
}

#[test]
fn a_draft_ends_at_its_idle_end_and_stays_ended_under_every_fault() {
    let told = assert_kept(1..101, Faults::ALL);
    for kind in ["begun", "saved", "changed", "gone", "read", "not there", "ended"] {
        assert!(told.get(kind).is_some_and(|count| *count > 100), "{kind}: {told:?}");
    }
}

#[test]
fn without_faults_a_draft_ends_no_second_early_and_is_read_no_second_late() {
    assert_kept(1..21, Faults::NONE);
}

#[test]
fn every_bug_planted_in_drafts_is_caught() {
    // Requests take long and clocks are wrong more often than elsewhere, so that more of them meet.
    let faults = Faults { skew: 0.5, slow: 0.5, ..Faults::ALL };
    let run = |seed, bug| run(&scenario(seed, faults, bug)).violations;
    assert!((1..151).all(|seed| run(seed, None).is_empty()), "the faults alone are withstood");
    let caught = |bug| (1..151).find_map(|seed| run(seed, Some(bug)).first().map(|_| seed));
    let seeds: Vec<_> = Bug::OF_DRAFTS.into_iter().map(|bug| (bug, caught(bug))).collect();
    let uncaught: Vec<_> = seeds.iter().filter(|(_, seed)| seed.is_none()).collect();
    assert!(uncaught.is_empty(), "not caught: {uncaught:?}");
}

/// The seconds are simulated, so they do not depend on the speed of this machine.
#[test]
fn ten_thousand_drafts_that_end_at_once_delay_no_referral() {
    for faults in [Faults::NONE, Faults { slow: 1.0, ..Faults::NONE }] {
        let (without, with) = (storm(1, 0, 200, faults), storm(1, 10_000, 200, faults));
        println!("without drafts {without:?}; with 10,000 {with:?}");
        assert!(with.sent > 1_000, "{with:?}");
        // A sweep that came later, or a minute later, would show.
        assert!(with.overdue <= without.overdue + 10, "{with:?}, without drafts {without:?}");
        let gone = with.gone_after.unwrap_or(i64::MAX);
        assert!(gone <= 240, "{with:?}");
    }
}
