//! Both queues: an ordinary referral goes by one, a safeguarding concern by the other.

use e2e::family::{family, with_concern};
use e2e::inbox::id;
use e2e::tables::Tables;

use crate::cloud;
use crate::routes::PIMLICO;

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn each_queue_brings_its_referrals_to_where_they_belong() {
    cloud().wait_until_queues_are_empty();
    let tables = Tables::of(cloud());
    let (ordinary, concern) = cloud().while_nothing_is_routed(|| {
        let counts = || ["referrals", "urgent"].map(|queue| tables.messages(queue));
        let ordinary = cloud().post_referral(&family());
        assert_eq!(counts(), [1, 0]);
        let concern = cloud().post_referral(&with_concern(family()));
        assert_eq!(counts(), [1, 1]);
        (ordinary, concern)
    });
    cloud().wait_until_in_inbox(&ordinary, PIMLICO);
    let entry = cloud().wait_until_in_inbox(&concern, "westminster-front-door");
    assert_eq!(entry["urgency"], "safeguarding");
    let opened = cloud().inbox("westminster-front-door").open(&entry);
    assert_eq!((opened.status, id(&opened.json())), (200, id(&entry)));
    cloud().wait_until_queues_are_empty();
}
