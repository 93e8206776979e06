//! The rows that telling a sender needs, simulated.

use jiff::Timestamp;
use pipeline::due::{Due, DueRow, Work};
use pipeline::ports::{Begun, Fault, TellingStore};
use pipeline::rows::{PartnerId, WebhookRow, WebhookUrl};
use referral::EntryId;

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

    async fn begin(&self, seen: &DueRow, next: Timestamp) -> Result<Option<Begun>, Fault> {
        self.there().await?;
        let begun = {
            let shown_at = self.kernel.now() + self.kernel.between(1_000, 2_000_000);
            let mut rows = self.rows();
            let before = rows.tried.get(&seen.work).copied();
            let is_as_seen = rows
                .due
                .get(&seen.work)
                .is_some_and(|row| row.version == seen.version && row.due == seen.due);
            let is_first_of_mark = before.is_none_or(|mark| mark < seen.due.attempts);
            let unconditional = self.bug == Some(Bug::NoConditionOnTheTry);
            let begins = is_as_seen && is_first_of_mark || unconditional;
            if begins {
                rows.tried.insert(seen.work, seen.due.attempts);
                let due = Due { at: next, ..seen.due };
                rows.put_due(seen.work, Some(DueRow { due, ..*seen }), shown_at);
            }
            let forgotten = self.bug == Some(Bug::ForgetEarlierTries);
            let begun = if before.is_none() || forgotten { Begun::First } else { Begun::Again };
            begins.then_some(begun)
        };
        self.back(begun).await
    }

    async fn stops_all_contact(&self, entry: EntryId) -> Result<bool, Fault> {
        self.read(|rows| rows.entries.get(&entry).is_some_and(|entry| entry.log.no_contact)).await
    }
}
