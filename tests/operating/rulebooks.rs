//! Tests of publishing rulebooks: wrong ones are not published, and the audit trail holds each
//! publishing and its author, where a change is found.

use std::fs;
use std::path::Path;

use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::{Value, json};

use crate::{hubward, said};

/// The stream of the rulebooks, as docs/guides/operate.md gives it.
const STREAM: &str = "68756277-6172-4420-b275-6c65626f6f6b";

/// A folder with Westminster's rulebook alone, and more text at its end.
fn rulebook(folder: &Path, more: &str) -> String {
    let sample = e2e::project().join("localities/westminster.toml");
    let text = fs::read_to_string(sample).unwrap() + more;
    fs::write(folder.join("westminster.toml"), text).unwrap();
    folder.to_str().unwrap().to_owned()
}

fn rule(id: &str, hub: &str) -> String {
    format!(
        "\n[[rule]]\nid = \"{id}\"\nwhen = {{ needs = [\"housing\"] }}\nhub = \"{hub}\"\n\
         reason = \"Decided by a test.\"\n"
    )
}

fn publish(stack: &Stack, folder: &str, more: &[&str]) -> (bool, String) {
    let index = e2e::project().join("data/postcodes.idx");
    let index = index.to_str().unwrap();
    let arguments = ["rules", "publish", "--localities", folder, "--index", index, "--by", "asha"];
    let output = hubward(stack, &[&arguments, more].concat());
    (output.status.success(), said(&output))
}

fn rollback(stack: &Stack, more: &[&str]) -> (bool, String) {
    let output = hubward(stack, &[&["rules", "rollback", "--by", "ben"], more].concat());
    (output.status.success(), said(&output))
}

