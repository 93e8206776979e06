//! The form of an item on the log of an entry: a row under the entry's own key.

use pipeline::ports::Fault;
use pipeline::rows::{LogKey, LogRow};
use referral::LogId;
use serde::{Deserialize, Serialize};

use super::referral::keys;
use super::{UNREADABLE, millis, time};

#[derive(Serialize, Deserialize)]
pub(crate) struct LogItem {
    pk: String,
    sk: String,
    written_at: i64,
    /// The earlier item that this one stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    replaces: Option<LogId>,
    #[serde(with = "serde_bytes")]
    sealed: Vec<u8>,
}

impl From<&LogRow> for LogItem {
    fn from(row: &LogRow) -> Self {
        Self {
            pk: keys::entry(row.key.entry),
            sk: keys::log(row.key.item),
            written_at: millis(row.written_at),
            replaces: row.replaces,
            sealed: row.sealed.clone(),
        }
    }
}

impl TryFrom<LogItem> for LogRow {
    type Error = Fault;

    fn try_from(item: LogItem) -> Result<Self, Fault> {
        let entry = item.pk.strip_prefix(keys::ENTRY).and_then(|id| id.parse().ok());
        let own = item.sk.strip_prefix(keys::LOG).and_then(|id| id.parse().ok());
        Ok(Self {
            key: LogKey { entry: entry.ok_or(UNREADABLE)?, item: own.ok_or(UNREADABLE)? },
            written_at: time(item.written_at)?,
            replaces: item.replaces,
            sealed: item.sealed,
        })
    }
}
