//! Measures the time from the 202 to the inbox at a steady rate, and what the batch window of the
//! queue costs and saves.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use e2e::stack::Stack;
use e2e::tables::Tables;

use crate::load::{Submission, submissions};
use crate::sending::{Partner, Told, agent, until_answered};
use crate::unhurt::{CLIENTS, partner, waits};
use crate::{checking, setting};

/// The rate at which the promise of 30 ms is made, and the most that this machine is sent.
const RATES: [usize; 2] = [20, 50];

#[test]
#[ignore = "measures: make bench-stack"]
fn the_time_from_202_to_inbox_is_printed_at_steady_rates() {
    for rate in RATES {
        let submissions = submissions(rate * setting("BENCH_SECONDS", 120));
        let arrived = Arrived::measure(&submissions, rate, None);
        println!(
            "{} referrals sent, {:.1} a second (should be: {rate})",
            submissions.len(),
            arrived.rate
        );
        let promised = match rate {
            20 => "median 30 ms, p99 100 ms",
            _ => "p99 under 10 s",
        };
        println!(
            "accept to inbox: median {:.0} ms, p95 {:.0} ms, p99 {:.0} ms (should be: {promised}), longest {:.0} ms",
            arrived.at(50),
            arrived.at(95),
            arrived.at(99),
            arrived.at(100),
        );
    }
}

/// The price of a million batches by AWS's list, in US dollars: an invocation of a function (0.20)
/// and two requests to SQS (0.40 each), which receive and delete a batch's messages. Sending costs the
/// same whatever the window is.
const BATCHES: f64 = 0.20 + 2.0 * 0.40;

#[test]
#[ignore = "measures: make bench-stack"]
fn the_price_of_no_batch_window_is_printed() {
    println!(
        "{:<9} {:>7} {:>9} {:>9} {:>19} {:>24}",
        "a second", "window", "median", "p99", "referrals a batch", "$ a million referrals"
    );
    for rate in [1, 20] {
        let submissions = submissions(rate * setting("BENCH_SECONDS", 120));
        for window in [0, 1] {
            let arrived = Arrived::measure(&submissions, rate, Some(window));
            println!(
                "{rate:<9} {:>7} {:>6.0} ms {:>6.0} ms {:>19.2} {:>24.2}",
                format!("{window} s"),
                arrived.at(50),
                arrived.at(99),
                arrived.messages / arrived.batches,
                BATCHES * arrived.batches / arrived.messages,
            );
        }
    }
}

/// The arrivals of referrals that were sent at a steady rate.
struct Arrived {
    /// The number sent in a second.
    rate: f64,
    /// The time that each took, the shortest first.
    waits: Vec<Duration>,
    /// The number of batches that the queues' mappings handed on, and of messages in them.
    batches: f64,
    messages: f64,
}

impl Arrived {
    /// Sends the submissions to a stack of their own, whose queue has a batch window of that many
    /// seconds; the template's if none is given.
    fn measure(submissions: &[Submission], rate: usize, window: Option<u32>) -> Self {
        let mut stack = Stack::start_with(|state| {
            window.map_or_else(Vec::new, |seconds| {
                let template = state.with_file_name("template.yaml");
                fs::write(&template, template_with(seconds)).unwrap();
                vec!["--template".to_owned(), template.display().to_string()]
            })
        });
        let sent = at_a_steady_rate(&partner(&stack), submissions, rate);
        checking::settle(&stack);
        let mut waits = waits(&Tables::of(&stack));
        waits.sort();
        assert!(stack.stop().success(), "{}", stack.log_tail());
        let log = stack.log();
        let all = |count: &str| f64::from(logged(&log, count).sum::<u32>());
        let count = f64::from(u32::try_from(submissions.len()).unwrap());
        Self {
            rate: count / sent.as_secs_f64(),
            waits,
            batches: all("queue.batches"),
            messages: all("queue.messages"),
        }
    }

    /// The time, in milliseconds, within which this many of a hundred arrived.
    fn at(&self, percent: usize) -> f64 {
        self.waits[(self.waits.len() - 1) * percent / 100].as_secs_f64() * 1000.0
    }
}

/// The template, with another batch window of the queue of referrals.
fn template_with(seconds: u32) -> String {
    let path: &Path = &e2e::project().join("infra/template.yaml");
    let whole = fs::read_to_string(path).unwrap();
    let (before, mapping) = whole.split_once("\n  ReferralsMapping:\n").expect("the mapping");
    let name = "MaximumBatchingWindowInSeconds: ";
    let (head, rest) = mapping.split_once(name).expect("its window");
    let (_, rest) = rest.split_once('\n').expect("a line");
    format!("{before}\n  ReferralsMapping:\n{head}{name}{seconds}\n{rest}")
}

/// Every count of this name that the mappings logged when they stopped.
fn logged<'a>(log: &'a str, count: &'a str) -> impl Iterator<Item = u32> + 'a {
    let lines = log.lines().filter(|line| line.contains("a mapping stopped"));
    lines.map(move |line| {
        let (_, rest) = line.split_once(&format!("{count}=")).expect("a count");
        let digits = rest.split(|letter: char| !letter.is_ascii_digit()).next().expect("digits");
        digits.parse().expect("a number")
    })
}

/// Sends all submissions, each at its time if the machine keeps up, and returns how long that took.
fn at_a_steady_rate(partner: &Partner, submissions: &[Submission], rate: usize) -> Duration {
    let (next, told, started) = (AtomicUsize::new(0), Told::default(), Instant::now());
    thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                let agent = agent();
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(one) = submissions.get(at) else { break };
                    let due = Duration::from_millis(at as u64 * 1000 / rate as u64);
                    thread::sleep(due.saturating_sub(started.elapsed()));
                    until_answered(&agent, partner, one, &told);
                }
            });
        }
    });
    started.elapsed()
}
