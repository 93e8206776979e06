//! The system's clock and random numbers, by which time and chance enter the functions.

use std::time::Duration;

use jiff::Timestamp;
use pipeline::ports::Nature;
use ring::rand::{SecureRandom, SystemRandom};

/// The system's time, to the millisecond (as the tables keep it), and its random number generator.
#[derive(Debug, Clone, Copy)]
pub struct SystemNature;

impl Nature for SystemNature {
    fn now(&self) -> Timestamp {
        #[expect(
            clippy::disallowed_methods,
            reason = "this is where the Clock port meets the clock"
        )]
        let now = Timestamp::now();
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    async fn sleep(&self, pause: Duration) {
        tokio::time::sleep(pause).await;
    }

    fn random(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        #[expect(clippy::expect_used, reason = "no id or key is safe without random numbers")]
        SystemRandom::new().fill(&mut bytes).expect("the system has random numbers");
        bytes
    }
}

/// Whether a span has passed since a time. The wall's clock is asked, since one that only goes on
/// while a function runs would keep what it has for as long as Lambda freezes it; a clock that was
/// put back counts as far as one that was put on.
pub(crate) fn is_past(since: Timestamp, span: Duration) -> bool {
    SystemNature.now().duration_since(since).unsigned_abs() >= span
}
