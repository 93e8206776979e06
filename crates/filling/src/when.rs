//! Days of the forms' pages, in the United Kingdom's time.

use jiff::civil::Date;
use jiff::{Timestamp, tz, tz::TimeZone};

static UK: TimeZone = tz::get!("Europe/London");

/// The day of a moment.
pub fn day(moment: Timestamp) -> Date {
    moment.to_zoned(UK.clone()).date()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_summer_and_in_winter() {
        for (moment, expected) in [
            ("2026-07-01T22:59:59Z", date(2026, 7, 1)),
            ("2026-07-01T23:00:00Z", date(2026, 7, 2)),
            ("2026-12-01T23:59:59Z", date(2026, 12, 1)),
            ("2026-12-02T00:00:00Z", date(2026, 12, 2)),
        ] {
            assert_eq!(day(moment.parse().unwrap()), expected, "{moment}");
        }
    }
}
