//! Tests that no promise is broken in any order of events, in a few setups. The counts are printed.
//!
//! The short forms run with every `cargo test`; the long ones (`--ignored`) let more go wrong at
//! once, and take minutes and some gigabytes.

#![expect(clippy::print_stdout, reason = "the counts are what a run is for")]

use std::time::Instant;

use protocol_check::{Budget, Machine, Setup, Submitted};
use stateright::{Checker, Model};

/// Two referrals for one child, and a concern for the same child.
fn family() -> [Submitted; 3] {
    [Submitted::plain(0), Submitted::plain(0), Submitted::concern(0)]
}

fn explore(name: &str, submissions: [Submitted; 3], workers: usize, budget: Budget) {
    let started = Instant::now();
    let setup = Setup { submissions, workers, budget, planted: None };
    let checker = Machine(setup).checker().threads(2).spawn_bfs().join();
    checker.assert_properties();
    println!(
        "{name}: {} states, {} steps between them, up to {} steps long, {:.1} s, 0 violations",
        checker.unique_state_count(),
        checker.state_count(),
        checker.max_depth(),
        started.elapsed().as_secs_f32(),
    );
}

#[test]
fn promises_hold_when_messages_are_doubled_lost_or_wiped_and_a_process_dies() {
    let budget = Budget { crashes: 1, duplicates: 1, wipes: 1, lost: 1, ..Budget::default() };
    explore("accept, route, sweep", family(), 2, budget);
}

#[test]
fn promises_hold_when_a_submission_is_sent_again_and_an_answer_is_lost() {
    let budget = Budget { crashes: 1, unanswered: 1, resends: 1, ..Budget::default() };
    explore("replay", family(), 2, budget);
}

#[test]
fn promises_hold_when_entries_are_claimed_and_closed_while_referrals_arrive() {
    let budget = Budget { unanswered: 1, claims: 2, closes: 1, ..Budget::default() };
    explore("claim and close", family(), 2, budget);
}

#[test]
fn promises_hold_when_entries_are_claimed_and_redirected_while_referrals_arrive() {
    let budget = Budget { claims: 2, redirects: 1, ..Budget::default() };
    explore("redirect", family(), 2, budget);
}

#[test]
fn promises_hold_when_entries_are_declined_while_referrals_arrive() {
    let submissions = [Submitted::plain(0), Submitted::plain(0), Submitted::concern(1)];
    let budget = Budget { claims: 2, declines: 2, ..Budget::default() };
    explore("decline", submissions, 2, budget);
}

#[test]
fn promises_hold_when_entries_are_closed_and_opened_again_while_referrals_arrive() {
    let submissions = [Submitted::plain(0), Submitted::plain(0), Submitted::concern(1)];
    let budget = Budget { claims: 1, closes: 1, reopens: 1, ..Budget::default() };
    explore("reopen", submissions, 2, budget);
}

#[test]
fn promises_hold_when_two_entries_are_decided_to_be_one_child_s_and_that_is_taken_back() {
    let budget = Budget { merges: 1, undos: 1, claims: 1, redirects: 1, ..Budget::default() };
    explore("merge and undo", family(), 2, budget);
}

#[test]
fn promises_hold_when_a_referral_is_withdrawn_while_it_is_routed_and_swept() {
    let budget = Budget { crashes: 1, duplicates: 1, withdrawals: 1, ..Budget::default() };
    explore("withdraw", family(), 2, budget);
}

#[test]
fn promises_hold_when_one_of_the_referrals_cannot_be_read() {
    let submissions = [Submitted::plain(0), Submitted::poison(0), Submitted::plain(1)];
    let budget = Budget { crashes: 1, duplicates: 1, wipes: 1, ..Budget::default() };
    explore("poison", submissions, 2, budget);
}

#[test]
#[ignore = "long"]
fn long_promises_hold_under_every_fault_on_the_way_in() {
    let budget = Budget {
        crashes: 1,
        unanswered: 1,
        duplicates: 1,
        lost: 1,
        wipes: 1,
        resends: 1,
        ..Budget::default()
    };
    explore("long: accept, route, sweep", family(), 2, budget);
}

#[test]
#[ignore = "long"]
fn long_promises_hold_under_every_fault_while_workers_change_entries() {
    let budget = Budget {
        crashes: 1,
        unanswered: 1,
        claims: 2,
        closes: 1,
        redirects: 1,
        ..Budget::default()
    };
    explore("long: collect", family(), 2, budget);
}

#[test]
#[ignore = "long"]
fn long_promises_hold_when_a_referral_is_withdrawn_while_its_entry_is_claimed_and_closed() {
    let budget = Budget { crashes: 1, claims: 1, closes: 1, withdrawals: 1, ..Budget::default() };
    explore("long: withdraw", family(), 2, budget);
}

#[test]
#[ignore = "long"]
fn long_promises_hold_when_three_processes_route_three_referrals_for_one_child() {
    let budget = Budget { crashes: 1, ..Budget::default() };
    explore("long: three at once", [Submitted::plain(0); 3], 3, budget);
}
