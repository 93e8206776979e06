//! The rows of the tables, as the use cases see them. How they are spelt in `DynamoDB` is the
//! store's business.

use std::fmt;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use locality::Placement;
use referral::{EntryId, Lane, Priority, Reference, ReferralId, ReferralState};
use serde::{Deserialize, Serialize};

mod actor;
mod amendment;
mod draft;
mod entry;
mod log;
mod note;
mod partner;
mod rate;
mod sent;
mod session;
mod told;
mod webhook;

pub use actor::{Actor, ActorId, ClientId, Sender};
pub use amendment::{Amendment, AmendmentKind, AmendmentMark, MOST_CORRECTIONS};
pub use draft::{DraftKey, DraftRow};
pub use entry::{
    Access, Barred, Barrier, Claim, ClockMarks, ClockStart, ContactMark, Course, Done, EntryMatch,
    EntryRow, Escalation, InboxMark, InboxQuery, LogMarks, MatchDecision, MatchKind, Part, Pause,
    PostcodeMark, ScoreMark, SecondRing, Step, TooFewAttempts, TriageMark,
};
pub use log::{LogKey, LogRow, MOST_LOGGED};
pub use note::{MOST_NOTES, NoteKey, NoteRow};
pub use partner::{KeyOver, KeyRow, NotAPartnerId, Partner, PartnerId};
pub use rate::{NotARate, Pace, PaceStep, Rate};
pub use sent::SentMark;
pub use session::{Digest, HeldRow, SearchKey, SessionKey, SessionRow};
pub use told::{NoticeKey, TellBy};
pub use webhook::{NotAWebhookUrl, WebhookKey, WebhookRow, WebhookUrl};

/// A keyed token: HMAC-SHA-256 in hexadecimal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Token(String);

impl Token {
    /// The token made of the bytes of a keyed digest.
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

/// The key of a replay row: the token of submitter and idempotency key.
pub type ReplayKey = Token;

/// A referral as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredReferral {
    /// The row that says where the referral stands.
    pub state: StateRow,
    /// The sealed body of the referral.
    pub body: BodyRow,
    /// The placement by the rulebook alone, once the referral is routed.
    pub placement: Option<PlacementRow>,
}

/// The row that says where a referral stands. It stays under 1 KB, as every change bills the whole
/// row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateRow {
    /// The id of the referral.
    pub id: ReferralId,
    /// The public reference of the referral.
    pub reference: Reference,
    /// The state that the referral is in.
    pub state: ReferralState,
    /// The version of the row: it goes up by one with every change.
    pub version: u64,
    /// The actor who sent the referral; no other actor is shown its status.
    pub submitter: ActorId,
    /// The sender of the referral, as the hub is shown it.
    pub sender: Sender,
    /// The lane by which it goes; it decides which referrals may be joined.
    pub lane: Lane,
    /// The priority with which it must be seen.
    pub priority: Priority,
    /// Whether it has pressing words, which a worker should read soon.
    pub pressing_words: bool,
    /// Whether it looks as if a machine had sent it, so that a person looks at it first.
    pub suspect: bool,
    /// The number of notes that were added to it.
    pub notes: u8,
    /// The changes that its sender made to it, the first one first.
    pub amendments: Vec<Amendment>,
    /// The time when the referral was accepted.
    pub accepted_at: Timestamp,
    /// The time under which its sender is shown it in a list of what is new: the time when it was
    /// accepted, or the last one at which there was something for the sender to see that such a list
    /// may have missed.
    pub listed_at: Timestamp,
    /// The entry that holds it, once routed.
    pub entry: Option<EntryId>,
    /// The way on which its sender is told how it stands, if there was one when it was sent.
    pub told: Option<TellBy>,
}

impl StateRow {
    /// The actor who sent the referral.
    pub fn sent_by(&self) -> Actor {
        Actor { id: self.submitter.clone(), client: self.sender.client(&self.submitter) }
    }

    /// Whether it goes by the urgent queue.
    pub fn urgent(&self) -> bool {
        self.lane == Lane::Safeguarding
    }

    /// Whether a note to it has pressing words. Where somebody may be in danger the priority is "soon" at
    /// least, and the meaning of words is never guessed at.
    pub(crate) fn has_pressing_notes(&self) -> bool {
        self.priority.rank() <= Priority::Soon.rank()
    }
}

/// `now + span`; at the end of time, the end of time.
pub(crate) fn after(now: Timestamp, span: Duration) -> Timestamp {
    now.checked_add(span).unwrap_or(Timestamp::MAX)
}

/// A sealed body, which is never changed.
#[derive(Clone, PartialEq, Eq)]
pub struct BodyRow {
    /// The id of the referral whose body it is.
    pub id: ReferralId,
    /// The bytes that [`crate::ports::Seal::seal`] made.
    pub sealed: Vec<u8>,
}

impl fmt::Debug for BodyRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BodyRow({}, {} sealed bytes)", self.id, self.sealed.len())
    }
}

/// The answer to a submission, kept so that sending it again gets the same answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplayRow {
    /// The token of the submitter and the idempotency key.
    pub key: ReplayKey,
    /// The referral that the submission made.
    pub id: ReferralId,
    /// The reference that the referral was given.
    pub reference: Reference,
    /// The keyed digest of the submission's content.
    pub content: Token,
    /// The time when the row was written.
    pub written_at: Timestamp,
    /// The time from which the key is free again.
    pub expires_at: Timestamp,
}

/// A reference, taken by a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceRow {
    /// The reference that is taken.
    pub reference: Reference,
    /// The referral that has the reference.
    pub id: ReferralId,
    /// The secret by which the family is told how it stands, if the sender has one.
    pub status: Option<StatusAccess>,
}

/// The access to a status that a family has by its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusAccess {
    /// The tokens of the secret, one for each version of the token secret that was in use.
    pub tokens: Vec<Token>,
    /// The time from which the secret opens nothing any more.
    pub ends_at: Timestamp,
    /// The day by which the family was told that somebody tries to get in touch; rows of an earlier version
    /// have none.
    pub in_touch_by: Option<Date>,
}

/// The placement of a referral by the rulebook alone, as if no family were known yet. Its submitter
/// is shown this one.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacementRow {
    /// The id of the referral.
    pub id: ReferralId,
    /// The placement, with its reasons.
    pub placement: Placement,
}

/// A child recorded under a token, to be recognised in another referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchRow {
    /// The token under which the child is found.
    pub token: Token,
    /// The referral that names the child.
    pub referral: ReferralId,
    /// The number of the child among the referral's children, from 0.
    pub child: u8,
    /// Whether the child is protected: its referral is never joined with another by the machine.
    pub protected: bool,
    /// The time from which the row may be deleted.
    pub expires_at: Timestamp,
}
