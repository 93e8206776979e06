//! The promise that from any state, if nothing more goes wrong, every referral is soon placed.

use super::{Machine, Moment};
use crate::state::{Ids, State};
use crate::task::{Fate, Route, Sweep, Task};

/// The most rounds until all is placed. In each round every process takes one step, so that no two
/// hold each other up.
const ROUNDS: usize = 80;

pub(super) fn settles(machine: &Machine, moment: &Moment) -> bool {
    let Moment { mut state, mut tasks } = moment.clone();
    for _ in 0..ROUNDS {
        if tasks.is_empty() && state.all_placed() {
            return true;
        }
        let step = |task: Task| task.step(&machine.0, &mut state, Fate::Fine);
        tasks = tasks.into_iter().filter_map(step).collect();
        begin(&mut state, &mut tasks);
    }
    false
}

/// Starts the processes that the queue and the schedule start by themselves.
fn begin(state: &mut State, tasks: &mut Vec<Task>) {
    for id in state.queue.iter() {
        tasks.push(Task::Route { id, at: Route::Read });
    }
    state.queue = Ids::default();
    if tasks.is_empty() {
        let due = state.all().filter(|(_, row)| row.due).map(|(id, _)| id);
        tasks.extend(due.map(|id| Task::Sweep { id, at: Sweep::Defer }));
    }
}
