//! Waiting for what must come, up to a deadline.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a referral may take that waits for the sweeper: its mark is due after a minute, and the
/// sweep comes every minute.
pub const SWEEP: Duration = Duration::from_mins(3);
/// How long anything may take that must come. On a busy machine a send may fail, or an invocation:
/// then it comes with the sweep. How fast it usually is, is measured elsewhere.
pub const PATIENCE: Duration = SWEEP;

/// Asks every 50 ms until there is an answer; `None` when `patience` is over.
pub fn until<T>(patience: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + patience;
    loop {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if Instant::now() >= end {
            return None;
        }
        sleep(Duration::from_millis(50));
    }
}
