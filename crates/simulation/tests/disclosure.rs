//! Tests of promise 8: from outside it cannot be seen whether a child is known.

use referral::ReferralState;
use simulation::Faults;
use simulation::disclosure::told;

/// The number of submissions in each run that are compared with a run of their own.
const LOOKED_AT: usize = 12;

fn assert_nothing_is_disclosed(seeds: std::ops::Range<u64>, faults: Faults) {
    let (mut attached, mut changed) = (0, 0);
    for seed in seeds {
        let among_others = told(seed, 60, None, faults);
        attached += among_others.attached;
        assert_eq!(among_others.seen.len(), 60, "seed {seed}: everybody has an answer");
        for number in (0..60).step_by(60 / LOOKED_AT) {
            let alone = told(seed, 60, Some(number), faults);
            let (alone, full) = (&alone.seen[&number], &among_others.seen[&number]);
            assert_eq!(alone, full, "seed {seed}, submission {number}");
            assert!(full.one_reference && full.placement.is_some());
            assert_ne!(full.state, ReferralState::Accepted);
            changed += usize::from(full.version > 1);
        }
    }
    assert!(changed > 5, "only {changed} were changed by their sender");
    assert!(attached > 100, "only {attached} were attached: there was little to hide");
}

#[test]
fn a_submission_looks_the_same_in_an_empty_and_in_a_full_store() {
    assert_nothing_is_disclosed(1..11, Faults::NONE);
}

#[test]
fn a_submission_looks_the_same_in_an_empty_and_in_a_full_store_under_faults() {
    assert_nothing_is_disclosed(11..21, Faults::ALL);
}
