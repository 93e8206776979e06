//! `pipeline::collect`: a worker reads, decides, and changes on the version read; after a lost answer
//! they ask whether the change was their own.

use super::Fate;
use crate::change::changed;
use crate::setup::{Planted, Setup};
use crate::state::{Entry, Id, Ids, State, TRIAGE, Work};

/// The change that a worker wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Wish {
    Claim,
    Close,
    Redirect,
    Decline,
    Reopen,
}

/// The next step of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Collect {
    /// To read the entry.
    Read,
    /// To write, on the entry as it was seen.
    Commit { seen: Entry },
    /// To ask whether the change's own audit event is there.
    Ask { seen: Entry, applied: bool },
    /// To take the entry out of the inbox where it was; only with a bug.
    Remove { from: Id },
}

impl Collect {
    pub(super) fn step(
        self,
        setup: &Setup,
        state: &mut State,
        (worker, id, wish): (u8, Id, Wish),
        fate: Fate,
    ) -> Option<Self> {
        match self {
            Self::Read => {
                let seen = *state.entry(id)?;
                let mine = seen.work == Work::Claimed && seen.holder == Some(worker);
                match wish {
                    Wish::Claim if seen.work == Work::New => Some(Self::Commit { seen }),
                    Wish::Close | Wish::Redirect | Wish::Decline if mine => {
                        Some(Self::Commit { seen })
                    }
                    Wish::Reopen if seen.work == Work::Closed => Some(Self::Commit { seen }),
                    _ => None,
                }
            }
            Self::Commit { seen } => {
                let written = after(setup, seen, worker, wish);
                let careless = match wish {
                    Wish::Claim => setup.has(Planted::ClaimUnconditionally),
                    Wish::Decline => setup.has(Planted::DeclineUnconditionally),
                    Wish::Reopen => setup.has(Planted::ReopenUnconditionally),
                    Wish::Close | Wish::Redirect => false,
                };
                if !changed(state, (id, seen), written, careless) {
                    // This worker cannot tell whether it was refused or never arrived.
                    return (fate == Fate::Unanswered)
                        .then_some(Self::Ask { seen, applied: false });
                }
                if !matches!(wish, Wish::Claim | Wish::Reopen) {
                    state.holds[usize::from(worker)] = None;
                }
                match fate {
                    Fate::Unanswered => Some(Self::Ask { seen, applied: true }),
                    _ => told(setup, state, (worker, id, wish), seen),
                }
            }
            Self::Ask { seen, applied } => {
                if applied || setup.has(Planted::ClaimWithoutAsking) {
                    told(setup, state, (worker, id, wish), seen)
                } else {
                    None
                }
            }
            Self::Remove { from } => {
                let entry = state.entries[usize::from(id)].as_mut()?;
                entry.inboxes = entry.inboxes.without(from);
                None
            }
        }
    }
}

/// The entry as the change leaves it.
fn after(setup: &Setup, seen: Entry, worker: u8, wish: Wish) -> Entry {
    let next = Entry { version: seen.version + 1, ..seen };
    match wish {
        Wish::Claim => Entry { work: Work::Claimed, holder: Some(worker), ..next },
        Wish::Close => Entry { work: Work::Closed, closed_with: Some(seen.referrals), ..next },
        Wish::Redirect => {
            let to = other_hub(seen);
            let mut inboxes = Ids::of(to);
            if setup.has(Planted::RedirectInTwoWrites) {
                inboxes = seen.inboxes.with(to);
            }
            Entry { work: Work::New, holder: None, inboxes, ..next }
        }
        Wish::Decline => {
            let declined = seen.declined + 1;
            let is_second = declined > 1 && !setup.has(Planted::DeclineUncounted);
            let to = if is_second { TRIAGE } else { other_hub(seen) };
            Entry { work: Work::New, holder: None, inboxes: Ids::of(to), declined, ..next }
        }
        Wish::Reopen => {
            Entry { work: Work::New, holder: None, closed_with: None, reopened: true, ..next }
        }
    }
}

/// The hub that an entry goes to from where it is.
fn other_hub(seen: Entry) -> Id {
    Id::from(seen.inboxes.has(0))
}

fn told(
    setup: &Setup,
    state: &mut State,
    (worker, id, wish): (u8, Id, Wish),
    seen: Entry,
) -> Option<Collect> {
    match wish {
        Wish::Claim => {
            state.holds[usize::from(worker)] = Some(id);
            None
        }
        Wish::Redirect if setup.has(Planted::RedirectInTwoWrites) => {
            seen.inboxes.iter().next().map(|from| Collect::Remove { from })
        }
        Wish::Close | Wish::Redirect | Wish::Decline | Wish::Reopen => None,
    }
}
