//! Status: what a submitter may see of a referral. It comes from their own submission and the
//! rulebook alone, as if nobody were known: never which entry holds it, or where that is.

use locality::Placement;
use referral::{Reference, ReferralId, ReferralState};

use crate::ports::{Fault, Store, World};
use crate::rows::ActorId;

/// Where a referral stands, for its submitter.
#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    /// The referral.
    pub id: ReferralId,
    /// Its public reference.
    pub reference: Reference,
    /// Its state.
    pub state: ReferralState,
    /// The place the rulebook alone gives, once it is routed.
    pub placement: Option<Placement>,
}

/// The status of a referral, for the one who sent it; `None` for anybody else.
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
