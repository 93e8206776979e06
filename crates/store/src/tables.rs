//! The tables on `DynamoDB`: each read is one access pattern, and `commit` is the only transaction.

mod commit;
mod counting;
mod drafts;
mod inbox;
mod log;
mod partners;
mod read;
mod received;
mod sent;
mod sessions;
mod telling;

use std::collections::BTreeMap;
use std::time::Duration;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{AttributeValue, PutRequest, WriteRequest};
use jiff::Timestamp;
use pipeline::audit::AuditRow;
use pipeline::due::{Due, DueRow};
use pipeline::ports::{Fault, Store};
use pipeline::rows::{
    ActorId, BodyRow, EntryRow, InboxMark, InboxQuery, LogKey, LogRow, MatchRow, NoteKey, NoteRow,
    PlacementRow, ReferenceRow, ReplayKey, ReplayRow, SentMark, StateRow, StoredReferral, Token,
    TriageMark,
};
use pipeline::write::{CommitError, Write};
use referral::{EntryId, InboxId, Reference, ReferralId};

use crate::fault;
use crate::item::{self, MatchItem, ReplayItem, keys};

/// A table of the deployment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Bodies, states, placements, notes, replay and reference rows; the logs of entries.
    Referrals,
    /// Inbox entries.
    Inbox,
    /// Children by token.
    Matches,
    /// Audit events.
    Audit,
    /// Work that is due.
    Due,
    /// Sessions, and attempts to sign in.
    Sessions,
    /// Drafts of families, and counts that are kept for an hour.
    Drafts,
    /// Published rulebooks.
    Rulebooks,
    /// Partners, their keys, and how fast each client asks.
    Partners,
}

/// The names of those tables that a function works with.
#[derive(Debug, Clone, Default)]
pub struct TableNames(BTreeMap<Table, String>);

impl FromIterator<(Table, String)> for TableNames {
    fn from_iter<I: IntoIterator<Item = (Table, String)>>(names: I) -> Self {
        Self(names.into_iter().collect())
    }
}

/// The pipeline's tables on `DynamoDB`.
#[derive(Debug, Clone)]
pub struct DynamoStore {
    client: Client,
    names: TableNames,
}

/// The most rows in a batch of writes: `DynamoDB` takes 25.
const BATCH: usize = 25;
/// The number of times that a batch and the rows it leaves over are written, and the pause between.
const TRIES: u32 = 5;
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

impl DynamoStore {
    /// The tables with these names, reached by a client.
    pub fn new(client: Client, names: TableNames) -> Self {
        Self { client, names }
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// The name of a table. A function asks only for tables that it was given.
    pub(crate) fn name(&self, table: Table) -> Result<&str, Fault> {
        const NOT_GIVEN: Fault = Fault::Broken("a table was not named to this function");
        self.names.0.get(&table).map(String::as_str).ok_or(NOT_GIVEN)
    }
}

pub(crate) fn text(value: impl Into<String>) -> AttributeValue {
    AttributeValue::S(value.into())
}

pub(crate) fn number(value: impl Into<i128>) -> AttributeValue {
    AttributeValue::N(value.into().to_string())
}

impl DynamoStore {
    /// Writes a batch, and the rows that were left over again.
    async fn record_batch(&self, mut requests: Vec<WriteRequest>) -> Result<(), Fault> {
        for _ in 0..TRIES {
            let answer = self
                .client
                .batch_write_item()
                .request_items(self.name(Table::Matches)?, requests)
                .send()
                .await
                .map_err(|error| fault::of(&error))?;
            requests =
                answer.unprocessed_items.into_iter().flatten().flat_map(|(_, left)| left).collect();
            if requests.is_empty() {
                return Ok(());
            }
            tokio::time::sleep(BETWEEN_TRIES).await;
        }
        Err(Fault::Transient("the table did not take every row"))
    }
}

impl Store for DynamoStore {
    async fn referral(&self, id: ReferralId) -> Result<Option<StoredReferral>, Fault> {
        self.whole_referral(id).await
    }

    async fn states(&self, ids: &[ReferralId]) -> Result<Vec<StateRow>, Fault> {
        let mut rows: Vec<StateRow> =
            self.referral_rows::<item::StateItem, _>(ids, keys::STATE).await?;
        rows.sort_by_key(|row| row.id);
        Ok(rows)
    }

    async fn bodies(&self, ids: &[ReferralId]) -> Result<Vec<BodyRow>, Fault> {
        let mut rows: Vec<BodyRow> =
            self.referral_rows::<item::BodyItem, _>(ids, keys::BODY).await?;
        rows.sort_by_key(|row| row.id);
        Ok(rows)
    }

    async fn placements(&self, ids: &[ReferralId]) -> Result<Vec<PlacementRow>, Fault> {
        let mut rows: Vec<PlacementRow> =
            self.referral_rows::<item::PlacementItem, _>(ids, keys::PLACEMENT).await?;
        rows.sort_by_key(|row| row.id);
        Ok(rows)
    }

