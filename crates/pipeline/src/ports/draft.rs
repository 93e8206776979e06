//! The port of drafts, which only the family's pages and the sweep need.

use std::future::Future;

use jiff::Timestamp;

use super::{Fault, Keyed, Open, Seal};
use crate::rows::{DraftKey, DraftRow};

/// A world that keeps drafts: one with keys of theirs, whose tables hold drafts too.
pub trait Drafting: Keyed<Store: DraftStore, Vault: Seal<DraftKey> + Open<DraftKey>> {}

impl<W: Keyed<Store: DraftStore, Vault: Seal<DraftKey> + Open<DraftKey>>> Drafting for W {}

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
