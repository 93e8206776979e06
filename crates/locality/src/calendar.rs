//! The calendar of an inbox: the hours in which somebody is there to work, in the United Kingdom's
//! time. By it clocks of working hours and working days run.
//!
//! An inbox works at the times at which its rulebook has it open, other than its closures and the bank
//! holidays of England and Wales; where no times are declared, from Monday to Friday, nine to five.

use std::time::Duration;

use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, Time, Weekday, time},
    tz::{self, TimeZone},
};

use crate::bank_holidays::is_bank_holiday;
use crate::rulebook::{Closure, Opening};

static UK: TimeZone = tz::get!("Europe/London");

/// The most days that are looked through: an inbox that is shut for longer is no measure.
const FURTHEST: i32 = 60;

/// The hours of any office: where nothing is declared, these count.
const OFFICE: (Time, Time) = (time(9, 0, 0, 0), time(17, 0, 0, 0));

/// The hours and days on which an inbox works.
#[derive(Debug, Clone, Copy, Default)]
pub struct Calendar<'a> {
    opening: &'a [Opening],
    closed: &'a [Closure],
}

impl<'a> Calendar<'a> {
    /// The calendar of these opening times and closures.
    pub fn new(opening: &'a [Opening], closed: &'a [Closure]) -> Self {
        Self { opening, closed }
    }

    /// The day that a moment falls on in the United Kingdom.
    pub fn day_of(moment: Timestamp) -> Date {
        moment.to_zoned(UK.clone()).date()
    }

    /// Whether somebody is there on a day.
    pub fn works_on(self, day: Date) -> bool {
        let weekday = day.weekday();
        let open = if self.opening.is_empty() {
            !matches!(weekday, Weekday::Saturday | Weekday::Sunday)
        } else {
            self.opening.iter().any(|hours| hours.days.contains(&weekday))
        };
        let closed = self.closed.iter().any(|closure| (closure.from..=closure.to).contains(&day));
        open && !closed && !is_bank_holiday(day)
    }

    /// The times of a day in which somebody is there, in order and apart from each other.
    fn hours(self, day: Date) -> Vec<(Timestamp, Timestamp)> {
        if !self.works_on(day) {
            return Vec::new();
        }
        let mut hours: Vec<(Time, Time)> = if self.opening.is_empty() {
            vec![OFFICE]
        } else {
            let of_day = self.opening.iter().filter(|one| one.days.contains(&day.weekday()));
            of_day.map(|one| (one.from, one.to)).collect()
        };
        hours.sort_unstable();
        let mut apart: Vec<(Time, Time)> = Vec::with_capacity(hours.len());
        for (from, to) in hours {
            match apart.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => apart.push((from, to)),
            }
        }
        let at = |time: Time| UK.to_ambiguous_zoned(day.to_datetime(time)).compatible().ok();
        let moments = apart.into_iter().filter_map(|(from, to)| at(from).zip(at(to)));
        moments.map(|(from, to)| (from.timestamp(), to.timestamp())).collect()
    }

    /// The days from the one of `from` on, as far as anything is looked for.
    fn days_from(from: Timestamp) -> impl Iterator<Item = Date> {
        let first = Self::day_of(from);
        (0..=FURTHEST).filter_map(move |days| first.checked_add(days.days()).ok())
    }

    /// The moment at which somebody has been there for `span` since `from`. Where nobody is for a long
    /// time, the hours of any office count.
    pub fn after(self, from: Timestamp, span: Duration) -> Timestamp {
        let moment = |it: Self| {
            let mut left = span;
            for day in Self::days_from(from) {
                for (opens, closes) in it.hours(day) {
                    let open = between(opens.max(from), closes);
                    if open >= left && closes > from {
                        return later(opens.max(from), left);
                    }
                    left -= open;
                }
            }
            None
        };
        moment(self).or_else(|| moment(Self::default())).unwrap_or(from)
    }

    /// The moment at which the last of the day's hours is over that are not over at `from`; of the next
    /// working day, where those of the day itself are.
    pub fn end_of_day(self, from: Timestamp) -> Timestamp {
        let end = |it: Self| {
            let mut ends =
                Self::days_from(from).filter_map(|day| it.hours(day).last().map(|hours| hours.1));
            ends.find(|end| *end > from)
        };
        end(self).or_else(|| end(Self::default())).unwrap_or(from)
    }

    /// The end of the working day that is `count` working days after the day of `from`.
    pub fn end_after_days(self, from: Timestamp, count: u8) -> Timestamp {
        let end = |it: Self| {
            let working = Self::days_from(from).skip(1).filter(|day| it.works_on(*day));
            let day =
                working.skip(usize::from(count.max(1)) - 1).find_map(|day| it.hours(day).pop());
            day.map(|hours| hours.1)
        };
        end(self).or_else(|| end(Self::default())).unwrap_or(from)
    }

    /// The time for which somebody is there between two moments; none where they are in the wrong order
    /// or more than two months apart and nobody is there in the first two.
    pub fn open_between(self, from: Timestamp, to: Timestamp) -> Duration {
        let last = Self::day_of(to);
        let days = Self::days_from(from).take_while(|day| *day <= last);
        let hours = days.flat_map(|day| self.hours(day));
        hours.map(|(opens, closes)| between(opens.max(from), closes.min(to))).sum()
    }

    /// The number of working days after the day of `from`, up to and with the day of `to`.
    pub fn working_days_between(self, from: Timestamp, to: Timestamp) -> usize {
        let last = Self::day_of(to);
        let days = Self::days_from(from).skip(1).take_while(|day| *day <= last);
        days.filter(|day| self.works_on(*day)).count()
    }
}

/// The time from one moment to a later one; none where it is earlier.
fn between(from: Timestamp, to: Timestamp) -> Duration {
    Duration::try_from(to.duration_since(from)).unwrap_or_default()
}

fn later(moment: Timestamp, span: Duration) -> Option<Timestamp> {
    moment.checked_add(span).ok()
}

#[cfg(test)]
mod tests;
