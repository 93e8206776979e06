//! Tests without faults: a rush, of which everything arrives once, and the time that each referral
//! takes at a steady rate.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use e2e::stack::Stack;
use e2e::tables::Tables;
use jiff::Timestamp;
use serde_json::Value;

use crate::load::{Submission, submissions};
use crate::sending::{Partner, Told, agent, send_all, until_answered};
use crate::{checking, setting};

/// The number of clients that send at the same time.
const CLIENTS: usize = 24;
/// The number of referrals a second at which the time is measured.
const RATE: usize = 50;

fn partner(stack: &Stack) -> Partner {
    Partner { port: stack.port(), token: stack.token(stack.partner(e2e::api::SENDER)) }
}

#[test]
fn everything_of_a_rush_arrives_once() {
    let submissions = submissions(500);
    let stack = Stack::start();
    let told = Told::default();
    send_all(&partner(&stack), &submissions, CLIENTS, &told);
    checking::settle(&stack);
    assert_eq!(waits(&Tables::of(&stack)).len(), submissions.len(), "each arrives once");
    let violations = checking::violations(&stack, &submissions, &told);
    assert!(violations.is_empty(), "{violations:#?}\n{}", stack.log_tail());
}

#[test]
#[ignore = "measures: make bench-stack"]
fn the_time_from_202_to_inbox_is_printed_at_fifty_a_second() {
    let submissions = submissions(RATE * setting("BENCH_SECONDS", 120));
    let stack = Stack::start();
    let sent = at_a_steady_rate(&partner(&stack), &submissions);
    checking::settle(&stack);
    let mut waits = waits(&Tables::of(&stack));
    waits.sort();
    let at = |percent: usize| waits[(waits.len() - 1) * percent / 100].as_secs_f64();
    println!(
        "{} referrals sent, {:.1} a second (should be: {RATE})",
        waits.len(),
        f64::from(u32::try_from(submissions.len()).unwrap()) / sent.as_secs_f64(),
    );
    println!(
        "accept to inbox: median {:.2} s, p95 {:.2} s, p99 {:.2} s (should be: under 10 s), longest {:.2} s",
        at(50),
        at(95),
        at(99),
        at(100),
    );
}

/// Sends all submissions, each at its time if the machine keeps up, and returns how long that took.
fn at_a_steady_rate(partner: &Partner, submissions: &[Submission]) -> Duration {
    let (next, told, started) = (AtomicUsize::new(0), Told::default(), Instant::now());
    thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                let agent = agent();
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(one) = submissions.get(at) else { break };
                    let due = Duration::from_millis(at as u64 * 1000 / RATE as u64);
                    thread::sleep(due.saturating_sub(started.elapsed()));
                    until_answered(&agent, partner, one, &told);
                }
            });
        }
    });
    started.elapsed()
}

/// The time from each referral's acceptance to its delivery, as the audit trail has it.
fn waits(tables: &Tables) -> Vec<Duration> {
    let events = tables.dump("audit");
    let text = |value: &Value| value["S"].as_str().unwrap_or_default().to_owned();
    let time = |event: &Value| text(&event["at"]).parse::<Timestamp>().expect("a time");
    let accepted: BTreeMap<String, Timestamp> = events
        .iter()
        .filter(|event| event["action"]["S"] == "accepted")
        .map(|event| (text(&event["stream"]), time(event)))
        .collect();
    let placed = events
        .iter()
        .filter(|event| event["action"]["S"] == "delivered" || event["action"]["S"] == "attached");
    let wait = |event: &Value| {
        let referral = text(&event["facts"]["M"]["referral"]);
        time(event).duration_since(accepted[&referral]).unsigned_abs()
    };
    placed.map(wait).collect()
}
