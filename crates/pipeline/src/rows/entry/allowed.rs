//! The one rule on which worker may take which action on an entry, and when.

use jiff::Timestamp;
use referral::{EntryAction, EntryState, NotAllowed};

use super::{Claim, EntryRow, InboxMark};
use crate::rows::ActorId;

/// The reason why an action is not the worker's to take now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Barred {
    /// The state of the entry does not allow the action.
    #[error(transparent)]
    State(#[from] NotAllowed),
    /// The claim of another worker holds the entry.
    #[error("another worker holds the entry")]
    Held,
    /// The worker has the entry already.
    #[error("the entry is theirs already")]
    Yours,
}

impl Claim {
    /// Whether the claim holds an entry in this state now: it has not lapsed, or its work was taken up.
    fn holds(&self, state: EntryState, now: Timestamp) -> bool {
        match state {
            EntryState::Claimed => now < self.lease_until,
            EntryState::InProgress => true,
            EntryState::New | EntryState::Closed => false,
        }
    }
}

impl InboxMark {
    /// The claim that holds the entry now.
    pub fn holder(&self, now: Timestamp) -> Option<&Claim> {
        self.claim.as_ref().filter(|claim| claim.holds(self.state, now))
    }
}

impl EntryRow {
    /// The claim that holds the entry now: one that has not lapsed, or whose work was taken up.
    pub fn holder(&self, now: Timestamp) -> Option<&Claim> {
        self.claim.as_ref().filter(|claim| claim.holds(self.state, now))
    }

    /// Whether the worker who holds the entry offers it to their colleagues.
    pub fn is_offered(&self, now: Timestamp) -> bool {
        let offered = self.log.offered_by.as_ref();
        offered.is_some_and(|by| self.holder(now).is_some_and(|claim| claim.by == *by))
    }

    /// Whether the entry is claimed, and the claim has lapsed. The entry is then free, and nothing
    /// has to run for that.
    pub fn has_lapsed(&self, now: Timestamp) -> bool {
        self.state == EntryState::Claimed && self.holder(now).is_none()
    }

    /// The state after an action of this worker, or the reason why it is not theirs to take now.
    pub fn allows(
        &self,
        worker: &ActorId,
        action: EntryAction,
        now: Timestamp,
    ) -> Result<EntryState, Barred> {
        let state = if self.has_lapsed(now) { EntryState::New } else { self.state };
        let next = state.apply(action)?;
        let is_mine = || self.holder(now).is_some_and(|claim| claim.by == *worker);
        match action {
            EntryAction::TakeOver if is_mine() => Err(Barred::Yours),
            EntryAction::TakeOver => Ok(next),
            _ if state == EntryState::Claimed && !is_mine() => Err(Barred::Held),
            _ => Ok(next),
        }
    }
}
