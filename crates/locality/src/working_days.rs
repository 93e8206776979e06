//! Working days: by when a family may expect to hear from a hub.
//!
//! A hub works on the days on which its rulebook has it open, other than its closures and the bank
//! holidays of England and Wales; where no hours are declared, from Monday to Friday.

use jiff::{
    ToSpan as _,
    civil::{Date, Weekday, date},
};

use crate::rulebook::{Closure, Hub, Opening};

/// The most days that are looked through: a hub that is shut for longer is no measure.
const FURTHEST: i32 = 60;

/// The days on which somebody is there to read and to call.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct WorkingDays<'a> {
    opening: &'a [Opening],
    closed: &'a [Closure],
}

impl<'a> WorkingDays<'a> {
    /// The working days of a hub.
    pub(crate) fn of(hub: &'a Hub) -> Self {
        Self { opening: &hub.opening, closed: &hub.closed }
    }

    /// The day that is some working days after a day; at least one.
    pub(crate) fn after(self, day: Date, count: u8) -> Date {
        let days = |it: Self| {
            let ahead = (1..=FURTHEST).filter_map(|days| day.checked_add(days.days()).ok());
            let mut working = ahead.filter(|&day| it.include(day));
            working.nth(usize::from(count.max(1)) - 1)
        };
        days(self).or_else(|| days(Self::default())).unwrap_or(day)
    }

    fn include(self, day: Date) -> bool {
        let weekday = day.weekday();
        let open = if self.opening.is_empty() {
            !matches!(weekday, Weekday::Saturday | Weekday::Sunday)
        } else {
            self.opening.iter().any(|hours| hours.days.contains(&weekday))
        };
        let closed = self.closed.iter().any(|closure| (closure.from..=closure.to).contains(&day));
        open && !closed && !is_bank_holiday(day)
    }
}

/// Whether a day is a bank holiday in England and Wales by rule. One that is proclaimed for once is a
/// closure in the rulebook.
fn is_bank_holiday(day: Date) -> bool {
    let (year, weekday) = (day.year(), day.weekday());
    let fixed = match (day.month(), day.day()) {
        // New Year's Day, or the Monday after it.
        (1, 1) => !matches!(weekday, Weekday::Saturday | Weekday::Sunday),
        (1, 2 | 3) => weekday == Weekday::Monday,
        (5, first) if first <= 7 => weekday == Weekday::Monday,
        (5 | 8, last) if last >= 25 => weekday == Weekday::Monday,
        // Christmas and Boxing Day, or the next days that are not of a weekend.
        (12, 25 | 26) => !matches!(weekday, Weekday::Saturday | Weekday::Sunday),
        (12, 27) => matches!(weekday, Weekday::Monday | Weekday::Tuesday),
        (12, 28) => matches!(weekday, Weekday::Monday | Weekday::Tuesday),
        _ => false,
    };
    fixed
        || easter(year).is_some_and(|sunday| {
            let days = |days: i32| sunday.checked_add(days.days()).ok();
            [days(-2), days(1)].contains(&Some(day))
        })
}

/// Easter Sunday of a year, by the Gregorian computus.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century) = (y % 19, y / 100);
    let skipped = century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15;
    let moon = skipped % 30;
    let moon = moon - (moon / 28) * (1 - (29 / (moon + 1)) * ((21 - golden) / 11));
    let weekday = (y + y / 4 + moon + 2 - century + century / 4) % 7;
    let since = moon - weekday;
    date(year, 3, 28).checked_add(since.days()).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn easter_is_where_the_calendar_has_it() {
        for (year, month, day) in [
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
            (2049, 4, 18),
        ] {
            assert_eq!(easter(year), Some(date(year, month, day)), "{year}");
        }
    }

    /// As gov.uk/bank-holidays lists them.
    #[test]
    fn bank_holidays_are_those_of_the_list() {
        let listed = [
            (2026, &[(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)][..]),
            (2027, &[(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)][..]),
            (2022, &[(1, 3), (4, 15), (4, 18), (5, 2), (5, 30), (8, 29), (12, 26), (12, 27)][..]),
        ];
        for (year, expected) in listed {
            let first = date(year, 1, 1);
            let days = (0..365).filter_map(|days| first.checked_add(days.days()).ok());
            let found: Vec<_> = days
                .filter(|&day| is_bank_holiday(day))
                .map(|day| (day.month(), day.day()))
                .collect();
            assert_eq!(found, expected, "{year}");
        }
    }

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
        let hub = WorkingDays { opening: &opening, closed: &closed };
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
        let shut = WorkingDays { opening: &[], closed: &closed };
        assert_eq!(shut.after(date(2026, 11, 28), 5), date(2026, 12, 4));
    }
}
