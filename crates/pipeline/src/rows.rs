//! The rows of the tables, as the use cases see them. How they are spelt in `DynamoDB` is the
//! store's business.

use std::fmt;
use std::time::Duration;

use jiff::Timestamp;
use locality::{AuthorityRef, Placement, Reason};
use referral::{
    ClosingOutcome, EntryId, EntryState, InboxId, Lane, Priority, Reference, ReferralId,
    ReferralState,
};
use serde::{Deserialize, Serialize};

mod actor;

pub use actor::{Actor, ActorId, ClientId};

/// Who a referral came from, as far as they showed who they are. What it says of its referrer is
/// another matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "channel", rename_all = "snake_case")]
pub enum Sender {
    /// A form, sent without signing in.
    Form,
    /// A partner's client, which signed in.
    Partner {
        /// The client, as the issuer names it.
        client: String,
    },
}

impl Sender {
    /// The sender of a submission, as they were verified.
    pub fn of(submitter: &Actor) -> Self {
        match &submitter.client {
            Some(client) => Self::Partner { client: client.as_str().to_owned() },
            None => Self::of_id(&submitter.id),
        }
    }

    /// The sender of a referral whose row is of a version that kept the submitter alone.
    pub fn of_id(submitter: &ActorId) -> Self {
        if *submitter == Actor::family().id {
            Self::Form
        } else {
            Self::Partner { client: submitter.as_str().to_owned() }
        }
    }

    /// Whether they signed in.
    pub fn has_signed_in(&self) -> bool {
        matches!(self, Self::Partner { .. })
    }
}

/// A keyed token: HMAC-SHA-256 in hexadecimal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Token(String);

impl Token {
    /// From the bytes of a keyed digest.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        use fmt::Write as _;
        Self(bytes.iter().fold(String::new(), |mut hex, byte| {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        }))
    }

    /// The token as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Token {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({:.8}…)", self.0)
    }
}

/// Which replay row: the token of submitter and idempotency key.
pub type ReplayKey = Token;

/// A referral as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredReferral {
    /// Where it stands.
    pub state: StateRow,
    /// What it says, sealed.
    pub body: BodyRow,
    /// Where the rulebook alone places it, once routed.
    pub placement: Option<PlacementRow>,
}

/// Where a referral stands. Under 1 KB: every change bills the whole row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateRow {
    /// Which referral.
    pub id: ReferralId,
    /// Its public reference.
    pub reference: Reference,
    /// Its state.
    pub state: ReferralState,
    /// Goes up by one with every change (the due mark aside).
    pub version: u64,
    /// Who sent it; only they see its status.
    pub submitter: ActorId,
    /// Where it came from, as the hub is shown it.
    pub sender: Sender,
    /// Which way it goes: what may be joined with what depends on it.
    pub lane: Lane,
    /// How soon it must be seen.
    pub priority: Priority,
    /// Whether it has words that somebody should read soon.
    pub pressing_words: bool,
    /// When it was accepted.
    pub accepted_at: Timestamp,
    /// Present while the referral waits to be routed.
    pub due: Option<Due>,
    /// The entry that holds it, once routed.
    pub entry: Option<EntryId>,
}

impl StateRow {
    /// Whether it goes by the urgent queue.
    pub fn urgent(&self) -> bool {
        self.lane == Lane::Safeguarding
    }
}

/// The due mark: when `sweep` should send the referral to its queue again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// When.
    pub at: Timestamp,
    /// How often it was sent again already.
    pub attempts: u32,
}

/// How many shards the index of due marks has, so that it has no hot key.
pub const DUE_SHARDS: u8 = 4;

impl Due {
    /// The first mark: a minute after acceptance.
    pub fn first(now: Timestamp) -> Self {
        Self { at: after(now, Duration::from_mins(1)), attempts: 0 }
    }

    /// The mark after a re-send: a minute, then two, so that an outage makes no storm.
    #[must_use]
    pub fn next(self, now: Timestamp) -> Self {
        let pause = if self.attempts == 0 { 1 } else { 2 };
        Self { at: after(now, Duration::from_mins(pause)), attempts: self.attempts + 1 }
    }

    /// No clock that is right makes a mark later than this. One that is fast does, and what it
    /// marked must not wait until everybody else's clock gets there.
    pub fn furthest(now: Timestamp) -> Timestamp {
        after(now, Duration::from_mins(3))
    }

    /// The shard of a referral.
    pub fn shard(id: ReferralId) -> u8 {
        id.as_bytes()[0] % DUE_SHARDS
    }
}

/// `now + span`; at the end of time, the end of time.
pub(crate) fn after(now: Timestamp, span: Duration) -> Timestamp {
    now.checked_add(span).unwrap_or(Timestamp::MAX)
}

/// A sealed body: immutable.
#[derive(Clone, PartialEq, Eq)]
pub struct BodyRow {
    /// Whose body.
    pub id: ReferralId,
    /// As [`crate::ports::Vault::seal`] made it.
    pub sealed: Vec<u8>,
}

impl fmt::Debug for BodyRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BodyRow({}, {} sealed bytes)", self.id, self.sealed.len())
    }
}

/// What a submission was answered, so that sending it again gets the same answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplayRow {
    /// Submitter and idempotency key.
    pub key: ReplayKey,
    /// The referral it made.
    pub id: ReferralId,
    /// The reference it was given.
    pub reference: Reference,
    /// The keyed digest of its content.
    pub content: Token,
    /// When it was written.
    pub written_at: Timestamp,
    /// From then on the key is free again.
    pub expires_at: Timestamp,
}

/// A reference, taken by a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceRow {
    /// The reference.
    pub reference: Reference,
    /// Whose it is.
    pub id: ReferralId,
}

/// Where the rulebook alone places a referral, as if nobody were known: what its submitter sees.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacementRow {
    /// Which referral.
    pub id: ReferralId,
    /// The placement, with its reasons.
    pub placement: Placement,
}

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

/// A child recorded under a token, to be recognised in another referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchRow {
    /// The token.
    pub token: Token,
    /// The child's referral.
    pub referral: ReferralId,
    /// Which of its children.
    pub child: u8,
    /// Whether the referral is protected: never joined with another by the machine.
    pub protected: bool,
    /// When the row may go.
    pub expires_at: Timestamp,
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
