//! The processes: the step that each has reached, and what it remembers. Between two of its steps
//! any other process may take one.

mod accept;
mod collect;
mod decide;
mod route;
mod sweep;
mod withdraw;

pub(crate) use accept::Accept;
pub(crate) use collect::{Collect, Wish};
pub(crate) use decide::Decide;
pub(crate) use route::Route;
pub(crate) use sweep::Sweep;
pub(crate) use withdraw::Withdraw;

use crate::setup::Setup;
use crate::state::{Id, State};

/// A process under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Task {
    Accept { submission: u8, at: Accept },
    Route { id: Id, at: Route },
    Sweep { id: Id, at: Sweep },
    Collect { worker: u8, entry: Id, wish: Wish, at: Collect },
    Decide { pair: (Id, Id), same: bool, at: Decide },
    Withdraw { id: Id, at: Withdraw },
}

/// The fate of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Fate {
    Fine,
    /// The step is applied if its conditions hold, but the process is told of a fault.
    Unanswered,
    /// A message that is sent gets lost.
    Lost,
}

impl Task {
    /// Takes one step on `state`. `None` when the process has finished.
    pub(crate) fn step(self, setup: &Setup, state: &mut State, fate: Fate) -> Option<Self> {
        match self {
            Self::Accept { submission, at } => {
                at.step(setup, state, submission, fate).map(|at| Self::Accept { submission, at })
            }
            Self::Route { id, at } => {
                at.step(setup, state, id, fate).map(|at| Self::Route { id, at })
            }
            Self::Sweep { id, at } => {
                at.step(setup, state, id, fate).map(|at| Self::Sweep { id, at })
            }
            Self::Collect { worker, entry, wish, at } => at
                .step(setup, state, (worker, entry, wish), fate)
                .map(|at| Self::Collect { worker, entry, wish, at }),
            Self::Decide { pair, same, at } => {
                at.step(setup, state, pair, same).map(|at| Self::Decide { pair, same, at })
            }
            Self::Withdraw { id, at } => {
                at.step(setup, state, id, fate).map(|at| Self::Withdraw { id, at })
            }
        }
    }

    /// Whether the next step is a transaction, whose answer can be lost.
    pub(crate) fn writes(self) -> bool {
        match self {
            Self::Accept { at, .. } => matches!(at, Accept::Commit { .. }),
            Self::Route { at, .. } => matches!(at, Route::Deliver { .. } | Route::Review { .. }),
            Self::Sweep { at, .. } => matches!(at, Sweep::Defer),
            Self::Collect { at, .. } => matches!(at, Collect::Commit { .. }),
            Self::Decide { at, .. } => matches!(at, Decide::Commit { .. }),
            Self::Withdraw { at, .. } => matches!(at, Withdraw::Commit { .. }),
        }
    }

    /// Whether the next step sends a message, which can be lost.
    pub(crate) fn sends(self) -> bool {
        matches!(
            self,
            Self::Accept { at: Accept::Send { .. }, .. } | Self::Sweep { at: Sweep::Send, .. }
        )
    }

    /// Carries out the effect of a death: a message in hand becomes visible again.
    pub(crate) fn dies(self, setup: &Setup, state: &mut State) {
        if let Self::Route { id, .. } = self
            && !setup.has(crate::setup::Planted::DueClearedOnReceive)
        {
            state.queue = state.queue.with(id);
        }
    }
}
