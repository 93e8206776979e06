//! Publishing rulebooks, and going back. Every edition stays; only the pointer moves.

use aws_sdk_dynamodb::types::{Put, TransactWriteItem, Update};
use jiff::Timestamp;
use pipeline::Fault;

use super::{Operator, OperatorError};
use crate::fault;
use crate::rulebooks::{self, EDITIONS, KEY, POINTER, RulebookFile};
use crate::tables::{number, text};

/// One published edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedEdition {
    /// Its number.
    pub edition: u64,
    /// The rulebooks' own versions.
    pub what: String,
    /// When.
    pub at: Timestamp,
    /// Whether it is in force.
    pub in_force: bool,
}

const UNBUILDABLE: Fault = Fault::Broken("a request cannot be built");

impl Operator {
    /// Publishes files as a new edition and puts it in force, both or neither. The answer is its
    /// number. Somebody else's publishing at the same time is a fault: nothing is overwritten.
    pub async fn publish_rulebooks(
        &self,
        table: &str,
        files: &[RulebookFile],
        what: &str,
        now: Timestamp,
    ) -> Result<u64, OperatorError> {
        let failed = OperatorError::of("the rulebooks were not published");
        let seen = rulebooks::pointer(&self.dynamo, table).await.map_err(&failed)?;
        let last = self.published_rulebooks(table).await?.last().map_or(0, |one| one.edition);
        let packed = rulebooks::pack(files)
            .ok_or_else(|| failed(Fault::Broken("the rulebooks are too large for one row")))?;
        let edition = last + 1;
        let put = Put::builder()
            .table_name(table)
            .set_item(Some(rulebooks::row(edition, packed, what, now.as_millisecond())))
            .condition_expression("attribute_not_exists(pk)")
            .build()
            .map_err(|_| failed(UNBUILDABLE))?;
        self.dynamo
            .transact_write_items()
            .transact_items(TransactWriteItem::builder().put(put).build())
            .transact_items(point(table, seen, edition).map_err(&failed)?)
            .send()
            .await
            .map_err(|error| failed(fault::of(&error)))?;
        Ok(edition)
    }

    /// Puts an earlier edition in force; 0 is what the functions are packaged with.
    pub async fn point_rulebooks(&self, table: &str, edition: u64) -> Result<(), OperatorError> {
        let failed = OperatorError::of("the rulebooks were not rolled back");
        let seen = rulebooks::pointer(&self.dynamo, table).await.map_err(&failed)?;
        if edition > 0 {
            rulebooks::edition(&self.dynamo, table, edition).await.map_err(&failed)?;
        }
        self.dynamo
            .transact_write_items()
            .transact_items(point(table, seen, edition).map_err(&failed)?)
            .send()
            .await
            .map_err(|error| failed(fault::of(&error)))?;
        Ok(())
    }

    /// Every edition, the oldest first.
    pub async fn published_rulebooks(
        &self,
        table: &str,
    ) -> Result<Vec<PublishedEdition>, OperatorError> {
        let failed = OperatorError::of("the published rulebooks cannot be listed");
        let seen = rulebooks::pointer(&self.dynamo, table).await.map_err(&failed)?;
        let mut editions = Vec::new();
        let mut start = None;
        loop {
            let page = self
                .dynamo
                .query()
                .table_name(table)
                .key_condition_expression("pk = :pk AND begins_with(sk, :editions)")
                .projection_expression("edition, what, published_at")
                .expression_attribute_values(":pk", text(KEY))
                .expression_attribute_values(":editions", text(EDITIONS))
                .consistent_read(true)
                .set_exclusive_start_key(start)
                .send()
                .await
                .map_err(|error| failed(fault::of(&error)))?;
            for row in page.items.unwrap_or_default() {
                let edition = rulebooks::edition_of(row.get("edition")).map_err(&failed)?;
                let what = row.get("what").and_then(|what| what.as_s().ok()).cloned();
                let at = row.get("published_at").and_then(|at| at.as_n().ok());
                let at = at.and_then(|at| Timestamp::from_millisecond(at.parse().ok()?).ok());
                editions.push(PublishedEdition {
                    edition,
                    what: what.unwrap_or_default(),
                    at: at.unwrap_or(Timestamp::UNIX_EPOCH),
                    in_force: seen == Some(edition),
                });
            }
            start = page.last_evaluated_key;
            if start.is_none() {
                return Ok(editions);
            }
        }
    }
}

/// Moves the pointer, if it still is as it was seen.
fn point(table: &str, seen: Option<u64>, to: u64) -> Result<TransactWriteItem, Fault> {
    let update = Update::builder()
        .table_name(table)
        .key("pk", text(KEY))
        .key("sk", text(POINTER))
        .update_expression("SET edition = :to")
        .expression_attribute_values(":to", number(to));
    let update = match seen {
        Some(seen) => update
            .condition_expression("edition = :seen")
            .expression_attribute_values(":seen", number(seen)),
        None => update.condition_expression("attribute_not_exists(pk)"),
    };
    let update = update.build().map_err(|_| UNBUILDABLE)?;
    Ok(TransactWriteItem::builder().update(update).build())
}
