//! The rows of the tables, as the use cases see them. How they are spelt in `DynamoDB` is the
//! store's business.

use std::fmt;
use std::time::Duration;

use jiff::Timestamp;
use locality::Placement;
use referral::{EntryId, Lane, Priority, Reference, ReferralId, ReferralState};
use serde::{Deserialize, Serialize};

mod actor;
mod entry;

pub use actor::{Actor, ActorId, ClientId, Sender};
pub use entry::{Claim, DoubtMark, EntryMatch, EntryRow, InboxQuery, MatchDecision, MatchKind};

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
    /// Goes up by one with every change.
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
    /// The entry that holds it, once routed.
    pub entry: Option<EntryId>,
}

impl StateRow {
    /// Whether it goes by the urgent queue.
    pub fn urgent(&self) -> bool {
        self.lane == Lane::Safeguarding
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
