//! Tests that every example of a body in the contract is answered as it says.

use e2e::api::new_key;
use e2e::family::family;
use e2e::inbox::id;
use serde_json::Value;

use crate::{contract, stack};

/// The examples of an operation: their names, bodies and the statuses of their answers.
fn examples(operation: &Value) -> Vec<(String, Value, u16)> {
    let shown = &operation["requestBody"]["content"]["application/json"]["examples"];
    let shown = shown.as_object().into_iter().flatten();
    shown
        .map(|(name, example)| {
            let status = example["x-status"].as_u64().and_then(|status| status.try_into().ok());
            (name.clone(), example["value"].clone(), status.expect("a status"))
        })
        .collect()
}

#[test]
fn every_sample_of_a_referral_is_answered_as_it_says() {
    let contract = contract();
    let samples = examples(&contract["paths"]["/v1/referrals"]["post"]);
    assert!(samples.len() >= 9);
    for (name, body, status) in samples {
        let answer = stack().referral(&new_key(), &body).send();
        assert_eq!(answer.status, status, "{name}: {answer:?}");
    }
}

#[test]
fn every_example_of_a_change_is_read_and_done_if_the_entry_is_ready_for_it() {
    let sent = stack().post_referral(&family());
    let inbox = "westminster-bessborough";
    let entry = id(&stack().wait_until_in_inbox(&sent, inbox)).to_owned();
    let worker = stack().worker_of(inbox);
    let contract = contract();
    let mut tried = 0;
    for (path, operations) in contract["paths"].as_object().unwrap() {
        if !path.starts_with("/v1/inbox/") {
            continue;
        }
        for (name, body, status) in examples(&operations["post"]) {
            let other = "11111111-2222-4333-8444-555555555555";
            let path = path.replace("{entry}", &entry).replace("{other}", other);
            let call = stack().post(&path).by(worker).header("idempotency-key", &new_key());
            let answer = call.json(&body).send();
            // Another state, or another entry, is needed by some.
            let is_read = [status, 403, 404, 409].contains(&answer.status);
            assert!(is_read, "{path}, {name}: {answer:?}");
            tried += 1;
        }
    }
    assert!(tried >= 8, "{tried}");
}
