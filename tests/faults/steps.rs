//! Tests of `kill -9` at each step of the way that changes something, before it and after it. The
//! process is ended at the very request, and everything still arrives once.

mod changing;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use e2e::relay::{Answer, Call, Engine, Relay};
use e2e::stack::Stack;

use crate::load::{Submission, possible_match, submissions};
use crate::sending::{Partner, Told, agent, until_answered};
use crate::{checking, setting};

/// A step: the program that takes it, the request that it is known by (by the start of its name: a
/// program sends one message by `SendMessage`, and several by `SendMessageBatch`), and whether that
/// was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    name: &'static str,
    program: &'static str,
    action: &'static str,
    done: bool,
}

const fn before(name: &'static str, program: &'static str, action: &'static str) -> Step {
    Step { name, program, action, done: false }
}

const fn after(name: &'static str, program: &'static str, action: &'static str) -> Step {
    Step { name, program, action, done: true }
}

/// The steps that follow from a submission by itself.
const ON_THE_WAY: [Step; 8] = [
    before("accept: nothing stored", "partner", "TransactWriteItems"),
    after("accept: stored, nothing sent", "partner", "TransactWriteItems"),
    before("accept: about to send", "partner", "SendMessage"),
    after("accept: sent, not answered", "partner", "SendMessage"),
    before("route: no match row written", "route", "BatchWriteItem"),
    after("route: match rows written", "route", "BatchWriteItem"),
    before("route: about to deliver", "route", "TransactWriteItems"),
    after("route: delivered, message still there", "route", "TransactWriteItems"),
];

/// The steps that follow once a referral was left behind.
const SWEEPING: [Step; 3] = [
    before("sweep: about to move a mark", "sweep", "UpdateItem"),
    after("sweep: mark moved, nothing sent", "sweep", "UpdateItem"),
    after("sweep: sent", "sweep", "SendMessage"),
];

/// The relay's orders.
#[derive(Debug, Clone, Default)]
struct Armed {
    /// The steps at which processes die next, one for each program.
    steps: Arc<Mutex<BTreeMap<&'static str, Step>>>,
    /// Whether messages arrive, as nothing more has to be swept.
    is_calm: Arc<AtomicBool>,
}

impl Armed {
    /// Passes a request on, unless it is the step at which its process is to die.
    fn watch(&self, call: &Call<'_>) -> Option<Answer> {
        let is_next = |step: &Step| call.action.starts_with(step.action);
        // The search for the asking program is long: it is made only for an action that is awaited.
        let awaited = self.steps.lock().unwrap().values().any(is_next);
        let program = awaited.then(|| call.program()).flatten();
        let step = program.and_then(|program| self.steps.lock().unwrap().get(&*program).copied());
        let step = step.filter(is_next);
        // The thread that takes the step out of the map does the killing: another process may be
        // here as well.
        let mine = |step: &Step| self.steps.lock().unwrap().remove(step.program).is_some();
        match step {
            Some(step) if !step.done && mine(&step) => self.kill(step, call),
            Some(step) if step.done => {
                let answer = call.pass_on()?;
                if mine(&step) { self.kill(step, call) } else { Some(answer) }
            }
            // Every other message is lost on its way, so that there is always something to sweep.
            _ if call.action == "SendMessage" && self.loses() => None,
            _ => call.pass_on(),
        }
    }

    fn loses(&self) -> bool {
        !self.is_calm.load(Ordering::Relaxed) && fastrand::bool()
    }

    fn kill(&self, step: Step, call: &Call<'_>) -> Option<Answer> {
        if !call.kill_9() {
            // The process was gone already: the step is still to come.
            self.arm(step);
        }
        None
    }

    fn arm(&self, step: Step) {
        self.steps.lock().unwrap().insert(step.program, step);
    }

    /// Waits until a process has died at this step.
    fn wait(&self, stack: &Stack, step: Step) {
        stack.wait(&format!("somebody to come to: {}", step.name), || {
            (!self.steps.lock().unwrap().values().any(|armed| *armed == step)).then_some(())
        });
    }
}

fn start(armed: &Armed) -> Stack {
    let relay = |engine, state: &Path| {
        let armed = armed.clone();
        Relay::before(engine, state.to_owned(), move |call| armed.watch(&call)).arguments()
    };
    Stack::start_with(|state| {
        let sweeps = ["--schedule-every".to_owned(), "2".to_owned()];
        [relay(Engine::Tables, state), relay(Engine::Queues, state), sweeps].concat()
    })
}

#[test]
fn a_process_killed_at_any_step_loses_and_doubles_nothing() {
    let times = setting("FAULT_STEPS", 1);
    let armed = Armed::default();
    let stack = start(&armed);
    let partner =
        Partner { port: stack.port(), token: stack.token(stack.partner(e2e::api::SENDER)) };
    let mut sent = submissions(times * (ON_THE_WAY.len() + 100));
    let more = sent.split_off(times * ON_THE_WAY.len());
    let (told, swept) = (Told::default(), AtomicBool::new(false));
    let stragglers = thread::scope(|scope| {
        scope.spawn(|| {
            for step in (0..times).flat_map(|_| SWEEPING) {
                armed.arm(step);
                armed.wait(&stack, step);
            }
            swept.store(true, Ordering::Relaxed);
        });
        let stragglers = scope.spawn(|| {
            let going_on = more.iter().take_while(|_| !swept.load(Ordering::Relaxed));
            let sent = going_on.inspect(|one| {
                until_answered(&agent(), &partner, one, &told);
                thread::sleep(Duration::from_millis(400));
            });
            sent.count()
        });
        let steps = (0..times).flat_map(|_| ON_THE_WAY);
        for (step, submission) in steps.zip(&sent) {
            armed.arm(step);
            until_answered(&agent(), &partner, submission, &told);
            armed.wait(&stack, step);
        }
        stragglers.join().unwrap()
    });
    sent.extend(more.into_iter().take(stragglers));
    armed.is_calm.store(true, Ordering::Relaxed);
    let pair = possible_match(sent.len());
    for one in &pair {
        until_answered(&agent(), &partner, one, &told);
    }
    let settled = checking::settle(&stack);
    let ids = pair.each_ref().map(|one| told.ids.lock().unwrap()[&one.key][0].clone());
    changing::decide(&stack, &armed, times, ids.each_ref().map(String::as_str));
    changing::change(&stack, &armed, times);
    sent.extend(pair);
    for step in ON_THE_WAY.iter().chain(&SWEEPING).chain(changing::steps()) {
        println!("{times:>5} x kill -9 at {}", step.name);
    }
    println!("submissions: {}, settled after: {:.0} s", sent.len(), settled.as_secs_f32());
    report(&stack, &sent, &told);
}

fn report(stack: &Stack, submissions: &[Submission], told: &Told) {
    let violations = checking::violations(stack, submissions, told);
    println!("violations: {}", violations.len());
    assert!(violations.is_empty(), "{violations:#?}\n{}", stack.log_tail());
}
