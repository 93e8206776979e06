//! The port of counted tries, which only a function needs that asks families for a secret.

use std::future::Future;

use jiff::Timestamp;

use super::{Fault, Keyed, Submissions, Tokens};
use crate::rows::Token;

/// A world that tells families how their request is getting on.
pub trait StatusTelling: Keyed<Store: TryStore, Vault: Tokens<Submissions>> {}

impl<W: Keyed<Store: TryStore, Vault: Tokens<Submissions>>> StatusTelling for W {}

/// The table of counted tries.
pub trait TryStore: Send + Sync {
    /// Counts one more try under a token, and keeps the count until `until`. If there are `most` already,
    /// and the last of them is kept still at `now`, it counts nothing and answers `false`.
    fn count_try(
        &self,
        token: &Token,
        most: u32,
        now: Timestamp,
        until: Timestamp,
    ) -> impl Future<Output = Result<bool, Fault>> + Send;
    /// Takes one try off the count again, if there is a count.
    fn forget_try(&self, token: &Token) -> impl Future<Output = Result<(), Fault>> + Send;
}
