//! The index of what one sender sent: keys alone, by the time under which a referral is listed.

use futures::future::try_join_all;
use jiff::Timestamp;
use pipeline::ports::Fault;
use pipeline::rows::{ActorId, SentMark};

use super::{DynamoStore, Table, text};
use crate::fault;
use crate::item::{self, Item, SentItem};

const RANGE: &str = "sent_by = :list AND listed BETWEEN :from AND :to";
/// A key that is asked for is never empty; this one comes before every time.
const BEFORE_ALL: &str = "0";
/// It comes after every id, and after every time.
const AFTER_ALL: &str = "~";

/// A part of a sender's list.
struct Part {
    /// The first and the last rank that is in it.
    ranks: [String; 2],
    /// A place at its end that is not in it.
    known: Option<SentMark>,
    is_newest_first: bool,
    limit: usize,
}

impl DynamoStore {
    pub(super) async fn sent_marks(
        &self,
        sender: &ActorId,
        after: Option<SentMark>,
        until: Timestamp,
        limit: usize,
    ) -> Result<Vec<SentMark>, Fault> {
        let from = after.map_or_else(|| BEFORE_ALL.to_owned(), |mark| mark.rank());
        // The time itself is in the range.
        let to = format!("{}{AFTER_ALL}", SentMark::first_rank(until));
        if from > to {
            return Ok(Vec::new());
        }
        let part = Part { ranks: [from, to], known: after, is_newest_first: false, limit };
        let mut marks = self.marks_of_all_lists(sender, &part).await?;
        marks.sort_unstable();
        marks.truncate(limit);
        Ok(marks)
    }

    pub(super) async fn marks_before(
        &self,
        sender: &ActorId,
        before: Option<SentMark>,
        limit: usize,
    ) -> Result<Vec<SentMark>, Fault> {
        let to = before.map_or_else(|| AFTER_ALL.to_owned(), |mark| mark.rank());
        let ranks = [BEFORE_ALL.to_owned(), to];
        let part = Part { ranks, known: before, is_newest_first: true, limit };
        let mut marks = self.marks_of_all_lists(sender, &part).await?;
        marks.sort_unstable_by(|one, other| other.cmp(one));
        marks.truncate(limit);
        Ok(marks)
    }

    async fn marks_of_all_lists(
        &self,
        sender: &ActorId,
        part: &Part,
    ) -> Result<Vec<SentMark>, Fault> {
        let lists = SentMark::lists_of(sender).map(|list| self.marks_in_list(list, part));
        Ok(try_join_all(lists).await?.concat())
    }

    async fn marks_in_list(&self, list: String, part: &Part) -> Result<Vec<SentMark>, Fault> {
        let Part { ranks: [from, to], known, is_newest_first, limit } = part;
        let mut marks = Vec::new();
        let mut start: Option<Item> = None;
        loop {
            let answer = self
                .client
                .query()
                .table_name(self.name(Table::Referrals)?)
                .index_name("by_sender")
                .scan_index_forward(!is_newest_first)
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
                if Some(mark) != *known {
                    marks.push(mark);
                }
            }
            start = answer.last_evaluated_key;
            if start.is_none() || marks.len() >= *limit {
                return Ok(marks);
            }
        }
    }
}
