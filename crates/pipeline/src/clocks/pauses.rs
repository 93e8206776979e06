//! Pauses: while the sender of a referral is asked for more, the clocks of its entry stand still. What
//! was left of the working time when the question was asked is left when the answer comes.

use jiff::Timestamp;
use locality::Calendar;

use super::{Due, Hours};
use crate::rows::{EntryRow, Pause};

/// The working days after which a clock goes on though no answer came: a question that nobody answers
/// must not end a clock.
const LONGEST: u8 = 5;

/// The moment by which a step is due that was due at `due.at` without the pauses, and whose clock began
/// at `since`. While a pause goes on, it is the moment by which it is due if the answer comes now. What
/// runs by the clock on the wall has no pauses.
pub(super) fn moved(
    due: Due,
    since: Timestamp,
    pauses: &[Pause],
    calendar: Calendar<'_>,
    now: Timestamp,
) -> Due {
    if !due.in_working_hours {
        return due;
    }
    let at = pauses.iter().fold(due.at, |at, pause| {
        let (from, end) = (pause.from.max(since), end(*pause, calendar, now));
        if from < at && from < end {
            calendar.after(end, calendar.open_between(from, at))
        } else {
            at
        }
    });
    Due { at, ..due }
}

/// The end of a pause: the answer, or now, or the end of the longest time that a clock stands still.
fn end(pause: Pause, calendar: Calendar<'_>, now: Timestamp) -> Timestamp {
    pause.until.unwrap_or(now).min(calendar.end_after_days(pause.from, LONGEST))
}

impl EntryRow {
    /// The time since which the clocks of the entry stand still, if they do now.
    pub fn paused_since(&self, hours: Hours<'_>, now: Timestamp) -> Option<Timestamp> {
        let pause = self.clock.pauses.last().filter(|pause| pause.until.is_none())?;
        let longest = hours.calendar.end_after_days(pause.from, LONGEST);
        (self.has_clock() && !self.is_concern() && now < longest).then_some(pause.from)
    }
}
