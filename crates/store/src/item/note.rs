//! The form of a note: a row of its referral.

use pipeline::ports::Fault;
use pipeline::rows::{NoteKey, NoteRow};
use referral::EntryId;
use serde::{Deserialize, Serialize};

use super::amendment::MarkItem;
use super::referral::{id_of, keys};
use super::{UNREADABLE, millis, time};

#[derive(Serialize, Deserialize)]
pub(crate) struct NoteItem {
    pk: String,
    sk: String,
    written_at: i64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    concern: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pressing: bool,
    /// The mark of a sender's amendment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    amendment: Option<MarkItem>,
    #[serde(with = "serde_bytes")]
    sealed: Vec<u8>,
    /// The entry whose workers were told of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<EntryId>,
}

impl From<&NoteRow> for NoteItem {
    fn from(row: &NoteRow) -> Self {
        Self {
            pk: keys::referral(row.key.referral),
            sk: keys::note(row.key.note),
            written_at: millis(row.written_at),
            concern: row.concern,
            pressing: row.pressing,
            amendment: row.amendment.as_ref().map(MarkItem::from),
            sealed: row.sealed.clone(),
            entry: row.entry,
        }
    }
}

impl TryFrom<NoteItem> for NoteRow {
    type Error = Fault;

    fn try_from(item: NoteItem) -> Result<Self, Fault> {
        let note = item.sk.strip_prefix(keys::NOTE).and_then(|id| id.parse().ok());
        Ok(Self {
            key: NoteKey { referral: id_of(&item.pk)?, note: note.ok_or(UNREADABLE)? },
            written_at: time(item.written_at)?,
            concern: item.concern,
            pressing: item.pressing,
            amendment: item.amendment.map(Into::into),
            sealed: item.sealed,
            entry: item.entry,
        })
    }
}
