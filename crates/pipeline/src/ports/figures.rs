//! The port of figures, which only the hub's function needs.

use std::future::Future;

use jiff::Timestamp;
use referral::InboxId;

use super::{Fault, Reading};
use crate::rows::EntryRow;

/// A world that counts the families of an inbox.
pub trait Figuring: Reading<Store: ReceivedEntries> {}

impl<W: Reading<Store: ReceivedEntries>> Figuring for W {}

/// The entries of an inbox by the time when their first referral was accepted.
pub trait ReceivedEntries: Send + Sync {
    /// The entries of an inbox that were received from `from` to `to`; `None` if they are more than `most`.
    /// Eventually consistent.
    fn received(
        &self,
        inbox: &InboxId,
        from: Timestamp,
        to: Timestamp,
        most: usize,
    ) -> impl Future<Output = Result<Option<Vec<EntryRow>>, Fault>> + Send;
}
