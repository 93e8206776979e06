//! Tests of calendars, beside a slow reference that looks at every minute.

use jiff::civil::{DateTime, date, datetime};
use proptest::prelude::*;

use super::*;

const HOUR: Duration = Duration::from_hours(1);
const MINUTE: Duration = Duration::from_mins(1);

fn uk(moment: DateTime) -> Timestamp {
    UK.to_ambiguous_zoned(moment).compatible().unwrap().timestamp()
}

/// Whether somebody is there at a moment, by the clock on the wall.
fn is_open(calendar: Calendar<'_>, moment: Timestamp) -> bool {
    let wall = moment.to_zoned(UK.clone()).datetime();
    let open = |hours: &Opening| {
        hours.days.contains(&wall.weekday()) && (hours.from..hours.to).contains(&wall.time())
    };
    let office = (OFFICE.0..OFFICE.1).contains(&wall.time());
    let open = if calendar.opening.is_empty() { office } else { calendar.opening.iter().any(open) };
    open && calendar.works_on(wall.date())
}

/// The moment after `span` of open minutes, found minute by minute.
fn after_by_minutes(calendar: Calendar<'_>, from: Timestamp, span: Duration) -> Timestamp {
    let (mut moment, mut left) = (from, span);
    loop {
        if is_open(calendar, moment) {
            left = left.saturating_sub(MINUTE);
        }
        moment = later(moment, MINUTE).unwrap();
        if left.is_zero() {
            return moment;
        }
    }
}

#[test]
fn two_working_hours_reach_into_the_next_working_day() {
    let office = Calendar::default();
    let friday = uk(datetime(2026, 11, 27, 16, 0, 0, 0));
    assert_eq!(office.after(friday, 2 * HOUR), uk(datetime(2026, 11, 30, 10, 0, 0, 0)));
    let morning = uk(datetime(2026, 11, 30, 9, 30, 0, 0));
    assert_eq!(office.after(morning, 2 * HOUR), uk(datetime(2026, 11, 30, 11, 30, 0, 0)));
    let sunday = uk(datetime(2026, 11, 29, 23, 0, 0, 0));
    assert_eq!(office.after(sunday, 2 * HOUR), uk(datetime(2026, 11, 30, 11, 0, 0, 0)));
}

#[test]
fn a_working_day_ends_when_the_hub_closes() {
    let office = Calendar::default();
    let monday = uk(datetime(2026, 11, 30, 10, 0, 0, 0));
    assert_eq!(office.end_of_day(monday), uk(datetime(2026, 11, 30, 17, 0, 0, 0)));
    assert_eq!(office.end_after_days(monday, 1), uk(datetime(2026, 12, 1, 17, 0, 0, 0)));
    let evening = uk(datetime(2026, 12, 23, 18, 0, 0, 0));
    assert_eq!(office.end_of_day(evening), uk(datetime(2026, 12, 24, 17, 0, 0, 0)));
    let after_christmas = uk(datetime(2026, 12, 29, 17, 0, 0, 0));
    assert_eq!(office.end_after_days(evening, 2), after_christmas, "the 25th and the 28th");
}

#[test]
fn hours_are_those_of_the_wall_when_the_clocks_change() {
    let days = vec![Weekday::Sunday, Weekday::Monday];
    let opening = [Opening { days, from: time(0, 0, 0, 0), to: time(3, 0, 0, 0) }];
    let hub = Calendar::new(&opening, &[]);
    let of = |month, day| {
        let (from, to) = (datetime(2026, month, day, 0, 0, 0, 0), date(2026, month, day));
        hub.open_between(uk(from), uk(to.at(12, 0, 0, 0)))
    };
    assert_eq!((of(3, 29), of(10, 25), of(10, 26)), (2 * HOUR, 4 * HOUR, 3 * HOUR));
    let office = Calendar::default();
    let before = uk(datetime(2026, 3, 27, 16, 0, 0, 0));
    assert_eq!(office.after(before, 2 * HOUR), uk(datetime(2026, 3, 30, 10, 0, 0, 0)));
}

