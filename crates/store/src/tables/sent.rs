//! The index of what one sender sent: keys alone, by the time under which a referral is listed.

use futures::future::try_join_all;
use jiff::Timestamp;
use pipeline::ports::Fault;
use pipeline::rows::{ActorId, SentMark};

use super::{DynamoStore, Table, text};
use crate::fault;
use crate::item::{self, Item, SentItem};

const RANGE: &str = "sent_by = :list AND listed BETWEEN :from AND :to";

impl DynamoStore {
    pub(super) async fn sent_marks(
        &self,
        sender: &ActorId,
        after: Option<SentMark>,
        until: Timestamp,
        limit: usize,
    ) -> Result<Vec<SentMark>, Fault> {
        // A key that is asked for is never empty; "0" comes before every time.
        let from = after.map_or_else(|| "0".to_owned(), |mark| mark.rank());
        // A "~" comes after every id, so the time itself is in the range.
        let to = format!("{}~", SentMark::first_rank(until));
        if from > to {
            return Ok(Vec::new());
        }
        let lists = SentMark::lists_of(sender);
        let lists =
            lists.map(|list| self.sent_in_list(list, after, [from.clone(), to.clone()], limit));
        let mut marks = try_join_all(lists).await?.concat();
        marks.sort_unstable();
        marks.truncate(limit);
        Ok(marks)
    }

    async fn sent_in_list(
        &self,
        list: String,
        after: Option<SentMark>,
        [from, to]: [String; 2],
        limit: usize,
    ) -> Result<Vec<SentMark>, Fault> {
        let mut marks = Vec::new();
        let mut start: Option<Item> = None;
        loop {
            let answer = self
                .client
                .query()
                .table_name(self.name(Table::Referrals)?)
                .index_name("by_sender")
                // The row with which the last page ended is read again.
                .limit(i32::try_from(limit.saturating_add(1)).unwrap_or(i32::MAX))
                .key_condition_expression(RANGE)
                .expression_attribute_values(":list", text(list.as_str()))
                .expression_attribute_values(":from", text(from.as_str()))
                .expression_attribute_values(":to", text(to.as_str()))
                .set_exclusive_start_key(start)
                .send()
                .await
                .map_err(|error| fault::of(&error))?;
            for found in answer.items.unwrap_or_default() {
                let mark: SentMark = item::read::<SentItem>(found)?.try_into()?;
                if Some(mark) != after {
                    marks.push(mark);
                }
            }
            start = answer.last_evaluated_key;
            if start.is_none() || marks.len() >= limit {
                return Ok(marks);
            }
        }
    }
}
