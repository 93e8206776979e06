//! Tests of refusals: each is problem+json, and every error is told at once.

use e2e::api::new_key;
use e2e::family::{family, family_of, sent_by};
use e2e::http::Call;
use jsonwebtoken::Header;
use serde_json::{Value, json};

use crate::stack;

fn post() -> Call<'static> {
    stack()
        .post("/v1/referrals")
        .by(stack().partner("school"))
        .header("idempotency-key", &new_key())
}

fn sent(body: impl Into<Vec<u8>>) -> e2e::http::Answer {
    post().body("application/json", body).send()
}

#[test]
fn a_referral_without_an_idempotency_key_is_a_400() {
    let call = stack().post("/v1/referrals").by(stack().partner("school"));
    let paths = call.clone().json(&family()).send().problem_paths(400);
    assert_eq!(paths, ["Idempotency-Key"]);
    for unusable in ["", "   ", &"k".repeat(256)] {
        call.clone().header("idempotency-key", unusable).json(&family()).send().problem(400);
    }
}

#[test]
fn a_body_that_is_no_json_is_a_400() {
    for body in ["", "{", "not json", "{\"a\": 1,}", "[1] [2]"] {
        sent(body).problem(400);
    }
    sent(vec![b'"', 0xff, b'"']).problem(400);
}

#[test]
fn a_key_that_is_there_twice_is_a_400_and_named() {
    let body = family().to_string();
    let doubled = body.replacen("\"urgency\":", "\"urgency\":\"soon\",\"urgency\":", 1);
    assert_ne!(body, doubled);
    assert_eq!(sent(doubled).problem_paths(400), ["urgency"]);
}

#[test]
fn a_body_nested_too_deep_is_a_400() {
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    let codes = |depth: usize, status: u16| {
        let problem = sent(format!("{{\"reason\": {}}}", nested(depth))).problem(status);
        problem.into_iter().map(|(_, code)| code).collect::<Vec<_>>()
    };
    assert_eq!(codes(16, 400), ["too_deep"]);
    assert!(!codes(15, 422).contains(&"too_deep".to_owned()));
    assert_eq!(codes(20_000, 400), ["too_deep"]);
}

#[test]
fn a_body_over_256_kib_is_a_413() {
    let mut body = family().to_string();
    body.extend(std::iter::repeat_n(' ', 256 * 1024 + 1 - body.len()));
    sent(body).problem(413);
    sent(vec![b'x'; 3 * 1024 * 1024]).problem(413);
}

#[test]
fn a_body_of_another_type_is_a_415() {
    post().body("text/plain", family().to_string()).send().problem(415);
    post().form(&[("referrer", "school")]).send().problem(415);
}

#[test]
fn nobody_gets_anywhere_without_a_good_token() {
    let good = stack().token(stack().partner("school"));
    let (head, signature) = good.rsplit_once('.').unwrap();
    let swapped: String = signature.chars().rev().collect();
    let bad = [
        None,
        Some("Bearer ".to_owned()),
        Some("Bearer nonsense".to_owned()),
        Some(format!("Bearer {head}.{swapped}")),
        Some(format!("Bearer {head}.")),
        Some(format!("Basic {good}")),
    ];
    for token in bad {
        let with = |call: Call<'static>| match &token {
            Some(token) => call.header("authorization", token),
            None => call,
        };
        let id = "11111111-2222-4333-8444-555555555555";
        for call in [
            stack().post("/v1/referrals").header("idempotency-key", "k").json(&family()),
            stack().get(format!("/v1/referrals/{id}")),
            stack().get("/v1/inbox"),
            stack().get("/v1/matches"),
            stack().get(format!("/v1/inbox/{id}")),
            stack().post(format!("/v1/inbox/{id}/claim")),
        ] {
            let answer = with(call).send();
            answer.problem(401);
            assert!(answer.header("www-authenticate").unwrap().starts_with("Bearer"));
        }
    }
}

#[test]
fn a_token_is_good_for_its_own_scope_only() {
    let worker = stack().worker_of("westminster-bessborough");
    let call = stack().post("/v1/referrals").by(worker).header("idempotency-key", &new_key());
    call.json(&family()).send().problem(403);
    for kind in ["school", "health", "police"] {
        stack().get("/v1/inbox").by(stack().partner(kind)).send().problem(403);
    }
}

#[test]
fn a_kind_of_referrer_that_is_not_the_clients_is_a_403_and_its_own_ones_are_named() {
    let key = new_key();
    let send = |client: &str, kind: &str| {
        let call = stack().post("/v1/referrals").by(stack().partner(client));
        let mut referral = family();
        referral["referrer"]["kind"] = json!(kind);
        call.header("idempotency-key", &key).json(&referral).send()
    };
    for (client, kind, own) in [
        ("school", "police", "early_years"),
        ("school", "self_parent", "early_years"),
        ("health", "housing", "midwife"),
        ("police", "courts_and_probation", "police"),
        ("council", "police", "social_care"),
    ] {
        let refused = send(client, kind);
        let errors = refused.problem(403);
        assert_eq!(errors, [("referrer.kind".to_owned(), "not_allowed".to_owned())]);
        let message = refused.json()["errors"][0]["message"].to_string();
        assert!(message.contains(own) && !message.contains(kind), "{client}: {message}");
    }
    // Nothing was stored of the refused ones: the key is free.
    e2e::api::accepted(&send("health", "midwife"));
}

