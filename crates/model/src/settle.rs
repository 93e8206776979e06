//! The promise that from any state, if nothing more goes wrong, every referral is soon placed.

use crate::machine::Machine;
use crate::promises::all_placed;
use crate::state::State;
use crate::task::{Fate, Route, Sweep, Task};

/// The most rounds until all is placed. In each round every process takes one step, so that no two
/// hold each other up.
const ROUNDS: usize = 80;

pub(crate) fn settles(machine: &Machine, state: &State) -> bool {
    let mut state = state.clone();
    for _ in 0..ROUNDS {
        let tasks = std::mem::take(&mut state.tasks);
        if tasks.is_empty() && all_placed(&state) {
            return true;
        }
        for task in tasks {
            let next = task.step(&machine.0, &mut state, Fate::Fine);
            state.tasks.extend(next);
        }
        begin(&mut state);
    }
    false
}

/// Starts the processes that the queue and the schedule start by themselves.
fn begin(state: &mut State) {
    for id in state.queue.iter() {
        state.tasks.push(Task::Route { id, at: Route::Read });
    }
    state.queue = crate::state::Ids::default();
    if state.tasks.is_empty() {
        let due = state.all().filter(|(_, row)| row.due).map(|(id, _)| id);
        let sweeps: Vec<_> = due.map(|id| Task::Sweep { id, at: Sweep::Defer }).collect();
        state.tasks.extend(sweeps);
    }
}
