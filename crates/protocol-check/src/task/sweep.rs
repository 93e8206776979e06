//! `pipeline::sweep`, for one mark that was seen in the index: it is moved on if it still stands,
//! then its referral is sent.

use super::Fate;
use crate::setup::{Planted, Setup};
use crate::state::{Id, State};

/// The next step of a re-send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Sweep {
    /// To move the mark on.
    Defer,
    /// To send the message.
    Send,
}

impl Sweep {
    pub(super) fn step(self, setup: &Setup, state: &mut State, id: Id, fate: Fate) -> Option<Self> {
        match self {
            Self::Defer => {
                let row = state.referrals[usize::from(id)].as_mut()?;
                if setup.has(Planted::SweepUnconditionally) {
                    row.due = true;
                }
                // If the answer was lost, nothing is sent: the referral is due again at its next
                // mark.
                (row.due && fate != Fate::Unanswered).then_some(Self::Send)
            }
            Self::Send => {
                if fate != Fate::Lost {
                    state.queue = state.queue.with(id);
                }
                None
            }
        }
    }
}
