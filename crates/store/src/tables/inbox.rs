//! The index of an inbox: its entries by rank, as far as a list needs them, and how many there are.

use aws_sdk_dynamodb::types::Select;
use pipeline::ports::Fault;
use pipeline::rows::{InboxMark, InboxQuery};
use referral::InboxId;

use super::{DynamoStore, Table, text};
use crate::fault;
use crate::item::{self, Item, LISTED, ListedItem};

const RANGE: &str = "inbox = :inbox AND #rank BETWEEN :from AND :to";

/// The most rows that each request of a query reads. Without a filter, every row that is read is wanted;
/// with one, a few are read first and then ever more, as nobody knows how many pass.
struct Reads {
    most: usize,
    grows: bool,
}

impl Reads {
    fn new(query: &InboxQuery, wanted: usize) -> Self {
        let grows = query.state.is_some();
        Self { most: if grows { wanted.max(100) } else { wanted }, grows }
    }

    fn next(&mut self) -> i32 {
        let most = i32::try_from(self.most).unwrap_or(i32::MAX);
        if self.grows {
            self.most = self.most.saturating_mul(4);
        }
        most
    }
}

impl DynamoStore {
    pub(super) async fn inbox_marks(
        &self,
        inbox: &InboxId,
        query: &InboxQuery,
    ) -> Result<Vec<InboxMark>, Fault> {
        let (first, end) = query.part.ranks();
        let from = query.after.as_deref().filter(|after| *after > first).unwrap_or(first);
        // The row with which the last page ended is read again.
        let mut reads = Reads::new(query, query.limit.saturating_add(1));
        let names = LISTED.map(|name| format!("#{name}")).join(", ");
        let mut marks: Vec<InboxMark> = Vec::new();
        let mut start: Option<Item> = None;
        loop {
            let mut request = self
                .client
                .query()
                .limit(reads.next())
                .table_name(self.name(Table::Inbox)?)
                .index_name("by_inbox")
                .key_condition_expression(RANGE)
                .projection_expression(&names)
                .expression_attribute_values(":inbox", text(inbox.as_str()))
                .expression_attribute_values(":from", text(from))
                .expression_attribute_values(":to", text(end))
                .set_exclusive_start_key(start);
            for name in LISTED {
                request = request.expression_attribute_names(format!("#{name}"), name);
            }
            if let Some(state) = query.state {
                request = request
                    .filter_expression("#state = :state")
                    .expression_attribute_values(":state", text(state.code()));
            }
            let answer = request.send().await.map_err(|error| fault::of(&error))?;
            for found in answer.items.unwrap_or_default() {
                let mark: InboxMark = item::read::<ListedItem>(found)?.try_into()?;
                if query.after.as_ref() != Some(&mark.rank) {
                    marks.push(mark);
                }
                if marks.len() == query.limit {
                    return Ok(marks);
                }
            }
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(marks);
            }
        }
    }

    pub(super) async fn inbox_count(
        &self,
        inbox: &InboxId,
        query: &InboxQuery,
    ) -> Result<usize, Fault> {
        let (first, to) = query.part.ranks();
        let from = query.after.as_deref().filter(|after| *after > first).unwrap_or(first);
        let (mut count, mut start) = (0, None);
        let mut reads = Reads::new(query, query.limit);
        loop {
            let mut request = self
                .client
                .query()
                .limit(reads.next())
                .select(Select::Count)
                .table_name(self.name(Table::Inbox)?)
                .index_name("by_inbox")
                .key_condition_expression(RANGE)
                .expression_attribute_names("#rank", "rank")
                .expression_attribute_values(":inbox", text(inbox.as_str()))
                .expression_attribute_values(":from", text(from))
                .expression_attribute_values(":to", text(to))
                .set_exclusive_start_key(start);
            if let Some(state) = query.state {
                request = request
                    .filter_expression("#state = :state")
                    .expression_attribute_names("#state", "state")
                    .expression_attribute_values(":state", text(state.code()));
            }
            let answer = request.send().await.map_err(|error| fault::of(&error))?;
            count += usize::try_from(answer.count()).unwrap_or_default();
            start = answer.last_evaluated_key;
            if start.is_none() || count >= query.limit {
                return Ok(count.min(query.limit));
            }
        }
    }
}