fn listed(stack: &Stack) -> Value {
    let output = hubward(stack, &["rules", "published", "--json"]);
    assert!(output.status.success(), "{}", said(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The history: each event's action, edition, the edition before, and author.
fn history(stack: &Stack) -> Vec<[String; 4]> {
    let listed = listed(stack);
    let history = listed["history"].as_array().unwrap();
    let told = |event: &Value| {
        ["action", "edition", "before", "by"].map(|name| event[name].as_str().unwrap().to_owned())
    };
    history.iter().map(told).collect()
}

fn in_force(stack: &Stack) -> Option<u64> {
    let listed = listed(stack);
    let mut editions = listed["editions"].as_array().unwrap().iter();
    editions.find(|one| one["in_force"] == true).map(|one| one["edition"].as_u64().unwrap())
}

fn verified(stack: &Stack) -> (bool, String) {
    let output = hubward(stack, &["audit", "verify", "--entry", STREAM]);
    (output.status.success(), said(&output))
}

#[test]
fn new_rulebooks_are_tried_on_past_referrals_without_showing_any() {
    let stack = Stack::start();
    let sent: Vec<String> =
        (0..3).map(|_| stack.post_referral(&e2e::family::family_at("SW1V 2AA"))).collect();
    for id in &sent {
        stack.wait_until_in_inbox(id, "westminster-bessborough");
    }
    let folder = tempfile::tempdir().unwrap();
    let more = "\n[[rule]]\nid = \"moved\"\nwhen = { districts = [\"E09000033\"] }\n\
                hub = \"portman\"\nreason = \"Decided by a test.\"\n";
    let new = rulebook(folder.path(), more);
    let (root, old) = (e2e::project(), e2e::project().join("localities"));
    let (index, old) = (root.join("data/postcodes.idx"), old.to_str().unwrap().to_owned());
    let asked =
        ["rules", "replay", "--past", "--old", &old, "--new", &new, "--by", "asha", "--json"];
    let files = ["--index", index.to_str().unwrap()];
    let output = hubward(&stack, &[&asked[..], &files].concat());
    assert!(output.status.success(), "{}", said(&output));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&told["families"], &told["moved"]), (&json!(3), &json!(3)), "{told}");
    assert_eq!(told["moves"][0]["from"], "westminster-bessborough");
    assert_eq!(told["moves"][0]["to"], "westminster-portman");
    assert!(!said(&output).contains("SW1V"), "{}", said(&output));
    let event = ["rulebooks_replayed", "", "", "operator:asha"].map(str::to_owned);
    assert_eq!(history(&stack), [event]);
    assert!(verified(&stack).0);
}

#[test]
fn each_publishing_is_in_the_audit_trail_and_a_change_to_it_is_found() {
    let stack = Stack::start();
    let folder = tempfile::tempdir().unwrap();

    // A second rule for the same families reaches nobody. That is an error, and nothing is
    // published.
    let faulty = rule("first", "portman") + &rule("second", "bessborough");
    let folder = rulebook(folder.path(), &faulty);
    let (published, said) = publish(&stack, &folder, &[]);
    assert!(!published && said.contains("[rule_unreachable]"), "{said}");
    assert!(history(&stack).is_empty() && in_force(&stack).is_none());

    // It is published when somebody answers for it.
    let (published, said) = publish(&stack, &folder, &["--force"]);
    assert!(published, "{said}");
    let text = rulebook(Path::new(&folder), &rule("first", "portman"));
    for edition in [2, 3] {
        let (published, said) = publish(&stack, &text, &[]);
        assert!(published, "{said}");
        assert_eq!(in_force(&stack), Some(edition));
    }

    // Each rollback goes back to the edition that was in force before the publishing.
    for edition in [2, 1] {
        let (went, said) = rollback(&stack, &[]);
        assert!(went, "{said}");
        assert_eq!(in_force(&stack), Some(edition));
    }
    let expected = [
        ["rulebooks_published", "1", "0", "operator:asha"],
        ["rulebooks_published", "2", "1", "operator:asha"],
        ["rulebooks_published", "3", "2", "operator:asha"],
        ["rulebooks_rolled_back", "2", "3", "operator:ben"],
        ["rulebooks_rolled_back", "1", "2", "operator:ben"],
    ];
    assert_eq!(history(&stack), expected.map(|event| event.map(str::to_owned)));
    assert!(verified(&stack).0);

    let tables = Tables::of(&stack);
    let mut events = tables.dump("audit");
    events.retain(|row| row["stream"]["S"] == STREAM);
    events.sort_by_key(|row| row["seq"]["N"].as_str().unwrap().parse::<u64>().unwrap());
    assert_eq!(events[0]["facts"]["M"]["errors_passed_over"]["S"], "1", "{:?}", events[0]);
    assert_eq!(events[0]["facts"]["M"]["sha256"]["S"].as_str().unwrap().len(), 64);

    // Another name is put in behind Hubward's back.
    let mut altered = events[1].clone();
    altered["actor"]["S"] = json!("operator:nobody");
    let put = |table: &str, row: &Value| {
        tables.call("PutItem", &json!({"TableName": tables.table(table), "Item": row}));
    };
    put("audit", &altered);
    let (whole, said) = verified(&stack);
    assert!(!whole && said.contains("event 1 was altered"), "{said}");
    put("audit", &events[1]);
    assert!(verified(&stack).0);

    // An edition's number with other content under it is not gone back to.
    let rows = tables.dump("rulebooks");
    let row = |edition: &str| {
        let found = rows.iter().find(|row| {
            row["pk"]["S"] == "RULES" && row["sk"]["S"] == format!("EDITION#{edition:0>10}")
        });
        found.unwrap().clone()
    };
    let mut swapped = row("3");
    swapped["files"] = row("1")["files"].clone();
    put("rulebooks", &swapped);
    let (went, said) = rollback(&stack, &["--to", "3"]);
    assert!(!went && said.contains("not what was published"), "{said}");
    assert_eq!(in_force(&stack), Some(1));

    // The rulebooks that the functions are packaged with can always be gone back to.
    let (went, said) = rollback(&stack, &["--to", "0"]);
    assert!(went, "{said}");
    assert_eq!((in_force(&stack), history(&stack).len()), (None, 6));
}
