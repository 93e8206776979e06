//! Clocks: by when the next step on an entry is due, and that in words. A clock that runs out rings
//! ([`ring()`]); the work is found and handed on as any that is due ([`hand_on()`]).
//!
//! A concern runs by the clock on the wall, everything else by the working hours of the inbox's
//! calendar. Where a later referral raised the priority, each clock runs from its own start and the
//! first to run out counts. Times are those of the field (routine 2 and 5 working days, soon 1 and 2,
//! urgent 2 working hours and the same working day, triage 1 working day, review 4 working hours, out
//! of area the same working day or an hour for a concern).
//!
//! While its sender is asked for more, an entry's clocks stand still (`pauses`); a concern's never do.

use std::time::Duration;

use jiff::Timestamp;
use locality::{Calendar, InboxKind, Localities};
use referral::{EntryState, InboxId, NextStep, Priority};

use crate::rows::{ClockMarks, ClockStart, EntryRow, InboxMark, after};

mod hand_on;
mod pauses;
mod plan;
mod ring;

pub use hand_on::{HandedOn, MOST_A_TICK, hand_on};
pub(crate) use plan::planned;
pub use plan::{LOOK_AGAIN, Ringing};
pub use ring::{Rung, ring};

const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);

/// The time in which somebody must have opened a concern, and that in which it is claimed.
const OPEN_CONCERN: Duration = Duration::from_mins(15);
const CLAIM_CONCERN: Duration = HOUR;
/// The working time in which an urgent entry is claimed, and any entry in review.
const CLAIM_URGENT: Duration = Duration::from_hours(2);
const CLAIM_REVIEW: Duration = Duration::from_hours(4);

/// The next step on an entry, and when it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The step that is due.
    pub step: NextStep,
    /// The moment by which it is due.
    pub at: Timestamp,
    /// Whether the clock runs in working hours only.
    pub in_working_hours: bool,
}

/// The inbox of an entry, as its clocks see it.
#[derive(Debug, Clone, Copy)]
pub struct Hours<'a> {
    /// The kind of the inbox; `None` where no rulebook names it any more.
    pub kind: Option<InboxKind>,
    /// The calendar by which the inbox works.
    pub calendar: Calendar<'a>,
}

impl<'a> Hours<'a> {
    /// The hours of an inbox by its rulebook.
    pub fn of(localities: &'a Localities, inbox: &InboxId) -> Self {
        let kind = localities.inbox(inbox).map(|inbox| inbox.kind);
        Self { kind, calendar: localities.calendar(inbox) }
    }

    /// The hours of an inbox where no rulebook is at hand: those of any office.
    fn of_any_office(inbox: &InboxId) -> Self {
        let kind = if *inbox == InboxId::review() {
            Some(InboxKind::Review)
        } else {
            (*inbox == InboxId::out_of_area()).then_some(InboxKind::OutOfArea)
        };
        Self { kind, calendar: Calendar::default() }
    }
}

impl EntryRow {
    /// The next step that is due on the entry; `None` once the work was taken up or has ended.
    pub fn due(&self, hours: Hours<'_>, now: Timestamp) -> Option<Due> {
        let held = self.holder(now).is_some();
        due(self.state, held, &self.clock_starts(), &self.clock, hours, now)
    }
}

impl InboxMark {
    /// The next step that is due on the entry.
    pub fn due(&self, hours: Hours<'_>, now: Timestamp) -> Option<Due> {
        let held = self.holder(now).is_some();
        due(self.state, held, &self.clocks, &self.marks, hours, now)
    }
}

fn due(
    state: EntryState,
    is_held: bool,
    starts: &[ClockStart],
    marks: &ClockMarks,
    hours: Hours<'_>,
    now: Timestamp,
) -> Option<Due> {
    let clock = |start: &ClockStart| match state {
        EntryState::InProgress | EntryState::Closed => None,
        EntryState::Claimed if is_held && marks.is_tried => None,
        EntryState::Claimed if is_held => contact(*start, hours),
        EntryState::New | EntryState::Claimed => Some(claim(*start, hours, now)),
    };
    let moved = |start| {
        clock(start).map(|due| pauses::moved(due, start.since, &marks.pauses, hours.calendar, now))
    };
    starts.iter().filter_map(moved).min_by_key(|due| due.at)
}

