//! Withdrawing, as the design has it: a referral that is `accepted` or `routed` is withdrawn on the
//! version read. Its entry stays where people see it. A concern is withdrawn only once it is at the
//! front door, and stays there.

use super::Fate;
use crate::setup::{Planted, Setup};
use crate::state::{Id, Referral, Stage, State};

/// The next step of a withdrawal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Withdraw {
    /// To read the referral.
    Read,
    /// To write, on the referral as it was seen.
    Commit { seen: Referral },
}

impl Withdraw {
    pub(super) fn step(self, setup: &Setup, state: &mut State, id: Id, fate: Fate) -> Option<Self> {
        let row = state.referrals[usize::from(id)].as_mut()?;
        match self {
            Self::Read => {
                let concern = setup.submissions[usize::from(row.submission)].concern;
                let seen = Self::Commit { seen: *row };
                match row.stage {
                    Stage::Accepted if concern => None,
                    Stage::Accepted | Stage::Routed => Some(seen),
                    Stage::Withdrawn => None,
                }
            }
            Self::Commit { seen } => {
                let careless = setup.has(Planted::WithdrawUnconditionally);
                if row.version != seen.version && !careless {
                    return Some(Self::Read);
                }
                *row = Referral {
                    stage: Stage::Withdrawn,
                    version: seen.version + 1,
                    due: false,
                    known: row.known,
                    ..seen
                };
                (fate == Fate::Unanswered).then_some(Self::Read)
            }
        }
    }
}
