//! A clock that the tests move.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use pipeline::ports::Nature;
use store::SystemNature;

use super::later;

/// A clock that stands still until it is moved; chance is the system's.
#[derive(Default)]
pub(crate) struct Clock(AtomicI64);

impl Clock {
    /// Moves the clock to this many seconds after the start.
    pub(crate) fn set(&self, seconds: i64) {
        self.0.store(seconds, Ordering::SeqCst);
    }
}

impl Nature for Clock {
    fn now(&self) -> Timestamp {
        later(self.0.load(Ordering::SeqCst))
    }

    async fn sleep(&self, pause: Duration) {
        SystemNature.sleep(pause).await;
    }

    fn random(&self) -> [u8; 16] {
        SystemNature.random()
    }
}
