//! Entries: the work in an inbox, and its matches with other entries.

use std::time::Duration;

use jiff::Timestamp;
use locality::{AuthorityRef, Reason};
use referral::{ClosingOutcome, EntryId, EntryState, InboxId, Lane, Priority, ReferralId};
use serde::{Deserialize, Serialize};

use super::{ActorId, ClientId, after};

mod access;
mod allowed;
mod clock;
mod course;
mod index;
mod marks;

pub use access::{Access, Barrier};
pub use allowed::Barred;
pub use clock::{ClockMarks, Escalation, Pause, SecondRing};
pub use course::{Course, Done, Step};
pub use index::{InboxMark, InboxQuery, Part, TriageMark};
pub use marks::{ContactMark, LogMarks, PostcodeMark, ScoreMark, TooFewAttempts};

/// One piece of work in one inbox: one family's referrals.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryRow {
    /// The id of the first referral it held.
    pub id: EntryId,
    /// The one inbox that the entry is in.
    pub inbox: InboxId,
    /// The authority that the entry belongs to, if one is known.
    pub authority: Option<AuthorityRef>,
    /// The state of the work.
    pub state: EntryState,
    /// The version of the row: it goes up by one with every change.
    pub version: u64,
    /// The lane by which its referrals came.
    pub lane: Lane,
    /// The priority of the most pressing of its referrals.
    pub priority: Priority,
    /// The time when the first of its referrals was accepted.
    pub received_at: Timestamp,
    /// Its referrals, the first one first.
    pub referrals: Vec<ReferralId>,
    /// Other entries that hold the same child and are kept apart.
    pub linked: Vec<EntryId>,
    /// The matches between its children and those of other entries, the nearest first.
    pub matches: Vec<EntryMatch>,
    /// Remarks for the hub beyond the placement's reasons.
    pub remarks: Vec<Reason>,
    /// The claim of the worker who works on it.
    pub claim: Option<Claim>,
    /// The outcome with which it was closed, if the worker said.
    pub outcome: Option<ClosingOutcome>,
    /// The time since which it has pressing words that nobody has read; `None` once a worker was
    /// shown them.
    pub unread_since: Option<Timestamp>,
    /// The time since which it has a family's note that nobody has read; `None` once a worker was shown
    /// them all.
    pub news_since: Option<Timestamp>,
    /// The sealed summary of its referrals ([`crate::summary`]); `None` where there is none, and the
    /// referrals themselves are to be read.
    pub summary: Option<Vec<u8>>,
    /// The starts of its clocks, where a later referral raised its priority; empty where the priority
    /// is that of the first ([`EntryRow::clock_starts`]).
    pub raised: Vec<ClockStart>,
    /// The steps that people took with it, and the marks that these left.
    pub course: Course,
    /// The marks of what its workers wrote down.
    pub log: LogMarks,
    /// The limits to who may see it.
    pub access: Access,
    /// The marks of its clocks.
    pub clock: ClockMarks,
}

/// The start of a clock: a priority, and the time since which the entry has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockStart {
    /// The priority, by which the clock runs.
    pub priority: Priority,
    /// The time when the first referral of that priority was accepted.
    pub since: Timestamp,
}

/// A match between a child of this entry and a child of another one, as far as matching could tell.
/// It holds how fields compare, never their values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryMatch {
    /// The id of the other entry.
    pub other: EntryId,
    /// The relation of the two children.
    pub kind: MatchKind,
    /// The code of each field that was compared, with the code of the level at which it agrees.
    pub evidence: Vec<(String, String)>,
    /// The codes of the reasons why the machine did not join them.
    pub guards: Vec<String>,
    /// The version of the table of weights by which they were judged.
    pub weights: String,
    /// The triage inbox whose workers decide when the two entries are in different inboxes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub triage: Option<InboxId>,
    /// The decision of a person, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<MatchDecision>,
}

impl EntryMatch {
    /// The triage whose decision is awaited: the match is possible, and nobody has decided.
    pub fn awaits(&self) -> Option<&InboxId> {
        let open = self.kind == MatchKind::Possible && self.decision.is_none();
        self.triage.as_ref().filter(|_| open)
    }
}

/// The relation of two children.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchKind {
    /// One child, in two entries that could not be joined.
    SameChild,
    /// Perhaps one child: a person decides.
    Possible,
    /// Two children of one family.
    Household,
}

