//! A poison message: a referral whose body was altered, so that it does not open, is delivered to
//! review, and holds up nobody.

use e2e::family::{family, with_concern};
use e2e::inbox::reason_codes;
use e2e::tables::Tables;
use serde_json::{Value, json};

use crate::cloud;
use crate::routes::PIMLICO;

/// Sends a referral, and alters its body before anybody reads it.
fn poisoned(referral: &Value) -> String {
    let tables = Tables::of(cloud());
    let id = cloud().post_referral(referral);
    let of_it = |row: &Value| row["pk"]["S"] == format!("R#{id}") && row["sk"]["S"] == "BODY";
    let mut row = tables.dump("referrals").into_iter().find(of_it).expect("a body");
    let (name, sealed) = row
        .as_object()
        .unwrap()
        .iter()
        .find_map(|(name, value)| Some((name.clone(), value.get("B")?.as_str()?.to_owned())))
        .expect("sealed bytes");
    // One letter well inside is another one now: Base64 as before, other bytes.
    let middle = sealed.len() / 2;
    let other = if sealed.as_bytes()[middle] == b'A' { "B" } else { "A" };
    let altered = format!("{}{other}{}", &sealed[..middle], &sealed[middle + 1..]);
    row[&name] = json!({"B": altered});
    tables.call("PutItem", &json!({"TableName": tables.table("referrals"), "Item": row}));
    id
}

fn is_in_review(id: &str) {
    let entry = cloud().wait_until_in_inbox(id, "review");
    assert!(reason_codes(&entry).contains(&"could_not_be_routed"), "{entry}");
    assert_eq!(cloud().inbox("review").open(&entry).status, 200, "it can be looked at");
}

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn a_referral_that_does_not_open_is_delivered_to_review() {
    cloud().while_messages_come_again_soon(|| {
        let (poison, neighbour) = cloud()
            .while_nothing_is_routed(|| (poisoned(&family()), cloud().post_referral(&family())));
        cloud().wait_until_in_inbox(&neighbour, PIMLICO);
        is_in_review(&poison);
        cloud().wait_until_queues_are_empty();
    });
}

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn a_concern_that_does_not_open_is_delivered_to_review() {
    let poison = cloud().while_nothing_is_routed(|| poisoned(&with_concern(family())));
    is_in_review(&poison);
}
