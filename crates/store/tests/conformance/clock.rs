//! A clock that the tests move.

use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use pipeline::ports::Nature;
use store::SystemNature;

use super::later;

/// A clock that stands still until it is moved; chance is the system's, but for what a test wants to be
/// drawn next.
#[derive(Default)]
pub(crate) struct Clock {
    seconds: AtomicI64,
    next: Mutex<Vec<[u8; 16]>>,
}

impl Clock {
    /// Moves the clock to this many seconds after the start.
    pub(crate) fn set(&self, seconds: i64) {
        self.seconds.store(seconds, Ordering::SeqCst);
    }

    /// Draws this number next, as if by chance.
    pub(crate) fn draw(&self, number: [u8; 16]) {
        self.next.lock().unwrap().push(number);
    }
}

impl Nature for Clock {
    fn now(&self) -> Timestamp {
        later(self.seconds.load(Ordering::SeqCst))
    }

    async fn sleep(&self, pause: Duration) {
        SystemNature.sleep(pause).await;
    }

    fn random(&self) -> [u8; 16] {
        self.next.lock().unwrap().pop().unwrap_or_else(|| SystemNature.random())
    }
}
