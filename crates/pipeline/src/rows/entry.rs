//! Entries: the work in an inbox, what matching found beside it, and how both are asked for.

use std::time::Duration;

use jiff::Timestamp;
use locality::{AuthorityRef, Reason};
use referral::{ClosingOutcome, EntryId, EntryState, InboxId, Lane, Priority, ReferralId};
use serde::{Deserialize, Serialize};

use super::{ActorId, ClientId, after};

/// One piece of work in one inbox: one family's referrals.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryRow {
    /// The id of the first referral it held.
    pub id: EntryId,
    /// The one inbox it is in.
    pub inbox: InboxId,
    /// The authority it belongs to, if one is known.
    pub authority: Option<AuthorityRef>,
    /// Where the work stands.
    pub state: EntryState,
    /// Goes up by one with every change.
    pub version: u64,
    /// Which way its referrals came.
    pub lane: Lane,
    /// The most pressing of its referrals.
    pub priority: Priority,
    /// When the first of its referrals was accepted.
    pub received_at: Timestamp,
    /// Its referrals, the first one first.
    pub referrals: Vec<ReferralId>,
    /// Entries that hold the same child, kept apart.
    pub linked: Vec<EntryId>,
    /// What matching found between its children and other entries', the nearest first.
    pub matches: Vec<EntryMatch>,
    /// What the hub should know beyond the placement's reasons.
    pub notes: Vec<Reason>,
    /// Who is working on it.
    pub claim: Option<Claim>,
    /// How it ended, if the worker said.
    pub outcome: Option<ClosingOutcome>,
    /// Since when it has pressing words that nobody has read; nothing once a worker was shown them.
    pub unread_since: Option<Timestamp>,
}

/// What a child of this entry is to a child of another entry, as far as matching could say. It
/// holds how fields compare, never what is in them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryMatch {
    /// The other entry.
    pub other: EntryId,
    /// What the two are.
    pub kind: MatchKind,
    /// How each field compares: the field's and the level's code.
    pub evidence: Vec<(String, String)>,
    /// Why the machine did not merge them, by code.
    pub guards: Vec<String>,
    /// Which table of weights judged.
    pub weights: String,
    /// Whose workers decide when the two entries lie in different inboxes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub triage: Option<InboxId>,
    /// What a person decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<MatchDecision>,
}

impl EntryMatch {
    /// The triage whose decision is awaited: the match is doubtful, and nobody has decided.
    pub fn awaits(&self) -> Option<&InboxId> {
        let open = self.kind == MatchKind::Possible && self.decision.is_none();
        self.triage.as_ref().filter(|_| open)
    }
}

/// What two children are.
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
    /// Its name in records.
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
    /// One child, or two.
    pub same: bool,
    /// Who decided.
    pub by: ActorId,
    /// The client they decided through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<ClientId>,
    /// When.
    pub at: Timestamp,
}

impl EntryRow {
    /// At most so many matches are kept with an entry, the nearest ones.
    pub const MOST_MATCHES: usize = 10;

    /// Adds a match, or puts a nearer one in the place of an earlier one with the same entry. What
    /// a person decided stays. Whether anything changed.
    pub fn add_match(&mut self, found: EntryMatch) -> bool {
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

/// So long pressing words may wait to be read before the list says so.
const LATE_TO_READ: Duration = Duration::from_hours(1);

/// A worker's hold on an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Who.
    pub by: ActorId,
    /// The client they claimed it through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<ClientId>,
    /// When.
    pub at: Timestamp,
    /// From then on another may claim it, unless it was accepted.
    pub lease_until: Timestamp,
}

impl EntryRow {
    /// Where the entry stands in its inbox: open before closed, then the most pressing, then the
    /// longest waiting. Sorts as text.
    pub fn rank(&self) -> String {
        let closed = u8::from(self.state == EntryState::Closed);
        let priority = self.priority.rank();
        format!("{closed}{priority}#{:013}#{}", self.received_at.as_millisecond(), self.id)
    }

    /// Whether its pressing words have waited for an hour or longer to be read, while it is open.
    pub fn waits_unread(&self, now: Timestamp) -> bool {
        let is_late = |since| after(since, LATE_TO_READ) <= now;
        self.state != EntryState::Closed && self.unread_since.is_some_and(is_late)
    }

    /// The triage that has something to decide about this entry, while it is not closed. One is
    /// enough: an authority has one triage.
    pub fn triage(&self) -> Option<&InboxId> {
        let mut awaiting = self.matches.iter().filter_map(EntryMatch::awaits);
        awaiting.next().filter(|_| self.state != EntryState::Closed)
    }
}

/// A page of one inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxQuery {
    /// Only entries in this state.
    pub state: Option<EntryState>,
    /// Only entries ranked after this.
    pub after: Option<String>,
    /// At most so many.
    pub limit: usize,
}

/// An entry as a triage's index shows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DoubtMark {
    /// Where it stands there.
    pub rank: String,
    /// Which entry.
    pub entry: EntryId,
}

#[cfg(test)]
mod tests;
