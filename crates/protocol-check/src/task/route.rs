//! `pipeline::route`: read, make known, look, deliver. A delivery that loses a race reads again.

use super::Fate;
use crate::change::{Delivery, delivered};
use crate::setup::{Planted, Setup};
use crate::state::{Id, Ids, Racing, Stage, State, Work};

/// The next step of a routing, with what it has read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Route {
    /// To read the referral.
    Read,
    /// To write the match rows.
    Record { seen: u8 },
    /// To look for the same child.
    Match { seen: u8 },
    /// To read the states of the others, one after the other.
    Others { seen: u8, unread: Ids, racing: Racing, entries: Ids },
    /// To read the entries that may be joined.
    Entries { seen: u8, racing: Racing, entries: Ids },
    /// To deliver, on everything that was seen.
    Deliver { seen: u8, racing: Racing, open: Option<(Id, u8)> },
    /// To deliver to review by id, on the version seen.
    Review { seen: u8 },
}

impl Route {
    pub(super) fn step(self, setup: &Setup, state: &mut State, id: Id, fate: Fate) -> Option<Self> {
        let own = *state.referral(id)?;
        let about = setup.submissions[usize::from(own.submission)];
        let early = setup.has(Planted::LookBeforeRecording);
        match self {
            Self::Read => match own.stage {
                Stage::Accepted if about.poison => Some(Self::Review { seen: own.version }),
                // Writing the rows again would change nothing, so the step is left out.
                Stage::Accepted if own.known || early => Some(Self::Match { seen: own.version }),
                Stage::Accepted => Some(Self::Record { seen: own.version }),
                _ => None,
            },
            Self::Record { seen } => {
                make_known(state, id);
                Some(Self::Match { seen })
            }
            Self::Match { seen } => {
                let same = |other: &crate::state::Referral| {
                    setup.submissions[usize::from(other.submission)].child == about.child
                };
                let unread = state
                    .all()
                    .filter(|(at, other)| *at != id && other.known && same(other))
                    .fold(Ids::default(), |all, (at, _)| all.with(at));
                Some(Self::others(seen, unread, Racing::default(), Ids::default()))
            }
            Self::Others { seen, unread, mut racing, mut entries } => {
                let other_id = unread.iter().next()?;
                let other = state.referral(other_id)?;
                let theirs = setup.submissions[usize::from(other.submission)];
                let joinable =
                    !about.concern && !theirs.concern || setup.has(Planted::ConcernJoins);
                if joinable && other.stage == Stage::Accepted {
                    racing[usize::from(other_id)] = Some(other.version);
                }
                if joinable && let Some(entry) = other.entry {
                    entries = entries.with(entry);
                }
                Some(Self::others(seen, unread.without(other_id), racing, entries))
            }
            Self::Entries { seen, racing, entries } => {
                let closed_too = setup.has(Planted::AttachToClosed);
                let open = |at: Id| {
                    let entry = state.entry(at)?;
                    (closed_too || entry.work != Work::Closed).then_some((at, entry.version))
                };
                let mut open = entries.iter().filter_map(open);
                let open = match (open.next(), open.next()) {
                    (Some(one), None) => Some(one),
                    _ => None,
                };
                Some(Self::Deliver { seen, racing, open })
            }
            Self::Deliver { .. } if early && !own.known => {
                make_known(state, id);
                Some(self)
            }
            Self::Deliver { seen, racing, open } => {
                let done = delivered(setup, state, id, &Delivery { seen, racing, open });
                (!done || fate == Fate::Unanswered).then_some(Self::Read)
            }
            Self::Review { seen } => {
                let review = Delivery { seen, racing: Racing::default(), open: None };
                let done = delivered(setup, state, id, &review);
                (!done || fate == Fate::Unanswered).then_some(Self::Read)
            }
        }
    }

    /// The next step: reading the others, then their entries, then delivering.
    fn others(seen: u8, unread: Ids, racing: Racing, entries: Ids) -> Self {
        if unread != Ids::default() {
            Self::Others { seen, unread, racing, entries }
        } else if entries != Ids::default() {
            Self::Entries { seen, racing, entries }
        } else {
            Self::Deliver { seen, racing, open: None }
        }
    }
}

fn make_known(state: &mut State, id: Id) {
    if let Some(row) = &mut state.referrals[usize::from(id)] {
        row.known = true;
    }
}
