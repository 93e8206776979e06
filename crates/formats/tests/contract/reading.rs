//! Tests of how the reader refuses: with every error at once, by path and code, and never a value.

use formats::{Context, Rejection, json};
use referral::{FieldError, Location, Postcode, Referral};
use serde_json::{Value, json};

use crate::{TODAY, examples};

pub(crate) fn invalid(document: &Value) -> Vec<FieldError> {
    match json::read(document.to_string().as_bytes(), TODAY) {
        Err(Rejection::Invalid(errors)) => errors,
        other => panic!("not an invalid document: {other:?}"),
    }
}

pub(crate) fn told(document: &Value) -> Vec<(String, &'static str)> {
    invalid(document).into_iter().map(|error| (error.path, error.code)).collect()
}

#[test]
fn every_error_is_told_at_once() {
    let document = json!({
        "referrer": {"kind": "teacher", "phone": 1, "colour": "blue"},
        "agreement": {"on": "2026-11-22"},
        "household": {"address": {"postcode": "nonsense"}, "language": "?"},
        "adults": [{"safe_to": ["call", "shout"], "email": "x"}, 7],
        "children": [{"name": {"given": "x".repeat(101)}}, {"date_of_birth": "2021-02-30"}],
        "needs": ["parenting", 5],
        "urgency": "urgently",
    });
    let mut errors = told(&document);
    errors.sort_unstable();
    let expected = [
        ("adults[0].email", "email_not_recognised"),
        ("adults[0].safe_to[1]", "code_not_recognised"),
        ("adults[1]", "wrong_type"),
        ("agreement.on", "date_in_future"),
        ("agreement.status", "required"),
        ("children[0].name.given", "too_long"),
        ("children[1].date_of_birth", "date_not_real"),
        ("household.address.postcode", "postcode_not_recognised"),
        ("household.language", "language_shape"),
        ("needs[1]", "wrong_type"),
        ("referrer.colour", "unknown_field"),
        ("referrer.kind", "code_not_recognised"),
        ("referrer.phone", "wrong_type"),
        ("urgency", "code_not_recognised"),
    ];
    assert_eq!(errors, expected.map(|(path, code)| (path.to_owned(), code)));
}

#[test]
fn an_empty_document_says_what_is_needed() {
    let expected = [
        ("referrer", "required"),
        ("agreement", "required"),
        ("household", "required"),
        ("children", "required"),
        ("needs", "required"),
    ];
    assert_eq!(told(&json!({})), expected.map(|(path, code)| (path.to_owned(), code)));
}

#[test]
fn a_concealed_address_is_not_taken() {
    let household = json!({"concealed": true, "address": {"postcode": "SW1V 2AA"}});
    let expected = [("household.address".to_owned(), "concealed_address")];
    assert_eq!(told(&examples::with("/household", household)), expected);
}

/// The list of postcodes for the tests: it decides which of two readings exists.
fn there(postcode: Postcode) -> bool {
    ["SW1V 2AA", "PO30 2AX", "OL16 1AB", "L1 1LL", "I1 1LL"].contains(&postcode.as_str().as_str())
}

/// Reads a document as a channel does, with the list of postcodes.
pub(crate) fn read(document: &Value) -> Result<Referral, Rejection> {
    let context = Context { today: TODAY, exists: &there };
    json::read(document.to_string().as_bytes(), context)
}

pub(crate) fn warned(referral: &Referral) -> Vec<(String, String)> {
    referral.warnings(TODAY).into_iter().map(|warning| (warning.path, warning.code)).collect()
}

#[test]
fn a_postcode_is_read_as_it_was_meant_with_a_warning() {
    for (typed, meant) in [
        ("SWIV 2AA", "SW1V 2AA"),
        ("P030 2AX", "PO30 2AX"),
        ("0L16 1AB", "OL16 1AB"),
        ("SW1V 2AA London", "SW1V 2AA"),
        ("ＳＷ１Ｖ ２ＡＡ", "SW1V 2AA"),
    ] {
        let referral = read(&examples::with("/household/address/postcode", json!(typed))).unwrap();
        assert_eq!(referral.household.location.postcode().unwrap().to_string(), meant);
        let warning = &referral.warnings(TODAY)[0];
        assert_eq!(
            (warning.path.as_str(), warning.code.as_str()),
            ("household.address.postcode", "read_as")
        );
        assert!(warning.message.contains(meant), "{}", warning.message);
    }
    let unclear = read(&examples::with("/household/address/postcode", json!("11 1LL")));
    let errors = unclear.unwrap_err();
    assert_eq!(errors.errors()[0].message, "Did you mean I1 1LL or L1 1LL?");
}

