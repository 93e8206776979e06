//! The table of drafts, and the counts that are kept beside them.

use jiff::Timestamp;
use pipeline::ports::{CounterStore, DraftStore, Fault};
use pipeline::rows::{DraftKey, DraftRow, Token};

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

/// The key of a count: its kind, its token and its window.
pub(super) type Counted = (&'static str, Token, Timestamp);

impl SimStore {
    /// Changes a count, and answers what `change` does.
    async fn count<T: Send>(
        &self,
        key: Counted,
        change: impl FnOnce(&mut u32) -> T + Send,
    ) -> Result<T, Fault> {
        self.there().await?;
        let answer = change(self.rows().counts.entry(key).or_default());
        self.back(answer).await
    }
}

impl CounterStore for SimStore {
    async fn count_sending(
        &self,
        source: &Token,
        window: Timestamp,
        _expires_at: Timestamp,
    ) -> Result<u32, Fault> {
        let one_more = |count: &mut u32| {
            *count += 1;
            *count
        };
        self.count(("sendings", source.clone(), window), one_more).await
    }

    async fn count_try(
        &self,
        token: &Token,
        window: Timestamp,
        most: u32,
        _expires_at: Timestamp,
    ) -> Result<bool, Fault> {
        let one_more = |count: &mut u32| {
            let allowed = *count < most;
            *count += u32::from(allowed);
            allowed
        };
        self.count(("tries", token.clone(), window), one_more).await
    }

    async fn forget_try(&self, token: &Token, window: Timestamp) -> Result<(), Fault> {
        let one_less = |count: &mut u32| *count = count.saturating_sub(1);
        self.count(("tries", token.clone(), window), one_less).await
    }
}