#[test]
fn hours_that_overlap_count_once() {
    let days = || vec![Weekday::Monday];
    let opening = [
        Opening { days: days(), from: time(9, 0, 0, 0), to: time(12, 0, 0, 0) },
        Opening { days: days(), from: time(11, 0, 0, 0), to: time(13, 0, 0, 0) },
        Opening { days: days(), from: time(14, 0, 0, 0), to: time(15, 0, 0, 0) },
    ];
    let hub = Calendar::new(&opening, &[]);
    let monday = date(2026, 11, 30);
    let (start, end) = (uk(monday.at(0, 0, 0, 0)), uk(monday.at(23, 0, 0, 0)));
    assert_eq!(hub.open_between(start, end), 5 * HOUR);
    assert_eq!(hub.after(start, 4 * HOUR), uk(monday.at(13, 0, 0, 0)));
    assert_eq!(hub.after(start, 5 * HOUR), uk(monday.at(15, 0, 0, 0)));
}

#[test]
fn a_hub_that_is_shut_for_long_is_no_measure() {
    let reason = "Building".to_owned();
    let closed = [Closure { from: date(2026, 1, 1), to: date(2027, 12, 31), reason }];
    let shut = Calendar::new(&[], &closed);
    let friday = uk(datetime(2026, 11, 27, 16, 0, 0, 0));
    assert_eq!(shut.after(friday, 2 * HOUR), Calendar::default().after(friday, 2 * HOUR));
    assert_eq!(shut.end_of_day(friday), Calendar::default().end_of_day(friday));
    assert_eq!(shut.end_after_days(friday, 3), Calendar::default().end_after_days(friday, 3));
}

/// Opening times that do not begin or end in the hour that comes twice.
fn openings() -> impl Strategy<Value = Vec<Opening>> {
    let days = proptest::sample::subsequence(
        vec![Weekday::Monday, Weekday::Wednesday, Weekday::Saturday, Weekday::Sunday],
        1..=4,
    );
    let hours = (0_i8..23, 1_i8..24).prop_map(|(from, hours)| (from, (from + hours).min(23)));
    let hours = hours.prop_filter("an hour at least", |(from, to)| from < to);
    let opening = (days, hours).prop_map(|(days, (from, to))| Opening {
        days,
        from: time(from, 0, 0, 0),
        to: time(to, 0, 0, 0),
    });
    proptest::collection::vec(opening, 0..3)
}

/// A minute near a change of the clocks, or near Christmas.
fn minutes() -> impl Strategy<Value = Timestamp> {
    let around = prop_oneof![
        Just(date(2026, 3, 27)),
        Just(date(2026, 10, 23)),
        Just(date(2026, 12, 23)),
        Just(date(2027, 3, 26)),
    ];
    (around, 0_i64..5 * 24 * 60).prop_map(|(day, minutes)| {
        uk(day.at(0, 0, 0, 0)) + jiff::SignedDuration::from_mins(minutes)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn working_hours_are_those_that_are_counted_minute_by_minute(
        opening in openings(),
        from in minutes(),
        // One hour a week, where no week is a bank holiday, adds up to more than this in two months.
        span in 1_u64..240,
        shut: bool,
    ) {
        let closed = [Closure {
            from: date(2026, 12, 24),
            to: date(2026, 12, 26),
            reason: String::new(),
        }];
        let calendar = Calendar::new(&opening, if shut { &closed } else { &[] });
        let span = Duration::from_mins(span);
        let due = calendar.after(from, span);
        prop_assert_eq!(due, after_by_minutes(calendar, from, span));
        prop_assert_eq!(calendar.open_between(from, due), span);
    }

    #[test]
    fn a_clock_never_runs_backwards(opening in openings(), from in minutes(), count in 1_u8..4) {
        let calendar = Calendar::new(&opening, &[]);
        let (today, days) = (calendar.end_of_day(from), calendar.end_after_days(from, count));
        prop_assert!(from < today && from < days);
        prop_assert!(calendar.end_after_days(from, count + 1) > days);
        prop_assert_eq!(calendar.working_days_between(from, days), usize::from(count));
    }
}
