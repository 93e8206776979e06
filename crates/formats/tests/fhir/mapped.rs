//! Tests of which field of a referral each element of a message becomes.

use formats::fhir::Act;
use formats::json;
use referral::Treatment;
use serde_json::{Value, json};

use crate::{ADULT, CHILD, TODAY, read, referral};

/// The texts that are kept beside the fields, by their resource.
fn beside(text: &str) -> Vec<(String, String)> {
    let referral = referral(text);
    let kept = referral.as_given.iter().filter(|one| one.treatment == Treatment::AlsoSent);
    kept.map(|one| (one.path.clone(), one.text.as_ref().unwrap().expose().clone())).collect()
}

#[test]
fn a_child_is_referred_in_json() {
    let written = json::write(&referral(CHILD));
    assert_eq!(
        written,
        json!({
            "referrer": {
                "kind": "health_visitor",
                "organisation": {"name": "Example Community Health", "ods": "RYE"},
                "name": "Ada Example",
                "role": "Health visitor",
                "phone": "+441632960100",
                "record": "case-77"
            },
            "agreement": {"status": "not_asked"},
            "household": {
                "address": {"lines": ["12 Example Street"], "town": "London", "postcode": "SW1V 2AA"},
                "language": "vi"
            },
            "adults": [{
                "name": {"given": "Hương"},
                "relationship": "mother",
                "phone": "+447700900982",
                "email": "huong@example.com"
            }],
            "children": [{
                "name": {"given": "Minh Anh", "family": "Nguyễn", "known_as": "Tí"},
                "date_of_birth": "2023-01-01",
                "nhs_number": "9434765919"
            }],
            "needs": ["speech_and_language"],
            "reason": "Says few words at three, and gets cross when not understood.\nMum would like \
                       someone to show her how to help.",
            "urgency": "routine"
        })
    );
}

#[test]
fn an_adult_with_a_safeguarding_flag_is_referred_in_xml() {
    let referral = referral(ADULT);
    assert_eq!(
        json::write(&referral),
        json!({
            "referrer": {"kind": "midwife", "name": "Grace Example", "role": "Community midwife"},
            "agreement": {"status": "agreed", "by": "adult_self", "on": "2026-11-19"},
            "household": {
                "address": {"lines": ["3 Example Road"], "town": "Newport", "postcode": "PO30 2AX"},
                "accessibility_note": "Needs a quiet room"
            },
            "adults": [{"name": {"given": "محمد"}, "phone": "+447700900983"}],
            "children": [{"name": {"given": "Bao"}, "born_about": "2026-09"}],
            "reason": "Low mood since the birth & little sleep.",
            "urgency": "urgent",
            "safeguarding_concern": true
        })
    );
    let kept: Vec<_> = referral.as_given.iter().map(|one| one.path.as_str()).collect();
    assert!(kept.contains(&"adults[0].date_of_birth"), "a month is no day of birth: {kept:?}");
}

#[test]
fn nothing_of_a_message_is_dropped() {
    for text in [CHILD, ADULT] {
        let referral = referral(text);
        let words = format!("{}{}", json::write(&referral), json!(referral.as_given));
        for said in said(text) {
            let kept = words.contains(&said) || HELD_OTHERWISE.contains(&said.as_str());
            assert!(kept, "{said}");
        }
    }
}

/// Values that a referral holds in another spelling.
const HELD_OTHERWISE: [&str; 6] =
    ["943 476 5919", "sw1v2aa", "01632 960 100", "+44 (0)7700 900982", "07700 900 983", "Minh"];

/// Every value that a message gives, but for the type of a resource.
fn said(text: &str) -> Vec<String> {
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        fn leaves(value: &Value, found: &mut Vec<String>) {
            match value {
                Value::Object(fields) => {
                    let own = fields.iter().filter(|(name, _)| *name != "resourceType");
                    own.for_each(|(_, value)| leaves(value, found));
                }
                Value::Array(items) => items.iter().for_each(|item| leaves(item, found)),
                Value::String(text) => found.push(text.clone()),
                other => found.push(other.to_string()),
            }
        }
        let mut found = Vec::new();
        leaves(&value, &mut found);
        return found;
    }
    let values = text.split("value=\"").skip(1).filter_map(|rest| rest.split('"').next());
    values.map(|value| value.replace("&amp;", "&")).collect()
}

