//! Tests that one submission makes one referral, however often and however fast it is sent.

use std::sync::Barrier;
use std::thread;

use e2e::api::{accepted, new_key};
use e2e::family::{family, family_at, sent_by};
use e2e::http::Answer;
use serde_json::json;

use crate::stack;

/// Sends `calls` at the same moment, each from a thread of its own.
fn at_once(calls: Vec<e2e::http::Call<'static>>) -> Vec<Answer> {
    let start = Barrier::new(calls.len());
    thread::scope(|scope| {
        let send = |call: e2e::http::Call<'static>| {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                call.send()
            })
        };
        let sending: Vec<_> = calls.into_iter().map(send).collect();
        sending.into_iter().map(|one| one.join().unwrap()).collect()
    })
}

/// The parts of an answer that a client can compare.
fn visible(answer: &Answer) -> (u16, Option<&str>, &str) {
    (answer.status, answer.header("location"), &answer.body)
}

#[test]
fn the_same_key_and_content_get_the_identical_answer() {
    let (key, referral) = (new_key(), family());
    let first = stack().referral(&key, &referral).send();
    let id = accepted(&first);
    assert_eq!(visible(&stack().referral(&key, &referral).send()), visible(&first));
    stack().wait_until_in_inbox(&id, "westminster-bessborough");
    let later = stack().referral(&key, &referral).send();
    assert_eq!(visible(&later), visible(&first), "routed or not, the first answer stands");
    assert_eq!(stack().entries_with(&id).len(), 1);
}

#[test]
fn the_same_content_spelt_otherwise_is_the_same_submission() {
    let (key, referral) = (new_key(), family_at("SW1V 2AA"));
    let first = stack().referral(&key, &referral).send();
    let mut respelt = referral;
    respelt["household"]["address"]["postcode"] = json!("sw1v2aa");
    assert_eq!(visible(&stack().referral(&key, &respelt).send()), visible(&first));
}

#[test]
fn the_same_key_with_other_content_is_a_422_that_tells_nothing() {
    let key = new_key();
    let first = stack().referral(&key, &family()).send();
    let id = accepted(&first);
    let refused = stack().referral(&key, &family()).send();
    assert_eq!(refused.problem_paths(422), ["Idempotency-Key"]);
    assert!(!refused.body.contains(&id));
}

#[test]
fn two_clients_may_use_the_same_key() {
    let (key, referral) = (new_key(), family());
    let by = |kind: &str| {
        let call = stack().post("/v1/referrals").by(stack().partner(kind));
        accepted(&call.header("idempotency-key", &key).json(&sent_by(kind, &referral)).send())
    };
    assert_ne!(by("school"), by("health"));
}

#[test]
fn fifty_simultaneous_posts_with_one_key_make_one_referral_and_fifty_equal_answers() {
    let (key, referral) = (new_key(), family_at("W9 3AL"));
    let answers = at_once((0..50).map(|_| stack().referral(&key, &referral)).collect());
    let id = accepted(&answers[0]);
    for answer in &answers {
        assert_eq!(visible(answer), visible(&answers[0]));
    }
    stack().wait_until_in_inbox(&id, "westminster-queens-park");
    let holding = stack().entries_with(&id);
    assert_eq!(holding.len(), 1, "{holding:?}");
    assert_eq!(holding[0].1["referral_ids"], json!([id]));
}

#[test]
fn twenty_simultaneous_posts_of_one_child_make_one_open_entry_of_twenty_referrals() {
    let referral = family_at("NW8 8DE");
    let calls = (0..20).map(|_| stack().referral(&new_key(), &referral)).collect();
    let mut ids: Vec<String> = at_once(calls).iter().map(accepted).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 20);
    let inbox = stack().inbox("westminster-portman");
    let holding = || {
        let entries = inbox.entries().into_iter();
        let ours = |entry: &serde_json::Value| ids.iter().any(|id| e2e::inbox::holds(entry, id));
        entries.filter(ours).collect::<Vec<_>>()
    };
    for id in &ids {
        stack().wait_until_in_inbox(id, "westminster-portman");
    }
    let holding = holding();
    assert_eq!(holding.len(), 1, "{holding:?}");
    assert_eq!(holding[0]["state"], "new");
    let mut held: Vec<String> = serde_json::from_value(holding[0]["referral_ids"].clone()).unwrap();
    held.sort();
    assert_eq!(held, ids);
}

#[test]
fn a_later_referral_for_the_same_child_joins_the_open_entry_and_can_raise_its_urgency() {
    let mut referral = family();
    let first = stack().post_referral(&referral);
    let entry = stack().wait_until_in_inbox(&first, "westminster-bessborough");
    referral["urgency"] = json!("urgent");
    let second = stack().post_referral(&referral);
    let joined = stack().wait_until_in_inbox(&second, "westminster-bessborough");
    assert_eq!(joined["id"], entry["id"]);
    assert_eq!(joined["referral_ids"], json!([first, second]));
    assert_eq!(joined["urgency"], "urgent");
    assert!(e2e::inbox::reason_codes(&joined).contains(&"same_child"), "{joined}");
}

#[test]
fn a_twin_gets_an_entry_of_its_own() {
    let referral = family();
    let mut twin = referral.clone();
    twin["children"][0]["name"]["given"] = json!("Amara");
    let first = stack().post_referral(&referral);
    let second = stack().post_referral(&twin);
    let first = stack().wait_until_in_inbox(&first, "westminster-bessborough");
    let second = stack().wait_until_in_inbox(&second, "westminster-bessborough");
    assert_ne!(first["id"], second["id"]);
}

#[test]
fn a_protected_referral_never_joins_another() {
    let mut referral = family();
    let first = stack().post_referral(&referral);
    let first = stack().wait_until_in_inbox(&first, "westminster-bessborough");
    referral["needs"] = json!(["domestic_abuse"]);
    let second = stack().post_referral(&referral);
    let second = stack().wait_until_in_inbox(&second, "westminster-bessborough");
    assert_ne!(first["id"], second["id"]);
}

#[test]
fn a_referral_after_the_entry_was_closed_gets_a_new_one() {
    let referral = family();
    let inbox = stack().inbox("westminster-bessborough");
    let first = stack().post_referral(&referral);
    let entry = stack().wait_until_in_inbox(&first, "westminster-bessborough");
    assert_eq!(inbox.change_unseen(&entry, "claim").status, 200);
    assert_eq!(inbox.change_unseen(&entry, "close").status, 200);
    let second = stack().post_referral(&referral);
    let second = stack().wait_until_in_inbox(&second, "westminster-bessborough");
    assert_ne!(second["id"], entry["id"]);
    assert_eq!(second["state"], "new");
}
