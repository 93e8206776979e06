//! Planning: the row of due work by which the clock of an entry is looked at. An entry has one row at
//! most. Its time is a hint: who looks computes the clock anew, by the rulebook that is in force then.

use std::time::Duration;

use jiff::Timestamp;
use referral::{NextStep, Priority};

use super::{CLAIM_CONCERN, CLAIM_URGENT, Hours, claim, pauses};
use crate::due::{DueRow, Work};
use crate::rows::{ClockStart, EntryRow, after};
use crate::write::Write;

/// The time after which a clock is looked at again at the latest. A rulebook that makes it run out earlier
/// is met within it.
pub const LOOK_AGAIN: Duration = Duration::from_hours(4);

/// The next ring of a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ringing {
    /// The moment from which it rings.
    pub at: Timestamp,
    /// The step that somebody has to take before.
    pub step: NextStep,
    /// Whether it rang once already, for the manager.
    pub again: bool,
}

impl EntryRow {
    /// The next ring of the entry's clock; `None` where no step is due now, or it rang twice.
    pub fn next_ring(&self, hours: Hours<'_>, now: Timestamp) -> Option<Ringing> {
        let due = self.due(hours, now)?;
        match &self.clock.escalated {
            None => Some(Ringing { at: due.at, step: due.step, again: false }),
            Some(first) if first.again.is_none() => {
                let at = further(self, first.since, hours, now);
                Some(Ringing { at, step: first.step, again: true })
            }
            Some(_) => None,
        }
    }
}

/// The end of the further period, in which the manager answers: as long again as a claim may take.
fn further(entry: &EntryRow, since: Timestamp, hours: Hours<'_>, now: Timestamp) -> Timestamp {
    if entry.priority == Priority::Safeguarding {
        return after(since, CLAIM_CONCERN);
    }
    let due = claim(ClockStart { priority: entry.priority, since }, hours, now);
    pauses::moved(due, since, &entry.clock.pauses, hours.calendar, now).at
}

/// The time at which the clock is looked at next: when it rings, or the claim lapses, and soon enough in
/// any case.
pub(super) fn next_look(entry: &EntryRow, hours: Hours<'_>, now: Timestamp) -> Timestamp {
    let rings = entry.next_ring(hours, now).map(|ringing| ringing.at);
    let lapses = entry.holder(now).map(|claim| claim.lease_until);
    let soonest = rings.into_iter().chain(lapses).min();
    soonest.map_or(after(now, LOOK_AGAIN), |at| at.clamp(now, after(now, LOOK_AGAIN)))
}

/// The write that keeps the row of an entry's clock in step with a change of the entry, in the same
/// transaction; `None` where the change does not touch its clock. `before` is the entry that was there.
pub(crate) fn planned(before: Option<&EntryRow>, next: &EntryRow, now: Timestamp) -> Option<Write> {
    let ran = before.filter(|before| before.has_clock());
    if !next.has_clock() {
        return ran.map(|_| Write::Remove(Work::Clock(next.id)));
    }
    let is_same = ran.is_some_and(|before| {
        let of = |row: &EntryRow| (row.state, row.claim.clone(), row.clock.clone());
        before.inbox == next.inbox
            && before.clock_starts() == next.clock_starts()
            && of(before) == of(next)
    });
    if is_same {
        return None;
    }
    // No rulebook is at hand everywhere. A clock of two working hours cannot run out before two hours.
    let mut at = next_look(next, Hours::of_any_office(&next.inbox), now);
    if next.priority == Priority::Urgent {
        at = at.min(after(now, CLAIM_URGENT));
    }
    Some(Write::Restart(DueRow::clock(next.id, next.is_concern(), at, now)))
}

#[cfg(test)]
mod tests;
