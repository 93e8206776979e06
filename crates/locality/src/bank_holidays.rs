//! Bank holidays of England and Wales: a table for the years that the government has listed, and the
//! usual rule for any other year.
//!
//! Source: <https://www.gov.uk/bank-holidays.json>, `england-and-wales`, and for 2028 the days that the
//! Banking and Financial Dealings Act 1971 and its yearly proclamations give. A day that is proclaimed
//! for once goes into the table.

use jiff::{
    ToSpan as _,
    civil::{Date, Weekday, date},
};

/// The first year of the table, and with the table's length the last one.
const FIRST_YEAR: i16 = 2025;

/// The month and day of each bank holiday, a row for each year from [`FIRST_YEAR`] on.
const TABLE: [&[(i8, i8)]; 4] = [
    &[(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)],
    &[(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)],
    &[(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)],
    &[(1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)],
];

/// Whether a day is a bank holiday in England and Wales.
pub(crate) fn is_bank_holiday(day: Date) -> bool {
    let at = usize::try_from(day.year() - FIRST_YEAR).ok();
    match at.and_then(|at| TABLE.get(at)) {
        Some(days) => days.contains(&(day.month(), day.day())),
        None => is_by_rule(day),
    }
}

/// Whether a day is a bank holiday by the rule that holds in a year without proclamations.
fn is_by_rule(day: Date) -> bool {
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
    use super::*;

    fn days_of(year: i16, holds: impl Fn(Date) -> bool) -> Vec<(i8, i8)> {
        let first = date(year, 1, 1);
        let days = (0..366).filter_map(|days| first.checked_add(days.days()).ok());
        let days = days.filter(|day| day.year() == year && holds(*day));
        days.map(|day| (day.month(), day.day())).collect()
    }

    #[test]
    fn easter_is_where_the_calendar_has_it() {
        for (year, month, day) in [
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2038, 4, 25),
            (2049, 4, 18),
        ] {
            assert_eq!(easter(year), Some(date(year, month, day)), "{year}");
        }
    }

    #[test]
    fn the_table_has_the_days_of_the_rule_where_nothing_was_proclaimed_for_once() {
        for (year, listed) in (FIRST_YEAR..).zip(TABLE) {
            assert_eq!(days_of(year, is_by_rule), *listed, "{year}");
            assert_eq!(days_of(year, is_bank_holiday), *listed, "{year}");
        }
    }

    #[test]
    fn another_year_has_the_days_of_the_rule() {
        let of_2022 = [(1, 3), (4, 15), (4, 18), (5, 2), (5, 30), (8, 29), (12, 26), (12, 27)];
        assert_eq!(days_of(2022, is_bank_holiday), of_2022);
        assert_eq!(days_of(2029, is_bank_holiday).len(), 8);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test is to fail as time goes on")]
    fn the_table_reaches_a_year_ahead() {
        let last = FIRST_YEAR + i16::try_from(TABLE.len()).unwrap() - 1;
        let today = jiff::Zoned::now().date();
        let advice = "add the next years from https://www.gov.uk/bank-holidays.json";
        assert!(today < date(last, 1, 1), "the table ends in {last}: {advice}");
    }
}
