//! Tests of a referral that is as it should be: accepted, routed, and shown to its sender.

use e2e::api::{accepted, new_key};
use e2e::family::{example, family, sent_by, with_concern};
use e2e::inbox::{reason_codes, reason_texts};
use serde_json::{Value, json};

use crate::stack;

const UNKNOWN: &str = "11111111-2222-4333-8444-555555555555";

fn keys(object: &Value) -> Vec<&str> {
    object.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn the_contracts_example_reaches_the_bessborough_inbox_with_its_reasons() {
    let answer = stack().referral(&new_key(), &example()).send();
    let id = accepted(&answer);
    let body = answer.json();
    assert_eq!(answer.header("location"), Some(format!("/v1/referrals/{id}").as_str()));
    assert_eq!(keys(&body), ["id", "reference", "status"]);
    assert_eq!(body["status"], "accepted");
    let reference = body["reference"].as_str().unwrap();
    let groups: Vec<_> = reference.split('-').map(str::len).collect();
    assert_eq!(groups, [4, 4, 4], "{reference}");

    let entry = stack().wait_until_in_inbox(&id, "westminster-bessborough");
    assert_eq!((&entry["state"], &entry["urgency"]), (&json!("new"), &json!("routine")));
    assert!(entry["version"].is_u64(), "{entry}");
    assert!(entry["received_at"].as_str().unwrap().ends_with('Z'), "{entry}");
    assert!(reason_codes(&entry).contains(&"nearest_hub"), "{entry}");
    assert!(reason_texts(&entry).contains("Westminster"), "{entry}");
    assert_eq!(stack().entries_with(&id).len(), 1);
}

#[test]
fn a_referral_is_accepted_and_then_routed_with_its_placement() {
    let sent = stack().referral(&new_key(), &family()).send();
    let id = accepted(&sent);
    let first = stack().status(&id);
    let told = [
        "accepted_at",
        "corrected_at",
        "id",
        "next_step",
        "placement",
        "reference",
        "status",
        "version",
    ];
    assert_eq!(keys(&first), [&told[..], &["withdrawn_at"]].concat());
    if first["status"] == "accepted" {
        assert_eq!(first["placement"], Value::Null, "nothing is known before it is routed");
    }
    let routed = stack().status_once_routed(&id);
    assert_eq!((&routed["id"], &routed["status"]), (&json!(id), &json!("routed")));
    assert_eq!(routed["reference"], sent.json()["reference"]);
    let placement = &routed["placement"];
    assert_eq!(keys(placement), ["hub", "hub_name", "reasons"]);
    assert_eq!(placement["hub"], "westminster-bessborough");
    assert_eq!(placement["hub_name"], "Bessborough Family Hub");
    assert!(!reason_codes(placement).is_empty());
}

#[test]
fn only_its_sender_sees_a_referral() {
    let id = stack().post_referral(&family());
    let get = |client: &str, id: &str| {
        stack().get(format!("/v1/referrals/{id}")).by(stack().partner(client)).send()
    };
    assert_eq!(get("school", &id).status, 200);
    let others = get("health", &id);
    let unknown = get("health", UNKNOWN);
    let no_id = get("health", "not-an-id");
    for answer in [&others, &unknown, &no_id] {
        answer.problem(404);
        assert_eq!(answer.body, others.body, "another's referral looks like none at all");
    }
    let colleague = stack().token_of_person(stack().partner("school"), "colleague");
    let call = stack().get(format!("/v1/referrals/{id}")).bearing(&colleague);
    assert_eq!(call.send().body, others.body, "another of the same client is another sender");
    let worker = stack().worker_of("westminster-bessborough");
    stack().get(format!("/v1/referrals/{id}")).by(worker).send().problem(403);
}

#[test]
fn every_kind_of_partner_can_send() {
    for kind in ["school", "health", "police", "council", "community"] {
        let client = stack().partner(kind);
        let call = stack().post("/v1/referrals").by(client).header("idempotency-key", &new_key());
        accepted(&call.json(&sent_by(kind, &family())).send());
    }
}

#[test]
fn a_concern_is_answered_with_the_numbers_to_phone_now() {
    let answer = stack().referral(&new_key(), &with_concern(family())).send();
    accepted(&answer);
    let phone_now = &answer.json()["phone_now"];
    assert_eq!(phone_now["authority"], "Westminster");
    assert_eq!(phone_now["in_hours"], "020 7946 0101");
    assert_eq!(phone_now["out_of_hours"], "020 7946 0102");
}

#[test]
fn a_body_of_256_kib_is_taken() {
    let mut body = family().to_string();
    body.extend(std::iter::repeat_n(' ', 256 * 1024 - body.len()));
    let call = stack().post("/v1/referrals").by(stack().partner("school"));
    let call = call.header("idempotency-key", &new_key());
    accepted(&call.clone().body("application/json", body.clone()).send());
    accepted(&call.body("application/json; charset=utf-8", body).send());
}
