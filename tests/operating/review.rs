//! Tests that a referral that cannot be read goes to review, by its id alone and with the cause.

use std::fs;

use e2e::stack::Stack;
use e2e::tables::Tables;
use e2e::{family, inbox, project};
use serde_json::json;

/// The stack as it is, but with messages that come again after seconds instead of minutes.
fn impatient() -> Stack {
    Stack::start_with(|state| {
        let template = fs::read_to_string(project().join("infra/template.yaml")).unwrap();
        let quick = template.lines().map(|line| match line.split_once("VisibilityTimeout: ") {
            Some((before, _)) => format!("{before}VisibilityTimeout: 3"),
            None => line.to_owned(),
        });
        let file = state.with_file_name("template.yaml");
        fs::write(&file, quick.collect::<Vec<_>>().join("\n")).unwrap();
        vec!["--template".to_owned(), file.to_str().unwrap().to_owned()]
    })
}

/// Copies a referral's rows to another id, waiting to be routed. The body cannot be read there, as
/// it opens for its own referral only.
fn unreadable(tables: &Tables, id: &str) -> String {
    let mut other = id.to_owned();
    let last = if id.ends_with('0') { '1' } else { '0' };
    other.pop();
    other.push(last);
    for mut row in tables.dump("referrals") {
        let pk = row["pk"]["S"].as_str().unwrap().to_owned();
        let kind = row["sk"]["S"].as_str().unwrap().to_owned();
        if !pk.ends_with(id) || !["STATE", "BODY"].contains(&kind.as_str()) {
            continue;
        }
        row["pk"] = json!({"S": pk.replace(id, &other)});
        if kind == "STATE" {
            row.as_object_mut().unwrap().remove("entry");
            row["state"] = json!({"S": "accepted"});
        }
        tables.call("PutItem", &json!({"TableName": tables.table("referrals"), "Item": row}));
    }
    other
}

fn send(tables: &Tables, queue: &str, id: &str) {
    let body = json!({"referral": id}).to_string();
    let message = json!({"QueueUrl": tables.queue(queue), "MessageBody": body});
    tables.call_queues("SendMessage", &message);
}

/// The number of times that a referral was given back to its queue, by the log.
fn given_back(stack: &Stack) -> usize {
    stack.log().matches("route_unexpected").count()
}

/// Sends a referral that cannot be read, and a good one after it. Answers whether the good one was
/// placed first.
fn a_neighbour_overtakes(stack: &Stack, tables: &Tables) -> bool {
    let model = stack.post_referral(&family::family());
    stack.wait_until_in_inbox(&model, "westminster-bessborough");
    let poisoned = unreadable(tables, &model);
    let before = given_back(stack);
    send(tables, "referrals", &poisoned);
    let neighbour = stack.post_referral(&family::family());
    stack.wait_until_in_inbox(&neighbour, "westminster-bessborough");
    let reviewed = || {
        let events = tables.dump("audit");
        let mut of = events.iter().filter(|event| event["stream"]["S"] == poisoned.as_str());
        of.find_map(|event| event["facts"]["M"].get("cause").map(|cause| cause["S"].clone()))
    };
    let first = reviewed().is_none();

    let entry = stack.wait_until_in_inbox(&poisoned, "review");
    let tried = given_back(stack) - before;
    assert!((1..=4).contains(&tried), "given back {tried} times: the fifth receive is the last");
    assert_eq!(inbox::id(&entry), poisoned);
    assert!(inbox::reason_codes(&entry).contains(&"could_not_be_routed"), "{entry}");
    let cause = reviewed().expect("an event");
    assert!(inbox::reason_texts(&entry).contains(cause.as_str().unwrap()), "{entry}");
    assert_eq!(stack.inbox("review").open(&entry).status, 200, "it can be looked at");
    first
}

#[test]
fn an_unreadable_referral_goes_to_review_with_the_cause_and_holds_up_nobody() {
    let stack = impatient();
    let tables = Tables::of(&stack);
    // The bad referral is tried for some seconds, in which a busy machine may place no other. If it
    // held others up, it would hold up all of them.
    let overtaken = (0..5).any(|_| a_neighbour_overtakes(&stack, &tables));
    assert!(overtaken, "nobody was there before it was given up");
}

#[test]
fn an_unreadable_concern_is_in_review_at_once() {
    let stack = Stack::start();
    let tables = Tables::of(&stack);
    let model = stack.post_referral(&family::with_concern(family::family()));
    stack.wait_until_in_inbox(&model, "westminster-front-door");
    let poisoned = unreadable(&tables, &model);
    send(&tables, "urgent", &poisoned);
    let entry = stack.wait_until_in_inbox(&poisoned, "review");
    assert_eq!(entry["urgency"], "safeguarding");
    assert_eq!(given_back(&stack), 0, "the first receive was enough");
}
