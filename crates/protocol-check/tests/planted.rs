//! Tests of the model itself: with a condition or a step taken away, a promise breaks, and the
//! shortest way to that state is found.

#![expect(clippy::print_stdout, reason = "the counts are what a run is for")]

use protocol_check::{Budget, Machine, Planted, Setup, Submitted};
use stateright::{Checker, HasDiscoveries, Model};

/// Plants a bug, and checks that this promise is broken.
fn breaks(planted: Planted, budget: Budget, promise: &'static str) {
    let submissions = [Submitted::plain(0), Submitted::plain(0), Submitted::concern(0)];
    let setup = Setup { submissions, workers: 2, budget, planted: Some(planted) };
    let looking = HasDiscoveries::AnyOf([promise].into());
    // With one thread and breadth first, the way that is found is a shortest one.
    let checker = Machine(setup).checker().finish_when(looking).spawn_bfs().join();
    let Some(path) = checker.discovery(promise) else {
        panic!("{planted:?} was not caught: {promise} held in every state");
    };
    let steps = path.into_actions().len();
    println!(
        "{planted:?}: caught after {} states, {steps} steps: {promise}",
        checker.unique_state_count()
    );
}

const LOST: &str = "an acknowledged referral is never lost";
const ONE_ENTRY: &str = "a referral is in one entry or none, the one it names";
const ONE_INBOX: &str = "an entry is in exactly one inbox";
const ONE_REFERRAL: &str = "one submission makes one referral, and one answer";
const ONE_OPEN: &str = "a child has one open entry";
const ONE_HOLDER: &str = "a claim has one holder";
const CLOSED: &str = "a closed entry is never attached to";
const ALONE: &str = "a concern is alone in its entry";
const DECLINED: &str = "an entry that was declined twice is in triage";
const BOTH: &str = "two entries that are about one child both say so";
const DUE: &str = "only what waits is due";

#[test]
fn answering_before_writing_loses_a_referral() {
    breaks(Planted::AnswerBeforeWrite, Budget::default(), LOST);
}

#[test]
fn a_replay_row_outside_the_transaction_makes_two_referrals() {
    let budget = Budget { resends: 1, ..Budget::default() };
    breaks(Planted::ReplayOutsideTransaction, budget, ONE_REFERRAL);
}

#[test]
fn without_a_due_mark_a_referral_is_lost() {
    breaks(Planted::NoDueMark, Budget::default(), LOST);
}

#[test]
fn a_mark_cleared_on_receipt_loses_a_referral() {
    breaks(Planted::DueClearedOnReceive, Budget::default(), LOST);
}

#[test]
fn looking_before_recording_makes_two_open_entries() {
    breaks(Planted::LookBeforeRecording, Budget::default(), ONE_OPEN);
}

#[test]
fn without_the_bump_a_child_has_two_open_entries() {
    breaks(Planted::NoBump, Budget::default(), ONE_OPEN);
}

#[test]
fn delivering_unconditionally_puts_a_referral_into_two_entries() {
    let budget = Budget { duplicates: 1, ..Budget::default() };
    breaks(Planted::DeliverUnconditionally, budget, ONE_ENTRY);
}

#[test]
fn attaching_unconditionally_puts_a_referral_into_a_closed_entry() {
    let budget = Budget { claims: 1, closes: 1, ..Budget::default() };
    breaks(Planted::AttachUnconditionally, budget, CLOSED);
}

#[test]
fn attaching_without_looking_at_the_state_puts_a_referral_into_a_closed_entry() {
    let budget = Budget { claims: 1, closes: 1, ..Budget::default() };
    breaks(Planted::AttachToClosed, budget, CLOSED);
}

#[test]
fn a_concern_that_is_joined_is_not_alone() {
    breaks(Planted::ConcernJoins, Budget::default(), ALONE);
}

#[test]
fn sweeping_unconditionally_marks_a_referral_that_is_placed() {
    breaks(Planted::SweepUnconditionally, Budget::default(), DUE);
}

#[test]
fn claiming_unconditionally_gives_a_claim_two_holders() {
    let budget = Budget { claims: 2, ..Budget::default() };
    breaks(Planted::ClaimUnconditionally, budget, ONE_HOLDER);
}

#[test]
fn taking_a_claim_for_granted_after_a_lost_answer_gives_it_two_holders() {
    let budget = Budget { unanswered: 1, claims: 2, ..Budget::default() };
    breaks(Planted::ClaimWithoutAsking, budget, ONE_HOLDER);
}

#[test]
fn redirecting_in_two_writes_shows_an_entry_twice() {
    let budget = Budget { claims: 1, redirects: 1, ..Budget::default() };
    breaks(Planted::RedirectInTwoWrites, budget, ONE_INBOX);
}

#[test]
fn declining_unconditionally_forgets_a_referral() {
    let budget = Budget { claims: 1, declines: 1, ..Budget::default() };
    breaks(Planted::DeclineUnconditionally, budget, ONE_ENTRY);
}

#[test]
fn declining_without_counting_never_reaches_triage() {
    let budget = Budget { claims: 2, declines: 2, ..Budget::default() };
    breaks(Planted::DeclineUncounted, budget, DECLINED);
}

#[test]
fn opening_again_unconditionally_takes_a_claim_away() {
    let budget = Budget { claims: 2, closes: 1, reopens: 2, ..Budget::default() };
    breaks(Planted::ReopenUnconditionally, budget, ONE_HOLDER);
}

#[test]
fn deciding_about_two_entries_unconditionally_forgets_a_referral() {
    let budget = Budget { merges: 1, ..Budget::default() };
    breaks(Planted::DecideUnconditionally, budget, ONE_ENTRY);
}

#[test]
fn deciding_about_two_entries_in_two_writes_leaves_them_at_odds() {
    let budget = Budget { merges: 1, ..Budget::default() };
    breaks(Planted::DecideInTwoWrites, budget, BOTH);
}

#[test]
fn withdrawing_unconditionally_forgets_the_entry() {
    let budget = Budget { withdrawals: 1, ..Budget::default() };
    breaks(Planted::WithdrawUnconditionally, budget, ONE_ENTRY);
}
