//! What the use cases need from outside. `store` fills these ports with `DynamoDB`, SQS and sealed
//! bodies; a simulation fills them with faults and a virtual clock.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use locality::{Localities, PostcodeIndex};
use referral::{EntryId, InboxId, ReferralId};

use crate::audit::AuditRow;
use crate::due::{Due, DueRow};
use crate::rows::{
    BodyRow, DoubtMark, EntryRow, InboxQuery, MatchRow, PlacementRow, ReplayKey, ReplayRow,
    StateRow, StoredReferral, Token,
};
use crate::write::{CommitError, Write};

/// Why a port could not answer. The cause is a fixed phrase: it may be logged, so it never carries
/// a person's detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It may work if tried again (a throttle, a lost connection, an answer that never came).
    /// A write that ended so may or may not have been applied.
    #[error("temporary fault: {0}")]
    Transient(&'static str),
    /// It will not work however often it is tried (a row that cannot be read, a missing key).
    #[error("unexpected fault: {0}")]
    Broken(&'static str),
}

/// What every use case needs. What only some need comes in traits of its own ([`Sending`],
/// [`Keyed`], [`Placing`]), so that a function which does not send has no queue to send to.
pub trait World: Send + Sync {
    /// The tables.
    type Store: Store;
    /// Time and chance.
    type Nature: Nature;

    /// The tables.
    fn store(&self) -> &Self::Store;
    /// Time and chance.
    fn nature(&self) -> &Self::Nature;
}

/// A world with queues.
pub trait Sending: World {
    /// The queues.
    type Queue: Queue;

    /// The queues.
    fn queue(&self) -> &Self::Queue;
}

/// A world with the keys to bodies and tokens.
pub trait Keyed: World {
    /// The keys.
    type Vault: Vault;

    /// The keys.
    fn vault(&self) -> &Self::Vault;
}

/// A world that knows places.
pub trait Placing: World {
    /// The rulebooks and the postcode index in force now; a use case asks once and keeps what it
    /// got, so that one decision is made by one version.
    fn places(&self) -> Arc<Places>;
}

/// The rulebooks in force and the postcode index they are read with.
#[derive(Debug)]
pub struct Places {
    /// The rulebooks of every authority served.
    pub localities: Localities,
    /// Every postcode; shared, as rulebooks change without it.
    pub index: Arc<PostcodeIndex>,
}

/// Time and chance.
pub trait Nature: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
    /// Returns after `pause`.
    fn sleep(&self, pause: Duration) -> impl Future<Output = ()> + Send;
    /// 128 unpredictable bits.
    fn random(&self) -> [u8; 16];
}

/// The keys: bodies are sealed, and looked up only by keyed tokens.
pub trait Vault: Send + Sync {
    /// Seals a body for one referral; it can be opened for that referral only.
    fn seal(
        &self,
        id: ReferralId,
        plain: &[u8],
    ) -> impl Future<Output = Result<Vec<u8>, Fault>> + Send;
    /// Opens what [`Vault::seal`] made for the same referral.
    fn open(
        &self,
        id: ReferralId,
        sealed: &[u8],
    ) -> impl Future<Output = Result<Vec<u8>, Fault>> + Send;
    /// The keyed tokens of a value: equal for equal inputs, and telling nothing without the key.
    /// `scope` keeps one authority's tokens apart from another's. There is one for each secret in
    /// use, in the same order for every value: the one in force, and another while it takes the
    /// other's place. What is stored under each and looked for under each is found before, during
    /// and after.
    fn tokens(&self, scope: &str, purpose: Purpose, value: &[u8]) -> Vec<Token>;
}

/// What a token is for, so that one purpose's tokens never equal another's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Submitter and idempotency key.
    Replay,
    /// The canonical content of a submission.
    Content,
    /// A child, to be recognised in another referral.
    Child,
}

impl Purpose {
    /// The name that goes into the token.
    pub fn code(self) -> &'static str {
        match self {
            Self::Replay => "replay",
            Self::Content => "content",
            Self::Child => "child",
        }
    }
}

