//! Tests of `kill -9` of random processes while clients send, with repeated kills of each kind of
//! process.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use e2e::stack::Stack;

use crate::load::{Submission, submissions};
use crate::network::Network;
use crate::sending::{Partner, Told, send_all};
use crate::{checking, setting};

/// The number of kills of which one is of the host, with everything that lives in its memory.
const HOST_EVERY: usize = 24;
/// The functions that are killed in turn; between these kills, a random process is.
const NAMED: [&str; 6] = ["route", "partner", "sweep", "route", "family", "hub"];

#[derive(Debug, Default)]
struct Killed {
    functions: BTreeMap<String, usize>,
    hosts: usize,
}

impl Killed {
    fn all(&self) -> usize {
        self.hosts + self.functions.values().sum::<usize>()
    }
}

#[test]
fn nothing_acknowledged_is_lost_or_doubled_whoever_is_killed() {
    let submissions = submissions(setting("FAULT_REFERRALS", 300));
    let kills = setting("FAULT_KILLS", 36);
    let mut stack = Stack::start();
    let network = Network::before(stack.port());
    let token = stack.token(stack.partner(e2e::api::SENDER));
    let partner = Partner { port: network.port, token };
    let told = Told::default();
    let started = Instant::now();
    let killed = thread::scope(|scope| {
        scope.spawn(|| send_all(&partner, &submissions, 8, &told));
        kill(&mut stack, kills, &told, &submissions)
    });
    let sending = started.elapsed();
    let settling = checking::settle(&stack);
    report(&submissions, &told, &killed, &network, (sending, settling));
    let violations = checking::violations(&stack, &submissions, &told);
    println!("violations: {}", violations.len());
    assert!(violations.is_empty(), "{violations:#?}\n{}", stack.log_tail());
    assert!(killed.all() >= kills && killed.hosts > 0, "{killed:?}");
    let least = NAMED.iter().map(|name| killed.functions.get(*name).copied().unwrap_or_default());
    let least = least.min().unwrap_or_default();
    assert!(kills < 500 || least >= 20, "each function, twenty times: {killed:?}");
}

/// Kills until there were enough kills and everything is acknowledged.
fn kill(stack: &mut Stack, kills: usize, told: &Told, submissions: &[Submission]) -> Killed {
    let mut killed = Killed::default();
    let enough = |killed: &Killed| {
        let all = told.acknowledged.load(Ordering::Relaxed) == submissions.len();
        all && killed.all() >= kills
    };
    for turn in 1.. {
        if enough(&killed) {
            break;
        }
        thread::sleep(Duration::from_millis(fastrand::u64(50..600)));
        if turn % HOST_EVERY == HOST_EVERY / 2 {
            if turn % (2 * HOST_EVERY) < HOST_EVERY {
                stack.kill_9_host();
            } else {
                stack.kill_9_tree();
            }
            killed.hosts += 1;
            stack.restart();
            continue;
        }
        let functions = stack.functions();
        let named = NAMED[turn / 2 % NAMED.len()];
        let wanted = |(_, name): &&(u32, String)| turn % 2 == 0 || name == named;
        let choice: Vec<_> = functions.iter().filter(wanted).collect();
        if let Some((pid, name)) = fastrand::choice(choice) {
            stack.kill_9_function(*pid);
            *killed.functions.entry(name.clone()).or_default() += 1;
        }
    }
    killed
}

fn report(
    submissions: &[Submission],
    told: &Told,
    killed: &Killed,
    network: &Network,
    (sending, settling): (Duration, Duration),
) {
    let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
    println!(
        "submissions: {}, acknowledged: {}, requests: {}, unanswered: {}, refused to try again: {}",
        submissions.len(),
        told.acknowledged.load(Ordering::Relaxed),
        count(&told.requests),
        count(&told.unanswered),
        count(&told.refused),
    );
    let functions: Vec<String> =
        killed.functions.iter().map(|(name, times)| format!("{name} {times}")).collect();
    println!(
        "kill -9: {} ({}, host {}); restarts, each with the queues wiped: {}",
        killed.all(),
        functions.join(", "),
        killed.hosts,
        killed.hosts,
    );
    let done = &network.done;
    println!(
        "connections: {}, dropped at once: {}, cut in the request: {}, answer dropped: {}, delayed: {}",
        count(&done.connections),
        count(&done.refused),
        count(&done.cut),
        count(&done.unanswered),
        count(&done.delayed),
    );
    println!(
        "sending: {:.0} s, settled after: {:.0} s",
        sending.as_secs_f32(),
        settling.as_secs_f32()
    );
}