    async fn replay(&self, key: &ReplayKey) -> Result<Option<ReplayRow>, Fault> {
        let found = self.referrals_row(keys::replay(key), keys::REPLAY).await?;
        found.map(|found| item::read::<ReplayItem>(found)?.try_into()).transpose()
    }

    async fn reference(&self, reference: &Reference) -> Result<Option<ReferenceRow>, Fault> {
        self.reference_row(reference).await
    }

    async fn state(&self, id: ReferralId) -> Result<Option<StateRow>, Fault> {
        self.state_row(id).await
    }

    async fn sent(
        &self,
        sender: &ActorId,
        after: Option<SentMark>,
        until: Timestamp,
        limit: usize,
    ) -> Result<Vec<SentMark>, Fault> {
        self.sent_marks(sender, after, until, limit).await
    }

    async fn sent_before(
        &self,
        sender: &ActorId,
        before: Option<SentMark>,
        limit: usize,
    ) -> Result<Vec<SentMark>, Fault> {
        self.marks_before(sender, before, limit).await
    }

    async fn note(&self, key: NoteKey) -> Result<Option<NoteRow>, Fault> {
        self.note_row(key).await
    }

    async fn notes(&self, referral: ReferralId) -> Result<Vec<NoteRow>, Fault> {
        self.note_rows(referral).await
    }

    async fn log_item(&self, key: LogKey) -> Result<Option<LogRow>, Fault> {
        self.log_row(key).await
    }

    async fn log(&self, entry: EntryId) -> Result<Vec<LogRow>, Fault> {
        self.log_rows(entry).await
    }

    async fn entries(&self, ids: &[EntryId]) -> Result<Vec<EntryRow>, Fault> {
        self.entry_rows(ids).await
    }

    async fn matches(
        &self,
        token: &Token,
        now: Timestamp,
        limit: usize,
    ) -> Result<Vec<MatchRow>, Fault> {
        self.match_rows(token, now, limit).await
    }

    async fn record_matches(&self, rows: &[MatchRow]) -> Result<(), Fault> {
        for batch in rows.chunks(BATCH) {
            let requests = batch
                .iter()
                .map(|row| {
                    let put = PutRequest::builder()
                        .set_item(Some(item::write(&MatchItem::from(row))?))
                        .build()
                        .map_err(|_| Fault::Broken("a match row cannot be written"))?;
                    Ok(WriteRequest::builder().put_request(put).build())
                })
                .collect::<Result<Vec<_>, Fault>>()?;
            self.record_batch(requests).await?;
        }
        Ok(())
    }

    async fn audit_head(&self, stream: EntryId) -> Result<Option<AuditRow>, Fault> {
        self.last_event(stream).await
    }

    async fn audit_event(&self, stream: EntryId, seq: u64) -> Result<Option<AuditRow>, Fault> {
        let answer = self
            .client
            .get_item()
            .table_name(self.name(Table::Audit)?)
            .key("stream", text(stream.to_string()))
            .key("seq", number(seq))
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        answer
            .item
            .map(|found| item::read::<item::AuditItem>(found).map(AuditRow::from))
            .transpose()
    }

    async fn due(
        &self,
        shard: u8,
        now: Timestamp,
        beyond: Timestamp,
        limit: usize,
    ) -> Result<Vec<DueRow>, Fault> {
        let mut found = self.due_marks(shard, "due_at <= :at", now, limit).await?;
        if found.len() < limit {
            let rest = limit - found.len();
            found.extend(self.due_marks(shard, "due_at > :at", beyond, rest).await?);
        }
        Ok(found)
    }

    async fn defer(&self, seen: &DueRow, to: &Due) -> Result<bool, Fault> {
        let answer = self
            .client
            .update_item()
            .table_name(self.name(Table::Due)?)
            .key("work", text(item::due::key(seen.work)))
            .update_expression("SET due_at = :to, attempts = :attempts")
            // Work that is done has no row, so this also says that it still waits.
            .condition_expression("due_at = :seen")
            .expression_attribute_values(":to", number(to.at.as_millisecond()))
            .expression_attribute_values(":attempts", number(to.attempts))
            .expression_attribute_values(":seen", number(seen.due.at.as_millisecond()))
            .send()
            .await;
        match answer {
            Ok(_) => Ok(true),
            Err(error) if commit::is_condition(&error) => Ok(false),
            Err(error) => Err(fault::of(&error)),
        }
    }

    async fn list(&self, inbox: &InboxId, query: &InboxQuery) -> Result<Vec<InboxMark>, Fault> {
        self.inbox_marks(inbox, query).await
    }

    async fn count(&self, inbox: &InboxId, query: &InboxQuery) -> Result<usize, Fault> {
        self.inbox_count(inbox, query).await
    }

    async fn awaiting_triage(
        &self,
        triage: &InboxId,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<TriageMark>, Fault> {
        self.triage_marks(triage, after, limit).await
    }

    async fn commit(&self, writes: &[Write]) -> Result<(), CommitError> {
        self.transact(writes).await
    }
}
