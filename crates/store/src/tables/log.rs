//! Reads of the logs of entries.

use pipeline::ports::Fault;
use pipeline::rows::{LogKey, LogRow};
use referral::EntryId;

use super::{DynamoStore, Table, text};
use crate::fault;
use crate::item::{self, Item, LogItem, keys};

impl DynamoStore {
    pub(super) async fn log_row(&self, key: LogKey) -> Result<Option<LogRow>, Fault> {
        let answer = self
            .client
            .get_item()
            .table_name(self.name(Table::Referrals)?)
            .key("pk", text(keys::entry(key.entry)))
            .key("sk", text(keys::log(key.item)))
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        answer.item.map(|found| item::read::<LogItem>(found)?.try_into()).transpose()
    }

    /// The whole log: it may be longer than one answer has room for.
    pub(super) async fn log_rows(&self, entry: EntryId) -> Result<Vec<LogRow>, Fault> {
        let (mut rows, mut start): (Vec<LogRow>, Option<Item>) = (Vec::new(), None);
        loop {
            let answer = self
                .client
                .query()
                .table_name(self.name(Table::Referrals)?)
                .key_condition_expression("pk = :pk AND begins_with(sk, :log)")
                .expression_attribute_values(":pk", text(keys::entry(entry)))
                .expression_attribute_values(":log", text(keys::LOG))
                .consistent_read(true)
                .set_exclusive_start_key(start)
                .send()
                .await
                .map_err(|error| fault::of(&error))?;
            for found in answer.items.unwrap_or_default() {
                rows.push(item::read::<LogItem>(found)?.try_into()?);
            }
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(rows);
            }
        }
    }
}
