//! Tests of adding partners, and of their keys, as an operator does it: each change is in the audit
//! trail, and no key is anywhere but where it was shown.

use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::Value;

use crate::{hubward, said};

/// The stream of changes to partners, as docs/guides/operate.md gives it.
const STREAM: &str = "68756277-6172-4420-b061-72746e657273";

fn partner(stack: &Stack, arguments: &[&str]) -> (bool, String, String) {
    let output = hubward(stack, &[&["partner"], arguments].concat());
    let out = String::from_utf8(output.stdout.clone()).unwrap();
    (output.status.success(), out.trim().to_owned(), said(&output))
}

#[test]
fn every_change_to_a_partner_is_in_the_audit_trail_and_no_key_is() {
    let stack = Stack::start();
    let by = ["--by", "asha"];
    let add = ["add", "st-marys", "--name", "St Mary's", "--kinds", "school", "--authorities"];
    let (done, first, told) = partner(&stack, &[&add[..], &["Westminster"], &by].concat());
    assert!(done && first.starts_with("hwk_") && first.len() == 36, "{told}");
    assert!(told.contains("not shown again"), "{told}");
    let rotate = ["rotate", "st-marys", "--expires", "2099-08-31"];
    let (done, second, told) = partner(&stack, &[&rotate[..], &by].concat());
    assert!(done && second != first && told.contains("revoke st-marys --key"), "{told}");
    let (done, _, told) = partner(&stack, &[&["rotate", "st-marys"][..], &by].concat());
    assert!(!done && told.contains("revoke one of them first"), "{told}");
    let (done, _, told) = partner(&stack, &[&["revoke", "st-marys"][..], &by].concat());
    assert!(done, "{told}");
    let wrong = [
        (&["add", "St Marys", "--name", "x", "--kinds", "school"][..], "a partner's id is"),
        (&["add", "other", "--name", "x", "--kinds", "headteacher"], "no such kind of referrer"),
        (
            &["add", "other", "--name", "x", "--kinds", "gp", "--authorities", "Narnia"],
            "no such council",
        ),
        (
            &["add", "other", "--name", "x", "--kinds", "gp", "--rate", "0", "--burst", "1"],
            "a rate is",
        ),
        (&["rotate", "nobody"], "there is no partner nobody"),
        (&["rotate", "st-marys", "--expires", "2020-01-01"], "is over"),
    ];
    for (arguments, because) in wrong {
        let (done, _, told) = partner(&stack, &[arguments, &by].concat());
        assert!(!done && told.contains(because), "{arguments:?}: {told}");
    }
    let (done, listed, told) = partner(&stack, &["list"]);
    assert!(done && listed.contains("to Westminster") && listed.contains("never used"), "{told}");

    let verified = hubward(&stack, &["audit", "verify", "--entry", STREAM]);
    assert!(verified.status.success(), "{}", said(&verified));
    let tables = Tables::of(&stack);
    let mut events = tables.dump("audit");
    events.retain(|row| row["stream"]["S"] == STREAM);
    events.sort_by_key(|row| row["seq"]["N"].as_str().unwrap().to_owned());
    let fact =
        |event: &Value, name: &str| event["facts"]["M"][name]["S"].as_str().unwrap().to_owned();
    let changes: Vec<_> = events.iter().map(|event| fact(event, "change")).collect();
    assert_eq!(changes, ["add", "rotate", "revoke"]);
    assert!(events.iter().all(|event| event["actor"]["S"] == "operator:asha"));
    assert!(events.iter().all(|event| fact(event, "partner") == "st-marys"));
    assert_eq!(fact(&events[2], "key").split(',').count(), 2);

    let everything = format!("{listed}{events:?}{:?}{}", tables.dump("partners"), stack.log());
    for key in [first, second] {
        assert!(!everything.contains(&key) && !everything.contains(&key[4..24]));
    }
}
