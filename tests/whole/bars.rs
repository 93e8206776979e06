//! Tests of the messages of the NHS Booking and Referral Standard: taken once, updated, revoked, and
//! refused with an outcome.

use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use e2e::http::{Answer, Call};
use e2e::inbox::reason_codes;
use serde_json::{Value, json};

use crate::stack;

const CHILD: &str = include_str!("../../crates/formats/tests/fhir/messages/child.json");
const ADULT: &str = include_str!("../../crates/formats/tests/fhir/messages/adult.xml");
const JSON: &str = "application/fhir+json";
const XML: &str = "application/fhir+xml";
/// The inbox of a family that was not asked.
const TRIAGE: &str = "westminster-triage";

/// A UUID that no other message has.
fn new_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("{:08x}-0000-4000-8000-{next:012x}", std::process::id())
}

/// A message about a request and a child that no other message is about.
fn message() -> String {
    let id = new_id();
    CHILD.replace("request-0001", &id).replace("Minh", &format!("Minh{}", &id[24..]))
}

fn updated(message: &str) -> String {
    message.replace("\"code\": \"new\"", "\"code\": \"update\"")
}

fn with_status(message: &str, status: &str) -> String {
    message.replace("\"status\": \"active\"", &format!("\"status\": \"{status}\""))
}

/// A message under ids, as a health service sends it.
fn under(ids: [&str; 2], media_type: &str, message: impl Into<Vec<u8>>) -> Call<'static> {
    let call = stack().post("/fhir/$process-message").by(stack().partner("health"));
    let call = call.header("x-request-id", ids[0]).header("x-correlation-id", ids[1]);
    call.body(media_type, message)
}

fn send(message: &str) -> Answer {
    under([&new_id(), &new_id()], JSON, message).send()
}

/// The id of the referral in an answer's location.
#[track_caller]
fn location(answer: &Answer) -> String {
    let location = answer.header("location").unwrap_or_else(|| panic!("no location: {answer:?}"));
    location.strip_prefix("/v1/referrals/").unwrap().to_owned()
}

#[track_caller]
fn taken(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(answer.json()["issue"][0]["severity"], "information", "{answer:?}");
    location(answer)
}

/// The BaRS code, the type and the place of each issue of a refusal.
#[track_caller]
fn refused(answer: &Answer, status: u16) -> Vec<(String, String, String)> {
    assert_eq!(answer.status, status, "{answer:?}");
    assert_eq!(answer.header("content-type"), Some(JSON), "{answer:?}");
    let outcome = answer.json();
    assert_eq!(outcome["resourceType"], "OperationOutcome");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let issue = |issue: &Value| {
        assert_eq!(issue["severity"], "error");
        assert!(!text(&issue["diagnostics"]).is_empty());
        let code = text(&issue["details"]["coding"][0]["code"]);
        (code, text(&issue["code"]), text(&issue["expression"][0]))
    };
    outcome["issue"].as_array().unwrap().iter().map(issue).collect()
}

fn one(code: &str, kind: &str, place: &str) -> Vec<(String, String, String)> {
    vec![(code.to_owned(), kind.to_owned(), place.to_owned())]
}

fn status_of(id: &str) -> Value {
    let answer = stack().get(format!("/v1/referrals/{id}")).by(stack().partner("health")).send();
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()
}

