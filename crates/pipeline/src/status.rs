//! Status: the part of a referral that its submitter may see. It comes from their own submission
//! and the rulebook alone, as if no family were known yet. It never tells which entry holds the
//! referral, or where that entry is.

use locality::Placement;
use referral::{Reference, ReferralId, ReferralState};

use crate::ports::{Fault, Store, World};
use crate::rows::ActorId;

/// The status of a referral, for its submitter.
#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    /// The id of the referral.
    pub id: ReferralId,
    /// The public reference of the referral.
    pub reference: Reference,
    /// The state that the referral is in.
    pub state: ReferralState,
    /// The placement by the rulebook alone, once the referral is routed.
    pub placement: Option<Placement>,
}

/// The status of a referral, for the actor who sent it; `None` for any other.
pub async fn status<W: World>(
    world: &W,
    submitter: &ActorId,
    id: ReferralId,
) -> Result<Option<Status>, Fault> {
    let stored = world.store().referral(id).await?;
    Ok(stored.filter(|stored| stored.state.submitter == *submitter).map(|stored| Status {
        id,
        reference: stored.state.reference,
        state: stored.state.state,
        placement: stored.placement.map(|row| row.placement),
    }))
}
