//! A test without faults: a rush, of which everything arrives once.

use std::collections::BTreeMap;
use std::time::Duration;

use e2e::stack::Stack;
use e2e::tables::Tables;
use jiff::Timestamp;
use serde_json::Value;

use crate::checking;
use crate::load::submissions;
use crate::sending::{Partner, Told, send_all};

/// The number of clients that send at the same time.
pub(crate) const CLIENTS: usize = 24;

pub(crate) fn partner(stack: &Stack) -> Partner {
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

/// The time from each referral's acceptance to its delivery, as the audit trail has it.
pub(crate) fn waits(tables: &Tables) -> Vec<Duration> {
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
