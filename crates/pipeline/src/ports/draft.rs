//! The ports of drafts and of what is counted for an hour, which only the family's pages and the sweep
//! need.

use std::future::Future;

use jiff::Timestamp;

use super::{Fault, Keyed, Open, Seal, Sources, Tokens};
use crate::rows::{DraftKey, DraftRow, Token};

/// A world that keeps drafts: one with keys of theirs, whose tables hold drafts too.
pub trait Drafting: Keyed<Store: DraftStore, Vault: Seal<DraftKey> + Open<DraftKey>> {}

impl<W: Keyed<Store: DraftStore, Vault: Seal<DraftKey> + Open<DraftKey>>> Drafting for W {}

/// A world that counts how much comes from one source.
pub trait Pacing: Keyed<Store: CounterStore, Vault: Tokens<Sources>> {}

impl<W: Keyed<Store: CounterStore, Vault: Tokens<Sources>>> Pacing for W {}

/// The table of drafts. A draft begins and ends in a transaction ([`crate::write`]), with the row of
/// due work that ends it. Reads are strongly consistent.
pub trait DraftStore: Send + Sync {
    /// The draft under this key; its idle end may be over.
    fn draft(&self, key: DraftKey) -> impl Future<Output = Result<Option<DraftRow>, Fault>> + Send;
    /// Replaces a draft, only if it is there with version `seen` and its idle end is after `now`;
    /// `false` if it is not. A draft that has ended does not come back.
    fn save_draft(
        &self,
        row: &DraftRow,
        seen: u64,
        now: Timestamp,
    ) -> impl Future<Output = Result<bool, Fault>> + Send;
    /// The idle ends of those drafts that are there; one that cannot be read is left out.
    fn idle_ends(
        &self,
        keys: &[DraftKey],
    ) -> impl Future<Output = Result<Vec<(DraftKey, Timestamp)>, Fault>> + Send;
}

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
