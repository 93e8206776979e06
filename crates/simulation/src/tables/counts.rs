//! The counts of sendings and of tries, in memory.

use jiff::Timestamp;
use pipeline::ports::{CounterStore, Fault};
use pipeline::rows::Token;

use super::SimStore;

impl SimStore {
    /// Counts one more, unless there are `most`, and answers how many there are.
    async fn count(
        &self,
        token: &Token,
        window: Timestamp,
        most: u32,
    ) -> Result<Option<u32>, Fault> {
        self.there().await?;
        let counted = {
            let mut rows = self.rows();
            let count = rows.counts.entry((token.clone(), window)).or_default();
            let more = *count < most;
            *count += u32::from(more);
            more.then_some(*count)
        };
        self.back(counted).await
    }
}

impl CounterStore for SimStore {
    async fn count_sending(
        &self,
        source: &Token,
        window: Timestamp,
        _expires_at: Timestamp,
    ) -> Result<u32, Fault> {
        Ok(self.count(source, window, u32::MAX).await?.unwrap_or(u32::MAX))
    }

    async fn count_try(
        &self,
        token: &Token,
        window: Timestamp,
        most: u32,
        _expires_at: Timestamp,
    ) -> Result<bool, Fault> {
        Ok(self.count(token, window, most).await?.is_some())
    }

    async fn forget_try(&self, token: &Token, window: Timestamp) -> Result<(), Fault> {
        self.there().await?;
        if let Some(count) = self.rows().counts.get_mut(&(token.clone(), window)) {
            *count = count.saturating_sub(1);
        }
        self.back(()).await
    }
}
