//! `pipeline::collect::decide_match`: a worker reads two entries, and writes in both whether they are about
//! one child, on the versions read and in one transaction. It may be taken back.

use crate::change::changed;
use crate::setup::{Planted, Setup};
use crate::state::{Entry, Id, State};

/// The next step of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Decide {
    /// To read both entries.
    Read,
    /// To write, on both entries as they were seen.
    Commit { seen: [Entry; 2] },
    /// To write the second entry; only with a bug.
    Second { seen: Entry },
}

impl Decide {
    pub(super) fn step(
        self,
        setup: &Setup,
        state: &mut State,
        (one, two): (Id, Id),
        same: bool,
    ) -> Option<Self> {
        match self {
            Self::Read => {
                let seen = [*state.entry(one)?, *state.entry(two)?];
                (seen[0].same_as.has(two) != same).then_some(Self::Commit { seen })
            }
            Self::Commit { seen: [first, second] } => {
                let in_two = setup.has(Planted::DecideInTwoWrites);
                let careless = setup.has(Planted::DecideUnconditionally);
                let as_seen = |id, seen: Entry| {
                    state.entry(id).is_some_and(|entry| entry.version == seen.version)
                };
                let holds = as_seen(one, first) && (in_two || as_seen(two, second));
                if !holds && !careless {
                    return None;
                }
                changed(state, (one, first), said(first, two, same), true);
                if in_two {
                    return Some(Self::Second { seen: second });
                }
                changed(state, (two, second), said(second, one, same), true);
                None
            }
            Self::Second { seen } => {
                changed(state, (two, seen), said(seen, one, same), false);
                None
            }
        }
    }
}

/// The entry with what was decided of the other one.
fn said(seen: Entry, other: Id, same: bool) -> Entry {
    let same_as = if same { seen.same_as.with(other) } else { seen.same_as.without(other) };
    Entry { version: seen.version + 1, same_as, ..seen }
}
