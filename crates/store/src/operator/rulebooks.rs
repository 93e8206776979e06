//! Publishing rulebooks, and rolling them back. Every edition stays; only the pointer moves, and
//! each move is an event of the audit trail.

use aws_sdk_dynamodb::types::{Put, TransactWriteItem, Update};
use jiff::Timestamp;
use pipeline::Fault;
use pipeline::audit::{self, AuditAction, AuditEvent};
use pipeline::rows::Actor;

use super::audit_log::UNBUILDABLE;
use super::{AuditFound, Operator, OperatorError};
use crate::fault;
use crate::rulebooks::{self, EDITIONS, KEY, POINTER, RulebookFile};
use crate::tables::{number, text};

/// One published edition of the rulebooks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedEdition {
    /// The number of the edition.
    pub edition: u64,
    /// The versions that the rulebooks give themselves.
    pub what: String,
    /// The time when it was published.
    pub at: Timestamp,
    /// Whether the edition is in force.
    pub in_force: bool,
}

/// The tables in which rulebooks are published, the actor who does it, and the time.
#[derive(Debug, Clone, Copy)]
pub struct Publishing<'a> {
    /// The table of the editions and the pointer.
    pub rulebooks: &'a str,
    /// The table of audit events.
    pub audit: &'a str,
    /// The actor, by the name they give; AWS's own trail knows which identity was let in.
    pub by: &'a Actor,
    /// The time of the change.
    pub now: Timestamp,
}

impl Operator {
    /// Publishes files as a new edition, puts it in force and leaves an audit event: all or nothing.
    /// `errors` is the number of the check's errors that were passed over. The answer is the
    /// edition's number. If the rulebooks are changed by somebody else at the same time, that is a
    /// fault, and nothing is overwritten.
    pub async fn publish_rulebooks(
        &self,
        how: Publishing<'_>,
        files: &[RulebookFile],
        what: &str,
        errors: usize,
    ) -> Result<u64, OperatorError> {
        let failed = OperatorError::of("the rulebooks were not published");
        let seen = rulebooks::pointer(&self.dynamo, how.rulebooks).await.map_err(&failed)?;
        let last =
            self.published_rulebooks(how.rulebooks).await?.last().map_or(0, |one| one.edition);
        let packed = rulebooks::pack(files)
            .ok_or_else(|| failed(Fault::Broken("the rulebooks are too large for one row")))?;
        let digest = rulebooks::digest(files).map_err(&failed)?;
        let edition = last + 1;
        let event = AuditEvent::new(how.now, how.by, AuditAction::RulebooksPublished)
            .with("edition", edition)
            .with("before", seen.unwrap_or(0))
            .with("sha256", digest);
        let event = if errors > 0 { event.with("errors_passed_over", errors) } else { event };
        let put = Put::builder()
            .table_name(how.rulebooks)
            .set_item(Some(rulebooks::row(edition, packed, what, how.now.as_millisecond())))
            .condition_expression("attribute_not_exists(pk)")
            .build()
            .map_err(|_| failed(UNBUILDABLE))?;
        let put = TransactWriteItem::builder().put(put).build();
        self.change(how, vec![put, point(how.rulebooks, seen, edition).map_err(&failed)?], event)
            .await
            .map_err(failed)?;
        Ok(edition)
    }

    /// Puts an earlier edition in force, and leaves an audit event; 0 stands for the rulebooks that
    /// the functions are packaged with. An edition that was altered since it was published is a
    /// fault.
    pub async fn roll_rulebooks_back(
        &self,
        how: Publishing<'_>,
        edition: u64,
    ) -> Result<(), OperatorError> {
        let failed = OperatorError::of("the rulebooks were not rolled back");
        let seen = rulebooks::pointer(&self.dynamo, how.rulebooks).await.map_err(&failed)?;
        let mut event = AuditEvent::new(how.now, how.by, AuditAction::RulebooksRolledBack)
            .with("edition", edition)
            .with("before", seen.unwrap_or(0));
        if edition > 0 {
            let files = rulebooks::edition(&self.dynamo, how.rulebooks, edition).await;
            let digest = files.and_then(|files| rulebooks::digest(&files)).map_err(&failed)?;
            let published = self.publishing_of(how.audit, edition).await?;
            let recorded = published.as_ref().and_then(|event| event.facts.get("sha256"));
            if recorded.is_some_and(|recorded| *recorded != digest) {
                return Err(failed(Fault::Broken("this edition is not what was published")));
            }
            event = event.with("sha256", digest);
        }
        let change = vec![point(how.rulebooks, seen, edition).map_err(&failed)?];
        self.change(how, change, event).await.map_err(failed)
    }

    /// The edition that was in force when this one was published, to which it is rolled back.
    pub async fn rulebooks_before(&self, audit: &str, edition: u64) -> Result<u64, OperatorError> {
        let published = self.publishing_of(audit, edition).await?;
        let before = published.and_then(|event| event.facts.get("before")?.parse().ok());
        Ok(before.unwrap_or(edition.saturating_sub(1)))
    }

    /// The audit events of the rulebooks, the oldest first; unreadable rows are left out.
    pub async fn rulebook_events(&self, audit: &str) -> Result<Vec<AuditEvent>, OperatorError> {
        let rows = self.audit_stream(audit, audit::rulebooks()).await?;
        let event = |row| match row {
            AuditFound::Event(row) => Some(row.event),
            AuditFound::Unreadable { .. } => None,
        };
        Ok(rows.into_iter().filter_map(event).collect())
    }

    /// The event that records the publishing of an edition.
    async fn publishing_of(
        &self,
        audit: &str,
        edition: u64,
    ) -> Result<Option<AuditEvent>, OperatorError> {
        let edition = edition.to_string();
        let tells = |event: &AuditEvent| {
            event.action == AuditAction::RulebooksPublished
                && event.facts.get("edition") == Some(&edition)
        };
        Ok(self.rulebook_events(audit).await?.into_iter().find(tells))
    }

    /// Commits changes together with the event that records them.
    pub(super) async fn change(
        &self,
        how: Publishing<'_>,
        changes: Vec<TransactWriteItem>,
        event: AuditEvent,
    ) -> Result<(), Fault> {
        self.record(how.audit, audit::rulebooks(), changes, event).await
    }

    /// Every published edition, the oldest first.
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

/// The write that moves the pointer, if it still is as it was seen.
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
