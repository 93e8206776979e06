//! Status: the part of a referral that its submitter may see. It comes from their own submission
//! and the rulebook alone, as if no family were known yet. It never tells which entry holds the
//! referral, or where that entry is.

use jiff::Timestamp;
use locality::{Localities, Placement};
use referral::{Priority, Reference, ReferralId, ReferralState};

use crate::clocks::{self, Due, Hours};
use crate::ports::{Fault, Store, World};
use crate::rows::{ActorId, Amendment, StateRow};

/// The status of a referral, for its submitter.
#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    /// The id of the referral.
    pub id: ReferralId,
    /// The public reference of the referral.
    pub reference: Reference,
    /// The state that the referral is in, as its sender sees it ([`StateRow::sender_state`]).
    pub state: ReferralState,
    /// The version that the referral has for its sender ([`StateRow::sender_version`]).
    pub version: u32,
    /// The time when it was accepted.
    pub accepted_at: Timestamp,
    /// The sender's own changes to it, the first one first.
    pub amendments: Vec<Amendment>,
    /// The placement by the rulebook alone, once the referral is routed.
    pub placement: Option<Placement>,
    /// The priority of the referral itself, whatever it was joined with.
    pub priority: Priority,
}

/// The status of a referral, for the actor who sent it; `None` for any other.
pub async fn status<W: World>(
    world: &W,
    submitter: &ActorId,
    id: ReferralId,
) -> Result<Option<Status>, Fault> {
    let stored = world.store().referral(id).await?;
    let own = stored.filter(|stored| stored.state.submitter == *submitter);
    Ok(own.map(|own| Status::of(own.state, own.placement.map(|row| row.placement))))
}

impl Status {
    /// The status that these rows tell of.
    pub(crate) fn of(state: StateRow, placement: Option<Placement>) -> Self {
        Self {
            id: state.id,
            reference: state.reference,
            state: state.sender_state(),
            version: state.sender_version(),
            accepted_at: state.accepted_at,
            amendments: state.amendments,
            placement,
            priority: state.priority,
        }
    }

    /// The next step that the sender is promised, and by when: what the rulebook in force promises any
    /// referral of this priority in this inbox. It is made of the submission alone, and tells neither what
    /// workers did nor whether the child was known. `None` until the referral is placed, and once it was
    /// withdrawn.
    pub fn next(&self, localities: &Localities) -> Option<Due> {
        let placement = self.placement.as_ref().filter(|_| self.state == ReferralState::Routed)?;
        let hours = Hours::of(localities, &placement.inbox);
        Some(clocks::promised(self.priority, self.accepted_at, hours))
    }
}
