//! The rows that telling a sender needs: the one by which it is due, the webhook's own, and how an entry
//! ended.

use aws_sdk_dynamodb::types::ReturnValue;
use jiff::Timestamp;
use pipeline::due::{DueRow, Work};
use pipeline::ports::{Begun, Fault, TellingStore};
use pipeline::rows::{PartnerId, WebhookRow};

use referral::EntryId;

use super::{DynamoStore, Table, commit, counting, number, text};
use crate::fault;
use crate::item::{self, DueItem, WebhookItem};

/// The fault of work without a version, which telling never makes.
const UNVERSIONED: Fault = Fault::Broken("due work has no version to be finished by");

impl TellingStore for DynamoStore {
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

    async fn begin(&self, seen: &DueRow, next: Timestamp) -> Result<Option<Begun>, Fault> {
        let version = seen.version.ok_or(UNVERSIONED)?;
        let answer = self
            .client
            .update_item()
            .table_name(self.name(Table::Due)?)
            .key("work", text(item::due::key(seen.work)))
            .update_expression("SET tried = :mark, due_at = :next")
            .condition_expression(
                "version = :seen AND attempts = :mark AND due_at = :seen_at \
                 AND (attribute_not_exists(tried) OR tried < :mark)",
            )
            .expression_attribute_values(":seen", number(version))
            .expression_attribute_values(":mark", number(seen.due.attempts))
            .expression_attribute_values(":seen_at", number(seen.due.at.as_millisecond()))
            .expression_attribute_values(":next", number(next.as_millisecond()))
            .return_values(ReturnValue::UpdatedOld)
            .send()
            .await;
        match answer {
            Ok(answer) => {
                let before = answer.attributes().is_some_and(|row| row.contains_key("tried"));
                Ok(Some(if before { Begun::Again } else { Begun::First }))
            }
            Err(error) if commit::is_condition(&error) => Ok(None),
            Err(error) => Err(fault::of(&error)),
        }
    }

    async fn stops_all_contact(&self, entry: EntryId) -> Result<bool, Fault> {
        let answer = self
            .client
            .get_item()
            .table_name(self.name(Table::Inbox)?)
            .key("entry", text(entry.to_string()))
            .projection_expression("no_contact")
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        let mark = answer.item.as_ref().and_then(|entry| entry.get("no_contact"));
        Ok(mark.is_some_and(|mark| mark.as_bool() == Ok(&true)))
    }
}
