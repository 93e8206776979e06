//! The rows that telling a webhook needs: the one by which it is due, and the webhook's own.

use jiff::Timestamp;
use pipeline::due::{DueRow, Work};
use pipeline::ports::{Fault, WebhookStore};
use pipeline::rows::{PartnerId, WebhookRow};

use super::{DynamoStore, Table, commit, counting, number, text};
use crate::fault;
use crate::item::{self, DueItem, WebhookItem};

impl WebhookStore for DynamoStore {
    async fn due_work(&self, work: Work) -> Result<Option<DueRow>, Fault> {
        let answer = self
            .client
            .get_item()
            .table_name(self.name(Table::Due)?)
            .key("work", text(item::due::key(work)))
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        answer.item.map(|found| item::read::<DueItem>(found)?.try_into()).transpose()
    }

    async fn finish(&self, seen: &DueRow) -> Result<bool, Fault> {
        const UNVERSIONED: Fault = Fault::Broken("due work has no version to be finished by");
        let version = seen.version.ok_or(UNVERSIONED)?;
        let answer = self
            .client
            .delete_item()
            .table_name(self.name(Table::Due)?)
            .key("work", text(item::due::key(seen.work)))
            .condition_expression("version = :seen")
            .expression_attribute_values(":seen", number(version))
            .send()
            .await;
        match answer {
            Ok(_) => Ok(true),
            Err(error) if commit::is_condition(&error) => Ok(false),
            Err(error) => Err(fault::of(&error)),
        }
    }

    async fn webhook(&self, partner: &PartnerId) -> Result<Option<WebhookRow>, Fault> {
        let answer = self
            .client
            .get_item()
            .table_name(self.name(Table::Partners)?)
            .key("id", text(item::partner::webhook(partner)))
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        answer.item.map(|found| item::read::<WebhookItem>(found)?.try_into()).transpose()
    }

    async fn disable(&self, seen: &WebhookRow, now: Timestamp) -> Result<bool, Fault> {
        let update = self
            .client
            .update_item()
            .table_name(self.name(Table::Partners)?)
            .key("id", text(item::partner::webhook(&seen.partner)))
            .update_expression("SET disabled_at = :now, version = :next")
            .condition_expression("version = :seen AND attribute_not_exists(disabled_at)")
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .expression_attribute_values(":next", number(seen.version + 1))
            .expression_attribute_values(":seen", number(seen.version));
        counting::carried_out(update).await
    }
}
