//! A deterministic scheduler: tasks, a virtual clock and one random generator.
//!
//! Every step of a task costs virtual time that is drawn from the generator; this interleaves the
//! tasks. A task may be killed at any such step, as a process may die between two lines.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

/// The number of a task in the scheduler.
pub(crate) type TaskId = usize;

/// Virtual time in microseconds.
pub(crate) type Micros = i64;

/// One second of virtual time.
pub(crate) const SECOND: Micros = 1_000_000;

type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The state that tasks and the scheduler share.
#[derive(Clone)]
pub(crate) struct Kernel(Arc<Mutex<State>>);

struct State {
    now: Micros,
    rng: fastrand::Rng,
    current: TaskId,
    /// Whether the current task is to be dropped at the step it has reached.
    killed: bool,
    timers: BinaryHeap<Reverse<(Micros, u64, TaskId)>>,
    order: u64,
    spawned: Vec<Task>,
    steps: u64,
    /// The history of the run, if one is kept.
    history: Option<Vec<String>>,
    /// The number of times that each fault struck.
    struck: BTreeMap<&'static str, u64>,
}

impl Kernel {
    pub(crate) fn new(seed: u64, start: Micros) -> Self {
        Self(Arc::new(Mutex::new(State {
            now: start,
            rng: fastrand::Rng::with_seed(seed),
            current: 0,
            killed: false,
            timers: BinaryHeap::new(),
            order: 0,
            spawned: Vec::new(),
            steps: 0,
            history: None,
            struck: BTreeMap::new(),
        })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The true time; the clock of a process may be wrong.
    pub(crate) fn now(&self) -> Micros {
        self.state().now
    }

    /// The number of steps taken so far.
    pub(crate) fn steps(&self) -> u64 {
        self.state().steps
    }

    /// Keeps a history from now on.
    pub(crate) fn keep_history(&self) {
        self.state().history.get_or_insert_default();
    }

    /// Adds a line to the history, if one is kept.
    pub(crate) fn note(&self, line: impl FnOnce() -> String) {
        let mut state = self.state();
        if state.history.is_some() {
            let line = format!("{:>17} task {:>5}  {}", state.now, state.current, line());
            state.history.get_or_insert_default().push(line);
        }
    }

    /// Counts a fault, and adds it to the history.
    pub(crate) fn strike(&self, fault: &'static str) {
        *self.state().struck.entry(fault).or_default() += 1;
        self.note(|| fault.to_owned());
    }

    /// The number of times that each fault struck.
    pub(crate) fn struck(&self) -> BTreeMap<&'static str, u64> {
        self.state().struck.clone()
    }

    /// The history kept so far.
    pub(crate) fn history(&self) -> Vec<String> {
        self.state().history.clone().unwrap_or_default()
    }

    /// A value drawn from the generator.
    pub(crate) fn random<T>(&self, draw: impl FnOnce(&mut fastrand::Rng) -> T) -> T {
        draw(&mut self.state().rng)
    }

    /// Whether an event with this probability happens now.
    pub(crate) fn chance(&self, probability: f64) -> bool {
        probability > 0.0 && self.random(fastrand::Rng::f64) < probability
    }

    /// A random whole number in a range, both ends included.
    pub(crate) fn between(&self, from: i64, to: i64) -> i64 {
        self.random(|rng| rng.i64(from..=to))
    }

    /// Starts a task at the next step.
    pub(crate) fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.state().spawned.push(Box::pin(task));
    }

    /// Lets this much virtual time pass.
    pub(crate) fn sleep(&self, micros: Micros) -> Sleep {
        let until = self.now() + micros.max(0);
        Sleep { kernel: self.clone(), until, registered: false }
    }

    /// Kills the current task at the step it has reached.
    pub(crate) fn die(&self) -> Die {
        Die { kernel: self.clone() }
    }

    /// Goes to the next step, and answers the task whose turn it is, if there is one by `until`.
    fn advance(&self, until: Micros) -> Option<TaskId> {
        let mut state = self.state();
        state.timers.peek().filter(|Reverse((at, _, _))| *at <= until)?;
        let Reverse((at, _, task)) = state.timers.pop()?;
        state.now = state.now.max(at);
        state.current = task;
        state.killed = false;
        state.steps += 1;
        Some(task)
    }

    fn register(&self, until: Micros) {
        let mut state = self.state();
        let (order, current) = (state.order, state.current);
        state.order += 1;
        state.timers.push(Reverse((until, order, current)));
    }
}

/// A future that returns once its time has come.
pub(crate) struct Sleep {
    kernel: Kernel,
    until: Micros,
    registered: bool,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if self.registered {
            // The time decides: in a batch every future is polled whenever one of them wakes.
            return if self.kernel.now() >= self.until { Poll::Ready(()) } else { Poll::Pending };
        }
        self.registered = true;
        self.kernel.register(self.until);
        Poll::Pending
    }
}

/// A future that never returns.
pub(crate) struct Die {
    kernel: Kernel,
}

impl Future for Die {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        self.kernel.state().killed = true;
        Poll::Pending
    }
}

/// The executor that runs the tasks of a kernel.
pub(crate) struct Executor {
    kernel: Kernel,
    tasks: Vec<Option<Task>>,
}

impl Executor {
    pub(crate) fn new(kernel: Kernel) -> Self {
        Self { kernel, tasks: Vec::new() }
    }

    /// Runs every task until none is left or virtual time reaches `until`.
    pub(crate) fn run(&mut self, until: Micros) {
        let mut context = Context::from_waker(Waker::noop());
        loop {
            self.adopt();
            let Some(due) = self.kernel.advance(until) else { return };
            let Some(Some(task)) = self.tasks.get_mut(due) else { continue };
            let ended = task.as_mut().poll(&mut context).is_ready();
            if ended || self.kernel.state().killed {
                // The task is dropped outside the kernel's lock, as guards in it use the kernel.
                drop(self.tasks[due].take());
            }
        }
    }

    /// Gives new tasks their number and their first turn.
    fn adopt(&mut self) {
        let spawned = std::mem::take(&mut self.kernel.state().spawned);
        for task in spawned {
            let now = {
                let mut state = self.kernel.state();
                state.current = self.tasks.len();
                state.now
            };
            self.kernel.register(now);
            self.tasks.push(Some(task));
        }
    }
}
