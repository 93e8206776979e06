//! Webhooks of partners, changed by an operator. Each change is one transaction with the event that
//! records it, on the versions of the partner and of its webhook.

use aws_sdk_dynamodb::types::{Delete, Put, TransactWriteItem, Update};
use pipeline::Fault;
use pipeline::audit;
use pipeline::ports::WebhookSecret;
use pipeline::rows::{Partner, PartnerId, WebhookKey, WebhookRow};

use super::audit_log::UNBUILDABLE;
use super::partners::replace;
use super::{Operator, OperatorError, PartnerChange, PartnerFound};
use crate::item::{self, PartnerItem, WebhookItem};
use crate::keys::KeySource;
use crate::tables::{number, text};
use crate::vault::WebhookSecrets;

/// A change to a webhook, for the audit trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebhookChange {
    /// It is set: a first one, or another address.
    Set,
    /// It has a further secret.
    Rotate,
    /// Its older secret is no longer used.
    Retire,
    /// It is told again, after it was disabled.
    Enable,
}

impl WebhookChange {
    fn code(self) -> &'static str {
        match self {
            Self::Set => "webhook-set",
            Self::Rotate => "webhook-rotate",
            Self::Retire => "webhook-retire",
            Self::Enable => "webhook-enable",
        }
    }
}

impl Operator {
    /// Seals a secret for the webhook of a partner.
    pub async fn seal_webhook_secret(
        &self,
        keys: KeySource,
        partner: &PartnerId,
        secret: &WebhookSecret,
    ) -> Result<Vec<u8>, OperatorError> {
        let vault = WebhookSecrets::of(keys, &self.kms)?;
        let sealed = vault.seal(WebhookKey::of(partner), secret.as_bytes()).await;
        sealed.map_err(OperatorError::of("the secret cannot be sealed"))
    }

    /// Puts the webhook of a partner in the place of the one that was found, if any. Referrals that the
    /// partner sends from then on are told of; its version is set here.
    pub async fn put_webhook(
        &self,
        how: PartnerChange<'_>,
        found: &PartnerFound,
        webhook: WebhookRow,
        what: WebhookChange,
    ) -> Result<(), OperatorError> {
        let failed = OperatorError::of("the webhook was not changed");
        let seen = found.webhook.as_ref().map(|row| row.version);
        let row = WebhookRow { version: seen.unwrap_or_default() + 1, ..webhook };
        let put = Put::builder()
            .table_name(how.partners)
            .set_item(Some(item::write(&WebhookItem::from(&row)).map_err(&failed)?));
        let put = match seen {
            Some(seen) => put
                .condition_expression("version = :seen")
                .expression_attribute_values(":seen", number(seen)),
            None => put.condition_expression("attribute_not_exists(id)"),
        };
        let put = put.build().map_err(|_| failed(UNBUILDABLE))?;
        let mut changes = has_webhook(how, found, true).map_err(&failed)?;
        changes.push(TransactWriteItem::builder().put(put).build());
        let event = how.event(what.code(), &found.partner.id).with("origin", row.url.origin());
        self.record(how.audit, audit::partners(), changes, event).await.map_err(failed)
    }

    /// Removes the webhook of a partner: it is told nothing more, of earlier referrals neither.
    pub async fn remove_webhook(
        &self,
        how: PartnerChange<'_>,
        found: &PartnerFound,
    ) -> Result<(), OperatorError> {
        let failed = OperatorError::of("the webhook was not removed");
        let delete = Delete::builder()
            .table_name(how.partners)
            .key("id", text(item::partner::webhook(&found.partner.id)))
            .build()
            .map_err(|_| failed(UNBUILDABLE))?;
        let mut changes = has_webhook(how, found, false).map_err(&failed)?;
        changes.push(TransactWriteItem::builder().delete(delete).build());
        let event = how.event("webhook-remove", &found.partner.id);
        self.record(how.audit, audit::partners(), changes, event).await.map_err(failed)
    }
}

/// The writes that say in a partner's row, and in those of its keys that are live, whether it has a webhook:
/// one read of the key tells what accepts its referrals.
fn has_webhook(
    how: PartnerChange<'_>,
    found: &PartnerFound,
    has_webhook: bool,
) -> Result<Vec<TransactWriteItem>, Fault> {
    let partner = Partner { has_webhook, ..found.partner.clone() };
    let held = found.keys.iter().map(|(key, _)| key.key.to_string()).collect();
    let row = PartnerItem::new(&partner, found.version + 1, held);
    let mut changes = vec![replace(how.partners, &row, found.version)?];
    for key in found.live(how.now) {
        let update = Update::builder()
            .table_name(how.partners)
            .key("id", text(item::partner::key(key.key)))
            .update_expression("SET has_webhook = :has")
            .condition_expression("attribute_exists(id)")
            .expression_attribute_values(
                ":has",
                aws_sdk_dynamodb::types::AttributeValue::Bool(has_webhook),
            )
            .build()
            .map_err(|_| UNBUILDABLE)?;
        changes.push(TransactWriteItem::builder().update(update).build());
    }
    Ok(changes)
}
