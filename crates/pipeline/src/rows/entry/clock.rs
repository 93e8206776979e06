//! The marks that the clocks of an entry leave: its pauses, whether an attempt to reach the family was
//! made, and that a clock ran out. Everything here is a code, an id or a time.

use jiff::Timestamp;
use referral::{EntryState, InboxId, NextStep};
use serde::{Deserialize, Serialize};

use super::{Done, EntryRow};

/// The marks of the clocks of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ClockMarks {
    /// The times in which its clocks stood still, the first one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// Whether an attempt to reach the family is on its log: then no first contact is due.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_tried: bool,
    /// The mark of a clock that ran out, until somebody takes the step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub escalated: Option<Escalation>,
}

/// A time in which the clocks of an entry stand still, as its sender was asked for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// The time of the question.
    pub from: Timestamp,
    /// The time of the answer; `None` while it is awaited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

/// The mark of a clock that ran out: the manager of the inbox must look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalation {
    /// The time since which it is the manager's.
    pub since: Timestamp,
    /// The step that nobody took in time.
    pub step: NextStep,
    /// The second ring, once the further period was over too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<SecondRing>,
}

/// The second ring of a clock that ran out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondRing {
    /// The time of the ring.
    pub at: Timestamp,
    /// The triage that is to send it on; `None` where there is none that may be shown it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub triage: Option<InboxId>,
}

impl ClockMarks {
    /// The most pauses of one entry: a question after that stops no clock.
    pub const MOST_PAUSES: usize = 10;

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Begins a pause now, unless the clocks stand still already.
    pub(crate) fn pause(&mut self, now: Timestamp) {
        let stands = self.pauses.last().is_some_and(|pause| pause.until.is_none());
        if !stands && self.pauses.len() < Self::MOST_PAUSES {
            self.pauses.push(Pause { from: now, until: None });
        }
    }

    /// Ends the pause, if there is one.
    pub(crate) fn go_on(&mut self, now: Timestamp) {
        if let Some(pause) = self.pauses.last_mut().filter(|pause| pause.until.is_none()) {
            pause.until = Some(now.max(pause.from));
        }
    }
}

impl EntryRow {
    /// Whether a clock of the entry can run: nobody has taken its work up, and it is not closed.
    pub(crate) fn has_clock(&self) -> bool {
        matches!(self.state, EntryState::New | EntryState::Claimed)
    }

    /// The mark of a clock that ran out, while the entry is not closed.
    pub fn escalation(&self) -> Option<&Escalation> {
        self.clock.escalated.as_ref().filter(|_| self.state.is_open())
    }

    /// The triage that is to send it on, as neither its workers nor their manager answered in time.
    pub fn put_to(&self) -> Option<&InboxId> {
        self.escalation()?.again.as_ref()?.triage.as_ref()
    }
}

impl Done {
    /// Whether the step answers a clock that ran out. After a move the clock goes on where the entry is
    /// then, and rings there.
    pub(crate) fn answers_a_clock(&self) -> bool {
        match self {
            Self::Claimed
            | Self::Accepted
            | Self::TakenOver { .. }
            | Self::SentOn { .. }
            | Self::Declined { .. }
            | Self::Closed { .. }
            | Self::Reopened => true,
            Self::Released | Self::Asked | Self::MatchDecided { .. } => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_pause_that_runs_is_not_begun_again_and_ends_once() {
        let mut marks = ClockMarks::default();
        marks.go_on(at(1));
        marks.pause(at(2));
        marks.pause(at(3));
        marks.go_on(at(4));
        marks.go_on(at(5));
        assert_eq!(marks.pauses, [Pause { from: at(2), until: Some(at(4)) }]);
    }

    #[test]
    fn a_sender_who_is_asked_again_and_again_stops_no_clock_for_ever() {
        let mut marks = ClockMarks::default();
        for second in 0..100 {
            marks.pause(at(2 * second));
            marks.go_on(at(2 * second + 1));
        }
        assert_eq!(marks.pauses.len(), ClockMarks::MOST_PAUSES);
    }

    #[test]
    fn marks_that_were_never_written_are_none() {
        assert_eq!(serde_json::from_str::<ClockMarks>("{}").unwrap(), ClockMarks::default());
    }
}
