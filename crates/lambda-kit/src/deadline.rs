//! The deadline: the moment at which Lambda will end this invocation.

use std::time::{Duration, SystemTime};

/// The moment at which an invocation is killed, as Lambda announced it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline(SystemTime);

impl Deadline {
    /// Makes a deadline from milliseconds since the Unix epoch, as in `Lambda-Runtime-Deadline-Ms`.
    pub(crate) fn from_unix_millis(millis: u64) -> Self {
        Self(SystemTime::UNIX_EPOCH + Duration::from_millis(millis))
    }

    /// A deadline this long from now.
    pub fn after(remaining: Duration) -> Self {
        Self(now() + remaining)
    }

    /// The time that is left; zero once the deadline has passed.
    pub fn remaining(&self) -> Duration {
        self.0.duration_since(now()).unwrap_or(Duration::ZERO)
    }
}

#[expect(clippy::disallowed_methods, reason = "Lambda states its deadline in wall-clock time")]
fn now() -> SystemTime {
    SystemTime::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_past_deadline_leaves_nothing() {
        assert_eq!(Deadline::from_unix_millis(1).remaining(), Duration::ZERO);
    }

    #[test]
    fn a_coming_deadline_leaves_the_time_until_it() {
        let left = Deadline::after(Duration::from_secs(10)).remaining();
        assert!(left > Duration::from_secs(9) && left <= Duration::from_secs(10));
    }
}