#[test]
fn what_has_no_field_is_kept_by_its_resource_a_line_each() {
    let beside = beside(CHILD);
    let (_, observation) = beside.iter().find(|(path, _)| path == "Observation").unwrap();
    assert!(observation.contains("code.coding.display: Bilingual\n"), "{observation}");
    assert!(observation.contains("valueQuantity.value: 2"), "{observation}");
    let (_, patient) = beside.iter().find(|(path, _)| path == "Patient").unwrap();
    assert!(patient.contains("gender: male"), "{patient}");
    // The number of a child has no field: whose it is was not said.
    assert!(patient.contains("telecom.value: 01632 960 001"), "{patient}");
    assert!(!patient.contains("Nguyễn"), "{patient}");
}

#[test]
fn the_warning_of_a_field_names_its_place_in_the_message() {
    let wrong = CHILD.replace("943 476 5919", "9434765918");
    let message = read(&wrong).unwrap();
    let Act::New(referral) = message.act else { panic!("not new") };
    let warnings = referral.warnings(TODAY);
    let place = |code: &str| {
        let warning = warnings.iter().find(|warning| warning.code == code).unwrap();
        message.sources.of(&warning.path)
    };
    assert_eq!(place("nhs_number_check"), "Bundle.entry[3].resource.identifier.value");
    assert_eq!(place("also_sent"), "Bundle");
}

#[test]
fn consent_that_is_implied_is_no_agreement() {
    for (rule, status) in [
        ("OPTIN", "agreed"),
        ("OPTINR", "partly"),
        ("OPTOUT", "declined"),
        ("IMPLIED", "not_asked"),
    ] {
        let written = json::write(&referral(&ADULT.replace("OPTIN", rule)));
        assert_eq!(written["agreement"]["status"], status, "{rule}");
    }
    let ended = ADULT.replace(
        "<Consent>\n        <status value=\"active\"/>",
        "<Consent><status value=\"inactive\"/>",
    );
    assert_eq!(json::write(&referral(&ended))["agreement"]["status"], "not_asked");
}

#[test]
fn a_flag_that_ended_is_no_concern_and_is_kept() {
    let ended = ADULT.replace(
        "<Flag>\n        <status value=\"active\"/>",
        "<Flag><status value=\"inactive\"/>",
    );
    let written = json::write(&referral(&ended));
    assert_eq!(written.get("safeguarding_concern").unwrap_or(&json!(false)), &json!(false));
    assert_eq!(written["needs"], json!(["not_sure"]));
    assert!(beside(&ended).iter().any(|(_, text)| text.contains("Adult at risk")));
}

#[test]
fn a_restricted_record_makes_the_referral_protected() {
    let label = "\"resourceType\": \"Patient\", \"meta\": {\"security\": [{\"code\": \"R\"}]},";
    let child = CHILD.replace("\"resourceType\": \"Patient\",", label);
    assert!(referral(&child).is_protected());
    let label = "<Patient><meta><security><code value=\"V\"/></security></meta>";
    let adult = referral(&ADULT.replace("<Patient>", label));
    assert!(adult.is_protected());
    let words = format!("{}{}", json::write(&adult), json!(adult.as_given));
    assert!(!words.contains("Example Road") && !words.contains("PO30"), "{words}");
}

#[test]
fn what_a_message_asks_for_follows_from_reason_and_status() {
    let update = CHILD.replace("\"code\": \"new\"", "\"code\": \"update\"");
    assert!(matches!(read(&update).unwrap().act, Act::Update(_)));
    for (status, revokes) in [("revoked", true), ("entered-in-error", false)] {
        let status = format!("\"status\": \"{status}\"");
        let message = read(&update.replace("\"status\": \"active\"", &status)).unwrap();
        assert_eq!(matches!(message.act, Act::Revoke), revokes);
        assert_eq!(matches!(message.act, Act::EnteredInError), !revokes);
        assert_eq!(message.request, read(CHILD).unwrap().request);
    }
}
