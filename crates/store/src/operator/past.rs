//! The facts of the referrals that are stored, for trying new rulebooks on them. That they were read
//! is an event of the rulebooks' audit trail, written first.

use std::collections::BTreeMap;

use jiff::civil::Date;
use locality::Facts;
use pipeline::Fault;
use pipeline::audit::{AuditAction, AuditEvent};
use pipeline::rows::{BodyRow, StateRow};
use pipeline::{accept::latest_date, past};
use referral::ReferralId;

use super::{Operator, OperatorError, Publishing};
use crate::fault;
use crate::item::{self, BodyItem, Item, StateItem, keys};
use crate::keys::DataKeys;
use crate::tables::text;
use crate::vault::SealingVault;

impl Operator {
    /// The facts of every stored referral, as of `on`, or else of the day it was accepted. They stay
    /// in memory: facts hold no name, but they hold a postcode.
    pub async fn past_facts(
        &self,
        how: Publishing<'_>,
        keys: impl DataKeys,
        on: Option<Date>,
    ) -> Result<Vec<Facts>, OperatorError> {
        let failed = OperatorError::of("the stored referrals cannot be read");
        let event = AuditEvent::new(how.now, how.by, AuditAction::RulebooksReplayed);
        self.change(how, Vec::new(), event).await.map_err(&failed)?;
        let mut accepted: BTreeMap<ReferralId, Date> = BTreeMap::new();
        for row in self.rows_under(how.referrals, keys::STATE).await.map_err(&failed)? {
            let row: Result<StateRow, Fault> =
                item::read::<StateItem>(row).and_then(TryInto::try_into);
            let row = row.map_err(&failed)?;
            accepted.insert(row.id, latest_date(row.accepted_at));
        }
        let vault = SealingVault::new(keys);
        let mut facts = Vec::new();
        for row in self.rows_under(how.referrals, keys::BODY).await.map_err(&failed)? {
            let body: Result<BodyRow, Fault> =
                item::read::<BodyItem>(row).and_then(TryInto::try_into);
            let body = body.map_err(&failed)?;
            // One that came in since the states were read is for the next time.
            let Some(day) = on.or_else(|| accepted.get(&body.id).copied()) else { continue };
            facts.push(past::facts(&vault, &body, day).await.map_err(&failed)?);
        }
        Ok(facts)
    }

    async fn rows_under(&self, table: &str, sort_key: &str) -> Result<Vec<Item>, Fault> {
        let mut rows = Vec::new();
        let mut start: Option<Item> = None;
        loop {
            let request = self
                .dynamo
                .scan()
                .table_name(table)
                .filter_expression("sk = :sk")
                .expression_attribute_values(":sk", text(sort_key))
                .set_exclusive_start_key(start);
            let answer = request.send().await.map_err(|error| fault::of(&error))?;
            rows.extend(answer.items.unwrap_or_default());
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(rows);
            }
        }
    }
}
