//! Tests of what looks as if a machine had sent it.

use super::*;

#[tokio::test]
async fn a_suspect_waits_in_review_on_its_usual_clock_and_its_family_sees_no_difference() {
    let tiers = Tiers::new().await;
    let urgent = || family(|said| said["urgency"] = json!("urgent"));
    let suspect = tiers.accept("a", urgent(), true).await;
    let other = tiers.accept("b", urgent(), false).await;
    tiers.deliver().await;
    let listed = tiers.list(&worker(&["review"])).await.remove(0);
    assert_eq!((listed.entry.id, listed.entry.priority), (suspect.id.into(), Priority::Urgent));
    assert_eq!(listed.entry.authority.unwrap().code.to_string(), "E09000033");
    let last = listed.reasons.last().unwrap();
    assert_eq!(last.code, "looks_automatic");
    // The placement that the sender may see is the rulebook's.
    let placed = tiers.hub.store().placements(&[suspect.id, other.id]).await.unwrap();
    assert_eq!(placed[0].placement, placed[1].placement);
    let [one, two] = [&suspect, &other].map(|receipt| tiers.found(&receipt.reference));
    let (one, two) = (one.await, two.await);
    assert_eq!((one.step, one.received_at), (two.step, two.received_at));
}

#[tokio::test]
async fn a_concern_goes_its_way_whatever_it_looks_like() {
    let tiers = Tiers::new().await;
    let concern = family(|said| said["safeguarding_concern"] = json!(true));
    let receipt = tiers.accept("a", concern, true).await;
    tiers.deliver().await;
    let listed = tiers.list(&worker(&["westminster-front-door"])).await.remove(0);
    assert_eq!(listed.entry.id, receipt.id.into());
    assert!(listed.reasons.iter().any(|reason| reason.code == "looks_automatic"));
}
