//! The course of the work on an entry: the steps that people took with it, and the marks that they
//! left. Everything here is a code, an id or a time.

use jiff::Timestamp;
use referral::{ClosingOutcome, DecliningReason, InboxId, RedirectReason, TakeOverReason};
use serde::{Deserialize, Serialize};

use crate::rows::ActorId;

/// The course of the work on an entry.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Course {
    /// The steps that people took, the first one first; the earliest are left out where there are
    /// many.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// The number of inboxes that declined it since its work was last taken up.
    #[serde(skip_serializing_if = "is_zero")]
    pub declined: u8,
    /// Whether a manager must take it, as several inboxes declined it.
    #[serde(skip_serializing_if = "is_false")]
    pub needs_manager: bool,
    /// The time when its referrer was asked for more, while the answer is awaited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_at: Option<Timestamp>,
}

/// A step that a person took with an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The version that the entry had from then on.
    pub version: u64,
    /// The time of the step.
    pub at: Timestamp,
    /// The person who took it.
    pub by: ActorId,
    /// The step itself.
    pub done: Done,
}

/// The kinds of step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Done {
    /// The entry was claimed.
    Claimed,
    /// Its work was taken up.
    Accepted,
    /// Its claim was given back.
    Released,
    /// It was taken over from another worker.
    TakenOver {
        /// The worker who had it.
        from: ActorId,
        /// The reason for it.
        reason: TakeOverReason,
    },
    /// Its referrer was asked for more.
    Asked,
    /// It was sent to another inbox.
    SentOn {
        /// The inbox that it was in.
        from: InboxId,
        /// The inbox that it is in from then on.
        to: InboxId,
        /// The reason for it.
        reason: RedirectReason,
    },
    /// An inbox declined it, and it was offered on.
    Declined {
        /// The inbox that declined it.
        from: InboxId,
        /// The inbox that it is in from then on.
        to: InboxId,
        /// The reason for it.
        reason: DecliningReason,
    },
    /// It was closed.
    Closed {
        /// The way in which it ended.
        outcome: ClosingOutcome,
    },
    /// It was opened again.
    Reopened,
    /// It was decided whether another entry is about the same child.
    MatchDecided {
        /// The verdict: whether it is; `None` if an earlier decision was taken back.
        same: Option<bool>,
    },
}

impl Done {
    /// The name of the step in records.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Claimed => "claimed",
            Self::Accepted => "accepted",
            Self::Released => "released",
            Self::TakenOver { .. } => "taken_over",
            Self::Asked => "asked",
            Self::SentOn { .. } => "sent_on",
            Self::Declined { .. } => "declined",
            Self::Closed { .. } => "closed",
            Self::Reopened => "reopened",
            Self::MatchDecided { .. } => "match_decided",
        }
    }

    /// The inbox that the entry left and the one that it came to, if the step was a move.
    pub fn moved(&self) -> Option<(&InboxId, &InboxId)> {
        match self {
            Self::SentOn { from, to, .. } | Self::Declined { from, to, .. } => Some((from, to)),
            _ => None,
        }
    }
}

impl Course {
    /// The most steps that are kept with an entry, the latest ones.
    pub const MOST_STEPS: usize = 40;

    /// Whether nobody has done anything yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it came back since its work was last taken up: it was opened again, an inbox declined it,
    /// or it was sent to an inbox where it had been before.
    pub fn came_back(&self) -> bool {
        let mut left: Vec<&InboxId> = Vec::new();
        let mut is_back = self.declined > 0;
        for step in &self.steps {
            match &step.done {
                Done::Accepted | Done::Closed { .. } => is_back = false,
                Done::Reopened | Done::Declined { .. } => is_back = true,
                Done::SentOn { to, .. } if left.contains(&to) => is_back = true,
                _ => {}
            }
            left.extend(step.done.moved().map(|(from, _)| from));
        }
        is_back
    }

    /// The last step, if it came after this version of the entry.
    pub fn last_after(&self, version: u64) -> Option<&Step> {
        self.steps.last().filter(|step| step.version > version)
    }

    /// Adds a step, in place of the earliest one where there are too many.
    pub(crate) fn push(&mut self, step: Step) {
        let too_many = (self.steps.len() + 1).saturating_sub(Self::MOST_STEPS);
        self.steps.drain(..too_many);
        self.steps.push(step);
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(count: &u8) -> bool {
    *count == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(mark: &bool) -> bool {
    !mark
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::Actor;

    fn step(version: u64, done: Done) -> Step {
        let by = Actor::person("https://issuer.example", "ada", "hub").id;
        Step { version, at: Timestamp::UNIX_EPOCH, by, done }
    }

    #[test]
    fn a_course_survives_json_and_an_empty_one_is_empty_there() {
        let inbox = |id| InboxId::parse(id).unwrap();
        let (from, to) = (inbox("westminster-portman"), inbox("westminster-triage"));
        let mut course = Course { declined: 1, needs_manager: true, ..Course::default() };
        course.push(step(2, Done::Declined { from, to, reason: DecliningReason::AtCapacity }));
        course.push(step(3, Done::Closed { outcome: ClosingOutcome::Supported }));
        let text = serde_json::to_string(&course).unwrap();
        assert_eq!(serde_json::from_str::<Course>(&text).unwrap(), course);
        assert_eq!(serde_json::to_string(&Course::default()).unwrap(), "{}");
        assert!(Course::default().is_empty() && !course.is_empty());
    }

    #[test]
    fn an_entry_came_back_until_its_work_is_taken_up() {
        let inbox = |id| InboxId::parse(id).unwrap();
        let sent = |from, to| Done::SentOn {
            from: inbox(from),
            to: inbox(to),
            reason: RedirectReason::BetterFit,
        };
        let declined = || Done::Declined {
            from: inbox("a"),
            to: inbox("b"),
            reason: DecliningReason::AtCapacity,
        };
        let closed = || Done::Closed { outcome: ClosingOutcome::Supported };
        let cases = [
            (vec![], false),
            (vec![Done::Claimed, Done::Released, Done::Claimed], false),
            (vec![sent("a", "b")], false),
            (vec![sent("a", "b"), sent("b", "c")], false),
            (vec![sent("a", "b"), sent("b", "a")], true),
            (vec![sent("a", "b"), sent("b", "a"), sent("a", "c")], true),
            (vec![declined()], true),
            (vec![declined(), Done::Claimed], true),
            (vec![declined(), Done::Claimed, Done::Accepted], false),
            (vec![closed(), Done::Reopened], true),
            (vec![closed(), Done::Reopened, Done::Claimed, closed()], false),
        ];
        for (steps, came_back) in cases {
            let told = format!("{steps:?}");
            let steps = (2..).zip(steps).map(|(version, done)| step(version, done)).collect();
            assert_eq!(Course { steps, ..Course::default() }.came_back(), came_back, "{told}");
        }
    }

    #[test]
    fn the_latest_steps_are_kept() {
        let mut course = Course::default();
        for version in 2..=60 {
            course.push(step(version, Done::Claimed));
        }
        assert_eq!(course.steps.len(), Course::MOST_STEPS);
        assert_eq!(course.last_after(59).map(|step| step.version), Some(60));
        assert_eq!(course.last_after(60), None);
    }
}
