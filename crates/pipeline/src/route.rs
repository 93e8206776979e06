//! Route: an accepted referral is brought into one inbox entry, though others are routed at the
//! same time.
//!
//! Everything is read before the one transaction that delivers, and that transaction commits only
//! if nothing it rests on has changed. A referral that loses a race looks again; none waits for
//! another.

mod compare;
mod deliver;
mod family_match;

use std::panic::AssertUnwindSafe;

use futures::FutureExt as _;
use locality::{Facts, Placement};
use referral::{EntryId, InboxId, Referral, ReferralId, ReferralState};

use crate::body;
use crate::notes;
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{Fault, Matching, Open as _, Placing, Store, World};
use crate::rows::StoredReferral;
use crate::summary;
use crate::write::CommitError;

/// The ways in which routing ends well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Routed {
    /// A new entry in this inbox.
    Delivered(InboxId),
    /// Attached to an entry that was open in this inbox.
    Attached(InboxId),
    /// The referral was routed or withdrawn before.
    Already,
    /// There is no such referral (it was erased).
    Unknown,
}

/// The reason why a referral was not routed this time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RouteError {
    /// It will be tried again, and never counts towards review.
    #[error("try again: {0}")]
    Transient(&'static str),
    /// It will not get better by itself: on its last receive it goes to review.
    #[error("needs a person: {0}")]
    Unexpected(&'static str),
}

impl From<Fault> for RouteError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Transient(why) => Self::Transient(why),
            Fault::Broken(why) => Self::Unexpected(why),
        }
    }
}

/// Places, matches and delivers one referral. Running it again, or twice at once, changes nothing.
pub async fn route<W: Matching + Placing>(world: &W, id: ReferralId) -> Result<Routed, RouteError> {
    let mut opened: Option<OpenedReferral> = None;
    let mut last = "others are delivering the same family";
    for attempt in 0..ATTEMPTS {
        let Some(stored) = world.store().referral(id).await? else {
            return Ok(Routed::Unknown);
        };
        if !stored.state.state.can_become(ReferralState::Routed) {
            return Ok(Routed::Already);
        }
        // The body never changes: it is opened, placed and made known once.
        let opened = match &mut opened {
            Some(opened) => opened,
            none => none.insert(OpenedReferral::new(world, &stored).await?),
        };
        let family = compare::compare(world, &stored.state, opened, attempt).await?;
        let outcome = match deliver::clear_the_way(world, family).await {
            Ok(None) => Err(CommitError::Cancelled(Vec::new())),
            Ok(Some(family)) => {
                let (placement, joined) = (&opened.placement, family.open.as_deref());
                let entry = joined.map_or_else(|| own_entry(id), |entry| entry.id);
                let summary = summary::sealed(world, entry, &opened.referral, joined).await;
                deliver::Delivery::plan(&stored.state, placement, &family, summary)
                    .commit(world, attempt)
                    .await
            }
            Err(error) => Err(error),
        };
        match outcome {
            Ok(routed) => {
                notes::deliver_those_of(world, &stored.state).await;
                return Ok(routed);
            }
            Err(CommitError::Fault(Fault::Broken(why))) => return Err(RouteError::Unexpected(why)),
            Err(CommitError::Fault(Fault::Transient(why))) => last = why,
            Err(CommitError::Cancelled(_)) => {}
        }
        pause(world.nature(), attempt).await;
    }
    Err(RouteError::Transient(last))
}

/// As [`route`]; a referral that fails unexpectedly, be it by a panic, ends in review: see
/// [`to_review`].
pub async fn route_or_review<W: Matching + Placing>(
    world: &W,
    id: ReferralId,
    last: bool,
) -> Result<Routed, RouteError> {
    // Nothing that a panic leaves half done outlives it: all that routing owned is dropped.
    let ended = AssertUnwindSafe(route(world, id)).catch_unwind().await;
    match ended.unwrap_or(Err(RouteError::Unexpected("routing stopped unexpectedly"))) {
        Err(RouteError::Unexpected(cause)) => to_review(world, id, cause, last).await,
        ended => ended,
    }
}

/// Delivers a referral to the review inbox after an unexpected failure, on its `last` receive. Only
/// its state row is read, as its body may be the cause. A concern does not wait for the last
/// receive.
pub async fn to_review<W: World>(
    world: &W,
    id: ReferralId,
    cause: &'static str,
    last: bool,
) -> Result<Routed, RouteError> {
    let mut held_up = "others are delivering the same referral";
    for attempt in 0..ATTEMPTS {
        let states = world.store().states(&[id]).await?;
        let Some(state) = states.first() else {
            return Ok(Routed::Unknown);
        };
        if !state.state.can_become(ReferralState::Routed) {
            return Ok(Routed::Already);
        }
        if !last && !state.urgent() {
            return Err(RouteError::Unexpected(cause));
        }
        match deliver::Delivery::for_review(state, cause).commit(world, attempt).await {
            Ok(routed) => {
                notes::deliver_those_of(world, state).await;
                return Ok(routed);
            }
            Err(CommitError::Fault(Fault::Broken(why))) => return Err(RouteError::Unexpected(why)),
            Err(CommitError::Fault(Fault::Transient(why))) => held_up = why,
            Err(CommitError::Cancelled(_)) => {}
        }
        pause(world.nature(), attempt).await;
    }
    Err(RouteError::Transient(held_up))
}

/// A referral as it was read, its placement by the rulebook alone, and its children as match rows.
struct OpenedReferral {
    referral: Referral,
    placement: Placement,
    family: family_match::Family,
}

impl OpenedReferral {
    async fn new<W: Matching + Placing>(world: &W, stored: &StoredReferral) -> Result<Self, Fault> {
        let plain = world.vault().open(stored.state.id, &stored.body.sealed).await?;
        let referral: Referral = body::read(&plain)?;
        let on = stored.state.accepted_at.to_zoned(jiff::tz::TimeZone::UTC).date();
        let places = world.places();
        let placement = places.localities.place(&Facts::of(&referral, on), &places.index);
        let family = family_match::Family::of(world, &stored.state, &referral, &placement, on);
        Ok(Self { referral, placement, family })
    }
}

/// The entry a referral has if it gets one of its own.
fn own_entry(id: ReferralId) -> EntryId {
    EntryId::from(id)
}
