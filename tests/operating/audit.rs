//! Tests of the audit trail when it is tampered with in the table itself.

use e2e::family;
use e2e::inbox;
use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::{Value, json};

use crate::{hubward, said};

/// Three entries with a few events each. The last event is a look, which no other table records.
fn three_entries(stack: &Stack) -> Vec<String> {
    let sent: Vec<String> = (0..3).map(|_| stack.post_referral(&family::family())).collect();
    let hub = stack.inbox("westminster-bessborough");
    for id in &sent {
        let entry = stack.wait_until_in_inbox(id, "westminster-bessborough");
        assert_eq!(hub.open(&entry).status, 200);
        assert_eq!(hub.change_unseen(&entry, "claim").status, 200);
        assert_eq!(hub.open(&entry).status, 200);
        assert_eq!(inbox::id(&entry), id);
    }
    sent
}

fn stream(tables: &Tables, id: &str) -> Vec<Value> {
    let mut rows = tables.dump("audit");
    rows.retain(|row| row["stream"]["S"] == id);
    rows.sort_by_key(|row| row["seq"]["N"].as_str().unwrap().parse::<u64>().unwrap());
    rows
}

fn put(tables: &Tables, row: &Value) {
    tables.call("PutItem", &json!({"TableName": tables.table("audit"), "Item": row}));
}

fn delete(tables: &Tables, row: &Value) {
    let key = json!({"stream": row["stream"], "seq": row["seq"]});
    tables.call("DeleteItem", &json!({"TableName": tables.table("audit"), "Key": key}));
}

#[track_caller]
fn broken(stack: &Stack, anchors: &str, id: &str, how: &str) {
    let output = hubward(stack, &["audit", "verify", "--anchors", anchors]);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(&format!("{id}: ")) && said.contains(how), "{said}");
    let one = hubward(stack, &["audit", "verify", "--entry", id, "--anchors", anchors]);
    assert_eq!(one.status.code(), Some(1), "by its entry alone too");
}

/// Checks that the damage is found without any anchor.
#[track_caller]
fn untold(stack: &Stack, id: &str, how: &str) {
    let output = hubward(stack, &["audit", "verify"]);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(&format!("{id}: ")) && said.contains(how), "{said}");
}

#[track_caller]
fn whole(stack: &Stack, anchors: &str) {
    let output = hubward(stack, &["audit", "verify", "--anchors", anchors]);
    assert!(output.status.success(), "{}", self::said(&output));
}

#[test]
fn every_alteration_deletion_reordering_and_cut_is_found() {
    let stack = Stack::start();
    let tables = Tables::of(&stack);
    let ids = three_entries(&stack);
    let anchors = stack.state().join("anchors.jsonl");
    let anchors = anchors.to_str().unwrap();
    let made = hubward(&stack, &["audit", "anchor", "--to", anchors]);
    assert!(made.status.success(), "{}", said(&made));
    // A chain for each entry, and one for the lists of their inbox.
    assert!(said(&made).contains("4 of 4 chains"), "{}", said(&made));
    whole(&stack, anchors);

    let id = ids[1].as_str();
    let rows = stream(&tables, id);
    assert_eq!(rows.len(), 5, "accepted, delivered, viewed, claimed, viewed: {rows:?}");

    // An event is altered.
    let mut altered = rows[2].clone();
    altered["actor"]["S"] = json!("somebody-else");
    put(&tables, &altered);
    broken(&stack, anchors, id, "event 2 was altered");
    put(&tables, &rows[2]);
    whole(&stack, anchors);

    // An event is altered so that it cannot be read any more.
    altered["action"] = json!({"S": "nothing"});
    put(&tables, &altered);
    broken(&stack, anchors, id, "event 2 was altered: it cannot be read");
    put(&tables, &rows[2]);

    // An event is deleted.
    delete(&tables, &rows[1]);
    broken(&stack, anchors, id, "event 1 is missing");
    put(&tables, &rows[1]);

    // Two events change places.
    let (mut one, mut two) = (rows[1].clone(), rows[2].clone());
    (one["seq"], two["seq"]) = (two["seq"].clone(), one["seq"].clone());
    put(&tables, &one);
    put(&tables, &two);
    broken(&stack, anchors, id, "event 1 does not follow");
    put(&tables, &rows[1]);
    put(&tables, &rows[2]);
    whole(&stack, anchors);

    // A chain that is cut off at its end is whole by itself, and found by the anchor.
    delete(&tables, &rows[4]);
    let alone = hubward(&stack, &["audit", "verify"]);
    assert!(alone.status.success(), "{}", said(&alone));
    broken(&stack, anchors, id, "event 4 is gone, though it was anchored");

    // A broken chain is not anchored, and the others are.
    let hub = stack.inbox("westminster-bessborough");
    for other in [id, &ids[2]] {
        let entry = hub.entry_with(other).expect("it is there");
        assert_eq!(hub.open(&entry).status, 200);
    }
    let again = hubward(&stack, &["audit", "anchor", "--to", anchors]);
    assert_eq!(again.status.code(), Some(1), "{}", said(&again));
    assert!(said(&again).contains("2 of 4 chains"), "{}", said(&again));
    put(&tables, &rows[4]);
    whole(&stack, anchors);

    // A chain is cut so far that the other tables contradict it, anchored or not.
    delete(&tables, &rows[4]);
    delete(&tables, &rows[3]);
    untold(&stack, id, "it is claimed, and no event says so");
    delete(&tables, &rows[2]);
    delete(&tables, &rows[1]);
    untold(&stack, id, "and no event says so");

    // A whole chain is deleted.
    delete(&tables, &rows[0]);
    untold(&stack, id, "its referral is stored, and no event says so");
    broken(&stack, anchors, id, "its whole chain is gone");
    for row in &rows {
        put(&tables, row);
    }
    whole(&stack, anchors);

    // Events that are added after an anchoring are anchored by the next one.
    let entry = hub.entry_with(id).expect("it is there");
    assert_eq!(hub.open(&entry).status, 200);
    let next = hubward(&stack, &["audit", "anchor", "--to", anchors]);
    assert!(said(&next).contains("2 of 4 chains"), "{}", said(&next));
    whole(&stack, anchors);
}

#[test]
fn audit_without_a_stack_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let program = e2e::binaries().join("hubward");
    let output = std::process::Command::new(program)
        .args(["audit", "verify", "--state"])
        .arg(folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("make run"), "{}", said(&output));
}
