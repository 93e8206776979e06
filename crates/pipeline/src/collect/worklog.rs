//! The log of an entry: what its workers write down while they work on it. Each item is a sealed row
//! of the entry that is written once. A worker who corrects one, or brings it up to date, writes a new item
//! that stands for it from then on; both stay.

mod finding;
mod item;
mod rules;
mod sealed;
mod threads;

use referral::{EntryId, LogId};
use sha2::{Digest as _, Sha256};

pub use item::{
    Contact, CorrectedPostcode, Logged, NewItem, Onward, ScoreTaken, SenderAsked, Task,
};
pub use rules::Unfit;
pub(super) use threads::read;
pub use threads::{LogItem, LogThread};

use super::{CollectError, Worker, find};
use crate::audit::{AuditAction, AuditEvent};
use crate::clocks;
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{Fault, Logging, Nature as _, Open as _, Seal as _, Store as _};
use crate::record;
use crate::rows::{Actor, EntryRow, LogKey, LogRow};
use crate::write::{CommitError, Refusal, Row, Write};

/// The answer to a worker who wrote on the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Appended {
    /// The entry as it is with the item.
    pub entry: EntryRow,
    /// The id of the item.
    pub item: LogId,
}

/// Writes an item on the log of an entry once, however often it is sent. `form` is the random token of
/// the form that was filled in, or the caller's own key: the same item sent with the same token by
/// the same worker is one item.
pub async fn append<W: Logging>(
    world: &W,
    worker: &Worker,
    id: EntryId,
    form: &str,
    item: &NewItem,
) -> Result<Appended, CollectError> {
    let now = world.nature().now();
    rules::fits(item, now)?;
    let plain = sealed::write(&worker.actor, item)?;
    let key = LogKey { entry: id, item: item_id(id, &worker.actor, form, &plain) };
    let sealed = world.vault().seal(key, &plain).await?;
    let row = LogRow { key, written_at: now, replaces: item.replaces, sealed };
    let mut last = CollectError::Conflict("others are changing it at the same time");
    for attempt in 0..ATTEMPTS {
        let entry = find(world, worker, id).await?;
        if world.store().log_item(key).await?.is_some() {
            return Ok(Appended { entry, item: key.item });
        }
        finding::stands(&entry, item)?;
        let mut earlier = None;
        if let Some(id) = item.replaces {
            let said = replaced(world, &entry, id).await?;
            rules::may_replace(&said, &item.said)?;
            earlier = Some(said);
        }
        let mut next = rules::marked(&entry, key.item, item)?;
        finding::mark(&mut next, key.item, item, earlier.as_ref(), now);
        let event = event(worker, &entry, key.item, item, now);
        let event = record::next(world.store(), id, event).await?;
        let mut writes = vec![
            Write::Insert(Row::Log(row.clone())),
            Write::Entry { row: next.clone(), seen: entry.version },
            Write::Insert(Row::Audit(event)),
        ];
        writes.extend(clocks::planned(Some(&entry), &next, now));
        match world.store().commit(&writes).await {
            Ok(()) => return Ok(Appended { entry: next, item: key.item }),
            Err(CommitError::Cancelled(refusals)) => {
                // It was sent before, or the answer to an attempt of ours was lost.
                if refusals.first() == Some(&Refusal::Condition) {
                    let entry = find(world, worker, id).await?;
                    return Ok(Appended { entry, item: key.item });
                }
            }
            Err(CommitError::Fault(fault @ Fault::Broken(_))) => return Err(fault.into()),
            Err(CommitError::Fault(fault)) => last = fault.into(),
        }
        pause(world.nature(), attempt).await;
    }
    Err(last)
}

/// The item that another one is to stand for, as long as no other does already.
async fn replaced<W: Logging>(
    world: &W,
    entry: &EntryRow,
    earlier: LogId,
) -> Result<Logged, CollectError> {
    const UNREADABLE: CollectError = CollectError::Conflict("the earlier item cannot be read");
    let rows = world.store().log(entry.id).await?;
    if rows.iter().any(|row| row.replaces == Some(earlier)) {
        return Err(CollectError::Conflict(
            "somebody has corrected or updated that item meanwhile",
        ));
    }
    let row = rows.into_iter().find(|row| row.key.item == earlier).ok_or(Unfit::NO_SUCH_ITEM)?;
    match world.vault().open(row.key, &row.sealed).await {
        Ok(plain) => sealed::read(&plain).map(|(_, said)| said).map_err(|_| UNREADABLE),
        Err(Fault::Broken(_)) => Err(UNREADABLE),
        Err(Fault::Transient(why)) => Err(CollectError::Unavailable(why)),
    }
}

/// The event that tells of an item, in codes and ids alone.
fn event(
    worker: &Worker,
    entry: &EntryRow,
    id: LogId,
    item: &NewItem,
    now: jiff::Timestamp,
) -> AuditEvent {
    let mut event = AuditEvent::new(now, &worker.actor, AuditAction::Logged)
        .with("inbox", entry.inbox.as_str())
        .with("item", id)
        .with("kind", item.said.kind());
    if let Some(code) = item.said.code() {
        event = event.with("code", code);
    }
    if let Some(earlier) = item.replaces {
        event = event.with("replaces", earlier);
    }
    event
}

/// The id of an item, made of the form that it was sent with, of its worker and of what it says. The
/// form's token is random and stored nowhere beside it, so the id tells nothing.
fn item_id(entry: EntryId, by: &Actor, form: &str, plain: &[u8]) -> LogId {
    let mut digest = Sha256::new().chain_update(b"hubward-log|").chain_update(entry.as_bytes());
    for part in [by.id.as_str().as_bytes(), form.as_bytes(), plain] {
        digest = digest.chain_update((part.len() as u64).to_be_bytes()).chain_update(part);
    }
    let digest = digest.finalize();
    let (half, _) = digest.split_at(16);
    LogId::from_random(half.try_into().unwrap_or_default())
}
