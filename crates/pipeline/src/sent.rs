//! Sent: the referrals of one sender, for the sender who asks again and again for what is new.
//!
//! A referral is listed under the time when it was accepted, and again later when its sender amended
//! it, or when it was placed so late that the list may have shown it waiting. Nothing else moves it, so
//! the list tells nothing of what happens to a referral here.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use referral::{Reference, ReferralId};

use crate::ports::{Fault, Nature as _, Store as _, World};
use crate::rows::{ActorId, SentMark, StateRow};
use crate::status::Status;

/// The time by which the list is behind the clock. Writers' clocks may differ, and the index may be
/// late, by less than this: so nothing appears before the place at which somebody has read already.
pub const BEHIND: Duration = Duration::from_mins(2);

/// The time after which a referral that waits to be placed is listed anew when it is. It is shorter than
/// [`BEHIND`], so no referral is shown waiting without being shown again.
const LATE: Duration = Duration::from_mins(1);

/// A page of a sender's referrals.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// The referrals, each as it stands now, in the order in which they are listed.
    pub referrals: Vec<Status>,
    /// The place from which the next page goes on; `None` while nothing was ever listed, or where nothing
    /// follows.
    pub next: Option<SentMark>,
}

/// The referrals of a sender that are listed after `after`, at most `limit`. Each is in it once at least:
/// one that is listed again meanwhile may be shown twice.
pub async fn since<W: World>(
    world: &W,
    sender: &ActorId,
    after: Option<SentMark>,
    limit: usize,
) -> Result<Sent, Fault> {
    let until = world.nature().now() - BEHIND;
    let marks = world.store().sent(sender, after, until, limit).await?;
    let next = marks.last().copied().or(after);
    Ok(Sent { referrals: as_they_stand(world, sender, &marks).await?, next })
}

/// The referrals of a sender that were listed last, the last first: those before `before`, at most `limit`.
/// The next page begins before `next`, which is `None` on the last one. It is for a person who looks; a
/// program that asks for what is new asks [`since`]. What was accepted a moment ago may be missing still.
pub async fn newest<W: World>(
    world: &W,
    sender: &ActorId,
    before: Option<SentMark>,
    limit: usize,
) -> Result<Sent, Fault> {
    let mut marks = world.store().sent_before(sender, before, limit.saturating_add(1)).await?;
    let more = marks.len() > limit;
    marks.truncate(limit);
    let next = marks.last().copied().filter(|_| more);
    Ok(Sent { referrals: as_they_stand(world, sender, &marks).await?, next })
}

/// The sender's own referrals at these places, in their order, each as it stands now.
async fn as_they_stand<W: World>(
    world: &W,
    sender: &ActorId,
    marks: &[SentMark],
) -> Result<Vec<Status>, Fault> {
    let ids: Vec<ReferralId> = marks.iter().map(|mark| mark.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let states = world.store().states(&ids).await?;
    let placements = world.store().placements(&ids).await?;
    let mut placements: BTreeMap<_, _> =
        placements.into_iter().map(|row| (row.id, row.placement)).collect();
    let mut states: BTreeMap<ReferralId, StateRow> =
        states.into_iter().map(|row| (row.id, row)).collect();
    let own = ids.iter().filter_map(|id| states.remove(id));
    let own = own.filter(|state| state.submitter == *sender);
    let told = |state: StateRow| {
        let placement = placements.remove(&state.id);
        Status::of(state, placement)
    };
    Ok(own.map(told).collect())
}

/// The referral that has a reference, for the sender who sent it; `None` for any other.
pub async fn with_reference<W: World>(
    world: &W,
    sender: &ActorId,
    reference: &Reference,
) -> Result<Option<Status>, Fault> {
    match world.store().reference(reference).await? {
        Some(row) => crate::status(world, sender, row.id).await,
        None => Ok(None),
    }
}

/// The time under which a referral is listed once it is placed, which it is now.
pub(crate) fn listed_once_placed(state: &StateRow, now: Timestamp) -> Timestamp {
    if now - LATE > state.listed_at { now } else { state.listed_at }
}
