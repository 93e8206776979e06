//! Tests of rotating keys and secrets on a running deployment: nothing that was sealed or stored
//! before is lost, and no value is ever shown.

use std::fs;

use e2e::api::{accepted, new_key};
use e2e::family::{family, sent_by};
use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::{Value, json};

use crate::{hubward, said};

/// The stream of changes to keys, as docs/guides/operate.md gives it.
const STREAM: &str = "68756277-6172-4420-b468-65206b657973";
const PIMLICO: &str = "westminster-bessborough";

fn keys(stack: &Stack, arguments: &[&str]) -> (bool, String) {
    let output = hubward(stack, &[&["keys"], arguments, &["--by", "asha"]].concat());
    (output.status.success(), said(&output))
}

#[track_caller]
fn done(stack: &Stack, arguments: &[&str]) {
    let (done, said) = keys(stack, arguments);
    assert!(done, "{arguments:?}: {said}");
}

#[track_caller]
fn refused(stack: &Stack, arguments: &[&str], because: &str) {
    let (done, said) = keys(stack, arguments);
    assert!(!done && said.contains(because), "{arguments:?}: {said}");
}

/// The versions of a key, and the one in force.
fn versions(stack: &Stack, name: &str) -> (Vec<u64>, u64) {
    let output = hubward(stack, &["keys", "show", "--json"]);
    assert!(output.status.success(), "{}", said(&output));
    let shown: Value = serde_json::from_slice(&output.stdout).unwrap();
    let key = shown.as_array().unwrap().iter().find(|key| key["name"] == name).unwrap().clone();
    let versions = key["versions"].as_array().unwrap();
    let number = |version: &Value| version["number"].as_u64().unwrap();
    let in_force = versions.iter().find(|version| version["in_force"] == true).unwrap();
    (versions.iter().map(number).collect(), number(in_force))
}

/// The values in the key file.
fn values(stack: &Stack) -> Vec<String> {
    let text = fs::read(stack.state().join("keys.json")).unwrap();
    let file: Value = serde_json::from_slice(&text).unwrap();
    let keys = file.as_object().unwrap().values().filter_map(Value::as_object);
    let texts = keys.flat_map(|key| key.values().filter_map(Value::as_str));
    texts.filter(|text| text.len() > 40).map(str::to_owned).collect()
}

/// The stack started again, so that its functions read the key file.
fn start_again(stack: &mut Stack) {
    stack.stop();
    stack.restart();
}

/// The number of referrals in the entry that holds this one.
fn joined(stack: &Stack, referral: &str) -> usize {
    let entry = stack.wait_until_in_inbox(referral, PIMLICO);
    let opened = stack.inbox(PIMLICO).open(&entry);
    assert_eq!(opened.status, 200, "{opened:?}");
    opened.json()["referral_ids"].as_array().unwrap().len()
}

#[test]
fn secrets_and_data_keys_are_rotated_and_nothing_from_before_is_lost() {
    let mut stack = Stack::start();
    let mut referral = family();
    // Of one child, the next referral by somebody else is attached to the same entry.
    referral["children"].as_array_mut().unwrap().truncate(1);
    let key = new_key();
    let first = accepted(&stack.referral(&key, &referral).send());
    assert_eq!(joined(&stack, &first), 1);
    let again = |stack: &Stack| accepted(&stack.referral(&key, &referral).send());
    let by_another = |stack: &Stack, kind: &str| {
        let call = stack.post("/v1/referrals").by(stack.partner(kind));
        let call = call.header("idempotency-key", &new_key()).json(&sent_by(kind, &referral));
        let id = accepted(&call.send());
        joined(stack, &id)
    };

    for name in ["intake", "matching", "sign-in"] {
        refused(&stack, &["use", name], "is the newest, and in force already");
        done(&stack, &["add", name]);
        assert_eq!(versions(&stack, name), (vec![1, 2], 1));
        refused(&stack, &["add", name], "is not in force yet");
    }
    refused(&stack, &["rotate", "intake"], "in two steps");
    for name in ["bodies", "sessions", "drafts"] {
        done(&stack, &["rotate", name]);
        assert_eq!(versions(&stack, name), (vec![1, 2], 2));
    }
    start_again(&mut stack);
    assert_eq!(again(&stack), first, "added");
    assert_eq!(by_another(&stack, "health"), 2, "a body from before opens, and its child is known");

    for name in ["intake", "matching", "sign-in"] {
        done(&stack, &["use", name]);
        assert_eq!(versions(&stack, name), (vec![1, 2], 2));
    }
    start_again(&mut stack);
    assert_eq!(again(&stack), first, "in force");
    assert_eq!(by_another(&stack, "police"), 3);

    refused(&stack, &["retire", "matching", "--version", "2"], "is in force");
    refused(&stack, &["retire", "matching", "--version", "7"], "there is no version 7");
    refused(
        &stack,
        &["retire", "bodies", "--version", "1", "--yes"],
        "1 referrals and notes are sealed",
    );
    refused(&stack, &["retire", "matching", "--version", "1"], "is not known in a new referral");
    assert_eq!(versions(&stack, "matching"), (vec![1, 2], 2));
    for name in ["intake", "matching", "sign-in", "sessions", "drafts"] {
        done(&stack, &["retire", name, "--version", "1", "--yes"]);
        assert_eq!(versions(&stack, name), (vec![2], 2));
    }
    start_again(&mut stack);
    // The child was stored under the new version too, by those who came after it was added.
    assert_eq!(by_another(&stack, "council"), 4);
    // The submission was not: that is what was told to be lost.
    assert_ne!(again(&stack), first);

    // Every change is in the audit trail, and no value anywhere.
    let verified = hubward(&stack, &["audit", "verify", "--entry", STREAM]);
    assert!(verified.status.success(), "{}", said(&verified));
    let mut events = Tables::of(&stack).dump("audit");
    events.retain(|row| row["stream"]["S"] == STREAM);
    assert_eq!(events.len(), 3 + 3 + 3 + 5);
    assert!(events.iter().all(|event| event["actor"]["S"] == "operator:asha"));
    let rotated = |event: &&Value| event["facts"]["M"]["change"]["S"] == json!("rotate");
    assert_eq!(events.iter().filter(rotated).count(), 3);
    let shown = said(&hubward(&stack, &["keys", "show"]));
    assert!(shown.contains("version 2, in force, added"), "{shown}");
    let told = format!("{shown}{}{events:?}", stack.log());
    assert!(values(&stack).iter().all(|value| !told.contains(value)));
}
