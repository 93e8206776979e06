//! The entries of an inbox by the time when they were received. The index has them by rank: whether they
//! are done, how pressing they are, and then that time. So each pair of these is a range of its own, and
//! no other entry is read.

use futures::future::try_join_all;
use jiff::Timestamp;
use pipeline::ports::{Fault, ReceivedEntries};
use pipeline::rows::EntryRow;
use referral::{InboxId, Priority};

use super::{DynamoStore, Table, text};
use crate::fault;
use crate::item::{self, EntryItem, Item};

const RANGE: &str = "inbox = :inbox AND #rank BETWEEN :from AND :to";

impl ReceivedEntries for DynamoStore {
    async fn received(
        &self,
        inbox: &InboxId,
        from: Timestamp,
        to: Timestamp,
        most: usize,
    ) -> Result<Option<Vec<EntryRow>>, Fault> {
        let mut ranks: Vec<u8> = Priority::ALL.iter().map(|priority| priority.rank()).collect();
        ranks.sort_unstable();
        ranks.dedup();
        let pairs = [0, 1].into_iter().flat_map(|done| ranks.iter().map(move |rank| (done, rank)));
        let ranges = pairs.map(|(done, rank)| {
            let end = |at: Timestamp| format!("{done}{rank}#{:013}", at.as_millisecond().max(0));
            self.in_range(inbox, end(from), end(to), most)
        });
        let found = try_join_all(ranges).await?.concat();
        Ok((found.len() <= most).then_some(found))
    }
}

impl DynamoStore {
    /// The entries of an inbox whose ranks are in a range, until there are more than `most`.
    async fn in_range(
        &self,
        inbox: &InboxId,
        from: String,
        to: String,
        most: usize,
    ) -> Result<Vec<EntryRow>, Fault> {
        let mut rows = Vec::new();
        let mut start: Option<Item> = None;
        loop {
            let answer = self
                .client
                .query()
                .table_name(self.name(Table::Inbox)?)
                .index_name("by_inbox")
                .key_condition_expression(RANGE)
                .expression_attribute_names("#rank", "rank")
                .expression_attribute_values(":inbox", text(inbox.as_str()))
                .expression_attribute_values(":from", text(&from))
                .expression_attribute_values(":to", text(&to))
                .set_exclusive_start_key(start)
                .send()
                .await
                .map_err(|error| fault::of(&error))?;
            for found in answer.items.unwrap_or_default() {
                rows.push(item::read::<EntryItem>(found)?.try_into()?);
            }
            start = answer.last_evaluated_key;
            if start.is_none() || rows.len() > most {
                return Ok(rows);
            }
        }
    }
}
