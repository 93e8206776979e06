//! The steps of workers: each change of an entry, and each decision about two, made while the hub's function
//! dies under it.

use e2e::inbox;
use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::{Value, json};

use super::{Armed, Step, after, before};

/// The steps of a change, each with the action that is asked for and the audit event of it.
static CHANGING: [(Step, &str, &str); 10] = [
    (before("claim: nothing changed", "hub", "TransactWriteItems"), "claim", "claimed"),
    (after("claim: changed, not answered", "hub", "TransactWriteItems"), "claim", "claimed"),
    (before("log: nothing written", "hub", "TransactWriteItems"), "log", "logged"),
    (after("log: written, not answered", "hub", "TransactWriteItems"), "log", "logged"),
    (before("redirect: nothing changed", "hub", "TransactWriteItems"), "redirect", "redirected"),
    (after("redirect: moved, not answered", "hub", "TransactWriteItems"), "redirect", "redirected"),
    (before("reopen: nothing changed", "hub", "TransactWriteItems"), "reopen", "reopened"),
    (after("reopen: changed, not answered", "hub", "TransactWriteItems"), "reopen", "reopened"),
    (before("decline: nothing changed", "hub", "TransactWriteItems"), "decline", "declined"),
    (after("decline: moved, not answered", "hub", "TransactWriteItems"), "decline", "declined"),
];

/// The steps of a decision about two entries, each with the verdict.
static DECIDING: [(Step, &str); 4] = [
    (before("merge: nothing changed", "hub", "TransactWriteItems"), "same"),
    (before("undo: nothing changed", "hub", "TransactWriteItems"), "undecided"),
    (after("merge: decided, not answered", "hub", "TransactWriteItems"), "same"),
    (after("undo: decided, not answered", "hub", "TransactWriteItems"), "undecided"),
];

/// The inbox whose workers decide about the pair.
const TRIAGE: &str = "westminster-triage";

/// Every step of a worker.
pub(super) fn steps() -> impl Iterator<Item = &'static Step> {
    CHANGING.iter().map(|(step, ..)| step).chain(DECIDING.iter().map(|(step, _)| step))
}

/// Workers change entries while the hub's function dies under them; each asks again until it is answered.
/// The changes of one entry follow each other: it is claimed, written on and sent to review, closed and opened
/// again there, and declined to its front door.
pub(super) fn change(stack: &Stack, armed: &Armed, times: usize) {
    // An entry in one of the shared inboxes may have no authority, and so no front door.
    let inboxes = stack.credentials().inboxes();
    let own = inboxes.iter().filter(|inbox| !["review", "out-of-area"].contains(&inbox.as_str()));
    let open: Vec<Value> = own.flat_map(|inbox| stack.inbox(inbox).entries()).collect();
    assert!(open.len() >= 2 * times, "{} entries to change", open.len());
    let (first, second): (Vec<_>, Vec<_>) = CHANGING.iter().partition(|(step, ..)| !step.done);
    let rounds = (0..times).flat_map(|_| [&first, &second]);
    for (steps, entry) in rounds.zip(&open) {
        for (step, action, audited) in steps {
            let from = inbox_of(stack, entry);
            for between in before_it(action) {
                answered(stack, &from, entry, between);
            }
            armed.arm(*step);
            answered(stack, &from, entry, action);
            armed.wait(stack, *step);
            let events = events(stack, entry, audited);
            assert_eq!(events.len(), 1, "{}", step.name);
            let now = inbox_of(stack, entry);
            let is_there = match *action {
                "redirect" => now == "review",
                "decline" => now.ends_with("-front-door"),
                _ => now == from,
            };
            assert!(is_there, "{}: from {from} to {now}", step.name);
            let state = if matches!(*action, "claim" | "log") { "claimed" } else { "new" };
            assert_eq!(stack.inbox(&now).open(entry).json()["state"], state, "{}", step.name);
            if now != from {
                stack.inbox(&from).open(entry).problem(404);
            }
        }
    }
}

/// The changes that must come before an action.
fn before_it(action: &str) -> &'static [&'static str] {
    match action {
        "reopen" => &["claim", "close"],
        "decline" => &["claim"],
        _ => &[],
    }
}

/// Asks for a change until it is answered.
fn answered(stack: &Stack, inbox: &str, entry: &Value, action: &str) {
    stack.wait("a change to be answered", || {
        let status = stack.inbox(inbox).change_unseen(entry, action).status;
        // Where the answer was lost, the change was made, and the entry may be elsewhere.
        matches!(status, 200 | 404 | 409).then_some(())
    });
}

/// A worker decides that two entries are about one child, and takes it back, while the hub's function dies.
/// Both entries say the same each time, whichever of the two is asked.
pub(super) fn decide(stack: &Stack, armed: &Armed, times: usize, pair: [&str; 2]) {
    let [one, other] = pair.map(|referral| {
        let (_, entry) = stack.entries_with(referral).pop().expect("an entry");
        entry
    });
    let path = format!("/v1/inbox/{}/matches/{}", inbox::id(&one), inbox::id(&other));
    let seen = |entry: &Value, with: &Value| {
        let shown = stack.inbox(TRIAGE).open(entry).json();
        let matches = shown["matches"].as_array().expect("matches").iter();
        let mut found = matches.filter(|found| found["entry"] == inbox::id(with));
        let decision = found.next().expect("the pair")["decision"].clone();
        (shown["version"].clone(), decision)
    };
    for round in 1..=times {
        for (at, (step, verdict)) in DECIDING.iter().enumerate() {
            let (version, _) = seen(&one, &other);
            armed.arm(*step);
            stack.wait("a decision to be answered", || {
                let call = stack.post(path.clone()).by(stack.worker_of(TRIAGE));
                let asked = json!({"verdict": verdict, "version": version});
                matches!(call.json(&asked).send().status, 200 | 409).then_some(())
            });
            armed.wait(stack, *step);
            let decision = if *verdict == "same" { json!("same") } else { Value::Null };
            for (entry, with) in [(&one, &other), (&other, &one)] {
                assert_eq!(seen(entry, with).1, decision, "{}", step.name);
                let events = events(stack, entry, "match_decided");
                assert_eq!(events.len(), (round - 1) * DECIDING.len() + at + 1, "{}", step.name);
            }
        }
    }
}

/// The inbox of an entry, by its only row.
fn inbox_of(stack: &Stack, entry: &Value) -> String {
    let rows = Tables::of(stack).dump("inbox");
    let mut own = rows.iter().filter(|row| row["entry"]["S"] == inbox::id(entry));
    let inbox = own.next().expect("an entry's row")["inbox"]["S"].as_str().expect("an inbox");
    assert!(own.next().is_none(), "an entry with two rows");
    inbox.to_owned()
}

/// The events of an action in an entry's stream.
fn events(stack: &Stack, entry: &Value, action: &str) -> Vec<Value> {
    let of_entry =
        |event: &Value| event["stream"]["S"] == inbox::id(entry) && event["action"]["S"] == action;
    Tables::of(stack).dump("audit").into_iter().filter(of_entry).collect()
}
