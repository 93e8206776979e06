//! Tests of what a sender does with its own referrals: correct, withdraw, find and list them.

use std::io::Write as _;

use e2e::api::{accepted, new_key};
use e2e::family::family;
use e2e::http::Answer;
use e2e::inbox::holds;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use crate::stack;

const HUB: &str = "westminster-bessborough";

/// Sends a change as the school, on the version that it has seen.
fn change(method: &'static str, path: String, version: &str, key: &str, body: &Value) -> Answer {
    let call = stack().call(method, path).by(stack().partner("school"));
    call.header("idempotency-key", key).header("if-match", version).json(body).send()
}

fn correct(id: &str, version: &str, key: &str, body: &Value) -> Answer {
    change("PUT", format!("/v1/referrals/{id}"), version, key, body)
}

fn withdraw(id: &str, version: &str, reason: &str) -> Answer {
    let path = format!("/v1/referrals/{id}/withdrawal");
    change("POST", path, version, &new_key(), &json!({"reason": reason}))
}

/// The code of a refusal.
#[track_caller]
fn refused(answer: &Answer, status: u16) -> String {
    assert_eq!(answer.status, status, "{answer:?}");
    answer.json()["code"].as_str().unwrap().to_owned()
}

/// The family's referral, with other words.
fn corrected(referral: &Value) -> Value {
    let mut corrected = referral.clone();
    corrected["reason"] = "The phone number was wrong. Please ring before noon.".into();
    corrected
}

#[test]
fn a_correction_is_made_once_and_only_on_the_version_that_was_seen() {
    let said = family();
    let id = stack().post_referral(&said);
    let read = stack().get(format!("/v1/referrals/{id}")).by(stack().partner("school")).send();
    assert_eq!((read.json()["version"].as_u64(), read.header("etag")), (Some(1), Some("\"1\"")));

    let unseen = stack().call("PUT", format!("/v1/referrals/{id}")).by(stack().partner("school"));
    let unseen = unseen.header("idempotency-key", &new_key()).json(&corrected(&said)).send();
    assert_eq!(refused(&unseen, 428), "version_missing");

    let key = new_key();
    let first = correct(&id, "\"1\"", &key, &corrected(&said));
    assert_eq!((first.status, first.header("etag")), (200, Some("\"2\"")), "{first:?}");
    let again = correct(&id, "\"1\"", &key, &corrected(&said));
    assert_eq!((again.status, &again.body), (200, &first.body), "a lost answer comes again");
    assert_eq!(refused(&correct(&id, "\"2\"", &key, &said), 422), "idempotency_key_reused");
    let unquoted = correct(&id, "2", &new_key(), &said);
    assert_eq!(unquoted.problem_paths(400), ["If-Match"]);
    let stale = correct(&id, "\"1\"", &new_key(), &said);
    assert_eq!(refused(&stale, 412), "version_not_current");
    let broken = correct(&id, "\"2\"", &new_key(), &json!({"needs": []}));
    assert!(broken.problem_paths(422).contains(&"needs".to_owned()), "{broken:?}");
    assert_eq!(stack().status(&id)["version"], 2);

    let entry = stack().wait_until_in_inbox(&id, HUB);
    let opened = stack().inbox(HUB).open(&entry).body;
    assert!(opened.contains("The phone number was wrong."), "the worker reads the correction");
    assert!(opened.contains(said["reason"].as_str().unwrap()), "and what was said before");
}

#[test]
fn a_withdrawal_ends_untouched_work_and_asks_where_somebody_has_begun() {
    let (alone, claimed) = (stack().post_referral(&family()), stack().post_referral(&family()));
    stack().wait_until_in_inbox(&alone, HUB);
    let entry = stack().wait_until_in_inbox(&claimed, HUB);
    assert_eq!(stack().inbox(HUB).change(&entry, "claim").status, 200);
    for id in [&alone, &claimed] {
        let withdrawn = withdraw(id, "\"1\"", "entered_in_error");
        assert_eq!(withdrawn.status, 200, "{withdrawn:?}");
        let status = stack().status(id);
        assert_eq!((&status["status"], &status["version"]), (&json!("withdrawn"), &json!(2)));
        let after = correct(id, "\"2\"", &new_key(), &family());
        assert_eq!(refused(&after, 409), "withdrawn");
    }
    stack().wait("the untouched entry to end", || {
        let done = stack().inbox(HUB).pages("part=done&limit=100").into_iter().flatten();
        done.into_iter().find(|entry| holds(entry, &alone))
    });
    let open = stack().inbox(HUB).entry_with(&claimed).expect("the claimed entry stays open");
    assert_eq!(open["state"], "claimed", "{open}");
}

