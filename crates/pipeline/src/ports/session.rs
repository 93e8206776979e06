//! The port of sessions, which only a function with pages for people who sign in needs.

use std::future::Future;

use jiff::Timestamp;

use super::{Fault, Keyed, Open, Seal, SignIns, Tokens};
use crate::rows::{SearchKey, SessionKey, SessionRow, Token};

/// A world that keeps sessions: one with keys of theirs, whose tables hold sessions too.
pub trait SessionKeeping:
    Keyed<Store: SessionStore, Vault: Seal<SessionKey> + Open<SessionKey> + Tokens<SignIns>>
{
}

impl<W> SessionKeeping for W where
    W: Keyed<Store: SessionStore, Vault: Seal<SessionKey> + Open<SessionKey> + Tokens<SignIns>>
{
}

/// A world that keeps what a worker searches for out of addresses: a page's address holds it sealed.
pub trait SearchKeeping: Keyed<Vault: Seal<SearchKey> + Open<SearchKey>> {}

impl<W: Keyed<Vault: Seal<SearchKey> + Open<SearchKey>>> SearchKeeping for W {}

/// The table of sessions, and of attempts to sign in. Reads are strongly consistent.
pub trait SessionStore: Send + Sync {
    /// The session under this key; it may be over.
    fn session(
        &self,
        key: SessionKey,
    ) -> impl Future<Output = Result<Option<SessionRow>, Fault>> + Send;
    /// Stores a session that begins.
    fn begin_session(&self, row: &SessionRow) -> impl Future<Output = Result<(), Fault>> + Send;
    /// Moves the idle end of a session, if the session is still there; `false` if it is not.
    fn keep_session(
        &self,
        key: SessionKey,
        idle_until: Timestamp,
    ) -> impl Future<Output = Result<bool, Fault>> + Send;
    /// Removes a session, if it is there.
    fn end_session(&self, key: SessionKey) -> impl Future<Output = Result<(), Fault>> + Send;
    /// Counts one more attempt under a token in the window that begins at `window`, unless there are
    /// `most` already: then it counts nothing, and answers `false`. The count may be deleted from
    /// `expires_at` on.
    fn count_attempt(
        &self,
        token: &Token,
        window: Timestamp,
        most: u32,
        expires_at: Timestamp,
    ) -> impl Future<Output = Result<bool, Fault>> + Send;
    /// Takes one attempt off the count again, if there is a count.
    fn forget_attempt(
        &self,
        token: &Token,
        window: Timestamp,
    ) -> impl Future<Output = Result<(), Fault>> + Send;
}
