//! The doctor: it finds nothing amiss with a stack that is as it should be, and names what is.

use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::{Value, json};

use crate::{hubward, said};

/// The state of each finding, by what was looked at.
fn findings(stack: &Stack) -> Vec<(String, String)> {
    let found = hubward(stack, &["doctor", "--json"]);
    let found: Vec<Value> = serde_json::from_slice(&found.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    found.iter().map(|one| (text(&one["what"]), text(&one["state"]))).collect()
}

#[test]
fn a_stack_as_the_template_makes_it_is_well() {
    let stack = Stack::start();
    let told = hubward(&stack, &["doctor"]);
    assert!(told.status.success(), "{}", said(&told));
    let found = findings(&stack);
    for what in [
        "table referrals",
        "table rulebooks",
        "queue urgent",
        "key bodies",
        "secret sign-in",
        "secret hub-client",
        "secret notices",
        "secret aliases",
        "family's form",
        "issuer's keys",
    ] {
        assert!(found.contains(&(what.to_owned(), "ok".to_owned())), "{what}: {found:?}");
    }
    let skipped = found.iter().any(|(_, state)| state == "skipped");
    assert!(skipped, "what one machine has not is said: {found:?}");
}

#[test]
fn a_missing_table_and_a_dead_letter_are_named() {
    let stack = Stack::start();
    let tables = Tables::of(&stack);
    let name = tables.table("matches");
    tables.call("UpdateTable", &json!({"TableName": name, "DeletionProtectionEnabled": false}));
    tables.call("DeleteTable", &json!({"TableName": name}));
    let letters = format!("{}-dead-letters", tables.queue("urgent"));
    tables.call_queues("SendMessage", &json!({"QueueUrl": letters, "MessageBody": "{}"}));
    let told = hubward(&stack, &["doctor"]);
    assert!(!told.status.success(), "{}", said(&told));
    assert!(said(&told).contains(&format!("there is no table {name}")), "{}", said(&told));
    let found = findings(&stack);
    let bad: Vec<_> =
        found.iter().filter(|(_, state)| state == "missing" || state == "wrong").collect();
    let expected = [
        ("table matches".to_owned(), "missing".to_owned()),
        ("queue urgent, dead letters".to_owned(), "wrong".to_owned()),
    ];
    assert_eq!(bad, expected.iter().collect::<Vec<_>>());
}

#[test]
fn a_deployment_that_answers_nothing_is_named_by_its_parts() {
    let stack = Stack::start();
    let file = stack.state().join("environment.json");
    let mut told: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    told["HUBWARD_URL_HUB"] = json!("http://127.0.0.1:1");
    told.as_object_mut().unwrap().remove("HUBWARD_JWKS_URL");
    std::fs::write(&file, told.to_string()).unwrap();
    let found = findings(&stack);
    let missing = |what: &str| found.contains(&(what.to_owned(), "missing".to_owned()));
    assert!(missing("hubs' sign-in") && missing("issuer's keys"), "{found:?}");
    assert!(!missing("family's form"), "{found:?}");
}
