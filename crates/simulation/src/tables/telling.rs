//! The rows that telling a webhook needs, simulated.

use jiff::Timestamp;
use pipeline::due::{DueRow, Work};
use pipeline::ports::{Fault, TellingStore};
use pipeline::rows::{PartnerId, WebhookRow, WebhookUrl};

use super::SimStore;
use crate::faults::Bug;

impl TellingStore for SimStore {
    async fn due_work(&self, work: Work) -> Result<Option<DueRow>, Fault> {
        self.read(|rows| rows.due.get(&work).copied()).await
    }

    async fn finish(&self, seen: &DueRow) -> Result<bool, Fault> {
        self.there().await?;
        let finished = {
            let shown_at = self.kernel.now() + self.kernel.between(1_000, 2_000_000);
            let mut rows = self.rows();
            let unconditional = self.bug == Some(Bug::FinishWhateverChanged);
            let held = rows.due.get(&seen.work).is_some_and(|row| row.version == seen.version);
            if held || unconditional {
                rows.put_due(seen.work, None, shown_at);
            }
            held || unconditional
        };
        self.back(finished).await
    }

    async fn webhook(&self, partner: &PartnerId) -> Result<Option<WebhookRow>, Fault> {
        const WRONG: Fault = Fault::Broken("the address cannot be read");
        let url = WebhookUrl::parse("https://mis.example/hooks").map_err(|_| WRONG)?;
        let row = WebhookRow {
            partner: partner.clone(),
            url,
            secrets: vec![vec![7; 32]],
            version: 1,
            disabled_at: None,
        };
        self.read(|_| Some(row)).await
    }

    async fn disable(&self, _: &WebhookRow, _: Timestamp) -> Result<bool, Fault> {
        self.read(|_| true).await
    }
}
