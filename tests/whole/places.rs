//! Tests that every class of place ends in a named, visible inbox with its reason: never a 500,
//! never lost.

use std::thread;

use e2e::family::{family_at, family_of};
use e2e::inbox::{reason_codes, reason_texts};
use serde_json::{Value, json};

use crate::stack;

/// Sends a family, waits until it is in `inbox`, and checks that its entry there and the sender's
/// view have a reason of this code, with words that hold `naming`.
#[track_caller]
fn reaches(referral: &Value, inbox: &str, code: &str, naming: &str) {
    let id = stack().post_referral(referral);
    let entry = stack().wait_until_in_inbox(&id, inbox);
    let placement = &stack().status_once_routed(&id)["placement"];
    assert_eq!(placement["hub"], inbox);
    assert!(placement["hub_name"].as_str().is_some_and(|name| !name.is_empty()), "{placement}");
    for told in [&entry, placement] {
        assert!(reason_codes(told).contains(&code), "{code}: {told}");
        assert!(reason_texts(told).contains(naming), "{naming}: {told}");
    }
}

/// Checks many postcodes side by side, as [`reaches`] does.
fn reach(cases: &[(&str, &str, &str, &str)]) {
    thread::scope(|scope| {
        for (postcode, inbox, code, naming) in cases {
            scope.spawn(|| reaches(&family_at(postcode), inbox, code, naming));
        }
    });
}

#[test]
fn a_family_goes_to_the_hub_of_its_place() {
    reach(&[
        ("SW1V 2AA", "westminster-bessborough", "nearest_hub", "Bessborough"),
        ("NW8 8DE", "westminster-portman", "nearest_hub", "Portman"),
        ("W9 3AL", "westminster-queens-park", "nearest_hub", "Queen’s Park"),
        ("CM1 1LH", "essex-chelmsford", "district_hub", "Chelmsford"),
        ("PO30 2AX", "isle-of-wight-newport", "nearest_hub", "Newport"),
        ("PO33 2LN", "isle-of-wight-ryde", "area_hub", "Ryde"),
    ]);
}

#[test]
fn neighbours_across_the_border_are_handed_over_with_their_council_named() {
    reach(&[
        ("W10 4AL", "out-of-area", "outside_area", "Brent"),
        ("SW1V 2AE", "out-of-area", "outside_area", "Wandsworth"),
    ]);
}

#[test]
fn ol12_is_split_between_rochdale_and_rossendale() {
    for postcode in ["OL12 8AA", "OL12 8AE", "OL12 8AH"] {
        let family = family_at(postcode);
        reaches(&family, "out-of-area", "outside_area", "Rossendale");
        reaches(&family_at(postcode), "out-of-area", "outside_area", "Lancashire");
    }
    for postcode in ["OL12 0AA", "OL12 6DW", "OL12 7TZ", "OL12 8FF", "OL12 9AA"] {
        let id = stack().post_referral(&family_at(postcode));
        let placement = &stack().status_once_routed(&id)["placement"];
        let hub = placement["hub"].as_str().unwrap();
        assert!(hub.starts_with("rochdale-"), "{postcode}: {placement}");
        assert!(reason_codes(placement).contains(&"nearest_hub"), "{placement}");
        stack().wait_until_in_inbox(&id, hub);
    }
}

#[test]
fn a_district_without_a_hub_goes_to_its_countys_triage() {
    reach(&[("CB10 1AA", "essex-triage", "no_catchment", "Uttlesford")]);
}

#[test]
fn other_nations_and_crown_dependencies_are_handed_over_by_name() {
    reach(&[
        ("EH1 1RE", "out-of-area", "outside_area", "Edinburgh"),
        ("CF10 3NQ", "out-of-area", "outside_area", "Cardiff"),
        ("BT1 5GS", "out-of-area", "outside_area", "Northern Ireland"),
        ("GY1 1WJ", "out-of-area", "outside_area", "Guernsey"),
        ("JE2 3AB", "out-of-area", "outside_area", "Jersey"),
        ("IM1 3PZ", "out-of-area", "outside_area", "Isle of Man"),
    ]);
}

#[test]
fn postcodes_that_name_no_place_are_in_review_with_what_to_ask() {
    reach(&[
        ("GIR 0AA", "review", "postcode_of_organisation", "Ask where the family lives"),
        ("BX1 1LT", "review", "postcode_of_organisation", "Ask where the family lives"),
        ("XX10 1AA", "review", "postcode_of_organisation", "Ask where the family lives"),
        ("BF1 1AA", "review", "postcode_of_forces", "British Forces"),
        ("EH1", "review", "postcode_partial", "full postcode"),
        ("SW1V 2", "review", "postcode_partial", "full postcode"),
        ("ZZ99 9ZZ", "review", "postcode_unknown", "Check it"),
    ]);
}

#[test]
fn no_postcode_at_all_is_in_review() {
    for household in [
        json!({}),
        json!({"address": {"lines": ["The Lodge"], "town": "London"}}),
        json!({"address": {"lines": [], "postcode": ""}}),
    ] {
        reaches(&family_of(household), "review", "postcode_not_given", "not known");
    }
}

#[test]
fn a_postcode_of_no_place_falls_back_on_the_council_named() {
    for household in [
        json!({"authority": "E09000033"}),
        json!({"address": {"postcode": "ZZ99 9ZZ"}, "authority": "E09000033"}),
        json!({"address": {"postcode": "EH1"}, "authority": "E09000033"}),
    ] {
        reaches(&family_of(household), "westminster-triage", "council_named", "Westminster");
    }
    let elsewhere = json!({"address": {"postcode": "BF1 1AA"}, "authority": "E09000005"});
    reaches(&family_of(elsewhere), "out-of-area", "outside_area", "Brent");
}

#[test]
fn no_fixed_address_goes_by_the_council_named() {
    let family = |more: Value| {
        let mut household = json!({"no_fixed_address": true});
        household.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        family_of(household)
    };
    let code = "no_fixed_address";
    reaches(&family(json!({"authority": "E06000046"})), "isle-of-wight-triage", code, "no fixed");
    reaches(&family(json!({"authority": "E09000005"})), "out-of-area", code, "Brent");
    reaches(&family(json!({})), "review", code, "no fixed");
}

#[test]
fn a_concealed_home_goes_by_the_council_named() {
    let concealed = |authority: &str| family_of(json!({"concealed": true, "authority": authority}));
    let code = "address_concealed";
    reaches(&concealed("E08000005"), "rochdale-triage", code, "hidden");
    // A code of a district stands for its county.
    reaches(&concealed("E07000070"), "essex-triage", code, "Essex");
    reaches(&concealed("E09000032"), "out-of-area", code, "Wandsworth");
    reaches(&family_of(json!({"concealed": true})), "review", code, "hidden");
}

#[test]
fn a_postcode_may_be_written_in_any_way() {
    for postcode in ["sw1v2aa", " SW1V  2AA ", "Sw1V-2aA"] {
        let id = stack().post_referral(&family_at(postcode));
        stack().wait_until_in_inbox(&id, "westminster-bessborough");
    }
}
