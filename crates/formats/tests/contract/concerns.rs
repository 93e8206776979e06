//! Tests that a safeguarding concern is taken even if its optional fields cannot be read, and never
//! guessed at.

use formats::json;
use referral::{Children, ContactMethod, Referral, Treatment};
use serde_json::{Value, json};

use crate::reading::{invalid, read, told, warned};
use crate::{TODAY, examples};

/// A concern, with the value put in at the pointer.
fn concern(pointer: &str, value: Value) -> Value {
    let mut document = examples::with(pointer, value);
    document["safeguarding_concern"] = json!(true);
    document
}

fn taken(pointer: &str, value: Value) -> Referral {
    read(&concern(pointer, value)).unwrap()
}

fn warning(path: &str, treatment: Treatment) -> (String, String) {
    (path.to_owned(), treatment.code().to_owned())
}

#[test]
fn a_concern_is_not_refused_for_an_optional_field() {
    let document = json!({
        "referrer": {"kind": "police", "phone": "ask the desk", "email": "desk", "role": "x".repeat(101),
            "organisation": {"urn": "one", "ods": "A8"}},
        "agreement": {"status": "not_asked", "on": "last week", "by": "mother"},
        "household": {"address": {"postcode": "near SW1", "uprn": "x", "lines": ["y".repeat(101)]},
            "authority": "Westminster", "language": "English language", "accessibility": ["ramp"]},
        "adults": [{"name": {"given": "Amina", "family": "z".repeat(101)}, "relationship": "mum",
            "date_of_birth": "1990", "phone": 7_700_900_982_u64, "safe_to": ["call", "shout"]}],
        "children": [{"date_of_birth": "about 4", "nhs_number": "12", "upn": "1", "school_urn": "2"},
            {"date_of_birth": "2021-03-04", "due_date": "2027-02-01"}],
        "needs": ["parenting", "magic"],
        "reason": "r".repeat(2_001),
        "urgency": "now",
        "safeguarding_concern": true,
    });
    let referral = read(&document).unwrap();
    let kept: Vec<_> = referral.as_given.iter().map(|one| one.path.as_str()).collect();
    let expected = [
        "referrer.organisation.urn",
        "referrer.organisation.ods",
        "referrer.email",
        "referrer.phone",
        "referrer.role",
        "agreement.by",
        "agreement.on",
        "household.authority",
        "household.address.lines[0]",
        "household.address.postcode",
        "household.address.uprn",
        "household.language",
        "household.accessibility[0]",
        "adults[0].name.family",
        "adults[0].relationship",
        "adults[0].date_of_birth",
        "adults[0].safe_to",
        "children[0].date_of_birth",
        "children[0].nhs_number",
        "children[0].upn",
        "children[0].school_urn",
        "children[1].due_date",
        "needs[1]",
        "reason",
        "urgency",
    ];
    assert_eq!(kept, expected);
    assert!(referral.as_given.iter().all(|one| one.treatment == Treatment::Kept));
    let text = |at: usize| referral.as_given[at].text.as_ref().unwrap().expose().as_str();
    assert_eq!((text(3), text(16)), ("ask the desk", "call, shout"));
    // The other fields were read.
    assert_eq!(referral.adults[0].name.as_ref().unwrap().full(), "Amina");
    assert_eq!(referral.needs.len(), 1);
    let warned = warned(&referral);
    assert!(warned.iter().all(|(_, code)| code == "kept_as_given"), "{warned:?}");
    assert_eq!(warned.len(), expected.len());
    // Without a concern all of it is refused; with one, the required fields are still asked for.
    let mut refused = document.clone();
    refused["safeguarding_concern"] = json!(false);
    assert_eq!(invalid(&refused).len(), expected.len() + 1, "and a number is not text");
    let mut unkind = document;
    unkind["referrer"]["kind"] = json!("constable");
    assert_eq!(told(&unkind), [("referrer.kind".to_owned(), "code_not_recognised")]);
}

