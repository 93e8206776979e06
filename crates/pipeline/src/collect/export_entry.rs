//! An entry as a file that a worker takes away: it is opened like any other, and that it was taken away
//! is recorded beside the look.

use referral::EntryId;

use super::{CollectError, Opened, Worker, open, recorded};
use crate::audit::AuditAction;
use crate::ports::Reading;

/// Opens an entry for a file of this format. Both are recorded before anything is shown.
pub async fn export_entry<W: Reading>(
    world: &W,
    worker: &Worker,
    id: EntryId,
    format: &'static str,
) -> Result<Opened, CollectError> {
    let opened = open(world, worker, id).await?;
    let event = recorded::event(world, worker, &opened.entry.inbox, AuditAction::Exported);
    recorded::write(world, &[(id, event.with("format", format))]).await?;
    Ok(opened)
}
