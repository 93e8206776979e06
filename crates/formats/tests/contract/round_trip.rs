//! Tests that a written referral reads back as the same, and that the digest's bytes follow the
//! meaning.

use formats::json::{self, digest_input};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{TODAY, arbitrary, examples};

fn read(text: &str) -> referral::Referral {
    json::read(text.as_bytes(), TODAY).unwrap()
}

proptest! {
    #[test]
    fn a_referral_reads_back_as_written(referral in arbitrary::referral()) {
        let document = json::write(&referral).to_string();
        prop_assert_eq!(&json::read(document.as_bytes(), TODAY).unwrap(), &referral);
        // Sealed bodies keep the types' own serialisation.
        let sealed = serde_json::to_vec(&referral).unwrap();
        prop_assert_eq!(&serde_json::from_slice::<referral::Referral>(&sealed).unwrap(), &referral);
    }

    #[test]
    fn digests_are_equal_exactly_when_referrals_are(
        one in arbitrary::referral(),
        other in arbitrary::referral(),
    ) {
        prop_assert_eq!(one == other, digest_input(&one) == digest_input(&other));
        prop_assert_eq!(digest_input(&one), digest_input(&one.clone()));
    }

    #[test]
    fn reading_any_bytes_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = json::read(&bytes, TODAY);
    }
}

#[test]
fn spelling_and_order_do_not_change_the_digest() {
    let plain = read(examples::CONTRACT);
    let respelt = examples::CONTRACT
        .replace("SW1V 2AA", "sw1v2aa")
        .replace("01632 960 001", "+44 1632 960001")
        .replace(
            r#"["speech_and_language", "parenting"]"#,
            r#"["parenting", "speech_and_language"]"#,
        )
        .replace(r#", "safeguarding_concern": false"#, r#", "level_of_need": null"#);
    assert_ne!(respelt, examples::CONTRACT);
    assert_eq!(digest_input(&plain), digest_input(&read(&respelt)));
    let changed = examples::with("/adults/0/safe_to", json!(["call"]));
    assert_ne!(digest_input(&plain), digest_input(&read(&changed.to_string())));
}

#[test]
fn a_missing_answer_is_neither_a_no_nor_a_default() {
    for (field, said) in [
        ("/urgency", json!("routine")),
        ("/level_of_need", json!("not_assessed")),
        ("/household/interpreter_needed", json!(false)),
        ("/adults/0/safe_to", json!([])),
        ("/adults/0/parental_responsibility", json!(false)),
        ("/agreement/by", json!("adult_self")),
    ] {
        let [said, silent] =
            [said, Value::Null].map(|value| read(&examples::with(field, value).to_string()));
        assert_ne!(said, silent, "{field}");
        assert_ne!(digest_input(&said), digest_input(&silent), "{field}");
        let written = json::write(&silent);
        assert_eq!(written.pointer(field), None, "{field}");
    }
}

#[test]
fn the_contract_s_example_is_read_in_full() {
    let referral = read(examples::CONTRACT);
    assert_eq!(referral.children.len(), 2);
    assert_eq!(referral.household.location.postcode().unwrap().to_string(), "SW1V 2AA");
    assert!(!referral.is_protected());
    assert_eq!(referral.warnings(TODAY), []);
    let document: Value = json::write(&referral);
    assert_eq!(document["referrer"]["record"], "S-1042");
}
