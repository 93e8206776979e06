//! The sweep of a queue that was emptied: more is due than one request to SQS holds.

use std::collections::BTreeSet;

use e2e::family::family;
use e2e::tables::Tables;
use serde_json::json;

use crate::cloud;
use crate::routes::PIMLICO;

/// Two full requests to the queue, and a third.
const REFERRALS: usize = 25;

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn referrals_whose_messages_are_gone_are_sent_again_together() {
    cloud().wait_until_queues_are_empty();
    let tables = Tables::of(cloud());
    let sent = cloud().while_nothing_is_routed(|| {
        let sent: BTreeSet<String> =
            (0..REFERRALS).map(|_| cloud().post_referral(&family())).collect();
        tables.call_queues("PurgeQueue", &json!({"QueueUrl": tables.queue("referrals")}));
        assert_eq!(tables.messages("referrals"), 0);
        // All are due at once, as after an outage.
        for row in tables.dump("due") {
            let work = row["work"]["S"].as_str().unwrap();
            let of_these = work.strip_prefix("route#").is_some_and(|id| sent.contains(id));
            assert!(of_these || !work.starts_with("route#"), "{work}");
            if of_these {
                let mut due = row.clone();
                due["due_at"] = json!({"N": "0"});
                tables.call("PutItem", &json!({"TableName": tables.table("due"), "Item": due}));
            }
        }
        cloud().wait("the sweep to send them again", || {
            (tables.messages("referrals") >= REFERRALS).then_some(())
        });
        sent
    });
    for id in &sent {
        cloud().wait_until_in_inbox(id, PIMLICO);
    }
    let waiting = tables.dump("due");
    assert!(!waiting.iter().any(|row| row["work"]["S"].as_str().unwrap().starts_with("route#")));
}
