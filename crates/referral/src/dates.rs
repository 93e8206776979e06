//! The dates on which people were born or are due to be born.

mod born_about;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

pub use born_about::BornAbout;

use crate::error::Invalid;
use crate::personal::hide_debug;
use crate::text::token;

/// The age up to which a child with special educational needs belongs to a hub, in years.
pub(crate) const OLDEST_CHILD: i16 = 25;

/// The day a person was born.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DateOfBirth(Date);

impl DateOfBirth {
    /// Takes a day from 1900 to `today`.
    pub fn new(day: Date, today: Date) -> Result<Self, Invalid> {
        if day > today {
            Err(Invalid::new(
                "date_in_future",
                "A date of birth must be in the past. For a baby not born yet, give a due date.",
            ))
        } else if day < date(1900, 1, 1) {
            Err(Invalid::new("date_too_early", "A date of birth must be in or after 1900."))
        } else {
            Ok(Self(day))
        }
    }

    /// The day of birth, which `Debug` hides.
    pub const fn day(self) -> Date {
        self.0
    }

    /// The whole years lived on a day; 0 before birth. Somebody born on 29 February is a year older
    /// on 1 March.
    pub fn age_on(self, day: Date) -> i16 {
        let before_birthday = (day.month(), day.day()) < (self.0.month(), self.0.day());
        (day.year() - self.0.year() - i16::from(before_birthday)).max(0)
    }
}

/// The day a baby is due.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DueDate(Date);

impl DueDate {
    /// Takes a day from a year ago (the baby has come and nobody has said so) to ten months ahead.
    pub fn new(day: Date, today: Date) -> Result<Self, Invalid> {
        if day > today.saturating_add(10.months()) {
            Err(Invalid::new("due_date_too_late", "A due date must be within the next 10 months."))
        } else if day < today.saturating_sub(1.year()) {
            Err(Invalid::new(
                "due_date_too_early",
                "A due date must not be over a year ago. If the baby is born, give a date of birth.",
            ))
        } else {
            Ok(Self(day))
        }
    }

    /// The day on which the baby is due, which `Debug` hides.
    pub const fn day(self) -> Date {
        self.0
    }
}

/// Checks a day on which something was done, such as agreeing: it must be from 2000 to `today`.
pub fn past_day(day: Date, today: Date) -> Result<Date, Invalid> {
    if day > today {
        Err(Invalid::new("date_in_future", "This date must not be in the future."))
    } else if day < date(2000, 1, 1) {
        Err(Invalid::new("date_too_early", "This date must be in or after 2000."))
    } else {
        Ok(day)
    }
}

/// Reads a day such as `2021-03-04`, in digits of any script and with any dash, and no other form.
pub fn iso_day(text: &str) -> Result<Date, Invalid> {
    const SHAPE: Invalid =
        Invalid::new("date_shape", "Give a date as year-month-day, such as 2021-03-04.");
    let text = token(text)?;
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(index, b)| match index {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        });
    if !shaped {
        return Err(SHAPE);
    }
    text.parse().map_err(|_| Invalid::new("date_not_real", "This day is not in the calendar."))
}

hide_debug!(DateOfBirth, DueDate);

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = date(2026, 11, 21);

    #[test]
    fn a_date_of_birth_is_in_the_past_and_since_1900() {
        assert!(DateOfBirth::new(TODAY, TODAY).is_ok());
        assert_eq!(DateOfBirth::new(date(2026, 11, 22), TODAY).unwrap_err().code, "date_in_future");
        assert_eq!(DateOfBirth::new(date(1899, 12, 31), TODAY).unwrap_err().code, "date_too_early");
    }

    #[test]
    fn age_counts_whole_years() {
        let born = DateOfBirth::new(date(2020, 2, 29), TODAY).unwrap();
        assert_eq!(born.age_on(date(2021, 2, 28)), 0);
        assert_eq!(born.age_on(date(2021, 3, 1)), 1);
        assert_eq!(born.age_on(date(2019, 1, 1)), 0);
    }

    #[test]
    fn a_due_date_is_within_reason() {
        assert!(DueDate::new(date(2027, 2, 1), TODAY).is_ok());
        assert!(DueDate::new(date(2026, 6, 1), TODAY).is_ok());
        assert_eq!(DueDate::new(date(2027, 9, 22), TODAY).unwrap_err().code, "due_date_too_late");
        assert_eq!(DueDate::new(date(2025, 11, 20), TODAY).unwrap_err().code, "due_date_too_early");
    }

    #[test]
    fn only_iso_days_are_read() {
        assert_eq!(iso_day("2021-03-04").unwrap(), date(2021, 3, 4));
        for typed in ["２０２１-０３-０４", "٢٠٢١–٠٣–٠٤", "\u{200f}2021\u{2212}03\u{2010}04 "]
        {
            assert_eq!(iso_day(typed).unwrap(), date(2021, 3, 4));
        }
        for wrong in ["", "04/03/2021", "2021-3-4", "20210304", "2021-03-04T00:00"] {
            assert_eq!(iso_day(wrong).unwrap_err().code, "date_shape");
        }
        assert_eq!(iso_day("2021-02-30").unwrap_err().code, "date_not_real");
    }

    #[test]
    fn debug_hides_the_day() {
        assert_eq!(format!("{:?}", DateOfBirth(TODAY)), "DateOfBirth([personal])");
    }
}
