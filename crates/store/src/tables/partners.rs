//! Partners by their keys, the days on which keys were used, and the arrivals of clients.

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;
use jiff::civil::Date;
use pipeline::ports::{Fault, PartnerStore, Stepped};
use pipeline::rows::{Digest, KeyRow, PaceStep};

use super::{DynamoStore, Table, counting, number, text};
use crate::fault;
use crate::item::{self, Item, KeyItem};

/// A time in microseconds, which tells requests apart at any rate that may be asked for.
fn micros(at: Timestamp) -> AttributeValue {
    number(at.as_microsecond())
}

fn arrival_in(row: &Item) -> Option<Timestamp> {
    let micros = row.get("arrival")?.as_n().ok()?.parse().ok()?;
    Timestamp::from_microsecond(micros).ok()
}

impl PartnerStore for DynamoStore {
    async fn partner_key(&self, key: Digest) -> Result<Option<KeyRow>, Fault> {
        let answer = self
            .client
            .get_item()
            .table_name(self.name(Table::Partners)?)
            .key("id", text(item::partner::key(key)))
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| fault::of(&error))?;
        answer.item.map(|found| item::read::<KeyItem>(found)?.try_into()).transpose()
    }

    async fn note_key_use(&self, key: Digest, on: Date) -> Result<(), Fault> {
        let update = self
            .client
            .update_item()
            .table_name(self.name(Table::Partners)?)
            .key("id", text(item::partner::last_use(key)))
            .update_expression("SET used_on = :day")
            .condition_expression("attribute_not_exists(used_on) OR used_on < :day")
            .expression_attribute_values(":day", text(on.to_string()));
        counting::carried_out(update).await.map(drop)
    }

    async fn step(
        &self,
        client: Digest,
        step: PaceStep,
        expires_at: Timestamp,
    ) -> Result<Stepped, Fault> {
        let update = self
            .client
            .update_item()
            .table_name(self.name(Table::Partners)?)
            .key("id", text(item::partner::arrival(client)))
            .expression_attribute_values(":expires", number(expires_at.as_second()))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let update = match step {
            PaceStep::Begin { now, furthest, to } => update
                .update_expression("SET arrival = :to, expires = :expires")
                .condition_expression(
                    "attribute_not_exists(arrival) OR arrival < :now OR arrival > :furthest",
                )
                .expression_attribute_values(":to", micros(to))
                .expression_attribute_values(":now", micros(now))
                .expression_attribute_values(":furthest", micros(furthest)),
            PaceStep::Add { interval, latest } => {
                let interval = i64::try_from(interval.as_micros()).unwrap_or(i64::MAX);
                update
                    .update_expression("SET arrival = arrival + :interval, expires = :expires")
                    .condition_expression("arrival <= :latest")
                    .expression_attribute_values(":interval", number(interval))
                    .expression_attribute_values(":latest", micros(latest))
            }
        };
        match update.send().await {
            Ok(_) => Ok(Stepped::Done),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(refusal)) => {
                    Ok(Stepped::Refused { arrival: refusal.item().and_then(arrival_in) })
                }
                _ => Err(fault::of(&error)),
            },
        }
    }
}
