//! The port of sessions, which only a function with pages for people who sign in needs.

use std::future::Future;
use std::sync::Arc;

use jiff::Timestamp;

use super::{Fault, Keyed, Open, Seal, SignIns, Tokens};
use crate::rows::{HeldRow, SearchKey, SessionKey, SessionRow, Token};

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

/// Keys of a function that is itself the client of an issuer.
pub trait ClientSecrets: Send + Sync {
    /// The function's own secrets at the issuer, the one in force first.
    fn client_secrets(&self) -> Result<Arc<[String]>, Fault>;
}

/// A world in which workers sign in at an issuer.
pub trait SigningIn: SessionKeeping + Keyed<Vault: ClientSecrets> {}

impl<W: SessionKeeping + Keyed<Vault: ClientSecrets>> SigningIn for W {}

/// The table of sessions, of what is held for a browser, and of attempts to sign in. Reads are strongly consistent.
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
    /// Holds contents for a browser.
    fn hold(&self, row: &HeldRow) -> impl Future<Output = Result<(), Fault>> + Send;
    /// The contents that are held under this key; their time may be over.
    fn held(&self, key: SessionKey) -> impl Future<Output = Result<Option<HeldRow>, Fault>> + Send;
    /// Removes the contents that are held under this key, and answers them: of two who take the same
    /// contents one is given them.
    fn take_held(
        &self,
        key: SessionKey,
    ) -> impl Future<Output = Result<Option<HeldRow>, Fault>> + Send;
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
