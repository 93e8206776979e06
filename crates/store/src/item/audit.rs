//! The form of an audit event: its stream, its place in the stream, and the event as written.

use pipeline::audit::{AuditEvent, AuditRow, Hash};
use referral::EntryId;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(crate) struct AuditItem {
    stream: EntryId,
    seq: u64,
    #[serde(flatten)]
    event: AuditEvent,
    previous: Hash,
    hash: Hash,
}

impl From<&AuditRow> for AuditItem {
    fn from(row: &AuditRow) -> Self {
        let AuditRow { stream, seq, event, previous, hash } = row.clone();
        Self { stream, seq, event, previous, hash }
    }
}

impl From<AuditItem> for AuditRow {
    fn from(item: AuditItem) -> Self {
        let AuditItem { stream, seq, event, previous, hash } = item;
        Self { stream, seq, event, previous, hash }
    }
}
