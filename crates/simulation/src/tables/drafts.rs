//! The table of drafts.

use jiff::Timestamp;
use pipeline::ports::{DraftStore, Fault};
use pipeline::rows::{DraftKey, DraftRow};

use super::SimStore;
use super::apply::Key;
use crate::faults::Bug;

impl DraftStore for SimStore {
    async fn draft(&self, key: DraftKey) -> Result<Option<DraftRow>, Fault> {
        self.read(|rows| rows.drafts.get(&key).cloned()).await
    }

    async fn save_draft(&self, row: &DraftRow, seen: u64, now: Timestamp) -> Result<bool, Fault> {
        self.there().await?;
        let saved = {
            let mut rows = self.rows();
            if rows.busy.contains_key(&Key::Draft(row.key)) {
                return Err(Fault::Transient("a transaction is writing the row"));
            }
            let is_as_seen = |old: &DraftRow| old.version == seen && old.idle_until > now;
            let holds = rows.drafts.get(&row.key).is_some_and(is_as_seen)
                || self.bug == Some(Bug::NoConditionOnTheDraft);
            if holds {
                rows.drafts.insert(row.key, row.clone());
            }
            holds
        };
        self.kernel.note(|| format!("saves {}: {saved}", Key::Draft(row.key)));
        self.back(saved).await
    }

    async fn idle_ends(&self, keys: &[DraftKey]) -> Result<Vec<(DraftKey, Timestamp)>, Fault> {
        self.read(|rows| {
            let found = keys.iter().filter_map(|key| rows.drafts.get(key));
            found.map(|row| (row.key, row.idle_until)).collect()
        })
        .await
    }
}
