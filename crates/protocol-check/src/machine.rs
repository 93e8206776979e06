//! The machine that the model checker explores: the events that may come next, and their effects.

mod promises;
mod settle;

use stateright::{Model, Property};

use crate::setup::{Planted, Setup};
use crate::state::{Id, Ids, State};
use crate::task::{Accept, Collect, Decide, Fate, Route, Sweep, Task, Wish, Withdraw};

/// A machine that explores one setup.
#[derive(Debug, Clone)]
pub struct Machine(pub Setup);

/// An event, as the model checker sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Action(pub(crate) Event);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Event {
    /// A process begins.
    Begin(Task),
    /// A message is received, and will be delivered once more.
    ReceiveTwice(Id),
    /// The process at this place takes its next step.
    Step(usize, Fate),
    /// The process at this place dies before its next step.
    Die(usize),
    /// The queue is wiped.
    Wipe,
}

/// The whole world at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    state: State,
    /// The processes that run now; sorted, since processes have no names.
    tasks: Vec<Task>,
}

impl Model for Machine {
    type State = Moment;
    type Action = Action;

    fn init_states(&self) -> Vec<Moment> {
        vec![Moment { state: State::new(self.0.budget), tasks: Vec::new() }]
    }

    fn actions(&self, moment: &Moment, actions: &mut Vec<Action>) {
        let Moment { state, tasks } = moment;
        if tasks.len() < self.0.workers {
            Self::beginnings(moment, &mut |event| actions.push(Action(event)));
        }
        let left = &state.left;
        for (at, task) in tasks.iter().enumerate() {
            if at > 0 && tasks[at - 1] == *task {
                continue; // Two processes at the same point are one case.
            }
            actions.push(Action(Event::Step(at, Fate::Fine)));
            if left.crashes > 0 {
                actions.push(Action(Event::Die(at)));
            }
            if left.unanswered > 0 && task.writes() {
                actions.push(Action(Event::Step(at, Fate::Unanswered)));
            }
            if left.lost > 0 && task.sends() {
                actions.push(Action(Event::Step(at, Fate::Lost)));
            }
        }
        if left.wipes > 0 && state.queue.len() > 0 {
            actions.push(Action(Event::Wipe));
        }
    }

    fn next_state(&self, last: &Moment, Action(event): Action) -> Option<Moment> {
        let Moment { mut state, mut tasks } = last.clone();
        let left = &mut state.left;
        match event {
            Event::Begin(task) => {
                self.begin(&mut state, task);
                tasks.push(task);
            }
            Event::ReceiveTwice(id) => {
                left.duplicates -= 1;
                tasks.push(Task::Route { id, at: Route::Read });
            }
            Event::Step(at, fate) => {
                match fate {
                    Fate::Fine => {}
                    Fate::Unanswered => left.unanswered -= 1,
                    Fate::Lost => left.lost -= 1,
                }
                let task = tasks.remove(at);
                let next = task.step(&self.0, &mut state, fate);
                tasks.extend(next);
            }
            Event::Die(at) => {
                left.crashes -= 1;
                let task = tasks.remove(at);
                task.dies(&self.0, &mut state);
            }
            Event::Wipe => {
                left.wipes -= 1;
                state.queue = Ids::default();
            }
        }
        tasks.sort_unstable();
        let next = Moment { state, tasks };
        (next != *last).then_some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        promises::all()
    }
}

impl Machine {
    /// Names the events that may begin now.
    fn beginnings(Moment { state, tasks }: &Moment, begin: &mut impl FnMut(Event)) {
        let left = &state.left;
        for submission in 0..3u8 {
            let again = state.sent.has(submission);
            if !again || left.resends > 0 {
                let at = Accept::Commit { own: None };
                begin(Event::Begin(Task::Accept { submission, at }));
            }
        }
        for id in state.queue.iter() {
            begin(Event::Begin(Task::Route { id, at: Route::Read }));
            if left.duplicates > 0 {
                begin(Event::ReceiveTwice(id));
            }
        }
        for (id, row) in state.all() {
            // A message that is in the queue already would not be a second one.
            let sweep = Task::Sweep { id, at: Sweep::Defer };
            if row.due && !state.queue.has(id) && !tasks.contains(&sweep) {
                begin(Event::Begin(sweep));
            }
            if left.withdrawals > 0 && state.answered.contains(&Some(id)) {
                begin(Event::Begin(Task::Withdraw { id, at: Withdraw::Read }));
            }
        }
        Self::changes(state, begin);
    }

    /// Names the changes of entries that workers may begin now.
    fn changes(state: &State, begin: &mut impl FnMut(Event)) {
        let left = &state.left;
        for (entry, _) in state.all_entries() {
            for (other, _) in state.all_entries().filter(|(other, _)| entry < *other) {
                for (same, _) in
                    [(true, left.merges), (false, left.undos)].iter().filter(|(_, left)| *left > 0)
                {
                    let pair = (entry, other);
                    begin(Event::Begin(Task::Decide { pair, same: *same, at: Decide::Read }));
                }
            }
            let wishes = [
                (Wish::Claim, left.claims),
                (Wish::Close, left.closes),
                (Wish::Redirect, left.redirects),
                (Wish::Decline, left.declines),
                (Wish::Reopen, left.reopens),
            ];
            for (wish, _) in wishes.into_iter().filter(|(_, left)| *left > 0) {
                for worker in 0..2 {
                    let at = Collect::Read;
                    // Only the worker who was told that the entry is theirs closes it or sends it on.
                    let is_free = matches!(wish, Wish::Claim | Wish::Reopen);
                    if is_free || state.holds[usize::from(worker)] == Some(entry) {
                        begin(Event::Begin(Task::Collect { worker, entry, wish, at }));
                    }
                }
            }
        }
    }

    /// Takes the things that a beginning task uses up from the budget and the queue.
    fn begin(&self, state: &mut State, task: Task) {
        let left = &mut state.left;
        match task {
            Task::Accept { submission, .. } => {
                if state.sent.has(submission) {
                    left.resends -= 1;
                }
                state.sent = state.sent.with(submission);
            }
            Task::Route { id, .. } => {
                state.queue = state.queue.without(id);
                if self.0.has(Planted::DueClearedOnReceive)
                    && let Some(row) = &mut state.referrals[usize::from(id)]
                {
                    row.due = false;
                }
            }
            Task::Sweep { .. } => {}
            Task::Collect { wish: Wish::Claim, .. } => left.claims -= 1,
            Task::Collect { wish: Wish::Close, .. } => left.closes -= 1,
            Task::Collect { wish: Wish::Redirect, .. } => left.redirects -= 1,
            Task::Collect { wish: Wish::Decline, .. } => left.declines -= 1,
            Task::Collect { wish: Wish::Reopen, .. } => left.reopens -= 1,
            Task::Decide { same: true, .. } => left.merges -= 1,
            Task::Decide { same: false, .. } => left.undos -= 1,
            Task::Withdraw { .. } => left.withdrawals -= 1,
        }
    }
}
