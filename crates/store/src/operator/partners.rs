//! Partners and their keys, changed by an operator. Each change is one transaction with the event that
//! records it, on the partner's version: of two operators at once one is told to look again.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::{Put, TransactWriteItem, Update};
use jiff::Timestamp;
use jiff::civil::Date;
use pipeline::Fault;
use pipeline::audit::{self, AuditAction, AuditEvent};
use pipeline::partners::{MOST_LIVE, name_of};
use pipeline::rows::{Actor, Digest, KeyRow, Partner, PartnerId, WebhookRow};

use super::audit_log::UNBUILDABLE;
use super::whole::scan;
use super::{Operator, OperatorError};
use crate::item::partner::UseItem;
use crate::item::{self, KeyItem, PartnerItem, WebhookItem};
use crate::tables::{number, text};

/// The tables in which partners are changed, the actor who does it, and the time.
#[derive(Debug, Clone, Copy)]
pub struct PartnerChange<'a> {
    /// The table of partners.
    pub partners: &'a str,
    /// The table of audit events.
    pub audit: &'a str,
    /// The actor, by the name they give.
    pub by: &'a Actor,
    /// The time of the change.
    pub now: Timestamp,
}

/// A partner with its keys, as they were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerFound {
    /// The partner.
    pub partner: Partner,
    /// Its webhook, if it has one.
    pub webhook: Option<WebhookRow>,
    /// Its keys, the oldest first, and the day on which each was used last.
    pub keys: Vec<(KeyRow, Option<Date>)>,
    /// The version of the partner and all of its keys.
    pub(super) version: u64,
}

impl PartnerFound {
    /// The keys that are live at a time.
    pub fn live(&self, now: Timestamp) -> impl Iterator<Item = &KeyRow> {
        self.keys.iter().map(|(key, _)| key).filter(move |key| key.over(now).is_none())
    }
}

impl PartnerChange<'_> {
    pub(super) fn event(&self, what: &str, partner: &PartnerId) -> AuditEvent {
        AuditEvent::new(self.now, self.by, AuditAction::PartnersChanged)
            .with("change", what)
            .with("partner", partner)
    }
}

impl Operator {
    /// Every partner in the order of its id, with its keys.
    pub async fn partners(&self, table: &str) -> Result<Vec<PartnerFound>, OperatorError> {
        let failed = OperatorError::of("the partners cannot be read");
        let rows = scan(
            self.dynamo
                .scan()
                .table_name(table)
                .filter_expression(
                    "begins_with(id, :partner) OR begins_with(id, :key) OR begins_with(id, :use) \
                     OR begins_with(id, :webhook)",
                )
                .expression_attribute_values(":webhook", text(item::partner::WEBHOOK))
                .expression_attribute_values(":partner", text(item::partner::PARTNER))
                .expression_attribute_values(":key", text(item::partner::KEY))
                .expression_attribute_values(":use", text(item::partner::USE)),
        );
        let (mut partners, mut keys, mut last_uses) =
            (Vec::new(), BTreeMap::new(), BTreeMap::new());
        let mut webhooks = BTreeMap::new();
        for row in rows.await.map_err(&failed)? {
            let id = row.get("id").and_then(|id| id.as_s().ok()).cloned().unwrap_or_default();
            if id.starts_with(item::partner::PARTNER) {
                partners.push(item::read::<PartnerItem>(row).map_err(&failed)?);
            } else if id.starts_with(item::partner::KEY) {
                let key = item::read::<KeyItem>(row).and_then(KeyRow::try_from);
                let key = key.map_err(&failed)?;
                keys.insert(key.key.to_string(), key);
            } else if id.starts_with(item::partner::WEBHOOK) {
                let row = item::read::<WebhookItem>(row).and_then(WebhookRow::try_from);
                let row = row.map_err(&failed)?;
                webhooks.insert(row.partner.clone(), row);
            } else {
                let last = item::read::<UseItem>(row).and_then(UseItem::used);
                let (key, day) = last.map_err(&failed)?;
                last_uses.insert(key, day);
            }
        }
        let found = partners.into_iter().map(|row| {
            let (version, held) = (row.version, row.keys.clone());
            let of_it = held.iter().filter_map(|key| keys.get(key).cloned());
            let of_it = of_it.map(|key| {
                let day = last_uses.get(&key.key).copied();
                (key, day)
            });
            let (keys, partner) = (of_it.collect(), row.partner()?);
            let webhook = webhooks.remove(&partner.id);
            Ok(PartnerFound { partner, webhook, keys, version })
        });
        let mut found = found.collect::<Result<Vec<_>, _>>().map_err(&failed)?;
        found.sort_by(|one, other| one.partner.id.cmp(&other.partner.id));
        Ok(found)
    }

