//! Trying again: bounded, with full jitter, so that two attempts that collide once do not collide
//! again.

use std::time::Duration;

use crate::ports::Nature;

/// The number of times that a use case tries before it gives the work back.
pub(crate) const ATTEMPTS: u32 = 12;

const FIRST: u64 = 8;
const LONGEST: u64 = 400;

/// Sleeps a random time of up to 8 ms × 2^attempt, at most 400 ms.
pub(crate) async fn pause(nature: &impl Nature, attempt: u32) {
    let ceiling = (FIRST << attempt.min(10)).min(LONGEST);
    let [a, b, ..] = nature.random();
    let millis = u64::from(u16::from_be_bytes([a, b])) % ceiling + 1;
    nature.sleep(Duration::from_millis(millis)).await;
}
