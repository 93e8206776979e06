//! A dead letter: a message that was given up on, sent again by the operator and by nobody else.

use e2e::family::family;
use e2e::tables::Tables;
use serde_json::json;

use crate::cloud;
use crate::cloud::operators::said;
use crate::routes::PIMLICO;

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn a_message_received_too_often_is_a_dead_letter_that_the_operator_sends_again() {
    cloud().wait_until_queues_are_empty();
    let tables = Tables::of(cloud());
    let id = cloud().while_nothing_is_routed(|| {
        let id = cloud().post_referral(&family());
        // The template's redrive policy takes the message away after its last receive.
        let receive = json!({"QueueUrl": tables.queue("referrals"), "VisibilityTimeout": 0,
            "MaxNumberOfMessages": 1});
        let mut received = 0;
        while tables.call_queues("ReceiveMessage", &receive)["Messages"].is_array() {
            received += 1;
            assert!(received <= 5, "it is handed out more often than the template says");
        }
        assert_eq!(received, 5);
        assert_eq!(tables.messages("referrals"), 0);
        let told = cloud().hubward_must("operator", &["redrive", "--dry-run"]);
        assert!(told.contains("referrals: 1 dead letters"), "{told}");

        let refused = cloud().hubward("publisher", &["redrive"]);
        assert!(!refused.status.success(), "{}", said(&refused));
        let told = cloud().hubward_must("operator", &["redrive"]);
        assert!(told.contains("referrals: 1 sent again"), "{told}");
        assert_eq!(tables.messages("referrals"), 1);
        id
    });
    cloud().wait_until_in_inbox(&id, PIMLICO);
    let told = cloud().hubward_must("operator", &["redrive", "--dry-run"]);
    assert!(told.contains("referrals: 0 dead letters"), "{told}");
}
