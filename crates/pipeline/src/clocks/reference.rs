//! The clocks against a slow reference, which steps from minute to minute: over weekends, bank holidays,
//! closures, both changes of the hour, and pauses.

use std::sync::LazyLock;

use jiff::civil::{Date, Time, Weekday, date, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan as _};
use locality::rulebook::{Closure, Opening};
use proptest::prelude::*;

use super::*;
use crate::rows::Pause;

/// The hours of the United Kingdom, by the rule for them.
static UK: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::posix("GMT0BST,M3.5.0/1,M10.5.0").unwrap());

/// The bank holidays in the times from which the cases are drawn.
const HOLIDAYS: [Date; 5] = [
    date(2026, 12, 25),
    date(2026, 12, 28),
    date(2027, 1, 1),
    date(2027, 3, 26),
    date(2027, 3, 29),
];

/// The days at which cases begin: before the end of summer time, before Christmas, before Easter with the
/// beginning of summer time.
const STARTS: [Date; 3] = [date(2026, 10, 20), date(2026, 12, 18), date(2027, 3, 22)];

/// The opening and closing times that are drawn from.
const TIMES: [(Time, Time); 4] = [
    (time(9, 0, 0, 0), time(17, 0, 0, 0)),
    (time(8, 30, 0, 0), time(12, 15, 0, 0)),
    (time(11, 0, 0, 0), time(19, 45, 0, 0)),
    (time(0, 30, 0, 0), time(3, 30, 0, 0)),
];

/// The hours of a hub: for each day from Monday on, which of the times it is open in.
#[derive(Debug, Clone)]
struct Hub {
    opening: Vec<Opening>,
    closed: Vec<Closure>,
}

impl Hub {
    fn calendar(&self) -> Calendar<'_> {
        Calendar::new(&self.opening, &self.closed)
    }

    /// Whether somebody is there in the minute that begins now.
    fn is_open(&self, now: Timestamp) -> bool {
        let here = now.to_zoned(UK.clone());
        let (day, hour) = (here.date(), here.time());
        let is_shut = self.closed.iter().any(|one| one.from <= day && day <= one.to);
        let mut open = self.opening.iter().filter(|one| one.days.contains(&day.weekday()));
        !is_shut && !HOLIDAYS.contains(&day) && open.any(|one| one.from <= hour && hour < one.to)
    }

    /// The moment at which the last minute ends that somebody is there on the day that is `count` such
    /// days after the one of `since`.
    fn end_after_days(&self, since: Timestamp, count: usize) -> Timestamp {
        let (mut at, mut days, mut end) = (minute_of_midnight(since), 0, since);
        loop {
            let day = Calendar::day_of(at);
            let mut was_open = false;
            while Calendar::day_of(at) == day {
                if self.is_open(at) {
                    (was_open, end) = (true, at + MINUTE);
                }
                at += MINUTE;
            }
            days += usize::from(was_open);
            if days == count {
                return end;
            }
        }
    }
}

/// The first minute of the next day in the United Kingdom.
fn minute_of_midnight(since: Timestamp) -> Timestamp {
    let day = Calendar::day_of(since);
    let mut at = since;
    while Calendar::day_of(at) == day {
        at += MINUTE;
    }
    at
}

/// The due moment, minute by minute. Nothing counts while a pause goes on.
fn slowly(hub: &Hub, start: ClockStart, pauses: &[Pause], now: Timestamp) -> Timestamp {
    let ends: Vec<_> = pauses
        .iter()
        .map(|one| {
            let longest = hub.end_after_days(one.from, 5);
            (one.from, one.until.unwrap_or(now).min(longest))
        })
        .collect();
    let minutes = |until: Timestamp| {
        let (mut at, mut count) = (start.since, 0);
        while at < until {
            count += u32::from(hub.is_open(at));
            at += MINUTE;
        }
        count
    };
    let most = match start.priority {
        Priority::Urgent => 120,
        Priority::Soon => minutes(hub.end_after_days(start.since, 1)),
        _ => minutes(hub.end_after_days(start.since, 2)),
    };
    let (mut at, mut count) = (start.since, 0);
    while count < most {
        let stands = ends.iter().any(|(from, end)| *from <= at && at < *end);
        count += u32::from(hub.is_open(at) && !stands);
        at += MINUTE;
    }
    at
}

