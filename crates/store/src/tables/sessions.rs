//! Sessions, and the attempts to sign in that are counted beside them.

use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use jiff::Timestamp;
use pipeline::ports::{Fault, SessionStore};
use pipeline::rows::{SessionKey, SessionRow, Token};

use super::{DynamoStore, Table, commit, number, text};
use crate::fault;
use crate::item::{self, SessionItem};

impl DynamoStore {
    fn update_session_row(&self, id: String) -> Result<UpdateItemFluentBuilder, Fault> {
        let table = self.name(Table::Sessions)?;
        Ok(self.client.update_item().table_name(table).key("id", text(id)))
    }
}

/// Whether an update was carried out: `false` if its condition did not hold.
async fn carried_out(update: UpdateItemFluentBuilder) -> Result<bool, Fault> {
    match update.send().await {
        Ok(_) => Ok(true),
        Err(error) if commit::is_condition(&error) => Ok(false),
        Err(error) => Err(fault::of(&error)),
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
        carried_out(update).await
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

    async fn count_attempt(
        &self,
        token: &Token,
        window: Timestamp,
        most: u32,
        expires_at: Timestamp,
    ) -> Result<bool, Fault> {
        let update = self
            .update_session_row(item::session::attempts_key(token, window))?
            .update_expression("ADD attempts :one SET expires = :expires")
            .condition_expression("attribute_not_exists(attempts) OR attempts < :most")
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":most", number(most))
            .expression_attribute_values(":expires", number(expires_at.as_second()));
        carried_out(update).await
    }

    async fn forget_attempt(&self, token: &Token, window: Timestamp) -> Result<(), Fault> {
        let update = self
            .update_session_row(item::session::attempts_key(token, window))?
            .update_expression("ADD attempts :less")
            // The count may be deleted already.
            .condition_expression("attempts > :none")
            .expression_attribute_values(":less", number(-1))
            .expression_attribute_values(":none", number(0));
        carried_out(update).await.map(drop)
    }
}
