//! A child whom two senders tell of.

use e2e::api::{accepted, new_key};
use e2e::family::{family, sent_by};
use e2e::inbox::reason_texts;
use serde_json::json;

use crate::cloud;
use crate::routes::PIMLICO;

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn a_child_of_two_senders_is_in_one_entry_with_the_evidence() {
    let school = family();
    let ids = ["school", "health"].map(|kind| {
        let client = cloud().partner(kind);
        let call = cloud().post("/v1/referrals").by(client).header("idempotency-key", &new_key());
        accepted(&call.json(&sent_by(kind, &school)).send())
    });
    for id in &ids {
        cloud().wait_until_in_inbox(id, PIMLICO);
    }
    let entry = cloud().inbox(PIMLICO).entry_with(&ids[0]).unwrap();
    assert_eq!(entry["referral_ids"].as_array().unwrap().len(), 2, "{entry}");
    let opened = cloud().inbox(PIMLICO).open(&entry).json();
    assert_eq!(opened["referrals"].as_array().unwrap().len(), 2);
    assert_ne!(opened["referrals"][0]["id"], json!(null));
    assert!(reason_texts(&opened).contains("given name: the same"), "{opened}");
}
