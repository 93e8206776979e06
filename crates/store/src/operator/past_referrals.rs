//! The facts of the referrals that are stored, for trying new rulebooks on them. An event of the
//! rulebooks' audit trail, written first, says that they were read.

use std::collections::BTreeMap;

use jiff::civil::Date;
use locality::Facts;
use pipeline::Fault;
use pipeline::audit::{AuditAction, AuditEvent};
use pipeline::rows::BodyRow;
use pipeline::{accept::latest_date, past_referrals};
use referral::ReferralId;

use super::{Operator, OperatorError, Publishing};
use crate::item::{self, BodyItem, keys};
use crate::keys::KeySource;
use crate::vault::Bodies;

impl Operator {
    /// The facts of every referral in the table `referrals`, as of `on`, or else of the day it was accepted. They
    /// must stay in memory: facts hold no name, but they hold a postcode.
    pub async fn past_facts(
        &self,
        how: Publishing<'_>,
        referrals: &str,
        keys: KeySource,
        on: Option<Date>,
    ) -> Result<Vec<Facts>, OperatorError> {
        let failed = OperatorError::of("the stored referrals cannot be read");
        let vault = Bodies::of(keys, &self.kms)?;
        let event = AuditEvent::new(how.now, how.by, AuditAction::RulebooksReplayed);
        self.change(how, Vec::new(), event).await.map_err(&failed)?;
        let mut accepted: BTreeMap<ReferralId, Date> = BTreeMap::new();
        for row in self.all_states(referrals).await? {
            accepted.insert(row.id, latest_date(row.accepted_at));
        }
        let mut facts = Vec::new();
        for row in self.rows_under(referrals, keys::BODY).await.map_err(&failed)? {
            let body: Result<BodyRow, Fault> =
                item::read::<BodyItem>(row).and_then(TryInto::try_into);
            let body = body.map_err(&failed)?;
            // A referral that came in since the states were read is left out.
            let Some(day) = on.or_else(|| accepted.get(&body.id).copied()) else { continue };
            facts.push(past_referrals::facts(&vault, &body, day).await.map_err(&failed)?);
        }
        Ok(facts)
    }
}
