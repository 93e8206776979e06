//! Reads: one function for each access pattern. All are strongly consistent but those on indexes.

use aws_sdk_dynamodb::types::KeysAndAttributes;
use jiff::Timestamp;
use pipeline::audit::AuditRow;
use pipeline::due::DueRow;
use pipeline::ports::Fault;
use pipeline::rows::{
    EntryRow, MatchRow, NoteKey, NoteRow, ReferenceRow, StateRow, StoredReferral, Token, TriageMark,
};
use referral::{EntryId, InboxId, Reference, ReferralId};
use serde::de::DeserializeOwned;

use super::{DynamoStore, Table, number, text};
use crate::fault;
use crate::item::{
    self, AuditItem, BodyItem, DueItem, EntryItem, Item, MatchItem, NoteItem, PlacementItem,
    ReferenceItem, StateItem, TriageItem, keys,
};

/// The most keys in a batch of reads: `DynamoDB` takes 100.
const BATCH: usize = 100;

impl DynamoStore {
    pub(super) async fn whole_referral(
        &self,
        id: ReferralId,
    ) -> Result<Option<StoredReferral>, Fault> {
        let answer = self
            .client
            .query()
            .table_name(self.name(Table::Referrals)?)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", text(keys::referral(id)))
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        let (mut state, mut body, mut placement) = (None, None, None);
        for found in answer.items.unwrap_or_default() {
            match found.get("sk").and_then(|sk| sk.as_s().ok()).map(String::as_str) {
                Some(keys::STATE) => state = Some(item::read::<StateItem>(found)?.try_into()?),
                Some(keys::BODY) => body = Some(item::read::<BodyItem>(found)?.try_into()?),
                Some(keys::PLACEMENT) => {
                    placement = Some(item::read::<PlacementItem>(found)?.try_into()?);
                }
                _ => {}
            }
        }
        match (state, body) {
            (None, _) => Ok(None),
            (Some(state), Some(body)) => Ok(Some(StoredReferral { state, body, placement })),
            (Some(_), None) => Err(Fault::Broken("a referral has no body")),
        }
    }

    pub(super) async fn reference_row(
        &self,
        reference: &Reference,
    ) -> Result<Option<ReferenceRow>, Fault> {
        let found = self.referrals_row(keys::reference(reference), keys::REFERENCE).await?;
        found.map(|found| item::read::<ReferenceItem>(found)?.try_into()).transpose()
    }

    pub(super) async fn state_row(&self, id: ReferralId) -> Result<Option<StateRow>, Fault> {
        let found = self.referrals_row(keys::referral(id), keys::STATE).await?;
        found.map(|found| item::read::<StateItem>(found)?.try_into()).transpose()
    }

    pub(super) async fn note_row(&self, key: NoteKey) -> Result<Option<NoteRow>, Fault> {
        let found = self.referrals_row(keys::referral(key.referral), &keys::note(key.note)).await?;
        found.map(|found| item::read::<NoteItem>(found)?.try_into()).transpose()
    }

    pub(super) async fn referrals_row(
        &self,
        key: String,
        sort_key: &str,
    ) -> Result<Option<Item>, Fault> {
        let answer = self
            .client
            .get_item()
            .table_name(self.name(Table::Referrals)?)
            .key("pk", text(key))
            .key("sk", text(sort_key))
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        Ok(answer.item)
    }

    /// The notes to a referral. There are few, and each is short: one answer has room for them.
    pub(super) async fn note_rows(&self, id: ReferralId) -> Result<Vec<NoteRow>, Fault> {
        let answer = self
            .client
            .query()
            .table_name(self.name(Table::Referrals)?)
            .key_condition_expression("pk = :pk AND begins_with(sk, :note)")
            .expression_attribute_values(":pk", text(keys::referral(id)))
            .expression_attribute_values(":note", text(keys::NOTE))
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        let rows = answer.items.unwrap_or_default().into_iter();
        rows.map(|found| item::read::<NoteItem>(found)?.try_into()).collect()
    }

    /// The rows under one sort key of many referrals.
    pub(super) async fn referral_rows<I, R>(
        &self,
        ids: &[ReferralId],
        sort_key: &str,
    ) -> Result<Vec<R>, Fault>
    where
        I: DeserializeOwned,
        R: TryFrom<I, Error = Fault>,
    {
        let key = |id: &ReferralId| {
            Item::from([
                ("pk".to_owned(), text(keys::referral(*id))),
                ("sk".to_owned(), text(sort_key)),
            ])
        };
        let found = self.batch(self.name(Table::Referrals)?, ids.iter().map(key).collect()).await?;
        found.into_iter().map(|found| item::read::<I>(found)?.try_into()).collect()
    }

    pub(super) async fn entry_rows(&self, ids: &[EntryId]) -> Result<Vec<EntryRow>, Fault> {
        let key = |id: &EntryId| Item::from([("entry".to_owned(), text(id.to_string()))]);
        let found = self.batch(self.name(Table::Inbox)?, ids.iter().map(key).collect()).await?;
        let mut rows = found
            .into_iter()
            .map(|found| item::read::<EntryItem>(found)?.try_into())
            .collect::<Result<Vec<EntryRow>, Fault>>()?;
        rows.sort_by_key(|row| row.id);
        Ok(rows)
    }

