//! The ports: traits for all that the use cases need from outside. `store` fills them with
//! `DynamoDB`, SQS and sealed bodies; a simulation fills them with faults and a virtual clock.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use locality::{Localities, PostcodeIndex};
use referral::{EntryId, InboxId, Reference, ReferralId};

use crate::audit::AuditRow;
use crate::due::{Due, DueRow};
pub use crate::fault::Fault;
use crate::rows::{
    ActorId, BodyRow, EntryRow, InboxMark, InboxQuery, LogKey, LogRow, MatchRow, NoteKey, NoteRow,
    PlacementRow, ReferenceRow, ReplayKey, ReplayRow, SentMark, StateRow, StoredReferral, Token,
    TriageMark,
};
use crate::write::{CommitError, Write};

mod counter;
mod draft;
mod figures;
mod keys;
mod notice;
mod partner;
mod queue;
mod session;
mod telling;

pub use counter::CounterStore;
pub use draft::{DraftStore, Drafting};
pub use figures::{Figuring, ReceivedEntries};
pub use keys::{
    Accepting, Amending, Children, Keyed, Linking, Logging, Matching, Noticing, Noting, Open,
    Pacing, Purpose, Reading, Seal, Searches, SignIns, Sources, StatusTelling, Submissions, Tokens,
};
pub use notice::{Aliases, NotSent, Notice, NoticeSecrets, Notices, Recipient, Template};
pub use partner::{PartnerStore, Partnering, Stepped};
pub use queue::{Message, Queue, QueueName};
pub use session::{ClientSecrets, SearchKeeping, SessionKeeping, SessionStore, SigningIn};
pub use telling::{
    Answer, Begun, Messenger, Telling, TellingQueue, TellingStore, WebhookMessage, WebhookSecret,
};

/// The ports that every use case needs. Those that only some need come in traits of their own
/// ([`Sending`], [`Keyed`], [`Placing`], [`SessionKeeping`]), so that a function which does not send has no queue.
pub trait World: Send + Sync {
    /// The type of the tables.
    type Store: Store;
    /// The type of the source of time and chance.
    type Nature: Nature;

    /// The tables that this world reads and writes.
    fn store(&self) -> &Self::Store;
    /// The source of time and chance in this world.
    fn nature(&self) -> &Self::Nature;
}

/// A world with queues.
pub trait Sending: World {
    /// The type of the queues.
    type Queue: Queue;

    /// The queues that this world sends to.
    fn queue(&self) -> &Self::Queue;
}

/// A world that knows places.
pub trait Placing: World {
    /// The rulebooks and the postcode index in force now; a use case asks once and keeps the
    /// answer, so that one decision is made by one version.
    fn places(&self) -> Arc<Places>;
}

/// A world that knows the inboxes of the rulebooks in force, for those who send an entry on.
pub trait Directing: World {
    /// The rulebooks in force now; a fault where it cannot be told which are.
    fn rulebooks(&self) -> impl Future<Output = Result<Arc<Localities>, Fault>> + Send;
}

/// The rulebooks in force and the postcode index they are read with.
#[derive(Debug)]
pub struct Places {
    /// The rulebooks of every authority served.
    pub localities: Localities,
    /// The index of every postcode; it is shared, as rulebooks change without it.
    pub index: Arc<PostcodeIndex>,
}

/// The source of time and chance.
pub trait Nature: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
    /// Returns after `pause`.
    fn sleep(&self, pause: Duration) -> impl Future<Output = ()> + Send;
    /// A number of 128 unpredictable bits.
    fn random(&self) -> [u8; 16];
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
    /// The answer that was given to this submitter and key.
    fn replay(
        &self,
        key: &ReplayKey,
    ) -> impl Future<Output = Result<Option<ReplayRow>, Fault>> + Send;
    /// The referral that has a reference, and the access to its status.
    fn reference(
        &self,
        reference: &Reference,
    ) -> impl Future<Output = Result<Option<ReferenceRow>, Fault>> + Send;
    /// The state row of one referral.
    fn state(&self, id: ReferralId)
    -> impl Future<Output = Result<Option<StateRow>, Fault>> + Send;
    /// The places of a sender's referrals in its list: those after `after`, listed at `until` at the
    /// latest, in their order, at most `limit`. Eventually consistent.
    fn sent(
        &self,
        sender: &ActorId,
        after: Option<SentMark>,
        until: Timestamp,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<SentMark>, Fault>> + Send;
    /// The places of a sender's referrals in its list, the last listed first: those before `before`, at
    /// most `limit`. Eventually consistent.
    fn sent_before(
        &self,
        sender: &ActorId,
        before: Option<SentMark>,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<SentMark>, Fault>> + Send;
    /// One note.
    fn note(&self, key: NoteKey) -> impl Future<Output = Result<Option<NoteRow>, Fault>> + Send;
    /// The notes to a referral, in the order of their ids.
    fn notes(
        &self,
        referral: ReferralId,
    ) -> impl Future<Output = Result<Vec<NoteRow>, Fault>> + Send;
    /// One item on the log of an entry.
    fn log_item(&self, key: LogKey) -> impl Future<Output = Result<Option<LogRow>, Fault>> + Send;
    /// The items on the log of an entry, in the order of their ids.
    fn log(&self, entry: EntryId) -> impl Future<Output = Result<Vec<LogRow>, Fault>> + Send;
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
    /// Eventually consistent: it may miss the newest, and show work that is done already.
    fn due(
        &self,
        shard: u8,
        now: Timestamp,
        beyond: Timestamp,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<DueRow>, Fault>> + Send;
    /// Moves a due mark on, if it still is as seen; `false` if it is not.
    fn defer(&self, seen: &DueRow, to: &Due) -> impl Future<Output = Result<bool, Fault>> + Send;
    /// One inbox's entries by rank. Eventually consistent: it may show an entry as it was, and one that
    /// has moved to another inbox.
    fn list(
        &self,
        inbox: &InboxId,
        query: &InboxQuery,
    ) -> impl Future<Output = Result<Vec<InboxMark>, Fault>> + Send;
    /// The number of entries that a query asks for, counted up to its limit. Eventually consistent.
    fn count(
        &self,
        inbox: &InboxId,
        query: &InboxQuery,
    ) -> impl Future<Output = Result<usize, Fault>> + Send;
    /// The entries about which a triage has something to decide ([`EntryRow::triage`]), by rank:
    /// those after `after`, at most `limit`. Eventually consistent: it may show decided ones.
    fn awaiting_triage(
        &self,
        triage: &InboxId,
        after: Option<&str>,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<TriageMark>, Fault>> + Send;
    /// Carries out all of these writes in one transaction, or none.
    fn commit(&self, writes: &[Write]) -> impl Future<Output = Result<(), CommitError>> + Send;
}
