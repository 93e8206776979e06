//! Tests of `kill -9` at each step of the way that changes something, before it and after it. The
//! process is ended at the very request, and everything still arrives once.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use e2e::inbox;
use e2e::relay::{Answer, Call, Engine, Relay};
use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::Value;

use crate::load::{Submission, submissions};
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

/// The steps of a worker, each with the action that is asked for and the audit event of it.
static CHANGING: [(Step, &str, &str); 8] = [
    (before("claim: nothing changed", "hub", "TransactWriteItems"), "claim", "claimed"),
    (after("claim: changed, not answered", "hub", "TransactWriteItems"), "claim", "claimed"),
    (before("log: nothing written", "hub", "TransactWriteItems"), "log", "logged"),
    (after("log: written, not answered", "hub", "TransactWriteItems"), "log", "logged"),
    (before("redirect: nothing changed", "hub", "TransactWriteItems"), "redirect", "redirected"),
    (after("redirect: moved, not answered", "hub", "TransactWriteItems"), "redirect", "redirected"),
    (before("reopen: nothing changed", "hub", "TransactWriteItems"), "reopen", "reopened"),
    (after("reopen: changed, not answered", "hub", "TransactWriteItems"), "reopen", "reopened"),
];

/// The steps at which processes die next, one for each program.
#[derive(Debug, Clone, Default)]
struct Armed(Arc<Mutex<BTreeMap<&'static str, Step>>>);

impl Armed {
    /// Passes a request on, unless it is the step at which its process is to die.
    fn watch(&self, call: &Call<'_>) -> Option<Answer> {
        let is_next = |step: &Step| call.action.starts_with(step.action);
        // The search for the asking program is long: it is made only for an action that is awaited.
        let awaited = self.0.lock().unwrap().values().any(is_next);
        let program = awaited.then(|| call.program()).flatten();
        let step = program.and_then(|program| self.0.lock().unwrap().get(&*program).copied());
        let step = step.filter(is_next);
        // The thread that takes the step out of the map does the killing: another process may be
        // here as well.
        let mine = |step: &Step| self.0.lock().unwrap().remove(step.program).is_some();
        match step {
            Some(step) if !step.done && mine(&step) => self.kill(step, call),
            Some(step) if step.done => {
                let answer = call.pass_on()?;
                if mine(&step) { self.kill(step, call) } else { Some(answer) }
            }
            // Every other message is lost on its way, so that there is always something to sweep.
            _ if call.action == "SendMessage" && fastrand::bool() => None,
            _ => call.pass_on(),
        }
    }

    fn kill(&self, step: Step, call: &Call<'_>) -> Option<Answer> {
        if !call.kill_9() {
            // The process was gone already: the step is still to come.
            self.arm(step);
        }
        None
    }

    fn arm(&self, step: Step) {
        self.0.lock().unwrap().insert(step.program, step);
    }

    /// Waits until a process has died at this step.
    fn wait(&self, stack: &Stack, step: Step) {
        stack.wait(&format!("somebody to come to: {}", step.name), || {
            (!self.0.lock().unwrap().values().any(|armed| *armed == step)).then_some(())
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
    let times = setting("FAULT_STEPS", 2);
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
    let settled = checking::settle(&stack);
    change(&stack, &armed, times);
    let changing = CHANGING.iter().map(|(step, ..)| step);
    for step in ON_THE_WAY.iter().chain(&SWEEPING).chain(changing) {
        println!("{times:>5} x kill -9 at {}", step.name);
    }
    println!("submissions: {}, settled after: {:.0} s", sent.len(), settled.as_secs_f32());
    report(&stack, &sent, &told);
}

/// Workers change entries while the hub's function dies under them; each asks again until it is answered.
/// The changes of one entry follow each other: it is claimed, written on, sent to review, closed and opened again there.
fn change(stack: &Stack, armed: &Armed, times: usize) {
    let inboxes = stack.credentials().inboxes();
    let open = inboxes.iter().filter(|inbox| *inbox != "review").flat_map(|inbox| {
        let entries = stack.inbox(inbox).entries();
        entries.into_iter().map(move |entry| (inbox.clone(), entry)).collect::<Vec<_>>()
    });
    let open: Vec<(String, Value)> = open.collect();
    assert!(open.len() >= 2 * times, "{} entries to change", open.len());
    let (first, second): (Vec<_>, Vec<_>) = CHANGING.iter().partition(|(step, ..)| !step.done);
    let rounds = (0..times).flat_map(|_| [&first, &second]);
    for (steps, (inbox, entry)) in rounds.zip(&open) {
        for (step, action, audited) in steps {
            let inbox = if *action == "reopen" { "review" } else { inbox };
            if *action == "reopen" {
                // Only what was closed can be opened again.
                for between in ["claim", "close"] {
                    stack.wait("a change in between to be made", || {
                        let status = stack.inbox(inbox).change_unseen(entry, between).status;
                        matches!(status, 200 | 409).then_some(())
                    });
                }
            }
            armed.arm(*step);
            stack.wait("a change to be answered", || {
                let status = stack.inbox(inbox).change_unseen(entry, action).status;
                // Where the answer was lost, the change was made, and the entry may be elsewhere.
                matches!(status, 200 | 404 | 409).then_some(())
            });
            armed.wait(stack, *step);
            let events = Tables::of(stack).dump("audit");
            let made = events.iter().filter(|event| {
                event["stream"]["S"] == inbox::id(entry) && event["action"]["S"] == *audited
            });
            assert_eq!(made.count(), 1, "{}", step.name);
            let moved = *action == "redirect" || *action == "reopen";
            let there = stack.inbox(if moved { "review" } else { inbox }).open(entry);
            let state = if moved { "new" } else { "claimed" };
            assert_eq!(there.json()["state"], state, "{}", step.name);
            if moved && inbox != "review" {
                stack.inbox(inbox).open(entry).problem(404);
            }
        }
    }
}

fn report(stack: &Stack, submissions: &[Submission], told: &Told) {
    let violations = checking::violations(stack, submissions, told);
    println!("violations: {}", violations.len());
    assert!(violations.is_empty(), "{violations:#?}\n{}", stack.log_tail());
}
