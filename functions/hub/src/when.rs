//! Moments in words, in the United Kingdom's time.

use jiff::civil::Date;
use jiff::{Timestamp, tz, tz::TimeZone};

static UK: TimeZone = tz::get!("Europe/London");

/// A moment in words: `21 November 2026 at 14:05`.
pub(crate) fn in_words(moment: Timestamp) -> String {
    moment.to_zoned(UK.clone()).strftime("%-d %B %Y at %H:%M").to_string()
}

/// The day in the United Kingdom.
pub(crate) fn day(moment: Timestamp) -> Date {
    moment.to_zoned(UK.clone()).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_time_is_kept() {
        let winter: Timestamp = "2026-11-21T14:05:00Z".parse().unwrap();
        let summer: Timestamp = "2026-07-01T23:30:00Z".parse().unwrap();
        assert_eq!(in_words(winter), "21 November 2026 at 14:05");
        assert_eq!(in_words(summer), "2 July 2026 at 00:30");
    }
}
