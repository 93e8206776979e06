//! Drafts: what a family has typed and not sent, kept on the server until it is sent or ended, by a
//! random id that only their browser has.
//!
//! The table holds the id's digest, and sealed under it the contents, which are opaque here. A draft
//! ends when somebody ends it, or when it was not saved for [`IDLE`]: it begins in one transaction with
//! the row of due work that ends it then ([`end_idle`]), so that no crash leaves it behind. From its
//! idle end on it is not read any more, whether it is still there or not. One that has ended does not
//! come back: saving it says that it is gone.
//!
//! | The process dies | What is there |
//! |---|---|
//! | in [`begin`] | no draft; or one whose id nobody has, which ends at its idle end |
//! | in [`save`] | the draft as it was, or as it is saved |
//! | in [`end`] | the draft, which ends at its idle end; or none |

mod idle;

use std::time::Duration;

pub use idle::{Ended, end_idle};

use crate::due::{DueRow, Work};
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{
    DraftStore as _, Drafting, Fault, Nature as _, Open as _, Seal as _, Store as _,
};
use crate::rows::{DraftKey, DraftRow, after};
use crate::secret_id::{self, digest};
use crate::write::{CommitError, Row, Write};

/// The time after which a draft that is not saved ends.
pub const IDLE: Duration = Duration::from_hours(4);

/// The number of times that ending a draft is tried when the tables do not answer.
const TRIES: u32 = 3;

/// The random id of a draft, of 128 bits. It has no `Debug`: the holder of the id is taken for the
/// family.
#[derive(Clone, PartialEq, Eq)]
pub struct DraftId([u8; 16]);

impl DraftId {
    /// Reads an id as [`DraftId::secret`] writes it.
    pub fn parse(text: &str) -> Option<Self> {
        secret_id::read(text).map(Self)
    }

    /// The id in hexadecimal, for the browser alone.
    pub fn secret(&self) -> String {
        secret_id::write(self.0)
    }

    /// The key under which the draft is stored.
    pub fn key(&self) -> DraftKey {
        DraftKey::of(digest("draft", &self.0))
    }
}

/// A draft that was read.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// The contents, as they were saved.
    pub contents: Vec<u8>,
    /// The version that the draft has.
    pub version: u64,
}

/// The outcome of saving a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// The draft holds these contents now.
    Saved,
    /// Another request has saved it since it was read: nothing was written.
    Changed,
    /// The draft has ended: nothing was written.
    Gone,
}

/// Begins a draft.
pub async fn begin<W: Drafting>(world: &W, contents: &[u8]) -> Result<DraftId, Fault> {
    for attempt in 0..ATTEMPTS {
        let id = DraftId(world.nature().random());
        let row = row(world, id.key(), contents, 1).await?;
        let due = DueRow::end_draft(row.key, row.idle_until);
        let writes = [Write::Insert(Row::Draft(row)), Write::Insert(Row::Due(due))];
        match world.store().commit(&writes).await {
            Ok(()) => return Ok(id),
            // The id is taken, or the table was busy.
            Err(CommitError::Cancelled(_)) => pause(world.nature(), attempt).await,
            Err(CommitError::Fault(fault)) => return Err(fault),
        }
    }
    Err(Fault::Transient("a draft could not begin"))
}

/// The draft, if it has not ended. Reading it does not put its end off.
pub async fn read<W: Drafting>(world: &W, id: &DraftId) -> Result<Option<Draft>, Fault> {
    let key = id.key();
    let Some(row) = world.store().draft(key).await? else { return Ok(None) };
    if world.nature().now() >= row.idle_until {
        return Ok(None);
    }
    match world.vault().open(key, &row.sealed).await {
        Ok(contents) => Ok(Some(Draft { contents, version: row.version })),
        // Somebody wrote to the row, or its key is gone: the family begins again.
        Err(Fault::Broken(_)) => Ok(None),
        Err(fault @ Fault::Transient(_)) => Err(fault),
    }
}

/// Saves a draft that was read with version `seen`, which puts its idle end off.
pub async fn save<W: Drafting>(
    world: &W,
    id: &DraftId,
    seen: u64,
    contents: &[u8],
) -> Result<Saved, Fault> {
    let key = id.key();
    let row = row(world, key, contents, seen.saturating_add(1)).await?;
    let (store, now) = (world.store(), world.nature().now());
    if store.save_draft(&row, seen, now).await? {
        return Ok(Saved::Saved);
    }
    Ok(match store.draft(key).await? {
        // The answer was lost on the way, and the port wrote a second time.
        Some(found) if (found.version, &found.sealed) == (row.version, &row.sealed) => Saved::Saved,
        Some(found) if now < found.idle_until => Saved::Changed,
        _ => Saved::Gone,
    })
}

/// Ends a draft; one that is over already stays over.
pub async fn end<W: Drafting>(world: &W, id: &DraftId) -> Result<(), Fault> {
    let key = id.key();
    let writes = [Write::EndDraft { key, idle_at: None }, Write::Remove(Work::EndDraft(key))];
    for attempt in 0..ATTEMPTS {
        match world.store().commit(&writes).await {
            Ok(()) => return Ok(()),
            Err(CommitError::Fault(fault @ Fault::Broken(_))) => return Err(fault),
            Err(CommitError::Fault(fault)) if attempt + 1 >= TRIES => return Err(fault),
            // Ending it twice is as good as once.
            Err(_) => pause(world.nature(), attempt).await,
        }
    }
    Err(Fault::Transient("a draft could not be ended"))
}

/// A draft's row with these contents, saved now.
async fn row<W: Drafting>(
    world: &W,
    key: DraftKey,
    contents: &[u8],
    version: u64,
) -> Result<DraftRow, Fault> {
    let sealed = world.vault().seal(key, contents).await?;
    let idle_until = after(world.nature().now(), IDLE);
    Ok(DraftRow { key, sealed, version, idle_until })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_a_draft_does_not_show_its_id_and_is_no_sessions_key() {
        let id = DraftId([7; 16]);
        assert!(DraftId::parse(&id.secret()) == Some(id.clone()));
        assert_ne!(id.key(), DraftId([8; 16]).key());
        assert!(!id.key().to_string().contains(&id.secret()));
        let session = crate::sessions::SessionId::parse(&id.secret()).unwrap();
        assert_ne!(id.key().to_string(), session.key().to_string());
    }
}
