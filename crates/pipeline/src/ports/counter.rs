//! The port of what is counted for an hour or so, which only the family's pages need.

use std::future::Future;

use jiff::Timestamp;

use super::Fault;
use crate::rows::Token;

/// The counts of what happens in a window of the clock, under keyed tokens. A count may be deleted
/// from `expires_at` on.
pub trait CounterStore: Send + Sync {
    /// Counts one more sending from a source in the window that begins at `window`, and answers how
    /// many there are with it.
    fn count_sending(
        &self,
        source: &Token,
        window: Timestamp,
        expires_at: Timestamp,
    ) -> impl Future<Output = Result<u32, Fault>> + Send;
    /// Counts one more try under a token in the window that begins at `window`, unless there are
    /// `most` already: then it counts nothing, and answers `false`.
    fn count_try(
        &self,
        token: &Token,
        window: Timestamp,
        most: u32,
        expires_at: Timestamp,
    ) -> impl Future<Output = Result<bool, Fault>> + Send;
    /// Takes one try off the count again, if there is a count.
    fn forget_try(
        &self,
        token: &Token,
        window: Timestamp,
    ) -> impl Future<Output = Result<(), Fault>> + Send;
}
