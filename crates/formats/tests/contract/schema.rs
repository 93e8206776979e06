//! Tests that the schema and the reader say the same, so that neither can drift from the other.

use std::path::Path;
use std::sync::LazyLock;

use formats::json;
use jsonschema::Validator;
use proptest::prelude::*;
use referral::Treatment;
use serde_json::Value;

use crate::{TODAY, arbitrary, examples};

/// The codes of the reader's refusals that a schema cannot express and may accept, each with the
/// reason.
const BEYOND_A_SCHEMA: &[(&str, &str)] = &[
    ("date_in_future", "today is not in a schema"),
    ("date_too_early", "a pattern has no order"),
    ("date_not_real", "leap years"),
    ("due_date_too_early", "today is not in a schema"),
    ("due_date_too_late", "today is not in a schema"),
    ("date_shape", "where the dashes are; the schema asks for eight digits"),
    ("born_about_shape", "where the dash is, and twelve months"),
    ("phone_not_recognised", "that the digits stand together; the schema asks for three"),
    ("email_not_recognised", "the grammar of addresses; the schema asks for an at sign"),
    ("language_shape", "the grammar of tags"),
    ("postcode_not_recognised", "which readings exist"),
    ("gss_code", "which letters are of ASCII in another form"),
    ("ods_code_shape", "the same"),
    ("upn_shape", "the same"),
    ("uprn_shape", "nothing but zeros"),
];

static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::validator_for(&formats::schema::referral()).unwrap());

/// The codes with which the reader refuses, or warns that it keeps a field as given; none when it
/// simply accepts.
fn refusals(document: &Value) -> Vec<&'static str> {
    match json::read(document.to_string().as_bytes(), TODAY) {
        Ok(referral) => {
            let treatments = referral.as_given.iter().map(|one| one.treatment);
            let as_sent = |treatment: &Treatment| *treatment == Treatment::ReadAs;
            treatments.filter(|one| !as_sent(one)).map(Treatment::code).collect()
        }
        Err(rejection) => {
            let codes: Vec<_> = rejection.errors().iter().map(|error| error.code).collect();
            assert!(!codes.is_empty(), "refused without a reason: {document}");
            codes
        }
    }
}

fn beyond(code: &str) -> bool {
    BEYOND_A_SCHEMA.iter().any(|(known, _)| *known == code)
}

#[test]
fn the_schema_file_is_the_one_made_from_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas/referral.v1.json");
    // A sorted map makes the file independent of serde_json's features.
    let made = sorted(&formats::schema::referral());
    let made = format!("{}\n", serde_json::to_string_pretty(&made).unwrap());
    #[expect(clippy::disallowed_methods, reason = "a switch for the person who runs this test")]
    let update = std::env::var_os("UPDATE_SCHEMA").is_some();
    if update {
        std::fs::write(&path, &made).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    if written != made {
        let old: Vec<_> = written.lines().collect();
        let new: Vec<_> = made.lines().collect();
        let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("- {line}\n"));
        let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+ {line}\n"));
        let difference: String = gone.chain(come).collect();
        panic!(
            "schemas/referral.v1.json is not what the types say:\n{difference}\
             write it anew with: UPDATE_SCHEMA=1 cargo test -p formats schema"
        );
    }
}

fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(key, _)| key.as_str());
            fields.into_iter().map(|(key, value)| (key.clone(), sorted(value))).collect()
        }
        Value::Array(items) => items.iter().map(sorted).collect(),
        scalar => scalar.clone(),
    }
}

#[test]
fn the_schema_is_itself_valid() {
    jsonschema::meta::validate(&formats::schema::referral()).unwrap();
}

#[test]
fn accepted_examples_are_accepted_by_reader_and_schema() {
    for document in examples::accepted() {
        assert_eq!(refusals(&document), [""; 0], "{document}");
        let told: Vec<_> = VALIDATOR.iter_errors(&document).map(|e| e.to_string()).collect();
        assert_eq!(told, [""; 0], "{document}");
    }
}

#[test]
fn refused_examples_are_refused_by_both_unless_a_schema_cannot_say_it() {
    let mut excused = Vec::new();
    for document in examples::refused() {
        let codes = refusals(&document);
        assert!(!codes.is_empty(), "the reader accepts {document}");
        if VALIDATOR.is_valid(&document) {
            assert!(
                codes.iter().all(|code| beyond(code)),
                "the schema accepts {document}: {codes:?}"
            );
            excused.extend(codes);
        }
    }
    // Each exception is needed by an example.
    for (code, why) in BEYOND_A_SCHEMA {
        assert!(excused.contains(code), "no example needs the exception {code} ({why})");
    }
}

proptest! {
    #[test]
    fn written_referrals_are_accepted_by_the_schema(referral in arbitrary::referral()) {
            let document = json::write(&referral);
        let told: Vec<_> = VALIDATOR.iter_errors(&document).map(|e| e.to_string()).collect();
        prop_assert_eq!(told, Vec::<String>::new());
    }

    #[test]
    fn reader_and_schema_agree_on_a_change_anywhere(
        referral in arbitrary::referral(),
        which: prop::sample::Index,
        value in arbitrary::json_value(),
    ) {
        let mut document = json::write(&referral);
        let pointers = pointers(&document, "");
        *document.pointer_mut(&pointers[which.index(pointers.len())]).unwrap() = value;
        let codes = refusals(&document);
        if VALIDATOR.is_valid(&document) {
            // These are the reasons for which a referral that is no concern is refused.
            let kept = Treatment::Kept.code();
            let told = |code: &&str| beyond(code) || *code == kept;
            prop_assert!(codes.iter().all(told), "{codes:?} {document}");
        } else if !(is_concern(&document) && VALIDATOR.is_valid(&forgiven(&document))) {
            prop_assert!(!codes.is_empty(), "the reader accepts {document}");
        }
    }
}

fn is_concern(document: &Value) -> bool {
    document["safeguarding_concern"] == Value::Bool(true)
}

/// A document as a concern is read: with the digits of a number as text, and without blank texts.
fn forgiven(value: &Value) -> Value {
    let is_blank = |value: &Value| value.as_str().is_some_and(|text| text.trim().is_empty());
    match value {
        Value::Number(number) => Value::from(number.to_string()),
        Value::Array(items) => items.iter().filter(|item| !is_blank(item)).map(forgiven).collect(),
        Value::Object(fields) => {
            let fields = fields.iter().filter(|(_, value)| !is_blank(value));
            fields.map(|(key, value)| (key.clone(), forgiven(value))).collect()
        }
        other => other.clone(),
    }
}

/// The pointers to all values of a document.
fn pointers(value: &Value, at: &str) -> Vec<String> {
    let mut all = vec![at.to_owned()];
    match value {
        Value::Object(fields) => {
            all.extend(
                fields.iter().flat_map(|(key, value)| pointers(value, &format!("{at}/{key}"))),
            );
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            all.extend(items.flat_map(|(index, value)| pointers(value, &format!("{at}/{index}"))));
        }
        _ => {}
    }
    all
}