#[test]
fn a_message_reaches_its_hub_with_all_that_it_says() {
    let ids = [new_id().to_uppercase(), new_id()];
    let consent = r#"{"resource": {"resourceType": "Consent", "status": "active", "policyRule": {"coding":
        [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "OPTIN"}]}}}"#;
    let agreed = message().replace("\"entry\": [", &format!("\"entry\": [{consent},"));
    let answer = under([&ids[0], &ids[1]], JSON, agreed).send();
    let id = taken(&answer);
    assert_eq!(answer.header("x-request-id"), Some(ids[0].as_str()));
    assert_eq!(answer.header("x-correlation-id"), Some(ids[1].as_str()));
    let reference = status_of(&id)["reference"].as_str().unwrap().to_owned();
    assert!(answer.body.contains(&reference), "{answer:?}");

    let entry = stack().wait_until_in_inbox(&id, "westminster-bessborough");
    assert!(reason_codes(&entry).contains(&"nearest_hub"), "{entry}");
    let opened = stack().inbox("westminster-bessborough").open(&entry).json();
    let said = &opened["referrals"][0];
    assert_eq!(said["referral"]["children"][0]["date_of_birth"], "2023-01-01");
    let beside = said["as_given"].as_array().unwrap();
    let observed = beside.iter().find(|one| one["path"] == "Observation").unwrap();
    assert_eq!(observed["treatment"], "also_sent");
    assert!(observed["text"].as_str().unwrap().contains("Speaks Vietnamese at home"));
}

#[test]
fn a_message_that_is_repeated_is_a_conflict_and_makes_no_second_referral() {
    let (ids, message) = ([new_id(), new_id()], message());
    let ids = [ids[0].as_str(), ids[1].as_str()];
    let first = taken(&under(ids, JSON, message.as_str()).send());
    for _ in 0..2 {
        let again = under(ids, JSON, message.as_str()).send();
        assert_eq!(refused(&again, 409), one("REC_CONFLICT", "duplicate", ""));
        assert_eq!(location(&again), first, "whoever lost the first answer finds the referral");
    }
    let other = under(ids, JSON, self::message()).send();
    assert_eq!(refused(&other, 409), one("REC_CONFLICT", "conflict", ""));
    // The same request under other ids: the same content, and another.
    let again = send(&message);
    assert_eq!(refused(&again, 409), one("REC_CONFLICT", "duplicate", ""));
    assert_eq!(location(&again), first);
    let other = send(&message.replace("Bring the red book.", "Bring nothing."));
    let expected = one("REC_UNPROCESSABLE_ENTITY", "invariant", "ServiceRequest");
    assert_eq!(refused(&other, 422), expected);
    stack().wait_until_in_inbox(&first, TRIAGE);
    assert_eq!(stack().entries_with(&first).len(), 1);
}

#[test]
fn a_safeguarding_flag_sends_the_referral_to_the_front_door() {
    let message = ADULT.replace("request-2", &new_id());
    let sent = under([&new_id(), &new_id()], XML, message.as_str()).send();
    assert_eq!((sent.status, sent.header("content-type")), (200, Some(XML)), "{sent:?}");
    assert!(sent.body.contains("If somebody is in danger now, ring 999."), "{sent:?}");
    stack().wait_until_in_inbox(&location(&sent), "isle-of-wight-front-door");
}

#[test]
fn an_update_corrects_the_referral_and_a_revocation_withdraws_it() {
    let message = message();
    let id = taken(&send(&message));
    let update = updated(&message).replace("few words", "no words");
    let ids = [new_id(), new_id()];
    let answer = under([&ids[0], &ids[1]], JSON, update.as_str()).send();
    assert_eq!(taken(&answer), id);
    let again = under([&ids[0], &ids[1]], JSON, update.as_str()).send();
    assert_eq!(refused(&again, 409), one("REC_CONFLICT", "duplicate", ""));

    let entry = stack().wait_until_in_inbox(&id, TRIAGE);
    let corrected = stack().wait("the correction", || {
        let opened = stack().inbox(TRIAGE).open(&entry).json();
        Some(opened.to_string()).filter(|opened| opened.contains("no words"))
    });
    assert!(corrected.contains("few words"), "the first version stays");

    let revoked = send(&with_status(&updated(&message), "revoked"));
    assert_eq!(taken(&revoked), id);
    assert_eq!(status_of(&id)["status"], "withdrawn");
    let late = send(&update);
    assert_eq!(refused(&late, 409), one("REC_CONFLICT", "conflict", ""));
}

