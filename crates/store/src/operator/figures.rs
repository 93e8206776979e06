//! The facts of all families of an authority, for its report. An event of the stream of reports, written
//! before anything is told, says who counted.

use std::collections::BTreeMap;

use figures::{FamilyFacts, Period, Tally};
use futures::future::try_join_all;
use jiff::Timestamp;
use pipeline::audit::{self, AuditAction, AuditEvent};
use pipeline::family_facts;
use pipeline::rows::{Actor, EntryRow};
use referral::{GssCode, InboxId};

use super::{Operator, OperatorError};
use crate::item::{self, EntryItem, Item};
use crate::keys::KeySource;
use crate::vault::Bodies;

/// The most summaries that are opened at the same time.
const OPENED_AT_ONCE: usize = 64;

/// The families that are counted, and who counts them.
#[derive(Debug, Clone, Copy)]
pub struct Counting<'a> {
    /// The table of entries.
    pub inbox: &'a str,
    /// The audit table.
    pub audit: &'a str,
    /// The authority.
    pub authority: GssCode,
    /// The period in which the families were received.
    pub period: Period,
    /// The person who counts.
    pub by: &'a Actor,
    /// The time of it.
    pub now: Timestamp,
}

impl Operator {
    /// The number of entries in a table, as the service counts it about every six hours.
    pub async fn about_how_many(&self, table: &str) -> Option<u64> {
        let answer = self.dynamo.describe_table().table_name(table).send().await.ok()?;
        answer.table?.item_count.and_then(|count| count.try_into().ok())
    }

    /// The families that each inbox of an authority received, counted. The whole table is read, a page at a time, and
    /// `read` is told how many entries each had.
    pub async fn count_families(
        &self,
        counting: Counting<'_>,
        keys: KeySource,
        mut read: impl FnMut(usize),
    ) -> Result<BTreeMap<InboxId, Tally>, OperatorError> {
        let failed = OperatorError::of("the inbox cannot be read");
        let vault = Bodies::of(keys, &self.kms)?;
        let mut tallies: BTreeMap<InboxId, Tally> = BTreeMap::new();
        let mut start: Option<Item> = None;
        loop {
            let page = self.dynamo.scan().table_name(counting.inbox).consistent_read(true);
            let answer = page.set_exclusive_start_key(start).send().await;
            let answer = answer.map_err(|error| failed(crate::fault::of(&error)))?;
            let items = answer.items.unwrap_or_default();
            read(items.len());
            let rows = items.into_iter().map(|item| item::read::<EntryItem>(item)?.try_into());
            let rows: Vec<EntryRow> = rows.collect::<Result<_, _>>().map_err(&failed)?;
            let ours = |row: &&EntryRow| {
                row.authority.as_ref().is_some_and(|one| one.code == counting.authority)
            };
            let ours: Vec<&EntryRow> = rows.iter().filter(ours).collect();
            for some in ours.chunks(OPENED_AT_ONCE) {
                let facts = some.iter().map(|row| family_facts::read(&vault, row));
                let facts: Vec<FamilyFacts> = try_join_all(facts).await.map_err(&failed)?;
                for (row, facts) in some.iter().zip(&facts) {
                    if counting.period.contains(facts.received_on) {
                        tallies.entry(row.inbox.clone()).or_default().add(facts);
                    }
                }
            }
            start = answer.last_evaluated_key;
            if start.is_none() {
                break;
            }
        }
        let event = AuditEvent::new(counting.now, counting.by, AuditAction::Overviewed)
            .with("authority", counting.authority)
            .with("figures", counting.period);
        self.record(counting.audit, audit::reports(), Vec::new(), event)
            .await
            .map_err(OperatorError::of("the audit table"))?;
        Ok(tallies)
    }
}
