//! Sessions; beside them what is held for a browser, and the attempts to sign in that are counted.

use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::ReturnValue;
use jiff::Timestamp;
use pipeline::ports::{Fault, SessionStore};
use pipeline::rows::{HeldRow, SessionKey, SessionRow, Token};

use super::{DynamoStore, Table, counting, number, text};
use crate::fault;
use crate::item::{self, HeldItem, SessionItem};

impl DynamoStore {
    fn update_session_row(&self, id: String) -> Result<UpdateItemFluentBuilder, Fault> {
        let table = self.name(Table::Sessions)?;
        Ok(self.client.update_item().table_name(table).key("id", text(id)))
    }
}

impl SessionStore for DynamoStore {
    async fn session(&self, key: SessionKey) -> Result<Option<SessionRow>, Fault> {
        let answer = self
            .client
            .get_item()
            .table_name(self.name(Table::Sessions)?)
            .key("id", text(item::session::key(key)))
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        answer.item.map(|found| item::read::<SessionItem>(found)?.try_into()).transpose()
    }

    async fn begin_session(&self, row: &SessionRow) -> Result<(), Fault> {
        self.client
            .put_item()
            .table_name(self.name(Table::Sessions)?)
            .set_item(Some(item::write(&SessionItem::from(row))?))
            .send()
            .await
            .map(drop)
            .map_err(|error| fault::of(&error))
    }

    async fn keep_session(&self, key: SessionKey, idle_until: Timestamp) -> Result<bool, Fault> {
        let update = self
            .update_session_row(item::session::key(key))?
            .update_expression("SET idle_until = :until")
            // A session that was ended does not come back.
            .condition_expression("attribute_exists(id)")
            .expression_attribute_values(":until", number(idle_until.as_millisecond()));
        counting::carried_out(update).await
    }

    async fn end_session(&self, key: SessionKey) -> Result<(), Fault> {
        self.client
            .delete_item()
            .table_name(self.name(Table::Sessions)?)
            .key("id", text(item::session::key(key)))
            .send()
            .await
            .map(drop)
            .map_err(|error| fault::of(&error))
    }

    async fn hold(&self, row: &HeldRow) -> Result<(), Fault> {
        self.client
            .put_item()
            .table_name(self.name(Table::Sessions)?)
            .set_item(Some(item::write(&HeldItem::from(row))?))
            .send()
            .await
            .map(drop)
            .map_err(|error| fault::of(&error))
    }

    async fn held(&self, key: SessionKey) -> Result<Option<HeldRow>, Fault> {
        let answer = self
            .client
            .get_item()
            .table_name(self.name(Table::Sessions)?)
            .key("id", text(item::session::held_key(key)))
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        answer.item.map(|found| item::read::<HeldItem>(found)?.try_into()).transpose()
    }

    async fn take_held(&self, key: SessionKey) -> Result<Option<HeldRow>, Fault> {
        let answer = self
            .client
            .delete_item()
            .table_name(self.name(Table::Sessions)?)
            .key("id", text(item::session::held_key(key)))
            .return_values(ReturnValue::AllOld)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        answer.attributes.map(|found| item::read::<HeldItem>(found)?.try_into()).transpose()
    }

    async fn count_attempt(
        &self,
        token: &Token,
        window: Timestamp,
        most: u32,
        expires_at: Timestamp,
    ) -> Result<bool, Fault> {
        let update = self.update_session_row(item::session::attempts_key(token, window))?;
        counting::one_more_of(most, update, expires_at).await
    }

    async fn forget_attempt(&self, token: &Token, window: Timestamp) -> Result<(), Fault> {
        let update = self.update_session_row(item::session::attempts_key(token, window))?;
        counting::one_less(update).await
    }
}
