//! A log as it is shown: each item with those that it stands for.

use futures::future::try_join_all;
use jiff::Timestamp;
use referral::LogId;

use super::{Logged, sealed};
use crate::body::OPENED_AT_ONCE;
use crate::collect::CollectError;
use crate::ports::{Fault, Open as _, Reading, Store as _};
use crate::rows::{ActorId, EntryRow, LogRow};

/// An item on a log, with the earlier ones that it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogThread {
    /// The item as it stands now.
    pub now: LogItem,
    /// The items that it stands for, the latest one first.
    pub earlier: Vec<LogItem>,
}

/// One item, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogItem {
    /// The id of the item.
    pub id: LogId,
    /// The time when it was written.
    pub written_at: Timestamp,
    /// The worker who wrote it, and the item; `None` if it cannot be read.
    pub said: Option<(ActorId, Logged)>,
}

impl LogThread {
    /// The time when its first item was written.
    fn begun_at(&self) -> Timestamp {
        self.earlier.last().map_or(self.now.written_at, |first| first.written_at)
    }
}

/// The log of an entry, what was begun last first. The entry's row tells whether there is any.
pub(in crate::collect) async fn read<W: Reading>(
    world: &W,
    entry: &EntryRow,
) -> Result<Vec<LogThread>, CollectError> {
    if entry.log.items == 0 {
        return Ok(Vec::new());
    }
    let rows = world.store().log(entry.id).await?;
    let mut items = Vec::with_capacity(rows.len());
    for some in rows.chunks(OPENED_AT_ONCE) {
        items.extend(try_join_all(some.iter().map(|row| open(world, row))).await?);
    }
    let replaced = rows.iter().map(|row| row.replaces).collect::<Vec<_>>();
    Ok(threads(&items, &replaced))
}

async fn open<W: Reading>(world: &W, row: &LogRow) -> Result<LogItem, CollectError> {
    let said = match world.vault().open(row.key, &row.sealed).await {
        Ok(plain) => sealed::read(&plain).ok(),
        Err(Fault::Broken(_)) => None,
        Err(Fault::Transient(why)) => return Err(CollectError::Unavailable(why)),
    };
    Ok(LogItem { id: row.key.item, written_at: row.written_at, said })
}

/// The items, each under the one that stands for it now. `replaced` has for each item the one that it
/// replaces.
fn threads(items: &[LogItem], replaced: &[Option<LogId>]) -> Vec<LogThread> {
    let is_replaced = |id: LogId| replaced.contains(&Some(id));
    let before = |id: LogId| {
        let at = items.iter().position(|item| item.id == id)?;
        let earlier = replaced.get(at).copied().flatten()?;
        items.iter().find(|item| item.id == earlier)
    };
    let thread = |now: &LogItem| {
        // An item is written after the one that it replaces, so there are no circles.
        let first = before(now.id);
        let earlier = std::iter::successors(first, |item| before(item.id)).take(items.len());
        LogThread { now: now.clone(), earlier: earlier.cloned().collect() }
    };
    let mut threads: Vec<_> =
        items.iter().filter(|item| !is_replaced(item.id)).map(thread).collect();
    threads.sort_by_key(|thread| std::cmp::Reverse((thread.begun_at(), thread.now.id)));
    threads
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(byte: u8) -> LogItem {
        let written_at = Timestamp::from_second(i64::from(byte)).unwrap();
        LogItem { id: LogId::from_random([byte; 16]), written_at, said: None }
    }

    #[test]
    fn an_item_that_was_replaced_twice_stands_under_the_last() {
        let replaced = [None, Some(item(1).id), None, Some(item(2).id)];
        let shown = threads(&[1, 2, 3, 4].map(item), &replaced);
        let expected = [
            LogThread { now: item(3), earlier: Vec::new() },
            LogThread { now: item(4), earlier: vec![item(2), item(1)] },
        ];
        assert_eq!(shown, expected);
    }
}
