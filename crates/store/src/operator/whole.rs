//! Whole tables, read page by page, for the rare tasks of an operator.

use aws_sdk_dynamodb::operation::scan::builders::ScanFluentBuilder;
use pipeline::Fault;
use pipeline::rows::{EntryRow, LogRow, NoteRow, StateRow};
use serde::de::DeserializeOwned;

use super::{Operator, OperatorError};
use crate::fault;
use crate::item::{self, EntryItem, Item, LogItem, NoteItem, StateItem, keys};
use crate::tables::text;

impl Operator {
    /// Every referral's state row.
    pub async fn all_states(&self, referrals: &str) -> Result<Vec<StateRow>, OperatorError> {
        let failed = OperatorError::of("the stored referrals cannot be read");
        let rows = self.rows_under(referrals, keys::STATE).await.map_err(&failed)?;
        read::<StateItem, _>(rows).map_err(&failed)
    }

    /// Every note that a family added, sealed as it is.
    pub async fn all_notes(&self, referrals: &str) -> Result<Vec<NoteRow>, OperatorError> {
        let failed = OperatorError::of("the stored notes cannot be read");
        let rows = self.rows_under(referrals, keys::NOTE).await.map_err(&failed)?;
        read::<NoteItem, _>(rows).map_err(&failed)
    }

    /// Every item on the log of any entry, sealed as it is.
    pub async fn all_logs(&self, referrals: &str) -> Result<Vec<LogRow>, OperatorError> {
        let failed = OperatorError::of("the logs of entries cannot be read");
        let rows = self.rows_under(referrals, keys::LOG).await.map_err(&failed)?;
        read::<LogItem, _>(rows).map_err(&failed)
    }

    /// Every entry of every inbox.
    pub async fn all_entries(&self, inbox: &str) -> Result<Vec<EntryRow>, OperatorError> {
        let failed = OperatorError::of("the inbox cannot be read");
        let rows = scan(self.dynamo.scan().table_name(inbox)).await.map_err(&failed)?;
        read::<EntryItem, _>(rows).map_err(&failed)
    }

    /// The rows of the referrals table under one kind of sort key.
    pub(super) async fn rows_under(&self, table: &str, sort_key: &str) -> Result<Vec<Item>, Fault> {
        let of_key = self.dynamo.scan().table_name(table).filter_expression("begins_with(sk, :sk)");
        scan(of_key.expression_attribute_values(":sk", text(sort_key))).await
    }
}

/// Every item of a scan, which is consistent: it holds everything written before it began.
pub(super) async fn scan(request: ScanFluentBuilder) -> Result<Vec<Item>, Fault> {
    let mut rows = Vec::new();
    let mut start: Option<Item> = None;
    loop {
        let page = request.clone().consistent_read(true).set_exclusive_start_key(start);
        let answer = page.send().await.map_err(|error| fault::of(&error))?;
        rows.extend(answer.items.unwrap_or_default());
        start = answer.last_evaluated_key;
        if start.is_none() {
            return Ok(rows);
        }
    }
}

fn read<I, R>(rows: Vec<Item>) -> Result<Vec<R>, Fault>
where
    I: DeserializeOwned,
    R: TryFrom<I, Error = Fault>,
{
    rows.into_iter().map(|row| item::read::<I>(row)?.try_into()).collect()
}