    /// Adds a partner with its first key. A partner of this id that is there already is a fault.
    pub async fn add_partner(
        &self,
        how: PartnerChange<'_>,
        key: &KeyRow,
    ) -> Result<(), OperatorError> {
        let failed = OperatorError::of("the partner was not added");
        let row = PartnerItem::new(&key.partner, 1, vec![key.key.to_string()]);
        let put = Put::builder()
            .table_name(how.partners)
            .set_item(Some(item::write(&row).map_err(&failed)?))
            .condition_expression("attribute_not_exists(id)")
            .build()
            .map_err(|_| failed(UNBUILDABLE))?;
        let put = TransactWriteItem::builder().put(put).build();
        let changes = vec![put, insert_key(how.partners, key).map_err(&failed)?];
        let event = how.event("add", &key.partner.id).with("key", name_of(key.key));
        self.record(how.audit, audit::partners(), changes, event).await.map_err(failed)
    }

    /// Gives a partner a further key, unless as many are live as may be.
    pub async fn add_partner_key(
        &self,
        how: PartnerChange<'_>,
        found: &PartnerFound,
        key: &KeyRow,
    ) -> Result<(), OperatorError> {
        const TOO_MANY: Fault =
            Fault::Broken("two keys of this partner are live; revoke one of them first");
        let failed = OperatorError::of("no key was made");
        if found.live(how.now).count() >= MOST_LIVE {
            return Err(failed(TOO_MANY));
        }
        let held = found.keys.iter().map(|(key, _)| key.key).chain([key.key]);
        let row = PartnerItem::new(
            &found.partner,
            found.version + 1,
            held.map(|key| key.to_string()).collect(),
        );
        let changes = vec![
            replace(how.partners, &row, found.version).map_err(&failed)?,
            insert_key(how.partners, key).map_err(&failed)?,
        ];
        let event = how.event("rotate", &found.partner.id).with("key", name_of(key.key));
        self.record(how.audit, audit::partners(), changes, event).await.map_err(failed)
    }

    /// Revokes keys of a partner: all that are named.
    pub async fn revoke_partner_keys(
        &self,
        how: PartnerChange<'_>,
        found: &PartnerFound,
        keys: &[Digest],
    ) -> Result<(), OperatorError> {
        let failed = OperatorError::of("nothing was revoked");
        let held = found.keys.iter().map(|(key, _)| key.key.to_string()).collect();
        let row = PartnerItem::new(&found.partner, found.version + 1, held);
        let mut changes = vec![replace(how.partners, &row, found.version).map_err(&failed)?];
        for key in keys {
            let update = Update::builder()
                .table_name(how.partners)
                .key("id", text(item::partner::key(*key)))
                .update_expression("SET revoked_at = :now")
                .condition_expression("attribute_exists(id) AND attribute_not_exists(revoked_at)")
                .expression_attribute_values(":now", number(how.now.as_millisecond()))
                .build()
                .map_err(|_| failed(UNBUILDABLE))?;
            changes.push(TransactWriteItem::builder().update(update).build());
        }
        let names: Vec<_> = keys.iter().map(|key| name_of(*key)).collect();
        let event = how.event("revoke", &found.partner.id).with("key", names.join(","));
        self.record(how.audit, audit::partners(), changes, event).await.map_err(failed)
    }
}

/// The write of a key that is new.
fn insert_key(table: &str, key: &KeyRow) -> Result<TransactWriteItem, Fault> {
    let put = Put::builder()
        .table_name(table)
        .set_item(Some(item::write(&KeyItem::from(key))?))
        .condition_expression("attribute_not_exists(id)")
        .build()
        .map_err(|_| UNBUILDABLE)?;
    Ok(TransactWriteItem::builder().put(put).build())
}

/// The write that replaces a partner, if it still is as it was seen.
pub(super) fn replace(
    table: &str,
    row: &PartnerItem,
    seen: u64,
) -> Result<TransactWriteItem, Fault> {
    let put = Put::builder()
        .table_name(table)
        .set_item(Some(item::write(row)?))
        .condition_expression("version = :seen")
        .expression_attribute_values(":seen", number(seen))
        .build()
        .map_err(|_| UNBUILDABLE)?;
    Ok(TransactWriteItem::builder().put(put).build())
}
