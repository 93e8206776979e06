//! Tests of messages that are refused: each error has its place, and never a value.

use formats::Rejection;
use formats::fhir::{MAX_BYTES, MAX_DEPTH};

use crate::{ADULT, CHILD, read, told};

fn one(path: &str, code: &'static str) -> Vec<(String, &'static str)> {
    vec![(path.to_owned(), code)]
}

#[test]
fn what_is_not_a_request_is_refused_by_its_place() {
    let header = "Bundle.entry[0].resource";
    for (from, to, expected) in [
        ("\"type\": \"message\"", "\"type\": \"batch\"", one("Bundle.type", "invariant")),
        (
            "servicerequest-request",
            "booking-request",
            one(&format!("{header}.eventCoding.code"), "not_supported"),
        ),
        (
            "\"code\": \"new\"",
            "\"code\": \"canary\"",
            one(&format!("{header}.reason.coding.code"), "value"),
        ),
        (
            "\"code\": \"new\"",
            "\"code\": \"\"",
            one(&format!("{header}.reason.coding.code"), "required"),
        ),
        (
            "\"status\": \"active\"",
            "\"status\": \"revoked\"",
            one("Bundle.entry[1].resource.status", "invariant"),
        ),
        (
            "\"status\": \"active\"",
            "\"status\": \"draft\"",
            one("Bundle.entry[1].resource.status", "value"),
        ),
        (
            "\"status\": \"active\"",
            "\"status\": [\"active\", \"revoked\"]",
            one("Bundle.entry[1].resource.status[1]", "invariant"),
        ),
        ("\"ServiceRequest\"", "\"Task\"", one("Bundle", "required")),
        ("\"Observation\"", "\"MessageHeader\"", one("Bundle.entry[7].resource", "invariant")),
        ("\"Bundle\"", "\"Parameters\"", one("", "invariant")),
    ] {
        let changed = CHILD.replacen(from, to, 1);
        assert_ne!(changed, CHILD, "{from}");
        assert_eq!(told(&changed), expected, "{to}");
    }
}

#[test]
fn what_is_not_fhir_is_malformed() {
    let doctype =
        "<!DOCTYPE Bundle [<!ENTITY a \"canary\">]><Bundle xmlns=\"http://hl7.org/fhir\">";
    for (text, code) in [
        ("{", "not_json"),
        ("{} {}", "not_json"),
        ("{\"type\": 1, \"type\": 2}", "repeated_key"),
        ("{\"resourceType\": \"Bundle\", \"a canary\": 1}", "structure"),
        ("{\"resourceType\": \"Bundle\", \"entry\": [[1]]}", "structure"),
        ("{\"resourceType\": 1}", "structure"),
        ("<Bundle xmlns=\"http://hl7.org/fhir\">", "structure"),
        ("<Bundle xmlns=\"http://hl7.org/fhir\"></bundle>", "not_xml"),
        ("<Bundle/>", "structure"),
        ("<Bundle xmlns=\"urn:canary\"/>", "structure"),
        ("<Bundle xmlns=\"http://hl7.org/fhir\">canary</Bundle>", "structure"),
        ("<Bundle xmlns=\"http://hl7.org/fhir\"><id value=\"&canary;\"/></Bundle>", "doctype"),
        ("<Bundle xmlns=\"http://hl7.org/fhir\"><id value='1' value='2'/></Bundle>", "not_xml"),
        (
            "<?xml version=\"1.0\" encoding=\"utf-16\"?><Bundle xmlns=\"http://hl7.org/fhir\"/>",
            "not_utf8",
        ),
        (doctype, "doctype"),
        ("", "structure"),
    ] {
        let Err(Rejection::Malformed(errors)) = read(text) else { panic!("{text} is taken") };
        assert_eq!(errors[0].code, code, "{text}");
        assert!(!format!("{errors:?}").contains("canary"), "{errors:?}");
    }
}

#[test]
fn nesting_ends_at_sixty_four_and_never_at_the_end_of_the_stack() {
    let xml = |depth: usize| {
        let (open, close) = ("<a>".repeat(depth - 1), "</a>".repeat(depth - 1));
        format!("<Bundle xmlns=\"http://hl7.org/fhir\">{open}{close}</Bundle>")
    };
    let json = |depth: usize| {
        let (open, close) = ("{\"a\":".repeat(depth - 1), "}".repeat(depth - 1));
        format!("{{\"resourceType\": \"Bundle\", \"a\": {open}1{close}}}")
    };
    let code = |text: String| read(&text).unwrap_err().errors()[0].code;
    for deep in [MAX_DEPTH + 1, 20_000] {
        assert_eq!(code(xml(deep)), "too_deep");
        assert_eq!(code(json(deep)), "too_deep");
    }
    assert_ne!(code(xml(MAX_DEPTH)), "too_deep");
    assert_ne!(code(json(MAX_DEPTH)), "too_deep");
}

#[test]
fn a_message_that_says_too_much_is_refused_and_not_cut() {
    assert!(matches!(read(&" ".repeat(MAX_BYTES + 1)), Err(Rejection::TooLarge)));
    let words = "x".repeat(1_000);
    let notes = format!("<note><text value=\"{words}\"/></note>").repeat(210);
    let long = ADULT.replace("</Patient>", &format!("{notes}</Patient>"));
    assert_eq!(told(&long), one("Bundle", "too_long"));
}