/// The claim, or first the opening of a concern.
fn claim(start: ClockStart, Hours { kind, calendar }: Hours<'_>, now: Timestamp) -> Due {
    let since = start.since;
    let own = match start.priority {
        Priority::Safeguarding => {
            let open_by = after(since, OPEN_CONCERN);
            let (step, at) = if now < open_by {
                (NextStep::Open, open_by)
            } else {
                (NextStep::Claim, after(since, CLAIM_CONCERN))
            };
            return Due { step, at, in_working_hours: false };
        }
        Priority::Urgent => calendar.after(since, CLAIM_URGENT),
        Priority::Soon => calendar.end_after_days(since, 1),
        Priority::Routine | Priority::NotAnswered => calendar.end_after_days(since, 2),
    };
    let of_inbox = match kind {
        Some(InboxKind::Triage) => Some(calendar.end_after_days(since, 1)),
        Some(InboxKind::Review) => Some(calendar.after(since, CLAIM_REVIEW)),
        Some(InboxKind::OutOfArea) => Some(calendar.end_of_day(since)),
        Some(InboxKind::Hub | InboxKind::FrontDoor) | None => None,
    };
    let at = of_inbox.map_or(own, |at| at.min(own));
    Due { step: NextStep::Claim, at, in_working_hours: true }
}

/// The first attempt to reach the family. A concern's is the front door's to set.
fn contact(start: ClockStart, Hours { calendar, .. }: Hours<'_>) -> Option<Due> {
    let at = match start.priority {
        Priority::Safeguarding => return None,
        Priority::Urgent => calendar.end_of_day(start.since),
        Priority::Soon => calendar.end_after_days(start.since, 2),
        Priority::Routine | Priority::NotAnswered => calendar.end_after_days(start.since, 5),
    };
    Some(Due { step: NextStep::Contact, at, in_working_hours: true })
}

/// The step that the sender of a referral is promised, whatever else is known: the first attempt to reach
/// the family, or for a concern that somebody takes it in hand.
pub(crate) fn promised(priority: Priority, since: Timestamp, hours: Hours<'_>) -> Due {
    let in_hand =
        Due { step: NextStep::Claim, at: after(since, CLAIM_CONCERN), in_working_hours: false };
    contact(ClockStart { priority, since }, hours).unwrap_or(in_hand)
}

impl Due {
    /// Whether the time is over.
    pub fn is_late(&self, now: Timestamp) -> bool {
        self.at < now
    }

    /// The time in words, such as `due in 6 working hours` or `2 working days late`.
    pub fn words(&self, calendar: Calendar<'_>, now: Timestamp) -> String {
        let (from, to) = if self.is_late(now) { (self.at, now) } else { (now, self.at) };
        let span = if self.in_working_hours {
            let days = calendar.working_days_between(from, to);
            working(days, calendar.open_between(from, to))
        } else {
            by_the_wall(Duration::try_from(to.duration_since(from)).unwrap_or_default())
        };
        match (self.is_late(now), span) {
            (true, Some(span)) => format!("{span} late"),
            (true, None) => "late".to_owned(),
            (false, Some(span)) => format!("due in {span}"),
            (false, None) => "due now".to_owned(),
        }
    }
}

/// Working days where there are two or more of them, or else working hours.
fn working(days: usize, open: Duration) -> Option<String> {
    if days >= 2 {
        return Some(format!("{days} working days"));
    }
    match open {
        open if open < MINUTE => None,
        open if open < HOUR => Some(count(in_units(open, MINUTE), "minute")),
        open => Some(count(in_units(open, HOUR), "working hour")),
    }
}

fn by_the_wall(span: Duration) -> Option<String> {
    match span {
        span if span < MINUTE => None,
        span if span < HOUR => Some(count(in_units(span, MINUTE), "minute")),
        span if span < 2 * DAY => Some(count(in_units(span, HOUR), "hour")),
        span => Some(count(in_units(span, DAY), "day")),
    }
}

/// A time in whole units, to the nearest.
fn in_units(span: Duration, unit: Duration) -> u64 {
    (span + unit / 2).as_secs() / unit.as_secs()
}

fn count(number: u64, unit: &str) -> String {
    if number == 1 { format!("1 {unit}") } else { format!("{number} {unit}s") }
}

#[cfg(test)]
mod reference;
#[cfg(test)]
mod tests;
