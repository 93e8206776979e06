//! The steps that people took with an entry, the last of which brought it where it is.

use jiff::Timestamp;
use pipeline::collect::{Verdict, Worker};
use pipeline::rows::{self, Done};
use referral::InboxId;
use schemars::JsonSchema;
use serde::Serialize;

use crate::texts;

/// A step that a person took with an entry.
#[derive(Serialize, JsonSchema)]
pub struct Step<'a> {
    /// The kind of step.
    pub step: StepKind,
    /// The time of the step.
    #[schemars(with = "texts::Moment")]
    pub at: Timestamp,
    /// The person who took it: issuer and subject, as the issuer names them.
    pub by: &'a str,
    /// Whether that is the caller.
    pub yours: bool,
    /// The inbox that it left; null where it stayed.
    #[schemars(with = "Option<texts::InboxId>")]
    pub from_inbox: Option<&'a InboxId>,
    /// The inbox that it came to; null where it stayed.
    #[schemars(with = "Option<texts::InboxId>")]
    pub to_inbox: Option<&'a InboxId>,
    /// The person who had it, where it was taken over from them; null for other steps.
    pub from_worker: Option<&'a str>,
    /// The code of the reason, of the outcome or of the verdict; null for a step that has none.
    pub reason: Option<&'static str>,
}

/// The kinds of step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// The entry was claimed.
    Claimed,
    /// Its work was taken up.
    Accepted,
    /// Its claim was given back.
    Released,
    /// It was taken over from another worker.
    TakenOver,
    /// Its referrer was asked for more.
    Asked,
    /// It was sent to another inbox.
    SentOn,
    /// An inbox declined it, and it was offered to another one.
    Declined,
    /// It was closed.
    Closed,
    /// It was opened again.
    Reopened,
    /// It was decided whether another entry is about the same child.
    MatchDecided,
}

impl<'a> Step<'a> {
    /// The steps, as this worker sees them, the first one first.
    pub(crate) fn all(steps: &'a [rows::Step], worker: &Worker) -> Vec<Self> {
        steps.iter().map(|step| Self::new(step, worker)).collect()
    }

    fn new(step: &'a rows::Step, worker: &Worker) -> Self {
        let moved = step.done.moved();
        let (from_worker, reason) = match &step.done {
            Done::TakenOver { from, reason } => (Some(from.as_str()), Some(reason.code())),
            Done::Asked => (None, Some(referral::DecliningReason::MoreInformation.code())),
            Done::SentOn { reason, .. } => (None, Some(reason.code())),
            Done::Declined { reason, .. } => (None, Some(reason.code())),
            Done::Closed { outcome } => (None, Some(outcome.code())),
            Done::MatchDecided { same } => (None, Some(Verdict::of(*same).code())),
            _ => (None, None),
        };
        Self {
            step: StepKind::from(&step.done),
            at: step.at,
            by: step.by.as_str(),
            yours: step.by == worker.actor.id,
            from_inbox: moved.map(|(from, _)| from),
            to_inbox: moved.map(|(_, to)| to),
            from_worker,
            reason,
        }
    }
}

impl From<&Done> for StepKind {
    fn from(done: &Done) -> Self {
        match done {
            Done::Claimed => Self::Claimed,
            Done::Accepted => Self::Accepted,
            Done::Released => Self::Released,
            Done::TakenOver { .. } => Self::TakenOver,
            Done::Asked => Self::Asked,
            Done::SentOn { .. } => Self::SentOn,
            Done::Declined { .. } => Self::Declined,
            Done::Closed { .. } => Self::Closed,
            Done::Reopened => Self::Reopened,
            Done::MatchDecided { .. } => Self::MatchDecided,
        }
    }
}
