//! Tests of where families go. Each case is a line: what was said → the inbox, and the reasons'
//! codes.

use jiff::civil::date;
use referral::{
    AgreementStatus, Birth, Child, Children, DateOfBirth, DueDate, GivenPostcode, Lane, Location,
    SendStatus,
};

use crate::{Age, Facts, Whereabouts};
use crate::{
    Localities, Placement,
    fixtures::{at, council, facts, files, index, localities, referral},
};

fn place(whereabouts: Whereabouts, lane: Lane) -> Placement {
    localities().place(&Facts { lane, ..facts(whereabouts) }, &index())
}

fn outcome(placement: &Placement) -> (&str, Vec<&str>) {
    let codes = placement.reasons.iter().map(|reason| reason.code.as_str()).collect();
    (placement.inbox.as_str(), codes)
}

fn said(placement: &Placement) -> String {
    placement.reasons.iter().map(|reason| reason.text.as_str()).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn goes(whereabouts: Whereabouts, lane: Lane, inbox: &str, codes: &[&str]) {
    let placement = place(whereabouts, lane);
    assert_eq!(outcome(&placement), (inbox, codes.to_vec()));
}

#[test]
fn a_family_goes_to_the_nearest_hub_of_its_own_council() {
    for (postcode, inbox) in [
        ("SW1V 2AA", "westminster-bessborough"),
        ("NW8 8DE", "westminster-portman"),
        ("W2 5PR", "westminster-queens-park"),
        ("W10 4AA", "westminster-queens-park"),
        ("PO30 2AX", "isle-of-wight-newport"),
        ("M24 4EA", "rochdale-langley"),
        ("OL12 9BG", "rochdale-newbold"),
    ] {
        goes(at(postcode), Lane::Agreed, inbox, &["postcode_in_authority", "nearest_hub"]);
    }
}

#[test]
fn a_family_goes_to_the_hub_of_the_area_drawn_around_it() {
    let codes = ["postcode_in_authority", "area_hub"];
    goes(at("PO33 2JF"), Lane::Agreed, "isle-of-wight-ryde", &codes);
}

#[test]
fn a_family_goes_to_its_district_s_hub_and_without_one_to_triage() {
    for (postcode, inbox) in [
        ("CM1 1LH", "essex-chelmsford"),
        ("CO1 1AA", "essex-colchester"),
        ("SS14 1DL", "essex-basildon"),
    ] {
        goes(at(postcode), Lane::Agreed, inbox, &["postcode_in_authority", "district_hub"]);
    }
    let codes = ["postcode_in_authority", "no_catchment", "triage_decides"];
    goes(at("CM20 1XA"), Lane::Agreed, "essex-triage", &codes);
}

#[test]
fn a_postcode_whose_place_is_not_known_is_for_triage() {
    let codes = ["postcode_in_authority", "no_catchment", "triage_decides"];
    goes(at("SW1A 0ZZ"), Lane::Agreed, "westminster-triage", &codes);
}

#[test]
fn families_outside_are_handed_over_by_name() {
    for (postcode, name) in [
        ("W10 4AL", "Brent"),
        ("SW1V 2AE", "Wandsworth"),
        ("OL12 8AA", "Rossendale (Lancashire)"),
        ("EH1 1AA", "City of Edinburgh (Scotland)"),
        ("CF10 1AA", "Cardiff (Wales)"),
        ("BT1 1AA", "Northern Ireland"),
        ("BT99 9ZZ", "Northern Ireland"),
        ("GY1 1AA", "Guernsey (Channel Islands)"),
        ("JE2 3AA", "Jersey (Channel Islands)"),
        ("IM1 1AA", "the Isle of Man"),
    ] {
        let placement = place(at(postcode), Lane::Agreed);
        assert_eq!(placement.inbox.as_str(), "out-of-area", "{postcode}");
        assert!(said(&placement).contains(name), "{postcode}: {}", said(&placement));
        assert!(placement.authority.is_some() && placement.rulebook.is_none());
    }
}

#[test]
fn a_district_is_handed_over_to_its_county() {
    let authority = place(at("OL12 8AA"), Lane::Agreed).authority.unwrap();
    assert_eq!((authority.code.as_str(), authority.name.as_str()), ("E10000017", "Lancashire"));
}

#[test]
fn locations_without_a_place_are_reviewed_with_their_own_reason() {
    for (postcode, code) in [
        ("GIR 0AA", "postcode_of_organisation"),
        ("BX1 1LT", "postcode_of_organisation"),
        ("XX40 4AA", "postcode_of_organisation"),
        ("BF1 1AA", "postcode_of_forces"),
        ("EH1", "postcode_partial"),
        ("SW1V 2", "postcode_partial"),
        ("ZZ99 9ZZ", "postcode_unknown"),
        ("N1 0AA", "postcode_without_council"),
    ] {
        goes(at(postcode), Lane::Agreed, "review", &[code, "area_not_known"]);
    }
    let nowhere = [
        (Whereabouts::NotGiven { authority: None }, "postcode_not_given"),
        (Whereabouts::NoFixedAddress { authority: None }, "no_fixed_address"),
        (Whereabouts::Concealed { authority: None }, "address_concealed"),
    ];
    for (whereabouts, code) in nowhere {
        goes(whereabouts, Lane::Agreed, "review", &[code, "area_not_known"]);
    }
}

#[test]
fn a_hub_given_by_its_postcode_alone_is_where_the_postcode_is() {
    let known = |line: &str| {
        let postcode = line.strip_prefix("postcode = ").map(|text| text.trim_matches('"'));
        let postcode = postcode.and_then(|text| referral::Postcode::parse(text).ok());
        postcode.is_some_and(|one| matches!(index().lookup(&one), Ok(Some(_))))
    };
    let mut gone = 0;
    let files: Vec<(String, String)> = files()
        .into_iter()
        .map(|(name, text)| {
            let (mut kept, mut before) = (String::new(), "");
            for line in text.lines() {
                if line.starts_with("grid = ") && known(before) {
                    gone += 1;
                } else {
                    kept = kept + line + "\n";
                }
                before = line;
            }
            (name, kept)
        })
        .collect();
    assert!(gone > 3, "{gone} hubs and sites without a grid reference");
    let without = Localities::parse(files).unwrap();
    for postcode in ["SW1V 2AA", "NW8 8DE", "W2 5PR", "PO30 2AX", "M24 4EA"] {
        let family = facts(at(postcode));
        let expected = localities().place(&family, &index()).inbox;
        assert_eq!(without.place(&family, &index()).inbox, expected, "{postcode}");
    }
}

#[test]
fn a_council_that_is_named_stands_in_for_a_postcode() {
    let westminster = council("E09000033");
    for (whereabouts, code) in [
        (Whereabouts::NotGiven { authority: westminster }, "postcode_not_given"),
        (Whereabouts::NoFixedAddress { authority: westminster }, "no_fixed_address"),
        (Whereabouts::Concealed { authority: westminster }, "address_concealed"),
        (named("BF1 1AA", "E09000033"), "postcode_of_forces"),
        (named("EH1", "E09000033"), "postcode_partial"),
        (named("ZZ99 9ZZ", "E09000033"), "postcode_unknown"),
    ] {
        let codes = [code, "council_named", "place_not_exact", "triage_decides"];
        goes(whereabouts, Lane::Agreed, "westminster-triage", &codes);
    }
    let district = Whereabouts::NoFixedAddress { authority: council("E07000070") };
    assert_eq!(place(district, Lane::Agreed).inbox.as_str(), "essex-triage");
    let brent = Whereabouts::Concealed { authority: council("E09000005") };
    let codes = ["address_concealed", "council_named", "outside_area"];
    goes(brent, Lane::Agreed, "out-of-area", &codes);
    let cumbria = Whereabouts::NotGiven { authority: council("E10000006") };
    let codes = ["postcode_not_given", "council_named", "outside_area"];
    goes(cumbria, Lane::Agreed, "out-of-area", &codes);
    let text = said(&place(cumbria, Lane::Agreed));
    assert!(
        text.contains("Cumbria, which is now Cumberland or Westmorland and Furness:"),
        "{text}"
    );
    let none = Whereabouts::NotGiven { authority: council("E09000099") };
    let codes = ["postcode_not_given", "council_not_recognised", "area_not_known"];
    goes(none, Lane::Agreed, "review", &codes);
}

fn named(postcode: &str, code: &str) -> Whereabouts {
    let postcode = GivenPostcode::parse(postcode).unwrap();
    Whereabouts::Postcode { postcode, authority: council(code) }
}

#[test]
fn the_postcode_decides_over_the_council_named_beside_it() {
    let codes = ["postcode_in_authority", "council_named_differs", "nearest_hub"];
    goes(named("SW1V 2AA", "E09000005"), Lane::Agreed, "westminster-bessborough", &codes);
    let codes = ["postcode_in_authority", "district_hub"];
    goes(named("CM1 1LH", "E10000012"), Lane::Agreed, "essex-chelmsford", &codes);
}

#[test]
fn an_old_code_of_a_council_is_taken_for_the_new_one() {
    let old = place(Whereabouts::NotGiven { authority: council("E08000016") }, Lane::Agreed);
    let new = place(at("S70 1AA"), Lane::Agreed);
    assert_eq!(old.authority, new.authority);
}

#[test]
fn a_concern_goes_to_the_front_door_whatever_the_rest_says() {
    let safe = Lane::Safeguarding;
    let codes = ["postcode_in_authority", "safeguarding_concern"];
    goes(at("SW1V 2AA"), safe, "westminster-front-door", &codes);
    goes(at("CM20 1XA"), safe, "essex-front-door", &codes);
    let hidden = Whereabouts::Concealed { authority: council("E08000005") };
    let codes = ["address_concealed", "council_named", "safeguarding_concern"];
    goes(hidden, safe, "rochdale-front-door", &codes);
    let codes = ["postcode_in_authority", "safeguarding_concern", "outside_area"];
    goes(at("W10 4AL"), safe, "out-of-area", &codes);
    let codes = ["postcode_unknown", "safeguarding_concern", "area_not_known"];
    goes(at("ZZ99 9ZZ"), safe, "review", &codes);
}

#[test]
fn a_family_that_has_not_agreed_is_for_triage() {
    let codes = ["postcode_in_authority", "family_not_asked"];
    goes(at("SW1V 2AA"), Lane::NotAgreed, "westminster-triage", &codes);
    let codes = ["postcode_in_authority", "family_not_asked", "outside_area"];
    goes(at("W10 4AL"), Lane::NotAgreed, "out-of-area", &codes);
    let codes = ["postcode_partial", "family_not_asked", "area_not_known"];
    goes(at("EH1"), Lane::NotAgreed, "review", &codes);
}

#[test]
fn a_placement_names_its_rulebook_and_index() {
    let placement = place(at("SW1V 2AA"), Lane::Agreed);
    assert_eq!(placement.inbox_name, "Bessborough Family Hub");
    assert!(placement.rulebook.unwrap().starts_with("westminster@2026.1+"));
    assert!(placement.index.starts_with("fixture-2025-11-"));
    let authority = placement.authority.unwrap();
    assert_eq!((authority.code.as_str(), authority.name.as_str()), ("E09000033", "Westminster"));
}

#[test]
fn a_damaged_index_sends_families_to_review_and_never_astray() {
    let mut bytes = crate::fixtures::index_bytes();
    let at_block = bytes.len() - 12;
    bytes[at_block] ^= 0x10;
    let damaged = crate::PostcodeIndex::from_bytes(bytes).unwrap();
    let placements: Vec<Placement> = crate::fixtures::postcodes()
        .map(|postcode| localities().place(&facts(at(postcode)), &damaged))
        .collect();
    let unread = placements.iter().filter(|placement| {
        outcome(placement) == ("review", vec!["postcode_index_damaged", "area_not_known"])
    });
    assert_eq!(unread.count(), 1);
}

#[test]
fn numbers_to_phone_are_the_authority_s_own_or_the_nation_s() {
    let numbers = |location| localities().phone_now(&location, date(2026, 11, 21), &index());
    let concealed = |code| Location::Concealed { authority: council(code) };
    let own = numbers(concealed("E09000033"));
    assert_eq!(own.authority.as_deref(), Some("Westminster"));
    assert_eq!(
        (own.in_hours.as_str(), own.out_of_hours.as_str()),
        ("020 7946 0101", "020 7946 0102")
    );
    for elsewhere in [concealed("E09000005"), Location::NotGiven { authority: None }] {
        let national = numbers(elsewhere);
        assert_eq!(national.authority, None);
        assert_eq!(national.in_hours, "0808 800 5000");
        assert_eq!(national.out_of_hours, "101");
        assert_eq!(national.emergency, "999");
    }
}

#[test]
fn facts_hold_the_details_that_rules_ask_for_and_no_name() {
    let on = jiff::civil::date(2026, 11, 21);
    let born = DateOfBirth::new(jiff::civil::date(2021, 3, 4), on).unwrap();
    let due = DueDate::new(jiff::civil::date(2027, 2, 1), on).unwrap();
    let child = |birth| Child {
        name: None,
        birth,
        nhs_number: None,
        upn: None,
        school: None,
        send: SendStatus::NotKnown,
        adopted: false,
        restricted: false,
    };
    let mut referral = referral(Location::NoFixedAddress { authority: council("E06000046") });
    referral.agreement.status = AgreementStatus::NotAsked;
    referral.household.interpreter_needed = Some(true);
    referral.children = Children::Known(vec![child(Birth::Born(born)), child(Birth::Due(due))]);
    let facts = Facts::of(&referral, on);
    assert_eq!(facts.lane, Lane::NotAgreed);
    assert_eq!(facts.whereabouts, Whereabouts::NoFixedAddress { authority: council("E06000046") });
    let ages: Vec<Age> = facts.children.iter().map(|child| child.age).collect();
    assert_eq!(ages, [Age::Years(5), Age::Unborn]);
    assert!(facts.interpreter_needed);
    let recorded = serde_json::to_string(&facts).unwrap();
    assert_eq!(serde_json::from_str::<Facts>(&recorded).unwrap(), facts);
}
