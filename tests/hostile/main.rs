//! Bad input through the running stack. Every answer is a clear refusal or an acceptance, never a
//! failure of ours, and nothing is half written.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on stops here")]

mod bodies;
mod wire;
mod words;

use std::collections::BTreeSet;
use std::sync::{Mutex, OnceLock};

use e2e::http::Answer;
use e2e::stack::Stack;
use e2e::tables::Tables;

/// The stack that these tests share.
fn stack() -> &'static Stack {
    static STACK: OnceLock<Stack> = OnceLock::new();
    STACK.get_or_init(Stack::start)
}

/// The ids of the referrals that were accepted on the way.
static ACCEPTED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Checks that an answer is an acceptance, or a refusal in words. Answers whether it was accepted.
#[track_caller]
fn clear(answer: &Answer, about: &str) -> bool {
    let about = about.chars().take(120).collect::<String>();
    if answer.status == 202 {
        let id = answer.json()["id"].as_str().expect("an id").to_owned();
        ACCEPTED.lock().unwrap().insert(id);
        return true;
    }
    assert!((400..500).contains(&answer.status), "{about}: {answer:?}");
    for (path, _) in answer.problem(answer.status) {
        assert!(path.len() < 200, "{about}: {path}");
    }
    false
}

#[test]
fn bad_input_is_refused_in_words_and_nothing_is_half_written() {
    let words = words::in_every_field();
    let bodies = bodies::of_every_kind();
    let forms = bodies::forms();
    let queries = bodies::queries_and_changes();
    let raw = wire::on_the_wire();
    let accepted = ACCEPTED.lock().unwrap().clone();
    println!(
        "words in fields: {words}, bodies: {bodies}, forms: {forms}, queries and changes: {queries}, \
         on the wire: {raw}; accepted: {}, answered 5xx: 0",
        accepted.len()
    );
    assert_eq!(stack().get("/healthz").send().status, 200);
    nothing_half_written(&accepted);
}

/// Checks that every accepted referral has all its rows, and that there are no others.
fn nothing_half_written(accepted: &BTreeSet<String>) {
    for id in accepted {
        stack().status_once_routed(id);
    }
    let tables = Tables::of(stack());
    let rows = tables.dump("referrals");
    let of = |kind: &str| -> BTreeSet<String> {
        let own = rows.iter().filter(|row| row["sk"]["S"] == kind);
        own.map(|row| row["pk"]["S"].as_str().unwrap().trim_start_matches("R#").to_owned())
            .collect()
    };
    for kind in ["STATE", "BODY", "PLACEMENT"] {
        assert_eq!(&of(kind), accepted, "{kind} rows");
    }
    for kind in ["REPLAY", "REFERENCE"] {
        assert_eq!(of(kind).len(), accepted.len(), "{kind} rows");
    }
    let audit = tables.dump("audit");
    let events = audit.iter().filter(|event| event["action"]["S"] == "accepted");
    assert_eq!(events.count(), accepted.len(), "accepted events");
    let entries = tables.dump("inbox");
    let held = entries.iter().flat_map(|entry| entry["referrals"]["L"].as_array().unwrap());
    let held: Vec<_> = held.map(|id| id["S"].as_str().unwrap().to_owned()).collect();
    assert_eq!(held.len(), accepted.len(), "each in one entry");
    assert_eq!(&held.into_iter().collect::<BTreeSet<_>>(), accepted);
}
