//! Counting in one update: one more, one more unless there are too many, one less.

use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::ReturnValue;
use jiff::Timestamp;
use pipeline::ports::Fault;

use super::{commit, number};
use crate::fault;

/// Whether an update was carried out: `false` if its condition did not hold.
pub(super) async fn carried_out(update: UpdateItemFluentBuilder) -> Result<bool, Fault> {
    match update.send().await {
        Ok(_) => Ok(true),
        Err(error) if commit::is_condition(&error) => Ok(false),
        Err(error) => Err(fault::of(&error)),
    }
}

fn add_one(update: UpdateItemFluentBuilder, expires_at: Timestamp) -> UpdateItemFluentBuilder {
    update
        .update_expression("ADD counted :one SET expires = :expires")
        .expression_attribute_values(":one", number(1))
        .expression_attribute_values(":expires", number(expires_at.as_second()))
}

/// Counts one more, and answers how many there are.
pub(super) async fn one_more(
    update: UpdateItemFluentBuilder,
    expires_at: Timestamp,
) -> Result<u32, Fault> {
    let update = add_one(update, expires_at).return_values(ReturnValue::UpdatedNew);
    let answer = update.send().await.map_err(|error| fault::of(&error))?;
    let counted = answer.attributes().and_then(|row| row.get("counted")?.as_n().ok()?.parse().ok());
    counted.ok_or(Fault::Broken("a count cannot be read"))
}

/// Counts one more unless there are `most` already, and answers whether it did.
pub(super) async fn one_more_of(
    most: u32,
    update: UpdateItemFluentBuilder,
    expires_at: Timestamp,
) -> Result<bool, Fault> {
    let update = add_one(update, expires_at)
        .condition_expression("attribute_not_exists(counted) OR counted < :most")
        .expression_attribute_values(":most", number(most));
    carried_out(update).await
}

/// Counts one less, if there is a count: it may be deleted already.
pub(super) async fn one_less(update: UpdateItemFluentBuilder) -> Result<(), Fault> {
    let update = update
        .update_expression("ADD counted :less")
        .condition_expression("counted > :none")
        .expression_attribute_values(":less", number(-1))
        .expression_attribute_values(":none", number(0));
    carried_out(update).await.map(drop)
}