#[test]
fn a_revocation_is_answered_alike_whoever_else_told_of_the_child() {
    let first = message();
    let identifier = |text: &str| {
        let value: Value = serde_json::from_str(text).unwrap();
        value["entry"][1]["resource"]["identifier"][0]["value"].as_str().unwrap().to_owned()
    };
    let second = first.replace(&identifier(&first), &new_id());
    let (one_id, other_id) = (taken(&send(&first)), taken(&send(&second)));
    stack().wait_until_in_inbox(&one_id, TRIAGE);
    stack().wait_until_in_inbox(&other_id, TRIAGE);
    let alone = message();
    let alone_id = taken(&send(&alone));
    stack().wait_until_in_inbox(&alone_id, TRIAGE);
    let revoke = |message: &str| send(&with_status(&updated(message), "entered-in-error"));
    let (among, alone) = (revoke(&second), revoke(&alone));
    assert_eq!((taken(&among), taken(&alone)), (other_id.clone(), alone_id));
    assert_eq!(among.body, alone.body);
    assert_eq!(status_of(&other_id)["status"], "withdrawn");
    assert_ne!(status_of(&one_id)["status"], "withdrawn", "another's submission stays");
    assert_eq!(stack().entries_with(&one_id).len(), 1, "and so does its entry");
}

#[test]
fn a_request_that_this_sender_did_not_send_is_not_found() {
    let message = message();
    let expected = one("REC_NOT_FOUND", "not-found", "");
    assert_eq!(refused(&send(&updated(&message)), 404), expected);
    let revoked = send(&with_status(&updated(&message), "revoked"));
    assert_eq!(refused(&revoked, 404), expected);
    taken(&send(&message));
    let police = stack().post("/fhir/$process-message").by(stack().partner("police"));
    let police = police.header("x-request-id", &new_id()).header("x-correlation-id", &new_id());
    let theirs = police.body(JSON, with_status(&updated(&message), "revoked")).send();
    assert_eq!(refused(&theirs, 404), expected, "another sender's request looks like none at all");
}

#[test]
fn each_refusal_has_its_code_and_its_place() {
    let post = || stack().post("/fhir/$process-message");
    let health = stack().partner("health");
    let with_ids = |call: Call<'static>| {
        call.header("x-request-id", &new_id()).header("x-correlation-id", &new_id())
    };
    let nobody = with_ids(post()).body(JSON, message()).send();
    assert_eq!(refused(&nobody, 401), one("SEND_UNAUTHORIZED", "login", ""));
    assert!(nobody.header("www-authenticate").is_some());
    let school = with_ids(post().by(stack().partner("school"))).body(JSON, message()).send();
    let place = "Bundle.entry[4].resource.code.text";
    assert_eq!(refused(&school, 403), one("SEND_FORBIDDEN", "forbidden", place));
    let no_id = post().by(health).header("x-correlation-id", "no id").body(JSON, message()).send();
    let expected = [("required", "http.X-Request-Id"), ("value", "http.X-Correlation-Id")];
    let expected: Vec<_> =
        expected.iter().flat_map(|(kind, place)| one("REC_BAD_REQUEST", kind, place)).collect();
    assert_eq!(refused(&no_id, 400), expected);
    assert_eq!(no_id.header("x-correlation-id"), None);
    let html =
        with_ids(post().by(health)).header("accept", "text/html").body(JSON, message()).send();
    assert_eq!(refused(&html, 406), one("SEND_NOT_ACCEPTABLE", "processing", ""));
    let text = under([&new_id(), &new_id()], "text/plain", message()).send();
    assert_eq!(refused(&text, 415), one("REC_BAD_REQUEST", "not-supported", ""));
    let long = under([&new_id(), &new_id()], JSON, " ".repeat(256 * 1024 + 1)).send();
    assert_eq!(refused(&long, 413), one("REC_BAD_REQUEST", "too-long", ""));
    let other = with_ids(stack().post("/fhir/$validate").by(health)).body(JSON, message()).send();
    assert_eq!(refused(&other, 404), one("REC_NOT_FOUND", "not-found", ""));
    let batch = send(&message().replace("\"type\": \"message\"", "\"type\": \"batch\""));
    assert_eq!(refused(&batch, 400), one("REC_BAD_REQUEST", "invariant", "Bundle.type"));
    let booking = send(&message().replace("servicerequest-request", "booking-request"));
    let place = "Bundle.entry[0].resource.eventCoding.code";
    assert_eq!(refused(&booking, 422), one("REC_UNPROCESSABLE_ENTITY", "not-supported", place));
}

