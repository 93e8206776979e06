//! Tests of the promises under every fault, and of the checker, which must catch every planted bug.

#![expect(clippy::unwrap_used, reason = "a test may")]

use pipeline::clocks::MOST_A_TICK;
use simulation::claims::claim_at_once;
use simulation::clocks::run_out_at_once;
use simulation::{Bug, Faults, Outcome, Scenario, run};

fn scenario(seed: u64, faults: Faults, bug: Option<Bug>) -> Scenario {
    Scenario { seed, referrals: 200, crowd: 0, faults, bug, only: None, history: false }
}

fn seeds(range: std::ops::Range<u64>, faults: Faults) -> Vec<(u64, Outcome)> {
    std::thread::scope(|scope| {
        let lanes: Vec<_> = (0..2)
            .map(|lane| {
                let seeds = range.clone().filter(move |seed| seed % 2 == lane);
                scope.spawn(move || {
                    seeds
                        .map(|seed| {
                            let scenario = scenario(seed, faults, None);
                            (seed, run(&scenario))
                        })
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        lanes.into_iter().flat_map(|lane| lane.join().unwrap()).collect()
    })
}

fn assert_kept(runs: &[(u64, Outcome)]) {
    for (seed, outcome) in runs {
        assert!(
            outcome.violations.is_empty(),
            "seed {seed}: {:?}; replay with `cargo run -p simulation -- --seed {seed}`",
            outcome.violations,
        );
    }
}

#[test]
fn every_promise_holds_in_300_runs_of_200_referrals_with_every_fault() {
    let runs = seeds(1..301, Faults::ALL);
    assert_kept(&runs);
    assert!(runs.iter().map(|(_, outcome)| outcome.acknowledged).sum::<usize>() > 50_000);
}

#[test]
fn every_promise_holds_when_the_sweeper_is_away_for_an_hour() {
    assert_kept(&seeds(1..21, Faults { sweeper_away: true, ..Faults::ALL }));
}

#[test]
fn a_crowd_for_one_child_makes_one_entry() {
    for seed in 1..6 {
        for faults in [Faults::NONE, Faults::ALL] {
            let crowd = Scenario { crowd: 150, ..scenario(seed, faults, None) };
            assert_kept(&[(seed, run(&crowd))]);
        }
    }
}

#[test]
fn without_faults_each_referral_is_sent_once_and_none_waits_for_the_sweeper() {
    let runs = seeds(1..21, Faults::NONE);
    assert_kept(&runs);
    let sent: u64 = runs.iter().map(|(_, outcome)| outcome.sent).sum();
    let waited: Vec<f64> = runs.into_iter().flat_map(|(_, outcome)| outcome.waits).collect();
    assert!(waited.len() > 3_000, "only {} arrived", waited.len());
    assert_eq!(sent, waited.len() as u64, "each is sent once, at its acceptance");
}

/// The seconds are simulated, so they do not depend on the speed of this machine.
#[test]
fn a_concern_waits_neither_for_matching_nor_for_a_crowd() {
    let away = Faults { matching_away: true, ..Faults::NONE };
    for (seed, crowd, faults) in
        (1..11).flat_map(|seed| [(seed, 0, away), (seed, 150, Faults::NONE)])
    {
        let outcome = run(&Scenario { crowd, ..scenario(seed, faults, None) });
        assert_kept(&[(seed, outcome.clone())]);
        let longest = outcome.concern_waits.iter().copied().fold(0.0, f64::max);
        assert!(longest < 10.0, "seed {seed}, crowd {crowd}: a concern waited {longest} s");
        assert!(crowd > 0 || outcome.struck.contains_key("match rows refused"));
        assert!(!outcome.concern_waits.is_empty());
    }
}

#[test]
fn an_outage_of_an_hour_makes_no_storm_and_is_counted() {
    let faults = Faults { route_away: true, ..Faults::NONE };
    let outcome = run(&Scenario { referrals: 1_000, ..scenario(1, faults, None) });
    assert_kept(&[(1, outcome.clone())]);
    // A referral is sent at acceptance, after one minute, after one more, and then every two.
    let each = 2 + 60 / 2 + 1;
    assert!(outcome.sent <= each * 1_000, "{} sent", outcome.sent);
    assert!(outcome.sent >= 20 * 1_000, "{} sent", outcome.sent);
    assert!(outcome.late > 300, "at most {} were counted late", outcome.late);
}

#[test]
fn an_hour_without_notices_delays_no_referral_loses_no_notice_and_sends_none_twice() {
    let calm = seeds(1..11, Faults::NONE);
    let away = seeds(1..11, Faults { notify_away: true, ..Faults::NONE });
    assert_kept(&calm);
    assert_kept(&away);
    for ((seed, calm), (_, away)) in calm.iter().zip(&away) {
        let longest = |run: &Outcome| run.waits.iter().copied().fold(0.0, f64::max);
        assert!(longest(away) < longest(calm) + 1.0, "seed {seed}: {}", longest(away));
        // Those who withdraw within the hour are sent nothing any more.
        let (sent, sent_calmly) = (away.notices, calm.notices);
        assert!(sent <= sent_calmly && sent * 10 >= sent_calmly * 8, "{sent} of {sent_calmly}");
        assert_eq!((away.untold, sent > 40), (0, true), "seed {seed}: {sent} notices");
        assert!(away.struck["notices refused"] > 200, "seed {seed}: {:?}", away.struck);
    }
}

#[test]
fn notices_go_once_and_to_whoever_chose_them_where_all_else_fails_too() {
    assert_kept(&seeds(1..41, Faults { notify_away: true, ..Faults::ALL }));
}

#[test]
fn late_referrals_are_counted_when_sends_fail() {
    let outcome = run(&scenario(1, Faults { send: 1.0, ..Faults::NONE }, None));
    assert_kept(&[(1, outcome.clone())]);
    assert!(outcome.late > 50, "at most {} were counted late", outcome.late);
}

#[test]
fn every_promise_holds_while_the_match_rows_cannot_be_had() {
    assert_kept(&seeds(1..21, Faults { matching_away: true, ..Faults::ALL }));
}

#[test]
fn every_planted_bug_is_caught() {
    let uncaught: Vec<Bug> = Bug::ALL
        .into_iter()
        .filter(|&bug| {
            (1..500).all(|seed| {
                let scenario = scenario(seed, Faults::ALL, Some(bug));
                run(&scenario).violations.is_empty()
            })
        })
        .collect();
    assert!(uncaught.is_empty(), "not caught: {uncaught:?}");
}

#[test]
fn fifty_workers_who_claim_a_thousand_entries_at_once_never_hold_one_twice() {
    for faults in [Faults::NONE, Faults::ALL] {
        let claimed = claim_at_once(1, 50, 1_000, faults);
        println!("{claimed:?}");
        assert_eq!(claimed.doubled, 0);
        assert!(claimed.held > 900 && claimed.told_who > 10_000, "{claimed:?}");
    }
}

#[test]
fn a_seed_gives_the_same_run_again() {
    let scenario = scenario(42, Faults::ALL, None);
    let (one, two) = (run(&scenario), run(&scenario));
    assert_eq!((one.steps, one.sent, one.stored), (two.steps, two.sent, two.stored));
}

#[test]
fn ten_thousand_clocks_that_run_out_at_once_ring_once_each_and_make_no_storm() {
    let most = u64::try_from(MOST_A_TICK + 400).unwrap();
    let found = run_out_at_once(1, 10_000, Faults::NONE, None);
    println!("{found:?}");
    assert_eq!((found.rang, found.wrong), (10_000, 0));
    assert_eq!(found.sent, 10_000, "each is sent once");
    assert!(found.most_in_a_minute <= most, "{found:?}");
}

#[test]
fn a_clock_that_ran_out_rings_and_an_answered_entry_never_does() {
    for seed in 1..6 {
        let found = run_out_at_once(seed, 1_000, Faults::ALL, None);
        println!("{seed}: {found:?}");
        assert_eq!((found.wrong, found.rang_though_answered), (0, 0), "{seed}: {found:?}");
        assert!(found.rang > 500 && found.taken_up > 200, "{seed}: {found:?}");
    }
}

#[test]
fn every_bug_that_is_planted_in_clocks_is_caught() {
    for bug in Bug::OF_CLOCKS {
        let caught = (1..20).any(|seed| {
            let found = run_out_at_once(seed, 300, Faults::ALL, Some(bug));
            found.wrong > 0 || found.rang_though_answered > 0
        });
        assert!(caught, "not caught: {bug:?}");
    }
}