#[test]
fn the_postcode_of_a_concealed_address_conceals_the_address() {
    let location = |household: Value| {
        let referral = read(&examples::with("/household", household)).unwrap();
        assert!(referral.is_protected());
        let body = serde_json::to_string(&referral).unwrap();
        assert!(
            !body.contains("Example Street")
                && !body.contains("Exampleton")
                && !body.contains("SECUR"),
            "{body}"
        );
        (referral.household.location.clone(), warned(&referral))
    };
    let authority = Some("E09000033".parse().unwrap());
    let alone = json!({"address": {"postcode": "zzz secur"}, "authority": "E09000033"});
    assert_eq!(location(alone), (Location::Concealed { authority }, vec![]));
    let left_out = vec![("household.address".to_owned(), "left_out".to_owned())];
    for household in [
        json!({"address": {"lines": ["12 Example Street"], "postcode": "ZZZSECUR"}}),
        json!({"address": {"town": "Exampleton", "postcode": "ZZZSECUR"}, "concealed": true}),
        json!({"address": {"uprn": "1", "postcode": "ZZZSECUR"}, "no_fixed_address": true}),
    ] {
        assert_eq!(
            location(household),
            (Location::Concealed { authority: None }, left_out.clone())
        );
    }
}

#[test]
fn a_phone_field_that_a_person_can_use_is_taken_from_anybody() {
    for given in ["101 ext 12345", "07700 900982 01632 960001", "07700 900982 / 07700 900983"] {
        for is_concern in [false, true] {
            let mut document = examples::with("/referrer/phone", json!(given));
            document["safeguarding_concern"] = json!(is_concern);
            let referral = read(&document).unwrap();
            let phone = referral.referrer.phone.as_ref().unwrap();
            assert_eq!((phone.as_str(), phone.e164()), (given, None));
            assert_eq!(warned(&referral), []);
        }
    }
}

#[test]
fn seven_texts_of_two_thousand_bengali_letters_are_taken_and_one_letter_more_is_not() {
    let texts = |letters: usize| {
        let text = json!("ক".repeat(letters));
        let mut document = examples::contract();
        for field in ["reason", "already_tried", "others_helping", "family_voice"] {
            document[field] = text.clone();
        }
        document["household"]["accessibility_note"] = text.clone();
        document["adults"][0]["best_times"] = text.clone();
        document["must_not_know"] = json!([{"note": text}]);
        document
    };
    let referral = read(&texts(2_000)).unwrap();
    assert_eq!(referral.reason.unwrap().as_str().chars().count(), 2_000);
    // Some senders write six bytes for each letter.
    let escaped = texts(2_000).to_string().replace('ক', "\\u0995");
    assert!(escaped.len() > 80_000);
    json::read(escaped.as_bytes(), TODAY).unwrap();
    let errors = invalid(&texts(2_001));
    assert_eq!(errors.len(), 7);
    assert!(errors.iter().all(|error| error.code == "too_long"));
}

#[test]
fn a_referral_that_would_not_fit_into_the_database_is_refused() {
    // This is one character of four bytes that takes three when it is composed.
    let note = "\u{1d160}".repeat(666);
    let person = json!({"note": note});
    let mut document = examples::contract();
    document["must_not_know"] = json!(vec![person; 20]);
    document["adults"] = json!(vec![json!({"best_times": note}); 20]);
    let told = told(&document);
    assert_eq!(told, [(String::new(), "too_long")]);
    let message = "This referral is too long to keep. Make its longest texts shorter.";
    assert_eq!(invalid(&document)[0].message, message);
}

#[test]
fn no_value_is_ever_repeated() {
    let documents = examples::refused();
    for mut document in documents {
        spoil(&mut document);
        if let Err(rejection) = json::read(document.to_string().as_bytes(), TODAY) {
            let shown = format!("{rejection} {rejection:?}");
            assert!(!shown.to_lowercase().contains("canary"), "{shown}");
        }
    }
}

/// Puts a canary into every text and beside every field.
fn spoil(value: &mut Value) {
    match value {
        Value::String(text) => text.insert_str(0, "canary"),
        Value::Array(items) => items.iter_mut().for_each(spoil),
        Value::Object(fields) => {
            fields.values_mut().for_each(spoil);
            fields.insert("Amina Canary".to_owned(), json!("canary"));
        }
        _ => {}
    }
}

#[test]
fn size_and_syntax_come_before_meaning() {
    let large = format!("{}{}", examples::CONTRACT, " ".repeat(json::MAX_BYTES));
    assert_eq!(json::read(large.as_bytes(), TODAY), Err(Rejection::TooLarge));
    let full =
        format!("{}{}", examples::CONTRACT, " ".repeat(json::MAX_BYTES - examples::CONTRACT.len()));
    assert!(json::read(full.as_bytes(), TODAY).is_ok());
    let trailing = format!("{} {{}}", examples::CONTRACT);
    let twice = examples::CONTRACT.replacen("\"needs\"", "\"needs\": [], \"needs\"", 1);
    let deep = format!("{{\"a\": {}", "[".repeat(40));
    for (document, code) in [(trailing, "not_json"), (twice, "repeated_key"), (deep, "too_deep")] {
        match json::read(document.as_bytes(), TODAY) {
            Err(Rejection::Malformed(errors)) => assert_eq!(errors[0].code, code),
            other => panic!("not malformed: {other:?}"),
        }
    }
}

#[test]
fn errors_are_cut_off_at_a_number_that_can_be_sent() {
    let fields: Vec<_> = (0..4_000).map(|n| format!("\"k{n}\": 1")).collect();
    let document = format!("{{{}}}", fields.join(","));
    let rejection = json::read(document.as_bytes(), TODAY).unwrap_err();
    assert!((400..=500).contains(&rejection.errors().len()));
}