#[test]
fn nobody_else_s_referral_is_there_and_neither_is_an_unknown_one() {
    let id = stack().post_referral(&family());
    let unknown = "11111111-2222-4333-8444-555555555555";
    let of = |id: &str, method: &'static str, path: &str, body: &Value| {
        let call = stack().call(method, format!("/v1/referrals/{id}{path}"));
        let call = call.by(stack().partner("health")).header("idempotency-key", "k");
        call.header("if-match", "*").json(body).send()
    };
    let mut said = family();
    said["referrer"]["kind"] = "health_visitor".into();
    for (method, path, body) in
        [("PUT", "", said), ("POST", "/withdrawal", json!({"reason": "no_longer_needed"}))]
    {
        let [own, none] = [&*id, unknown].map(|id| of(id, method, path, &body));
        assert_eq!(refused(&own, 404), refused(&none, 404));
        assert_eq!(own.json()["detail"], none.json()["detail"]);
    }
    assert_eq!(stack().status(&id)["version"], 1);
}

#[test]
fn a_sender_finds_its_referral_by_reference_and_what_is_new_by_asking_on() {
    let id = stack().post_referral(&family());
    let reference = stack().status(&id)["reference"].as_str().unwrap().to_owned();
    let list = |kind: &str, query: &str| {
        let answer = stack().get(format!("/v1/referrals?{query}")).by(stack().partner(kind)).send();
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()
    };
    let spelt = reference.to_lowercase().replace('-', "");
    let found = list("school", &format!("reference={spelt}"));
    assert_eq!(found["referrals"][0]["id"], id.as_str());
    assert_eq!(list("health", &format!("reference={reference}"))["referrals"], json!([]));

    // What is newer than two minutes is not listed yet, so that none is passed over.
    let mut since = String::new();
    let mut seen = 0;
    stack().wait("the referral to be listed", || {
        let page = list("school", &format!("limit=3&since={since}"));
        let referrals = page["referrals"].as_array().unwrap();
        seen += referrals.len();
        assert!(referrals.len() <= 3);
        if let Some(next) = page["next"].as_str() {
            next.clone_into(&mut since);
        }
        referrals.iter().any(|one| one["id"] == id.as_str()).then_some(())
    });
    assert!(seen > 0);
}

#[test]
fn a_body_may_be_packed_or_marked_and_another_coding_is_refused_by_name() {
    let plain = family().to_string().into_bytes();
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(&plain).unwrap();
    let packed = packed.finish().unwrap();
    let send = |content_type: &str, coding: &str, body: Vec<u8>| {
        let call = stack().post("/v1/referrals").by(stack().partner("school"));
        let call = call.header("idempotency-key", &new_key()).body(content_type, body);
        if coding.is_empty() { call.send() } else { call.header("content-encoding", coding).send() }
    };
    let json = "application/json";
    let marked = [b"\xef\xbb\xbf", &plain[..]].concat();
    for (content_type, coding, body) in [
        (json, "gzip", packed.clone()),
        (json, "GZIP", packed.clone()),
        (json, "identity", plain.clone()),
        (json, "", marked),
        ("application/json; charset=UTF-8", "", plain.clone()),
        ("application/json;charset=\"utf-8\"", "", plain.clone()),
    ] {
        accepted(&send(content_type, coding, body));
    }
    let broken = send(json, "gzip", plain.clone());
    assert_eq!(refused(&broken, 400), "gzip_not_readable");
    let brotli = send(json, "br", plain.clone());
    assert_eq!(refused(&brotli, 415), "encoding_not_supported");
    assert_eq!(brotli.header("accept-encoding"), Some("gzip"));
    let latin = send("application/json; charset=iso-8859-1", "", plain);
    assert_eq!(refused(&latin, 415), "charset_not_supported");
    // A bomb of zeros: 16 MiB in 16 KiB.
    let mut bomb = GzEncoder::new(Vec::new(), Compression::best());
    bomb.write_all(&vec![b' '; 16 << 20]).unwrap();
    assert_eq!(refused(&send(json, "gzip", bomb.finish().unwrap()), 413), "too_large");
}

#[test]
fn head_is_answered_as_get_without_a_body() {
    let id = stack().post_referral(&family());
    for path in [
        format!("/v1/referrals/{id}"),
        "/v1/referrals?limit=1".to_owned(),
        "/v1/referrals/batch-template".to_owned(),
        "/v1/registry/services".to_owned(),
        "/openapi.json".to_owned(),
        "/fhir/metadata".to_owned(),
    ] {
        let [get, head] = ["GET", "HEAD"]
            .map(|method| stack().call(method, path.clone()).by(stack().partner("school")).send());
        assert_eq!((get.status, head.status), (200, 200), "{path}");
        assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
        assert_eq!(head.header("etag"), get.header("etag"), "{path}");
        assert!(!get.body.is_empty() && head.body.is_empty(), "{path}");
    }
    let unknown = stack().call("HEAD", "/v1/referrals/none").by(stack().partner("school")).send();
    assert_eq!((unknown.status, unknown.body.as_str()), (404, ""));
}
