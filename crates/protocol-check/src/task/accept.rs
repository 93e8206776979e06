//! `pipeline::accept`: one transaction, then a best-effort send, then the answer.

use super::Fate;
use crate::change::accepted;
use crate::setup::{Planted, Setup};
use crate::state::{Id, State};

/// The next step of an acceptance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Accept {
    /// To write everything, if there is no replay row. `own` is the id of an earlier attempt of its
    /// own that was applied though its answer was lost.
    Commit { own: Option<Id> },
    /// To send the stored referral to its queue.
    Send { id: Id },
    /// To answer the submitter.
    Answer { id: Id },
    /// To write everything, after the replay row was looked up and was absent; only with a bug.
    Looked,
}

impl Accept {
    pub(super) fn step(
        self,
        setup: &Setup,
        state: &mut State,
        submission: u8,
        fate: Fate,
    ) -> Option<Self> {
        let at = usize::from(submission);
        match self {
            Self::Commit { own } => match state.replay[at] {
                // An earlier attempt of ours wrote it: the referral still needs sending.
                Some(first) if own == Some(first) => Some(Self::Send { id: first }),
                Some(first) => Some(Self::Answer { id: first }),
                None if setup.has(Planted::ReplayOutsideTransaction) => Some(Self::Looked),
                None if setup.has(Planted::AnswerBeforeWrite) && state.answered[at].is_none() => {
                    answer(state, at, submission);
                    Some(self)
                }
                None => Self::write(setup, state, submission, fate),
            },
            Self::Looked => Self::write(setup, state, submission, fate),
            Self::Send { id } => {
                if fate != Fate::Lost {
                    state.queue = state.queue.with(id);
                }
                Some(Self::Answer { id })
            }
            Self::Answer { id } => {
                answer(state, at, id);
                None
            }
        }
    }

    fn write(setup: &Setup, state: &mut State, submission: u8, fate: Fate) -> Option<Self> {
        let id = accepted(setup, state, submission)?;
        match fate {
            Fate::Unanswered => Some(Self::Commit { own: Some(id) }),
            _ => Some(Self::Send { id }),
        }
    }
}

fn answer(state: &mut State, at: usize, id: Id) {
    match state.answered[at] {
        None => state.answered[at] = Some(id),
        Some(first) => state.contradicted |= first != id,
    }
}