fn hub() -> impl Strategy<Value = Hub> {
    let days = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];
    let opening = (0..TIMES.len(), proptest::sample::subsequence(days.to_vec(), 2..=5));
    let opening = opening.prop_map(|(at, days)| {
        let (from, to) = TIMES[at];
        Opening { days, from, to }
    });
    let closed = (0..STARTS.len(), 0..9_i32, 0..4_i32).prop_map(|(at, after, length)| {
        let from = STARTS[at].checked_add(after.days()).unwrap();
        let to = from.checked_add(length.days()).unwrap();
        Closure { from, to, reason: String::new() }
    });
    (prop::collection::vec(opening, 1..3), prop::collection::vec(closed, 0..3))
        .prop_map(|(opening, closed)| Hub { opening, closed })
}

fn start() -> impl Strategy<Value = ClockStart> {
    let priority = prop_oneof![
        Just(Priority::Urgent),
        Just(Priority::Soon),
        Just(Priority::Routine),
        Just(Priority::NotAnswered)
    ];
    (priority, 0..STARTS.len(), 0..4 * 24 * 60_i64).prop_map(|(priority, at, minutes)| {
        let midnight = STARTS[at].to_zoned(TimeZone::UTC).unwrap().timestamp();
        ClockStart { priority, since: midnight + SignedDuration::from_mins(minutes) }
    })
}

/// Pauses one after the other, of which the last may go on; and the time of the look.
fn pauses(since: Timestamp) -> impl Strategy<Value = (Vec<Pause>, Timestamp)> {
    let spans = prop::collection::vec((1..2_000_i64, 0..4_000_i64), 0..3);
    (spans, any::<bool>()).prop_map(move |(spans, goes_on)| {
        let mut at = since - SignedDuration::from_mins(300);
        let mut pauses = Vec::new();
        for (wait, length) in spans {
            let from = at + SignedDuration::from_mins(wait);
            at = from + SignedDuration::from_mins(length);
            pauses.push(Pause { from, until: Some(at) });
        }
        if let Some(last) = pauses.last_mut().filter(|_| goes_on) {
            last.until = None;
        }
        (pauses, at)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_claim_is_due_when_stepping_from_minute_to_minute_says_so(
        hub in hub(),
        (start, (pauses, now)) in start().prop_flat_map(|start| (Just(start), pauses(start.since))),
    ) {
        let hours = Hours { kind: Some(InboxKind::Hub), calendar: hub.calendar() };
        let marks = ClockMarks { pauses: pauses.clone(), ..ClockMarks::default() };
        let due = due(EntryState::New, false, &[start], &marks, hours, now).unwrap();
        prop_assert_eq!(due.at, slowly(&hub, start, &pauses, now));
    }
}

#[test]
fn the_cases_meet_a_bank_holiday_a_closure_and_the_change_of_the_hour() {
    let office = Hub {
        opening: vec![Opening {
            days: vec![Weekday::Monday, Weekday::Tuesday, Weekday::Thursday, Weekday::Friday],
            from: time(9, 0, 0, 0),
            to: time(17, 0, 0, 0),
        }],
        closed: vec![Closure {
            from: date(2027, 3, 30),
            to: date(2027, 3, 31),
            reason: String::new(),
        }],
    };
    // The Thursday before Easter: Friday and Monday are holidays, Tuesday is closed, Wednesday never open,
    // and from Sunday on five o'clock is an hour earlier by the time of the world.
    let start =
        ClockStart { priority: Priority::Soon, since: "2027-03-25T10:00:00Z".parse().unwrap() };
    let due_at: Timestamp = "2027-04-01T16:00:00Z".parse().unwrap();
    assert_eq!(slowly(&office, start, &[], start.since), due_at);
    let hours = Hours { kind: None, calendar: office.calendar() };
    let marks = ClockMarks::default();
    let due = due(EntryState::New, false, &[start], &marks, hours, start.since).unwrap();
    assert_eq!(due.at, due_at);
}
