//! How the reader refuses: everything at once, by path and code, and never a value.

use formats::{Rejection, json};
use referral::FieldError;
use serde_json::{Value, json};

use crate::{TODAY, examples};

fn invalid(document: &Value) -> Vec<FieldError> {
    match json::read(document.to_string().as_bytes(), TODAY) {
        Err(Rejection::Invalid(errors)) => errors,
        other => panic!("not an invalid document: {other:?}"),
    }
}

fn told(document: &Value) -> Vec<(String, &'static str)> {
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
fn many_errors_stay_few_enough_to_send() {
    let fields: Vec<_> = (0..4_000).map(|n| format!("\"k{n}\": 1")).collect();
    let document = format!("{{{}}}", fields.join(","));
    let rejection = json::read(document.as_bytes(), TODAY).unwrap_err();
    assert!((400..=500).contains(&rejection.errors().len()));
}
