//! The ports of keys. Sealing, opening and making tokens are ports of their own, for each kind of
//! contents and of token, so that a function has those alone that it is trusted with: what takes
//! referrals in seals bodies and cannot open them.

use std::future::Future;

use referral::{EntryId, ReferralId};

use super::{Aliases, CounterStore, Fault, Sending, World};
use crate::rows::{LogKey, NoteKey, NoticeKey, Token};

/// A world with keys.
pub trait Keyed: World {
    /// The type of the keys.
    type Vault: Send + Sync;

    /// The keys that this world has.
    fn vault(&self) -> &Self::Vault;
}

/// Keys that seal the contents of rows with this kind of id: a referral's are its body, a session's
/// say who signed in.
pub trait Seal<Id>: Send + Sync {
    /// Seals contents for the row with this id; they open for no other row and kind.
    fn seal(&self, id: Id, plain: &[u8]) -> impl Future<Output = Result<Vec<u8>, Fault>> + Send;
}

/// Keys that open the contents of rows with this kind of id.
pub trait Open<Id>: Send + Sync {
    /// Opens contents that [`Seal::seal`] sealed for the same row.
    fn open(&self, id: Id, sealed: &[u8]) -> impl Future<Output = Result<Vec<u8>, Fault>> + Send;
}

/// The secrets of the tokens that serve these purposes.
pub trait Tokens<P: Purpose>: Send + Sync {
    /// The keyed tokens of a value: equal for equal inputs, and telling nothing without the secret.
    /// `scope` keeps one authority's tokens apart from another's. There is one token for each
    /// version of the secret, in the same order for every value: the version in force, and a second
    /// one while it replaces the first. A value that is stored and looked for under every token is
    /// found before, during and after the replacement.
    fn tokens(&self, scope: &str, purpose: P, value: &[u8]) -> Result<Vec<Token>, Fault>;
}

/// The purpose of a token: tokens of two purposes are never equal.
pub trait Purpose: Copy {
    /// The name that goes into the token.
    fn code(self) -> &'static str;
}

/// The purposes of tokens by which submissions that are sent again are known, and families who ask how
/// theirs stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Submissions {
    /// The token of a submitter and an idempotency key.
    Replay,
    /// The token of a submission's canonical content.
    Content,
    /// The token of the secret by which a family is told how its submission stands.
    StatusSecret,
    /// The token of a reference, under which tries at its secret are counted.
    StatusTries,
}

/// The purpose of tokens by which a child is known in another referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Children;

/// The purpose of tokens of the browsers from which somebody tried to sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignIns;

/// The purpose of tokens of what workers search for, by which the audit trail can be asked whether
/// somebody was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Searches;

/// The purpose of tokens of where sendings come from, by which their pace is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sources;

impl Purpose for Submissions {
    fn code(self) -> &'static str {
        match self {
            Self::Replay => "replay",
            Self::Content => "content",
            Self::StatusSecret => "status-secret",
            Self::StatusTries => "status-tries",
        }
    }
}

impl Purpose for Children {
    fn code(self) -> &'static str {
        "child"
    }
}

impl Purpose for SignIns {
    fn code(self) -> &'static str {
        "sign-in"
    }
}

impl Purpose for Searches {
    fn code(self) -> &'static str {
        "search"
    }
}

impl Purpose for Sources {
    fn code(self) -> &'static str {
        "source"
    }
}

/// A world that takes referrals in: it seals bodies, and needs not open them.
pub trait Accepting: Sending + Keyed<Vault: Seal<ReferralId> + Tokens<Submissions>> {}

impl<W: Sending + Keyed<Vault: Seal<ReferralId> + Tokens<Submissions>>> Accepting for W {}

/// A world that takes referrals in with the notices that their senders chose: it seals the choices, and
/// needs not open them.
pub trait Noticing: Accepting + Keyed<Vault: Seal<NoticeKey>> {}

impl<W: Accepting + Keyed<Vault: Seal<NoticeKey>>> Noticing for W {}

/// A world that tells families how their request is getting on.
pub trait StatusTelling: Keyed<Store: CounterStore, Vault: Tokens<Submissions>> {}

impl<W: Keyed<Store: CounterStore, Vault: Tokens<Submissions>>> StatusTelling for W {}

/// A world that counts how much comes from one source.
pub trait Pacing: Keyed<Store: CounterStore, Vault: Tokens<Sources>> {}

impl<W: Keyed<Store: CounterStore, Vault: Tokens<Sources>>> Pacing for W {}

/// A world in which people sign in by a link that they are sent: it counts what is asked for, and names
/// who signs in.
pub trait Linking: Pacing + Keyed<Vault: Aliases> {}

impl<W: Pacing + Keyed<Vault: Aliases>> Linking for W {}

/// A world that takes notes in: it seals them, and needs not open them.
pub trait Noting: Sending + Keyed<Vault: Seal<NoteKey>> {}

impl<W: Sending + Keyed<Vault: Seal<NoteKey>>> Noting for W {}

/// A world in which senders amend their referrals: it seals notes, knows a request that is sent again,
/// and needs open nothing.
pub trait Amending: Sending + Keyed<Vault: Seal<NoteKey> + Tokens<Submissions>> {}

impl<W: Sending + Keyed<Vault: Seal<NoteKey> + Tokens<Submissions>>> Amending for W {}

/// A world that opens bodies, notes, and the logs and summaries of entries, and names what was searched
/// for by a token.
pub trait Reading:
    Keyed<Vault: Open<ReferralId> + Open<NoteKey> + Open<LogKey> + Open<EntryId> + Tokens<Searches>>
{
}

impl<W> Reading for W where
    W: Keyed<
        Vault: Open<ReferralId> + Open<NoteKey> + Open<LogKey> + Open<EntryId> + Tokens<Searches>,
    >
{
}

/// A world that writes on the logs of entries.
pub trait Logging: Keyed<Vault: Seal<LogKey> + Open<LogKey>> {}

impl<W: Keyed<Vault: Seal<LogKey> + Open<LogKey>>> Logging for W {}

/// A world that opens bodies, knows children again, and seals the summaries of entries.
pub trait Matching:
    Keyed<Vault: Open<ReferralId> + Tokens<Children> + Seal<EntryId> + Open<EntryId>>
{
}

impl<W> Matching for W where
    W: Keyed<Vault: Open<ReferralId> + Tokens<Children> + Seal<EntryId> + Open<EntryId>>
{
}
