//! Rows of the table of drafts: drafts by the digest of their id, and counts by a keyed token and the
//! beginning of their window.

use jiff::Timestamp;
use pipeline::ports::Fault;
use pipeline::rows::{DraftKey, DraftRow, Token};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use super::{UNREADABLE, millis, seconds, time};

/// The prefix of a draft's key; the digest follows.
const DRAFT: &str = "D#";
/// The prefix of the key of a count of sendings from a source; token and window follow.
const SENDINGS: &str = "P#";
/// The prefix of the key of a count of tries; token and window follow.
const TRIES: &str = "T#";

/// The key of a draft.
pub(crate) fn key(draft: DraftKey) -> String {
    format!("{DRAFT}{draft}")
}

fn draft_key(key: &str) -> Result<DraftKey, Fault> {
    key.strip_prefix(DRAFT).and_then(DraftKey::parse).ok_or(UNREADABLE)
}

/// The key of the sendings from a source in a window.
pub(crate) fn sendings_key(source: &Token, window: Timestamp) -> String {
    format!("{SENDINGS}{}#{}", source.as_str(), window.as_second())
}

/// The key of the tries under a token in a window.
pub(crate) fn tries_key(token: &Token, window: Timestamp) -> String {
    format!("{TRIES}{}#{}", token.as_str(), window.as_second())
}

#[derive(Serialize, Deserialize)]
pub(crate) struct DraftItem {
    id: String,
    sealed: ByteBuf,
    version: u64,
    idle_until: i64,
    /// The second after the idle end, for the table's time to live: it is for a draft that the sweep
    /// did not end.
    expires: i64,
}

impl From<&DraftRow> for DraftItem {
    fn from(row: &DraftRow) -> Self {
        Self {
            id: key(row.key),
            sealed: ByteBuf::from(row.sealed.clone()),
            version: row.version,
            idle_until: millis(row.idle_until),
            expires: seconds(row.idle_until) + 1,
        }
    }
}

impl TryFrom<DraftItem> for DraftRow {
    type Error = Fault;

    fn try_from(item: DraftItem) -> Result<Self, Fault> {
        Ok(Self {
            key: draft_key(&item.id)?,
            sealed: item.sealed.into_vec(),
            version: item.version,
            idle_until: time(item.idle_until)?,
        })
    }
}

/// The part of a draft that says when it ends.
#[derive(Deserialize)]
pub(crate) struct IdleItem {
    id: String,
    idle_until: i64,
}

/// The attributes of [`IdleItem`].
pub(crate) const IDLE: &str = "id, idle_until";

impl TryFrom<IdleItem> for (DraftKey, Timestamp) {
    type Error = Fault;

    fn try_from(item: IdleItem) -> Result<Self, Fault> {
        Ok((draft_key(&item.id)?, time(item.idle_until)?))
    }
}
