//! Tests that a sender sees only what follows from their own submission and the rulebook: whether a
//! child is known to anyone never shows.

use e2e::api::{accepted, new_key};
use e2e::family::{family, sent_by, unique};
use e2e::visitor::{Answers, CHECK};
use serde_json::Value;

use crate::around::{asked, send_checked};
use crate::stack;

/// Everything that a sender can see of one submission, without the parts that must differ.
fn seen(referral: &Value, kind: &str) -> (String, Vec<Value>) {
    let client = stack().partner(kind);
    let call = stack().post("/v1/referrals").by(client).header("idempotency-key", &new_key());
    let sent = call.json(&sent_by(kind, referral)).send();
    let id = accepted(&sent);
    let get = || stack().get(format!("/v1/referrals/{id}")).by(client).send();
    let routed = stack().wait(&format!("{id} to be routed"), || {
        Some(get()).filter(|answer| answer.json()["status"] == "routed")
    });
    let seen = [sent, routed].into_iter().map(|answer| without_own_marks(&answer, &id)).collect();
    (id, seen)
}

fn without_own_marks(answer: &e2e::http::Answer, id: &str) -> Value {
    let mut body = answer.json();
    assert_eq!(body["id"], id);
    body["id"] = Value::Null;
    assert!(body["reference"].is_string());
    body["reference"] = Value::Null;
    // Each was accepted at its own time.
    body["accepted_at"] = Value::Null;
    let own = ["apigw-requestid", "date", "content-length"];
    let headers: Vec<String> = answer
        .headers
        .iter()
        .filter(|(name, _)| !own.contains(&name.as_str()))
        .map(|(name, value)| format!("{name}: {}", value.replace(id, "")))
        .collect();
    serde_json::json!({"status": answer.status, "headers": headers, "body": body})
}

#[test]
fn whether_the_child_is_known_never_shows() {
    let referral = family();
    let inbox = stack().inbox("westminster-bessborough");
    let (first, unknown) = seen(&referral, "school");
    let (second, known) = seen(&referral, "health");
    assert_eq!(known, unknown, "the child is in a new entry");

    let entry = inbox.entry_with(&first).expect("it is there");
    assert!(e2e::inbox::holds(&entry, &second), "both are in one entry");
    assert_eq!(inbox.change_unseen(&entry, "claim").status, 200);
    assert_eq!(seen(&referral, "police").1, unknown, "the child is in a claimed entry");
    assert_eq!(inbox.change_unseen(&entry, "accept").status, 200);
    assert_eq!(seen(&referral, "health").1, unknown, "the hub works with the family");
    assert_eq!(inbox.change_unseen(&entry, "close").status, 200);
    assert_eq!(seen(&referral, "health").1, unknown, "the hub has worked with the family");
}

#[test]
fn whether_the_child_of_a_protected_referral_is_known_never_shows() {
    let mut referral = family();
    referral["needs"] = serde_json::json!(["domestic_abuse"]);
    let (_, unknown) = seen(&referral, "school");
    assert_eq!(seen(&referral, "health").1, unknown);
}

/// The pages that a family is shown of a form for this child, once it is with a team: confirmation and
/// status, without the reference and the code that must differ. The reference comes with it.
fn shown_to_a_family(child: &str) -> (String, [String; 2]) {
    let mut visitor = asked(child, &[]);
    let born = [
        ("child-1-given-name", child),
        ("child-1-family-name", child),
        ("child-1-birth", "born"),
        ("child-1-day", "4"),
        ("child-1-month", "3"),
        ("child-1-year", "2021"),
    ];
    visitor.get("/form/child/1");
    visitor.answer(&Answers::of(&born));
    visitor.get(CHECK);
    let [confirmation, reference, code] = send_checked(&mut visitor);
    let status = stack().wait("the form to be with a team", || {
        let page = visitor.get("/status").body.clone();
        page.contains("It is with the people who can help").then_some(page)
    });
    let own = |page: String| page.replace(&reference, "").replace(&code, "");
    (reference.clone(), [own(confirmation), own(status)])
}

#[test]
fn whether_a_family_is_known_never_shows_on_its_own_pages() {
    let child = unique();
    let inbox = stack().inbox("essex-chelmsford");
    let (first, unknown) = shown_to_a_family(&child);
    let entry = || {
        stack().wait("the form's entry", || {
            let about = |entry: &Value| inbox.open(entry).json().to_string().contains(&first);
            inbox.entries().into_iter().find(about)
        })
    };
    let held = entry();
    assert_eq!(shown_to_a_family(&child).1, unknown, "the child is in a new entry");
    assert_eq!(entry()["referral_ids"].as_array().map(Vec::len), Some(2), "both are in one entry");
    assert_eq!(inbox.change_unseen(&held, "claim").status, 200);
    assert_eq!(shown_to_a_family(&child).1, unknown, "the child is in a claimed entry");
    assert_eq!(inbox.change_unseen(&held, "accept").status, 200);
    assert_eq!(shown_to_a_family(&child).1, unknown, "the hub works with the family");
    assert_eq!(inbox.change_unseen(&held, "close").status, 200);
    assert_eq!(shown_to_a_family(&child).1, unknown, "the hub has worked with the family");
}
