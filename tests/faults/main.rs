//! Tests of the promise on the real thing: real programs on the local engines, killed at random,
//! behind a network that drops and delays. At the end, the answers that clients got are compared
//! with every inbox and every row.
//!
//! `make test` runs a short form and `make test-faults` the long one, by these variables:
//! `FAULT_REFERRALS`, `FAULT_KILLS`, `FAULT_STEPS`, `FAULT_CLAIMS`, `FAULT_ROWS`. `make bench-stack` measures
//! how fast it is.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on stops here")]
#![expect(clippy::print_stdout, reason = "the counts are what a run is for")]

mod arrivals;
mod batches;
mod checking;
mod claims;
mod killing;
mod load;
mod long_inbox;
mod network;
mod sending;
mod steps;
mod unhurt;

/// A number from the environment, or `otherwise`.
fn setting(name: &str, otherwise: usize) -> usize {
    #[expect(clippy::disallowed_methods, reason = "a test's own settings")]
    let value = std::env::var(name);
    value.map_or(otherwise, |text| text.parse().expect("a number"))
}