    /// Every item of these keys (each named once). The keys that an answer leaves over are asked
    /// for again, as long as each answer gives some.
    async fn batch(&self, table: &str, keys: Vec<Item>) -> Result<Vec<Item>, Fault> {
        self.batch_of(table, keys, None).await
    }

    /// The same of these attributes alone, if any are named.
    pub(super) async fn batch_of(
        &self,
        table: &str,
        keys: Vec<Item>,
        attributes: Option<&str>,
    ) -> Result<Vec<Item>, Fault> {
        let mut found = Vec::with_capacity(keys.len());
        let mut waiting = keys;
        while !waiting.is_empty() {
            let rest = waiting.split_off(waiting.len().min(BATCH));
            let asked = waiting.len();
            let wanted = KeysAndAttributes::builder()
                .set_keys(Some(waiting))
                .consistent_read(true)
                .set_projection_expression(attributes.map(str::to_owned))
                .build()
                .map_err(|_| Fault::Broken("a read cannot be built"))?;
            let answer = self
                .client
                .batch_get_item()
                .request_items(table, wanted)
                .send()
                .await
                .map_err(|error| fault::of(&error))?;
            found.extend(answer.responses.into_iter().flatten().flat_map(|(_, items)| items));
            let left: Vec<Item> = answer
                .unprocessed_keys
                .into_iter()
                .flatten()
                .flat_map(|(_, keys)| keys.keys)
                .collect();
            if left.len() == asked {
                return Err(Fault::Transient("the table gave no row"));
            }
            waiting = left.into_iter().chain(rest).collect();
        }
        Ok(found)
    }

    pub(super) async fn match_rows(
        &self,
        token: &Token,
        now: Timestamp,
        limit: usize,
    ) -> Result<Vec<MatchRow>, Fault> {
        let mut rows: Vec<MatchRow> = Vec::new();
        let mut start: Option<Item> = None;
        loop {
            let answer = self
                .client
                .query()
                .table_name(self.name(Table::Matches)?)
                .key_condition_expression("#token = :token")
                .expression_attribute_names("#token", "token")
                .expression_attribute_values(":token", text(token.as_str()))
                // The table's time to live may be days late.
                .filter_expression("expires_at > :now")
                .expression_attribute_values(":now", number(now.as_millisecond()))
                // An index is only eventually consistent: of two racing referrals, neither might
                // see the other.
                .consistent_read(true)
                .limit(i32::try_from(limit).unwrap_or(i32::MAX))
                .set_exclusive_start_key(start)
                .send()
                .await
                .map_err(|error| fault::of(&error))?;
            for found in answer.items.unwrap_or_default() {
                rows.push(item::read::<MatchItem>(found)?.try_into()?);
            }
            rows.truncate(limit);
            start = answer.last_evaluated_key;
            if start.is_none() || rows.len() == limit {
                return Ok(rows);
            }
        }
    }

    pub(super) async fn last_event(&self, stream: EntryId) -> Result<Option<AuditRow>, Fault> {
        let answer = self
            .client
            .query()
            .table_name(self.name(Table::Audit)?)
            .key_condition_expression("#stream = :stream")
            .expression_attribute_names("#stream", "stream")
            .expression_attribute_values(":stream", text(stream.to_string()))
            .scan_index_forward(false)
            .consistent_read(true)
            .limit(1)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        let last = answer.items.unwrap_or_default().pop();
        last.map(|found| item::read::<AuditItem>(found).map(AuditRow::from)).transpose()
    }

    pub(super) async fn due_marks(
        &self,
        shard: u8,
        range: &str,
        at: Timestamp,
        limit: usize,
    ) -> Result<Vec<DueRow>, Fault> {
        let answer = self
            .client
            .query()
            .table_name(self.name(Table::Due)?)
            .index_name("by_shard")
            .key_condition_expression(format!("due_shard = :shard AND {range}"))
            .expression_attribute_values(":shard", text(item::due::shard(shard)))
            .expression_attribute_values(":at", number(at.as_millisecond()))
            .limit(i32::try_from(limit).unwrap_or(i32::MAX))
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        let rows = answer.items.unwrap_or_default().into_iter();
        rows.map(|found| item::read::<DueItem>(found)?.try_into()).collect()
    }

    pub(super) async fn triage_marks(
        &self,
        triage: &InboxId,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<TriageMark>, Fault> {
        let request = self
            .client
            .query()
            .table_name(self.name(Table::Inbox)?)
            .index_name("by_triage")
            .expression_attribute_values(":triage", text(triage.as_str()))
            .limit(i32::try_from(limit).unwrap_or(i32::MAX));
        let request = match after {
            None => request.key_condition_expression("triage = :triage"),
            Some(rank) => request
                .key_condition_expression("triage = :triage AND #rank > :rank")
                .expression_attribute_names("#rank", "rank")
                .expression_attribute_values(":rank", text(rank)),
        };
        let answer = request.send().await.map_err(|error| fault::of(&error))?;
        let marks = answer.items.unwrap_or_default().into_iter();
        marks.map(|found| item::read::<TriageItem>(found).map(TriageMark::from)).collect()
    }
}
