//! The settings of a deployment's tables and queues, for the operator's check of it. Nothing that
//! is stored is read.

use aws_sdk_dynamodb::error::ProvideErrorMetadata as _;
use aws_sdk_dynamodb::types::{
    KeySchemaElement, PointInTimeRecoveryStatus, SseStatus, SseType, TableDescription,
    TimeToLiveStatus,
};
use aws_sdk_sqs::types::QueueAttributeName;
use pipeline::Fault;

use super::{Operator, OperatorError};
use crate::fault;

/// A table as it is set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFound {
    /// The attributes of the table's key, the partition key first.
    pub key: Vec<String>,
    /// The indexes, by name.
    pub indexes: Vec<String>,
    /// Whether the table is encrypted with a key of the account's own.
    pub own_key: bool,
    /// Whether the table is kept from being deleted.
    pub protected: bool,
    /// Whether the table can be restored to a point in time; `None` where that cannot be asked.
    pub recovery: Option<bool>,
    /// The attribute by which rows expire, if any do; `None` where that cannot be asked.
    pub expires: Option<Option<String>>,
}

/// A queue as it is set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueFound {
    /// The number of times that a message is handed out before it is given up.
    pub max_receives: Option<u64>,
    /// The number of messages that were given up, which SQS counts only approximately.
    pub dead_letters: u64,
    /// The time for which the dead-letter queue keeps a message, in seconds.
    pub kept_seconds: Option<u64>,
}

impl Operator {
    /// The table of this name as it is set up; `None` if there is none.
    pub async fn inspect_table(&self, name: &str) -> Result<Option<TableFound>, OperatorError> {
        let answer = self.dynamo.describe_table().table_name(name).send().await;
        let table = match answer {
            Ok(answer) => answer.table,
            Err(error) if error.code() == Some("ResourceNotFoundException") => return Ok(None),
            Err(error) => return Err(OperatorError::of("a table")(fault::of(&error))),
        };
        let Some(table) = table else { return Ok(None) };
        let recovery = self.recovery(name).await;
        let expires = self.expires(name).await;
        Ok(Some(TableFound {
            key: key(table.key_schema()),
            indexes: indexes(&table),
            own_key: has_own_key(&table),
            protected: table.deletion_protection_enabled() == Some(true),
            recovery,
            expires,
        }))
    }

    /// Whether a table can be restored to a point in time.
    async fn recovery(&self, name: &str) -> Option<bool> {
        let answer =
            self.dynamo.describe_continuous_backups().table_name(name).send().await.ok()?;
        let status = answer
            .continuous_backups_description()?
            .point_in_time_recovery_description()?
            .point_in_time_recovery_status()?;
        Some(*status == PointInTimeRecoveryStatus::Enabled)
    }

    /// The attribute by which a table's rows expire.
    async fn expires(&self, name: &str) -> Option<Option<String>> {
        let answer = self.dynamo.describe_time_to_live().table_name(name).send().await.ok()?;
        let described = answer.time_to_live_description()?;
        let is_on = matches!(
            described.time_to_live_status(),
            Some(TimeToLiveStatus::Enabled | TimeToLiveStatus::Enabling)
        );
        Some(described.attribute_name().filter(|_| is_on).map(str::to_owned))
    }

    /// The queue at this address as it is set up, with its dead letters.
    pub async fn inspect_queue(&self, url: &str) -> Result<QueueFound, OperatorError> {
        let letters = self.dead_letters(url).await?;
        let policy = self.attribute(url, QueueAttributeName::RedrivePolicy).await?;
        let policy: serde_json::Value =
            serde_json::from_str(&policy.unwrap_or_default()).unwrap_or_default();
        let receives = &policy["maxReceiveCount"];
        // The number is written as text by some.
        let max_receives =
            receives.as_u64().or_else(|| receives.as_str().and_then(|text| text.parse().ok()));
        let kept = self.attribute(&letters.queue, QueueAttributeName::MessageRetentionPeriod);
        let kept_seconds = kept.await?.and_then(|seconds| seconds.parse().ok());
        Ok(QueueFound { max_receives, dead_letters: letters.waiting, kept_seconds })
    }

    /// The region that requests go to; a fault when none is set.
    pub fn region(&self) -> Result<String, OperatorError> {
        let region = self.dynamo.config().region().map(ToString::to_string);
        region.ok_or_else(|| OperatorError::of("the region")(Fault::Broken("none is set")))
    }
}

fn key(schema: &[KeySchemaElement]) -> Vec<String> {
    schema.iter().map(|element| element.attribute_name().to_owned()).collect()
}

fn indexes(table: &TableDescription) -> Vec<String> {
    let names = table.global_secondary_indexes().iter().filter_map(|index| index.index_name());
    let mut names: Vec<String> = names.map(str::to_owned).collect();
    names.sort();
    names
}

fn has_own_key(table: &TableDescription) -> bool {
    table.sse_description().is_some_and(|encryption| {
        encryption.status() == Some(&SseStatus::Enabled)
            && encryption.sse_type() == Some(&SseType::Kms)
    })
}
