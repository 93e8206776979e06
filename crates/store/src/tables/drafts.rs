//! Drafts, and the counts that are kept beside them for an hour.

use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use jiff::Timestamp;
use pipeline::ports::{CounterStore, DraftStore, Fault};
use pipeline::rows::{DraftKey, DraftRow, Token};

use super::{DynamoStore, Table, commit, counting, number, text};
use crate::fault;
use crate::item::{self, DraftItem, IdleItem, Item, draft};

impl DynamoStore {
    fn update_count(&self, id: String) -> Result<UpdateItemFluentBuilder, Fault> {
        let table = self.name(Table::Drafts)?;
        Ok(self.client.update_item().table_name(table).key("id", text(id)))
    }
}

impl DraftStore for DynamoStore {
    async fn draft(&self, key: DraftKey) -> Result<Option<DraftRow>, Fault> {
        let answer = self
            .client
            .get_item()
            .table_name(self.name(Table::Drafts)?)
            .key("id", text(draft::key(key)))
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        answer.item.map(|found| item::read::<DraftItem>(found)?.try_into()).transpose()
    }

    async fn save_draft(&self, row: &DraftRow, seen: u64, now: Timestamp) -> Result<bool, Fault> {
        let answer = self
            .client
            .put_item()
            .table_name(self.name(Table::Drafts)?)
            .set_item(Some(item::write(&DraftItem::from(row))?))
            // A draft that was ended has no version, so it does not come back.
            .condition_expression("version = :seen AND idle_until > :now")
            .expression_attribute_values(":seen", number(seen))
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .send()
            .await;
        match answer {
            Ok(_) => Ok(true),
            Err(error) if commit::is_condition(&error) => Ok(false),
            Err(error) => Err(fault::of(&error)),
        }
    }

    async fn idle_ends(&self, keys: &[DraftKey]) -> Result<Vec<(DraftKey, Timestamp)>, Fault> {
        let key = |key: &DraftKey| Item::from([("id".to_owned(), text(draft::key(*key)))]);
        let keys = keys.iter().map(key).collect();
        let found = self.batch_of(self.name(Table::Drafts)?, keys, Some(draft::IDLE)).await?;
        // A row that cannot be read must not keep the others: ending it is refused, and it waits.
        let end = |found| item::read::<IdleItem>(found).and_then(TryInto::try_into).ok();
        Ok(found.into_iter().filter_map(end).collect())
    }
}

impl CounterStore for DynamoStore {
    async fn count_sending(
        &self,
        source: &Token,
        window: Timestamp,
        expires_at: Timestamp,
    ) -> Result<u32, Fault> {
        let update = self.update_count(draft::sendings_key(source, window))?;
        counting::one_more(update, expires_at).await
    }

    async fn count_try(
        &self,
        token: &Token,
        window: Timestamp,
        most: u32,
        expires_at: Timestamp,
    ) -> Result<bool, Fault> {
        let update = self.update_count(draft::tries_key(token, window))?;
        counting::one_more_of(most, update, expires_at).await
    }

    async fn forget_try(&self, token: &Token, window: Timestamp) -> Result<(), Fault> {
        let update = self.update_count(draft::tries_key(token, window))?;
        counting::one_less(update).await
    }
}
