//! Working days: by when a family may expect to hear from a hub.
//!
//! A hub works on the days on which its rulebook has it open, other than its closures and the bank
//! holidays of England and Wales; where no hours are declared, from Monday to Friday.

use jiff::{ToSpan as _, civil::Date};

use crate::{calendar::Calendar, rulebook::Hub};

/// The most days that are looked through: a hub that is shut for longer is no measure.
const FURTHEST: i32 = 60;

/// The days on which somebody is there to read and to call.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct WorkingDays<'a>(Calendar<'a>);

impl<'a> WorkingDays<'a> {
    /// The working days of a hub.
    pub(crate) fn of(hub: &'a Hub) -> Self {
        Self(Calendar::new(&hub.opening, &hub.closed))
    }

    /// The day that is some working days after a day; at least one.
    pub(crate) fn after(self, day: Date, count: u8) -> Date {
        let days = |it: Self| {
            let ahead = (1..=FURTHEST).filter_map(|days| day.checked_add(days.days()).ok());
            let mut working = ahead.filter(|&day| it.0.works_on(day));
            working.nth(usize::from(count.max(1)) - 1)
        };
        days(self).or_else(|| days(Self::default())).unwrap_or(day)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date, time};

    use super::*;
    use crate::rulebook::{Closure, Opening};

    #[test]
    fn working_days_are_counted_over_weekends_holidays_and_closures() {
        let office = WorkingDays::default();
        let saturday = date(2026, 11, 28);
        assert_eq!(office.after(saturday, 5), date(2026, 12, 4));
        assert_eq!(office.after(saturday, 1), date(2026, 11, 30));
        assert_eq!(office.after(date(2026, 12, 23), 2), date(2026, 12, 29), "Christmas");
        assert_eq!(office.after(saturday, 0), office.after(saturday, 1));

        let (from, to) = (time(9, 0, 0, 0), time(17, 0, 0, 0));
        let opening = [Opening { days: vec![Weekday::Tuesday, Weekday::Saturday], from, to }];
        let closed = [Closure {
            from: date(2026, 12, 1),
            to: date(2026, 12, 1),
            reason: "Repairs".to_owned(),
        }];
        let hub = WorkingDays(Calendar::new(&opening, &closed));
        assert_eq!(hub.after(saturday, 1), date(2026, 12, 5));
        assert_eq!(hub.after(saturday, 2), date(2026, 12, 8));
    }

    #[test]
    fn a_hub_that_is_shut_for_long_is_no_measure() {
        let closed = [Closure {
            from: date(2026, 1, 1),
            to: date(2027, 12, 31),
            reason: "Building".to_owned(),
        }];
        let shut = WorkingDays(Calendar::new(&[], &closed));
        assert_eq!(shut.after(date(2026, 11, 28), 5), date(2026, 12, 4));
    }
}