#[test]
fn a_token_that_lists_no_kind_of_referrer_sends_none() {
    for claim in [Value::Null, json!([]), json!(["headteacher"])] {
        let token = stack().token_with(stack().partner("school"), |_, claims| {
            claims["referrer_kinds"] = claim.clone();
            if claim.is_null() {
                claims.as_object_mut().unwrap().remove("referrer_kinds");
            }
        });
        for kind in ["school", "police"] {
            let call = stack().post("/v1/referrals").bearing(&token);
            let refused = call.header("idempotency-key", &new_key());
            let refused = refused.json(&sent_by(kind, &family())).send();
            let missing = ("referrer.kind".to_owned(), "referrer_kinds_missing".to_owned());
            assert_eq!(refused.problem(403), [missing]);
        }
    }
}

/// A change to a good token, made before it is signed.
type Change = fn(&mut Header, &mut Value);

#[test]
fn a_token_that_no_issuer_should_sign_is_refused() {
    let school = stack().partner("school");
    let status = |token: &str| {
        let unknown = "/v1/referrals/11111111-2222-4333-8444-555555555555";
        stack().get(unknown).bearing(token).send()
    };
    assert_eq!(status(&stack().token_with(school, |_, _| {})).status, 404, "as good as issued");
    let cases: [(&str, Change); 6] = [
        ("malformed", |header, _| header.crit = Some(vec!["urn:example:bound".to_owned()])),
        ("malformed", |header, _| header.crit = Some(vec!["exp".to_owned()])),
        ("malformed", |_, claims| claims["iat"] = Value::Null),
        ("malformed", |_, claims| claims["sub"] = Value::Null),
        ("lifetime", |_, claims| {
            claims["exp"] = json!(claims["iat"].as_i64().unwrap() + 24 * 3_600 + 1);
        }),
        ("expired", |_, claims| {
            claims["iat"] = json!(claims["iat"].as_i64().unwrap() + 300 * 24 * 3_600);
            claims["exp"] = json!(claims["iat"].as_i64().unwrap() + 3_600);
        }),
    ];
    for (code, change) in cases {
        let refused = status(&stack().token_with(school, change));
        refused.problem(401);
        assert_eq!(refused.json()["code"], format!("token_{code}"));
    }
}

#[test]
fn a_path_that_does_not_exist_is_a_404() {
    let school = stack().partner("school");
    assert_eq!(stack().get("/v1/nothing").by(school).send().status, 404);
    assert_eq!(stack().call("DELETE", "/v1/referrals").by(school).send().status, 404);
}

#[test]
fn every_error_is_told_at_once_with_its_path() {
    let mut referral = family();
    referral["referrer"]["kind"] = json!("headteacher");
    referral["referrer"]["email"] = json!("not an address");
    referral["household"]["address"]["postcode"] = json!("NOWHERE");
    referral["children"][0]["date_of_birth"] = json!("2999-01-01");
    referral["children"][1]["due_date"] = json!("next spring");
    referral["adults"][0]["safe_to"] = json!(["call", "fax"]);
    referral["needs"] = json!([]);
    referral["reason"] = json!("x".repeat(2001));
    referral["urgency"] = json!(3);
    referral["colour"] = json!("blue");
    let mut paths = post().json(&referral).send().problem_paths(422);
    paths.sort();
    let wrong = [
        "adults[0].safe_to[1]",
        "children[0].date_of_birth",
        "children[1].due_date",
        "colour",
        "household.address.postcode",
        "needs",
        "reason",
        "referrer.email",
        "referrer.kind",
        "urgency",
    ];
    assert_eq!(paths, wrong);
}

#[test]
fn missing_parts_of_a_referral_are_asked_for() {
    for (body, wanted) in [
        (json!({}), &["referrer", "agreement", "household", "children", "needs"][..]),
        (json!([]), &[""]),
        (Value::Null, &[""]),
    ] {
        let paths = sent(body.to_string()).problem_paths(422);
        for path in wanted {
            assert!(paths.iter().any(|known| known == path), "{path} in {paths:?}");
        }
    }
}

#[test]
fn a_concealed_home_with_an_address_is_refused() {
    let household = json!({"concealed": true, "authority": "E09000033",
        "address": {"lines": ["1 High Street"], "postcode": "SW1V 2AA"}});
    let paths = post().json(&family_of(household)).send().problem_paths(422);
    assert!(paths.iter().any(|path| path.starts_with("household")), "{paths:?}");
}

#[test]
fn a_refused_referral_leaves_its_key_free() {
    let key = new_key();
    let mut wrong = family();
    wrong["needs"] = json!(["magic"]);
    stack().referral(&key, &wrong).send().problem(422);
    e2e::api::accepted(&stack().referral(&key, &family()).send());
}
