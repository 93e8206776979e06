//! Windows: spans of the clock in which something is counted, each beginning where one before ends.

use std::time::Duration;

use jiff::Timestamp;

use crate::rows::after;

/// The time for which a count is kept after its window, so that no clock that is a little behind
/// finds it gone.
const KEPT: Duration = Duration::from_mins(1);

/// A window, and how far a time is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    /// The time at which the window begins.
    pub(crate) begins: Timestamp,
    /// The time from which its count may be deleted.
    pub(crate) expires_at: Timestamp,
    /// The seconds until the window ends, at least one.
    pub(crate) left: u32,
}

impl Window {
    /// The window of this length that a time is in.
    pub(crate) fn of(now: Timestamp, length: Duration) -> Self {
        let seconds = i64::try_from(length.as_secs()).unwrap_or(i64::MAX).max(1);
        let into = now.as_second().rem_euclid(seconds);
        let begins = Timestamp::from_second(now.as_second() - into).unwrap_or(now);
        let left = u32::try_from(seconds - into).unwrap_or(u32::MAX);
        Self { begins, expires_at: after(after(begins, length), KEPT), left }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_begins_by_the_clock_and_says_how_much_of_it_is_left() {
        let time = |text: &str| text.parse::<Timestamp>().unwrap();
        let hour = Window::of(time("2026-11-28T10:59:58.5Z"), Duration::from_hours(1));
        assert_eq!(hour.begins, time("2026-11-28T10:00:00Z"));
        assert_eq!(hour.expires_at, time("2026-11-28T11:01:00Z"));
        assert_eq!(hour.left, 2);
        let next = Window::of(time("2026-11-28T11:00:00Z"), Duration::from_hours(1));
        assert_eq!((next.begins, next.left), (time("2026-11-28T11:00:00Z"), 3_600));
    }
}
