//! Tests that a safeguarding concern goes to the front door, at once, in an entry of its own,
//! whatever else is said.

use e2e::api::{accepted, new_key};
use e2e::family::{family, family_at, family_of, with_concern};
use e2e::inbox::reason_codes;
use e2e::tables::Tables;
use serde_json::json;

use crate::stack;

#[test]
fn a_concern_is_at_the_front_door_in_an_entry_of_its_own_though_the_child_is_open_at_a_hub() {
    let referral = family();
    let known = stack().post_referral(&referral);
    let at_hub = stack().wait_until_in_inbox(&known, "westminster-bessborough");
    let concern = stack().post_referral(&with_concern(referral.clone()));
    let at_door = stack().wait_until_in_inbox(&concern, "westminster-front-door");
    assert_eq!(at_door["referral_ids"], json!([concern]));
    assert_eq!(at_door["urgency"], "safeguarding");
    assert!(reason_codes(&at_door).contains(&"safeguarding_concern"), "{at_door}");
    // A second concern for the same child is a second entry too.
    let second = stack().post_referral(&with_concern(referral));
    let second = stack().wait_until_in_inbox(&second, "westminster-front-door");
    assert_ne!(second["id"], at_door["id"]);
    let at_hub_now = stack().inbox("westminster-bessborough").entry_with(&known).unwrap();
    assert_eq!(at_hub_now["referral_ids"], at_hub["referral_ids"]);
    assert_eq!(stack().entries_with(&concern).len(), 1);
}

#[test]
fn a_concern_of_an_unknown_place_is_in_review_marked_and_first() {
    let routine = stack().post_referral(&family_at("ZZ99 9ZZ"));
    stack().wait_until_in_inbox(&routine, "review");
    let answer = stack().referral(&new_key(), &with_concern(family_at("ZZ99 9ZZ"))).send();
    let concern = accepted(&answer);
    let phone_now = &answer.json()["phone_now"];
    for hours in ["in_hours", "out_of_hours", "emergency"] {
        let number = phone_now[hours].as_str().unwrap_or_default();
        let dialled = number.replace(' ', "");
        assert!(dialled.len() >= 3 && dialled.bytes().all(|b| b.is_ascii_digit()), "{phone_now}");
    }
    let entry = stack().wait_until_in_inbox(&concern, "review");
    assert_eq!(entry["urgency"], "safeguarding");
    assert!(reason_codes(&entry).contains(&"safeguarding_concern"), "{entry}");
    let review = stack().inbox("review").entries();
    let place = |id: &str| review.iter().position(|entry| e2e::inbox::holds(entry, id));
    let (concern, routine) = (place(&concern).unwrap(), place(&routine).unwrap());
    assert!(concern < routine, "a concern comes before what came before it");
    assert!(review[..concern].iter().all(|entry| entry["urgency"] == "safeguarding"));
}

#[test]
fn a_concern_outside_the_area_is_handed_over_marked() {
    let concern = stack().post_referral(&with_concern(family_at("W10 4AL")));
    let entry = stack().wait_until_in_inbox(&concern, "out-of-area");
    assert_eq!(entry["urgency"], "safeguarding");
    assert!(reason_codes(&entry).contains(&"safeguarding_concern"), "{entry}");
}

#[test]
fn a_concern_beats_everything_else_that_is_said() {
    let mut referral = with_concern(family_at("PO30 2AX"));
    referral["agreement"] = json!({"status": "declined"});
    referral["urgency"] = json!("routine");
    referral["level_of_need"] = json!("universal");
    referral["needs"] = json!(["not_sure"]);
    let answer = stack().referral(&new_key(), &referral).send();
    let id = accepted(&answer);
    assert_eq!(answer.json()["phone_now"]["in_hours"], "01632 960101");
    stack().wait_until_in_inbox(&id, "isle-of-wight-front-door");
}

#[test]
fn a_concern_of_a_concealed_home_is_at_the_front_door_of_the_council_named() {
    let household = json!({"concealed": true, "authority": "E08000005"});
    let answer = stack().referral(&new_key(), &with_concern(family_of(household))).send();
    assert_eq!(answer.json()["phone_now"]["authority"], "Rochdale");
    stack().wait_until_in_inbox(&accepted(&answer), "rochdale-front-door");
}

#[test]
fn the_clock_of_a_concern_runs_until_its_inbox_has_opened_it_or_closes_it() {
    let runs = |id: &str| {
        let due = Tables::of(stack()).dump("due");
        due.iter().any(|row| row["work"]["S"] == format!("concern#{id}"))
    };
    let deliver = || {
        let concern = stack().post_referral(&with_concern(family()));
        (stack().wait_until_in_inbox(&concern, "westminster-front-door"), concern)
    };
    let door = stack().inbox("westminster-front-door");
    let (opened, id) = deliver();
    assert!(runs(&id), "a list shows nothing of it");
    assert_eq!(stack().inbox("westminster-bessborough").open(&opened).status, 404);
    assert!(runs(&id), "it is not theirs");
    assert_eq!(door.open(&opened).status, 200);
    assert!(!runs(&id));
    let (closed, id) = deliver();
    for action in ["claim", "accept", "close"] {
        assert!(runs(&id), "before: {action}");
        assert_eq!(door.change_unseen(&closed, action).status, 200, "{action}");
    }
    assert!(!runs(&id));
    // A routine referral has no such clock.
    let routine = stack().post_referral(&family());
    stack().wait_until_in_inbox(&routine, "westminster-bessborough");
    assert!(!runs(&routine));
}

#[test]
fn a_specialist_need_is_for_the_front_door() {
    let mut referral = family();
    referral["level_of_need"] = json!("specialist");
    let id = stack().post_referral(&referral);
    stack().wait_until_in_inbox(&id, "westminster-front-door");
}

#[test]
fn a_family_that_has_not_agreed_is_in_triage_marked_so() {
    for status in ["declined", "not_asked", "not_asked_unsafe", "unable"] {
        let mut referral = family();
        referral["agreement"] = json!({"status": status});
        let id = stack().post_referral(&referral);
        let entry = stack().wait_until_in_inbox(&id, "westminster-triage");
        assert!(reason_codes(&entry).contains(&"family_not_asked"), "{status}: {entry}");
    }
    let mut partly = family();
    partly["agreement"] = json!({"status": "partly", "by": "parent_with_pr"});
    let id = stack().post_referral(&partly);
    stack().wait_until_in_inbox(&id, "westminster-bessborough");
}