/// The two queues to `route`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum QueueName {
    /// A safeguarding concern: never behind a routine referral.
    Urgent,
    /// All others.
    Referrals,
}

impl QueueName {
    /// The queue of a referral whose state row says `urgent`.
    pub fn of(urgent: bool) -> Self {
        if urgent { Self::Urgent } else { Self::Referrals }
    }
}

/// The queues. A message holds a referral's id and nothing else.
pub trait Queue: Send + Sync {
    /// Sends each id once. An error means that some may not have been sent.
    fn send(
        &self,
        queue: QueueName,
        ids: &[ReferralId],
    ) -> impl Future<Output = Result<(), Fault>> + Send;
}

/// The tables. Reads are strongly consistent unless they say otherwise.
pub trait Store: Send + Sync {
    /// A referral's state, body and placement, in one read.
    fn referral(
        &self,
        id: ReferralId,
    ) -> impl Future<Output = Result<Option<StoredReferral>, Fault>> + Send;
    /// The state rows of those referrals that exist, in the order of their ids.
    fn states(
        &self,
        ids: &[ReferralId],
    ) -> impl Future<Output = Result<Vec<StateRow>, Fault>> + Send;
    /// The bodies of those referrals that exist, in the order of their ids.
    fn bodies(
        &self,
        ids: &[ReferralId],
    ) -> impl Future<Output = Result<Vec<BodyRow>, Fault>> + Send;
    /// The placements of those referrals that have one, in the order of their ids.
    fn placements(
        &self,
        ids: &[ReferralId],
    ) -> impl Future<Output = Result<Vec<PlacementRow>, Fault>> + Send;
    /// What was answered to this submitter and key.
    fn replay(
        &self,
        key: &ReplayKey,
    ) -> impl Future<Output = Result<Option<ReplayRow>, Fault>> + Send;
    /// The entries that exist, in the order of their ids.
    fn entries(&self, ids: &[EntryId])
    -> impl Future<Output = Result<Vec<EntryRow>, Fault>> + Send;
    /// The children recorded under a token and not expired at `now`, at most `limit`.
    fn matches(
        &self,
        token: &Token,
        now: Timestamp,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<MatchRow>, Fault>> + Send;
    /// Records children under their tokens; doing it again changes nothing.
    fn record_matches(&self, rows: &[MatchRow]) -> impl Future<Output = Result<(), Fault>> + Send;
    /// The last event of a stream.
    fn audit_head(
        &self,
        stream: EntryId,
    ) -> impl Future<Output = Result<Option<AuditRow>, Fault>> + Send;
    /// One event of a stream.
    fn audit_event(
        &self,
        stream: EntryId,
        seq: u64,
    ) -> impl Future<Output = Result<Option<AuditRow>, Fault>> + Send;
    /// Work of a shard that is due up to `now`, the longest due first, then work marked after
    /// `beyond`; at most `limit`.
    /// Eventually consistent: it may miss the newest and show what is done already.
    fn due(
        &self,
        shard: u8,
        now: Timestamp,
        beyond: Timestamp,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<DueRow>, Fault>> + Send;
    /// Moves a due mark on, if it still is as seen; `false` if it is not.
    fn defer(&self, seen: &DueRow, to: &Due) -> impl Future<Output = Result<bool, Fault>> + Send;
    /// One inbox's entries by rank. Eventually consistent.
    fn list(
        &self,
        inbox: &InboxId,
        query: &InboxQuery,
    ) -> impl Future<Output = Result<Vec<EntryRow>, Fault>> + Send;
    /// The entries about which a triage has something to decide ([`EntryRow::triage`]), by rank:
    /// those after `after`, at most `limit`. Eventually consistent: it may show what is decided.
    fn doubtful(
        &self,
        triage: &InboxId,
        after: Option<&str>,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<DoubtMark>, Fault>> + Send;
    /// All of these writes, or none.
    fn commit(&self, writes: &[Write]) -> impl Future<Output = Result<(), CommitError>> + Send;
}