#[test]
fn an_nhs_number_that_does_not_fit_is_a_warning_at_its_place() {
    let sent = send(&message().replace("943 476 5919", "943 476 5918"));
    taken(&sent);
    let outcome = sent.json();
    let issues = outcome["issue"].as_array().unwrap();
    let warning = issues.iter().find(|issue| issue["severity"] == "warning").unwrap();
    assert_eq!(warning["expression"], json!(["Bundle.entry[3].resource.identifier.value"]));
    assert!(!sent.body.contains("943"), "{sent:?}");
}

#[test]
fn the_capabilities_are_told_in_both_formats_to_everybody() {
    let told = stack().get("/fhir/metadata").send();
    assert_eq!((told.status, told.header("content-type")), (200, Some(JSON)));
    let statement = told.json();
    assert_eq!(statement["resourceType"], "CapabilityStatement");
    assert_eq!(statement["fhirVersion"], "4.0.1");
    assert_eq!(statement["format"], json!([JSON, XML]));
    let told = stack().get("/fhir/metadata").header("accept", "application/fhir+xml").send();
    assert_eq!((told.status, told.header("content-type")), (200, Some(XML)));
    assert!(told.body.starts_with("<CapabilityStatement xmlns=\"http://hl7.org/fhir\">"));
}

#[test]
fn a_hundred_broken_messages_are_taken_or_refused() {
    let mut taken = 0;
    for turn in 0..100_usize {
        let (media_type, text) = if turn % 2 == 0 { (JSON, CHILD) } else { (XML, ADULT) };
        let name = new_id();
        let text = text.replace("request-0001", &name).replace("request-2", &name);
        let mut bytes = text.clone().into_bytes();
        let at = bytes.len() * (turn + 1) / 101;
        match turn % 5 {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..(at + 40).min(text.len()))),
            2 => bytes[at] ^= 1 << (turn % 8),
            3 => drop(bytes.splice(at..at, vec![b'x'; 30_000])),
            _ => drop(bytes.splice(at..at, "<a>{\"a\":".repeat(500).into_bytes())),
        }
        let answer = under([&new_id(), &new_id()], media_type, bytes).send();
        assert!(answer.status == 200 || (400..500).contains(&answer.status), "{turn}: {answer:?}");
        assert!(answer.body.contains("OperationOutcome"), "{turn}: {answer:?}");
        taken += usize::from(answer.status == 200);
    }
    assert!((1..100).contains(&taken), "{taken} were taken");
}

#[test]
fn the_guide_works_as_pasted() {
    let guide = std::fs::read_to_string(e2e::project().join("docs/guides/nhs.md")).unwrap();
    let blocks = guide.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    let folder = tempfile::tempdir().unwrap();
    let script = blocks.collect::<String>().replace("http://127.0.0.1:8080", &stack().url());
    let script = script.replace("/tmp/", &format!("{}/", folder.path().display()));
    let script = script.replace(".hubward/", &format!("{}/", stack().state().display()));
    let ran = Command::new("bash").args(["-euo", "pipefail", "-c", &script]).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}\n{}", String::from_utf8_lossy(&ran.stderr));
    for words in [
        "CapabilityStatement",
        "The referral is stored. Its reference is",
        "REC_CONFLICT",
        "REC_BAD_REQUEST",
        "The update is stored with the referral.",
        "The referral is withdrawn.",
        "\"status\": \"withdrawn\"",
    ] {
        assert!(said.contains(words), "{words} is missing in: {said}");
    }
}
