//! Periods: whole calendar quarters, or days from one to another. A family belongs to the period in which
//! its first referral was accepted, by the day in the United Kingdom.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

/// Days, the first and the last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    first: Date,
    last: Date,
}

/// The refusal of something that is no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPeriod {
    /// It ends before it begins.
    #[error("the period ends before it begins")]
    Backwards,
    /// It does not name a quarter.
    #[error("a quarter is written as 2026-Q4")]
    NoQuarter,
}

impl Period {
    /// The days from `first` to `last`.
    pub fn days(first: Date, last: Date) -> Result<Self, BadPeriod> {
        if last < first { Err(BadPeriod::Backwards) } else { Ok(Self { first, last }) }
    }

    /// The calendar quarter in which a day is.
    pub fn quarter_of(day: Date) -> Self {
        let first = date(day.year(), (day.month() - 1) / 3 * 3 + 1, 1);
        let last = first.saturating_add(2.months()).last_of_month();
        Self { first, last }
    }

    /// The quarter before the first day of this period.
    #[must_use]
    pub fn quarter_before(self) -> Self {
        Self::quarter_of(self.first.saturating_sub(1.day()))
    }

    /// The first day.
    pub fn first(self) -> Date {
        self.first
    }

    /// The last day.
    pub fn last(self) -> Date {
        self.last
    }

    /// Whether a day is in the period.
    pub fn contains(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// Two moments between which all of the period lies, in whatever time zone of the United Kingdom.
    pub fn around(self) -> (Timestamp, Timestamp) {
        let midnight = |day: Date| day.to_zoned(TimeZone::UTC).map(|at| at.timestamp());
        (
            midnight(self.first.saturating_sub(1.day())).unwrap_or(Timestamp::MIN),
            midnight(self.last.saturating_add(2.days())).unwrap_or(Timestamp::MAX),
        )
    }

    /// The name of the period if it is a quarter, such as `2026-Q4`.
    pub fn quarter(self) -> Option<String> {
        let is_one = Self::quarter_of(self.first) == self;
        is_one.then(|| format!("{:04}-Q{}", self.first.year(), (self.first.month() - 1) / 3 + 1))
    }
}

impl FromStr for Period {
    type Err = BadPeriod;

    /// Reads the name of a quarter.
    fn from_str(text: &str) -> Result<Self, BadPeriod> {
        let (year, quarter) = text.split_once("-Q").ok_or(BadPeriod::NoQuarter)?;
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = year.len() == 4 && quarter.len() == 1 && all_digits(year) && all_digits(quarter);
        let year = year.parse::<i16>().ok().filter(|_| fits);
        let quarter = quarter.parse::<i8>().ok().filter(|quarter| (1..=4).contains(quarter));
        let (Some(year), Some(quarter)) = (year, quarter) else { return Err(BadPeriod::NoQuarter) };
        let first = Date::new(year, quarter * 3 - 2, 1).map_err(|_| BadPeriod::NoQuarter)?;
        Ok(Self::quarter_of(first))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_are_named_and_read_and_follow_each_other() {
        let mut period = Period::quarter_of(date(2027, 2, 14));
        assert_eq!(period.to_string(), "2027-01-01 to 2027-03-31");
        for name in ["2027-Q1", "2026-Q4", "2026-Q3", "2026-Q2", "2026-Q1"] {
            assert_eq!(period.quarter().as_deref(), Some(name));
            assert_eq!(name.parse(), Ok(period));
            let before = period.quarter_before();
            assert_eq!(before.last().saturating_add(1.day()), period.first());
            period = before;
        }
    }

    #[test]
    fn other_words_are_no_quarter() {
        for text in ["", "2026", "2026-Q0", "2026-Q5", "26-Q1", "+026-Q1", "2026-Q11", "2026-q1"] {
            assert_eq!(text.parse::<Period>(), Err(BadPeriod::NoQuarter), "{text}");
        }
        assert_eq!(Period::days(date(2026, 2, 2), date(2026, 2, 1)), Err(BadPeriod::Backwards));
    }
}
