//! The row of a partner's webhook, in the table of partners. It is apart from the partner's own, so that
//! what sends messages can note that one is gone, and write nothing else of a partner.

use pipeline::ports::Fault;
use pipeline::rows::{PartnerId, WebhookRow, WebhookUrl};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use super::{UNREADABLE, millis, partner, time};

#[derive(Serialize, Deserialize)]
pub(crate) struct WebhookItem {
    id: String,
    url: String,
    /// The sealed secrets, the newest first.
    secrets: Vec<ByteBuf>,
    version: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    disabled_at: Option<i64>,
}

impl From<&WebhookRow> for WebhookItem {
    fn from(row: &WebhookRow) -> Self {
        Self {
            id: partner::webhook(&row.partner),
            url: row.url.as_str().to_owned(),
            secrets: row.secrets.iter().cloned().map(ByteBuf::from).collect(),
            version: row.version,
            disabled_at: row.disabled_at.map(millis),
        }
    }
}

impl TryFrom<WebhookItem> for WebhookRow {
    type Error = Fault;

    fn try_from(item: WebhookItem) -> Result<Self, Fault> {
        let id = item.id.strip_prefix(partner::WEBHOOK).ok_or(UNREADABLE)?;
        Ok(Self {
            partner: PartnerId::parse(id).map_err(|_| UNREADABLE)?,
            url: WebhookUrl::parse(&item.url).map_err(|_| UNREADABLE)?,
            secrets: item.secrets.into_iter().map(ByteBuf::into_vec).collect(),
            version: item.version,
            disabled_at: item.disabled_at.map(time).transpose()?,
        })
    }
}
