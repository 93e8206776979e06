//! Recording: an event becomes the next row of its stream in the tables.

use referral::EntryId;

use crate::audit::{AuditEvent, AuditRow};
use crate::ports::{Fault, Store};

/// The next row of a stream, after the head as it stands now.
pub(crate) async fn next(
    store: &impl Store,
    stream: EntryId,
    event: AuditEvent,
) -> Result<AuditRow, Fault> {
    let head = store.audit_head(stream).await?;
    Ok(event.after(stream, head.as_ref()))
}