impl MatchKind {
    /// The name of the relation in records.
    pub fn code(self) -> &'static str {
        match self {
            Self::SameChild => "same_child",
            Self::Possible => "possible",
            Self::Household => "household",
        }
    }
}

/// A person's decision on a match. It can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchDecision {
    /// Whether the two are one child.
    pub same: bool,
    /// The actor who decided.
    pub by: ActorId,
    /// The client through which they decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<ClientId>,
    /// The time of the decision.
    pub at: Timestamp,
}

impl EntryRow {
    /// The most matches that are kept with an entry, the nearest ones.
    pub const MOST_MATCHES: usize = 10;

    /// Adds a match, or replaces an earlier one with the same entry by a nearer one; answers
    /// whether anything changed. A match that a person decided stays as it is.
    pub(crate) fn add_match(&mut self, found: EntryMatch) -> bool {
        let full = self.matches.len() >= Self::MOST_MATCHES;
        match self.matches.iter_mut().find(|known| known.other == found.other) {
            Some(known) if known.decision.is_some() || known.kind <= found.kind => false,
            Some(known) => {
                *known = found;
                true
            }
            None if full => false,
            None => {
                self.matches.push(found);
                true
            }
        }
    }
}

/// The time that pressing words may wait to be read before the list says so.
const LATE_TO_READ: Duration = Duration::from_hours(1);

/// A worker's hold on an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The worker who holds the entry.
    pub by: ActorId,
    /// The client through which they claimed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<ClientId>,
    /// The time of the claim.
    pub at: Timestamp,
    /// The time from which another worker may claim it, unless it was accepted.
    pub lease_until: Timestamp,
}

impl EntryRow {
    /// The rank of the entry in its inbox: open before closed, then the most pressing, then the
    /// longest waiting. A closed one with news ranks among the open ones until a worker was shown it.
    /// Ranks sort as text.
    pub fn rank(&self) -> String {
        let closed = u8::from(!self.waits_for_a_person());
        let priority = self.priority.rank();
        format!("{closed}{priority}#{:013}#{}", self.received_at.as_millisecond(), self.id)
    }

    /// The starts of its clocks: one, or one for each priority that it was raised to.
    pub fn clock_starts(&self) -> Vec<ClockStart> {
        if self.raised.is_empty() {
            vec![ClockStart { priority: self.priority, since: self.received_at }]
        } else {
            self.raised.clone()
        }
    }

    /// Lets a further referral raise the priority, never lower it. The clock of the earlier priority
    /// goes on beside that of the new one.
    pub(crate) fn raise(&mut self, priority: Priority, since: Timestamp) {
        if priority < self.priority {
            let mut starts = self.clock_starts();
            starts.push(ClockStart { priority, since });
            self.raised = starts;
            self.priority = priority;
        }
        self.received_at = self.received_at.min(since);
    }

    /// Whether it is the entry of a safeguarding concern.
    pub fn is_concern(&self) -> bool {
        self.lane == Lane::Safeguarding
    }

    /// Whether its pressing words have waited for an hour or longer to be read, while it is open or
    /// has news.
    pub fn waits_unread(&self, now: Timestamp) -> bool {
        let is_late = |since| after(since, LATE_TO_READ) <= now;
        self.waits_for_a_person() && self.unread_since.is_some_and(is_late)
    }

    /// Whether a family's note is in it that no worker was shown.
    pub fn has_news(&self) -> bool {
        self.news_since.is_some()
    }

    /// Whether a person still has to do something about it: it is open, or has news.
    fn waits_for_a_person(&self) -> bool {
        self.state.is_open() || self.has_news()
    }

    /// The same entry once a worker was shown all of it.
    #[must_use]
    pub(crate) fn read(&self) -> Self {
        Self { unread_since: None, news_since: None, ..self.clone() }
    }

    /// The triage that has something to decide about this entry, while it is not closed: a match, or
    /// where it is sent on to as nobody answered its clocks. One is enough: an authority has one triage.
    pub fn triage(&self) -> Option<&InboxId> {
        let mut awaiting = self.matches.iter().filter_map(EntryMatch::awaits);
        awaiting.next().or_else(|| self.put_to()).filter(|_| self.state != EntryState::Closed)
    }
}

#[cfg(test)]
mod tests;