#[test]
fn safe_ways_that_cannot_all_be_read_are_no_answer_and_are_kept_whole() {
    for (given, text) in [
        (json!(["call", "shout"]), "call, shout"),
        (json!(["shout"]), "shout"),
        (json!([7, "text"]), "7, text"),
    ] {
        let referral = taken("/adults/0/safe_to", given.clone());
        assert_eq!(referral.adults[0].safe_contact.methods, None, "{given}");
        let [kept] = referral.as_given.as_slice() else { panic!("{:?}", referral.as_given) };
        assert_eq!(kept.path, "adults[0].safe_to");
        assert_eq!(kept.text.as_ref().unwrap().expose(), text);
        assert_eq!(warned(&referral), [warning("adults[0].safe_to", Treatment::Kept)]);
    }
    for (given, methods) in [
        (json!([]), Some(vec![])),
        (json!([""]), None),
        (json!(["", "call"]), Some(vec![ContactMethod::Call])),
    ] {
        let referral = taken("/adults/0/safe_to", given.clone());
        assert_eq!(referral.adults[0].safe_contact.methods, methods, "{given}");
        assert_eq!(warned(&referral), []);
    }
    // A referral that is no concern is asked for each way that cannot be read.
    let errors = told(&examples::with("/adults/0/safe_to", json!(["call", "shout"])));
    assert_eq!(errors, [("adults[0].safe_to[1]".to_owned(), "code_not_recognised")]);
}

#[test]
fn a_number_without_quotation_marks_is_read_by_its_digits() {
    let referral = taken("/adults/0/phone", json!(7_700_900_982_u64));
    assert_eq!(referral.adults[0].phone.as_ref().unwrap().e164(), Some("+447700900982"));
    assert_eq!(warned(&referral), []);
    let referral = taken("/household/address/lines", json!([12, "Example Street"]));
    assert_eq!(json::write(&referral)["household"]["address"]["lines"][0], "12");
    // Digits that their field cannot read are kept, and a code that must be there is asked for.
    let referral = taken("/children/0/nhs_number", json!(12));
    assert_eq!(warned(&referral), [warning("children[0].nhs_number", Treatment::Kept)]);
    let errors = told(&concern("/referrer/kind", json!(1)));
    assert_eq!(errors, [("referrer.kind".to_owned(), "code_not_recognised")]);
    let errors = told(&examples::with("/adults/0/phone", json!(7_700_900_982_u64)));
    assert_eq!(errors, [("adults[0].phone".to_owned(), "wrong_type")]);
}

#[test]
fn a_blank_code_is_left_out_without_a_warning() {
    for (pointer, value) in [
        ("/urgency", json!("")),
        ("/needs", json!(["parenting", " "])),
        ("/household/accessibility", json!([""])),
        ("/adults/0/relationship", json!("\u{200b}")),
    ] {
        assert_eq!(taken(pointer, value).as_given, [], "{pointer}");
    }
}

#[test]
fn an_anonymous_referrer_s_name_email_and_phone_are_left_out() {
    let referrer = json!({"kind": "other", "anonymous": true, "name": "Canary", "email": "canary",
        "phone": 7_700_900_555_u64, "role": "Neighbour"});
    let referral = taken("/referrer", referrer);
    let left_out = ["referrer.name", "referrer.email", "referrer.phone"];
    assert_eq!(warned(&referral), left_out.map(|path| warning(path, Treatment::LeftOut)));
    let stored = serde_json::to_string(&referral).unwrap();
    assert!(!stored.to_lowercase().contains("canary") && !stored.contains("900555"), "{stored}");
    assert!(referral.referrer.anonymous);
    assert_eq!(referral.referrer.role.as_ref().unwrap().as_str(), "Neighbour");
    let message = &referral.warnings(TODAY)[0].message;
    assert_eq!(
        message,
        "The referrer is anonymous, so their name, email and phone number are not kept."
    );
    let named = json!({"kind": "other", "anonymous": true, "name": "A. Person"});
    let errors = told(&examples::with("/referrer", named));
    assert_eq!(errors, [("referrer.anonymous".to_owned(), "conflict")]);
}

#[test]
fn children_who_were_given_are_kept_even_if_said_not_to_be_known() {
    let referral = taken("/children_not_known", json!(true));
    assert!(matches!(&referral.children, Children::Known(children) if children.len() == 2));
    assert_eq!(warned(&referral), [warning("children_not_known", Treatment::LeftOut)]);
    assert!(referral.warnings(TODAY)[0].message.starts_with("Children were given"));
    let errors = told(&examples::with("/children_not_known", json!(true)));
    assert_eq!(errors, [("children_not_known".to_owned(), "conflict")]);
}
