//! The audit trail as it is stored in its table: read whole, and gone on with by what operators do.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{AttributeValue, Put, TransactWriteItem};
use pipeline::Fault;
use pipeline::audit::{AuditEvent, AuditRow};
use referral::EntryId;

use super::{Operator, OperatorError};
use crate::fault;
use crate::item::{self, AuditItem, Item};
use crate::tables::text;

pub(super) const UNBUILDABLE: Fault = Fault::Broken("a request cannot be built");
const MEANWHILE: Fault =
    Fault::Transient("somebody else changed them at the same moment; look, then try again");

/// One row of the audit table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuditFound {
    /// A row that is an event.
    Event(AuditRow),
    /// A row that cannot be read as an event; its stream and number are taken from its key.
    Unreadable {
        /// The stream that the row is in.
        stream: String,
        /// The row's place in the stream.
        seq: String,
    },
}

impl Operator {
    /// Reads every row of the audit table, and hands them to `page` a page at a time. The read is
    /// consistent: it holds everything that was written before it began.
    pub async fn audit_rows(
        &self,
        table: &str,
        mut page: impl FnMut(Vec<AuditFound>),
    ) -> Result<(), OperatorError> {
        let mut start: Option<Item> = None;
        loop {
            let request = self
                .dynamo
                .scan()
                .table_name(table)
                .consistent_read(true)
                .set_exclusive_start_key(start);
            let answer = request.send().await.map_err(|error| fault::of(&error));
            let answer = answer.map_err(OperatorError::of("the audit table"))?;
            page(answer.items.unwrap_or_default().into_iter().map(found).collect());
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(());
            }
        }
    }

    /// The rows of one stream, in order.
    pub async fn audit_stream(
        &self,
        table: &str,
        stream: EntryId,
    ) -> Result<Vec<AuditFound>, OperatorError> {
        let mut rows = Vec::new();
        let mut start: Option<Item> = None;
        loop {
            let request = self
                .dynamo
                .query()
                .table_name(table)
                .key_condition_expression("#stream = :stream")
                .expression_attribute_names("#stream", "stream")
                .expression_attribute_values(":stream", text(stream.to_string()))
                .consistent_read(true)
                .set_exclusive_start_key(start);
            let answer = request.send().await.map_err(|error| fault::of(&error));
            let answer = answer.map_err(OperatorError::of("the audit table"))?;
            rows.extend(answer.items.unwrap_or_default().into_iter().map(found));
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(rows);
            }
        }
    }

    /// Commits changes together with the event that records them, at the end of a stream.
    pub(super) async fn record(
        &self,
        table: &str,
        stream: EntryId,
        mut changes: Vec<TransactWriteItem>,
        event: AuditEvent,
    ) -> Result<(), Fault> {
        let rows = self.audit_stream(table, stream).await;
        let head = match rows.map(|mut rows| rows.pop()) {
            Ok(None) => None,
            Ok(Some(AuditFound::Event(head))) => Some(head),
            Ok(Some(AuditFound::Unreadable { .. })) => {
                return Err(Fault::Broken("the audit trail of this cannot be read"));
            }
            Err(OperatorError::Fault { fault, .. }) => return Err(fault),
            Err(_) => return Err(UNBUILDABLE),
        };
        let row = event.after(stream, head.as_ref());
        let put = Put::builder()
            .table_name(table)
            .set_item(Some(item::write(&AuditItem::from(&row))?))
            .condition_expression("attribute_not_exists(#stream)")
            .expression_attribute_names("#stream", "stream")
            .build()
            .map_err(|_| UNBUILDABLE)?;
        changes.push(TransactWriteItem::builder().put(put).build());
        let request = self.dynamo.transact_write_items().set_transact_items(Some(changes));
        request.send().await.map(drop).map_err(|error| match error.as_service_error() {
            Some(TransactWriteItemsError::TransactionCanceledException(_)) => MEANWHILE,
            _ => fault::of(&error),
        })
    }
}

fn found(item: Item) -> AuditFound {
    let key: BTreeMap<&str, String> = ["stream", "seq"]
        .map(|name| {
            let value = match item.get(name) {
                Some(AttributeValue::S(value) | AttributeValue::N(value)) => value.clone(),
                _ => String::new(),
            };
            (name, value)
        })
        .into();
    match item::read::<AuditItem>(item) {
        Ok(event) => AuditFound::Event(event.into()),
        Err(_) => AuditFound::Unreadable { stream: key["stream"].clone(), seq: key["seq"].clone() },
    }
}
