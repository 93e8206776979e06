//! The summary of an entry for a worker: the one that was sealed with it, or else one made of its
//! referrals, as for entries of an earlier version.

use referral::EntryId;

use super::CollectError;
use super::bodies::read;
use crate::ports::{Fault, Reading, Store as _};
use crate::rows::EntryRow;
use crate::summary::{self, Summary};

/// The most referrals of one entry that are opened for its row.
const MOST_OPENED: usize = 8;

/// The summary of an entry; `None` if neither it nor any referral can be read.
pub(super) async fn summary<W: Reading>(
    world: &W,
    entry: &EntryRow,
) -> Result<Option<Summary>, CollectError> {
    if let Some(sealed) = &entry.summary {
        let id: EntryId = entry.id;
        match summary::opened(world, id, sealed).await {
            Ok(summary) => return Ok(Some(summary)),
            Err(Fault::Transient(why)) => return Err(CollectError::Unavailable(why)),
            Err(Fault::Broken(_)) => {}
        }
    }
    read_bodies(world, entry).await
}

/// The summary of an entry's referrals, as far as they can be read.
pub(super) async fn read_bodies<W: Reading>(
    world: &W,
    entry: &EntryRow,
) -> Result<Option<Summary>, CollectError> {
    let ids = entry.referrals.get(..MOST_OPENED).unwrap_or(&entry.referrals);
    let bodies = world.store().bodies(ids).await?;
    let mut whole: Option<Summary> = None;
    for id in ids {
        let Some(body) = bodies.iter().find(|body| body.id == *id) else { continue };
        if let Some(referral) = read(world, body).await? {
            let own = Summary::of(&referral);
            whole = Some(whole.map_or_else(|| own.clone(), |whole| whole.with(&own)));
        }
    }
    Ok(whole)
}
