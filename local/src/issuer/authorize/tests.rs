//! Tests of the way from the page with the people to a token, by the answers alone.

use http::HeaderMap;
use http_body_util::BodyExt as _;
use locality::{InboxInfo, InboxKind};
use referral::InboxId;
use serde_json::Value;

use super::super::token;
use super::*;
use crate::issuer::SigningKey;
use crate::people::People;

const URL: &str = "http://127.0.0.1:8080";
const SECRET: &str = "the-inbox's-secret";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
/// The hash of the verifier, as RFC 7636 gives it (Appendix B).
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

fn now() -> Timestamp {
    Timestamp::from_second(1_800_000_000).unwrap()
}

fn issuer() -> Issuer {
    let key = SigningKey::from_pkcs8(&SigningKey::generate().unwrap()).unwrap();
    let (id, name) = (InboxId::parse("a").unwrap(), "Hub A".to_owned());
    let inbox = InboxInfo { id, name, kind: InboxKind::Hub, authority: None };
    Issuer::new(URL.to_owned(), "hubward".to_owned(), key, Vec::new())
        .with_people(People::of(&[inbox]), SECRET.to_owned())
}

/// The query of a good request, with one parameter changed or taken away.
fn query(change: Option<(&str, Option<&str>)>) -> String {
    let back = format!("{URL}/hub/sign-in/answer");
    let mut pairs = vec![
        ("response_type", "code"),
        ("client_id", INBOX_CLIENT),
        ("redirect_uri", &back),
        ("scope", "openid"),
        ("state", "st"),
        ("nonce", "no"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    if let Some((name, value)) = change {
        pairs.retain(|(known, _)| *known != name);
        pairs.extend(value.map(|value| (name, value)));
    }
    Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// The status of an answer, with its body or the parameters that it sends back.
async fn asked(method: &Method, query: &str) -> (Issuer, u16, String) {
    let issuer = issuer();
    let given = answer(&issuer, method, &Form::of_query(query), now());
    let (parts, body) = given.into_parts();
    let text = match parts.headers.get(header::LOCATION) {
        Some(to) => to.to_str().unwrap().to_owned(),
        None => String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap(),
    };
    (issuer, parts.status.as_u16(), text)
}

#[tokio::test]
async fn the_page_lists_the_people_with_role_and_hub() {
    let (_, status, page) = asked(&Method::GET, &query(None)).await;
    assert_eq!(status, 200);
    assert!(page.contains("Hub worker: Hub A") && page.contains("Rules officer"), "{page}");
    assert!(page.contains(r#"name="person" value="hub-a""#), "{page}");
}

#[tokio::test]
async fn a_request_without_pkce_or_with_anothers_address_is_refused() {
    for (name, value, status, says) in [
        ("redirect_uri", Some("https://evil.example/"), 400, "Not known here"),
        ("client_id", Some("school"), 400, "Not known here"),
        ("code_challenge", None, 303, "error=invalid_request"),
        ("code_challenge_method", Some("plain"), 303, "error=invalid_request"),
        ("response_type", Some("token"), 303, "error=unsupported_response_type"),
        ("scope", Some("profile"), 303, "error=invalid_scope"),
    ] {
        let (_, given, text) = asked(&Method::GET, &query(Some((name, value)))).await;
        assert_eq!(given, status, "{name}");
        assert!(text.contains(says), "{name}: {text}");
    }
}

async fn exchanged(issuer: &Issuer, code: &str, verifier: &str, later: i64) -> (u16, Value) {
    let back = format!("{URL}/hub/sign-in/answer");
    let body = Serializer::new(String::new())
        .extend_pairs([
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &back),
            ("code_verifier", verifier),
            ("client_id", INBOX_CLIENT),
            ("client_secret", SECRET),
        ])
        .finish();
    let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
    let headers: HeaderMap = [(header::CONTENT_TYPE, kind)].into_iter().collect();
    let when = Timestamp::from_second(now().as_second() + later).unwrap();
    let given = token::answer(issuer, &Method::POST, &headers, body.as_bytes(), when);
    let status = given.status().as_u16();
    let body = given.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&body).unwrap())
}

async fn code() -> (Issuer, String) {
    let (issuer, status, to) = asked(&Method::POST, &format!("{}&person=hub-a", query(None))).await;
    assert_eq!(status, 303);
    assert!(to.contains("state=st") && to.contains("iss=http%3A%2F%2F127.0.0.1%3A8080"), "{to}");
    let code = to.split_once("code=").unwrap().1.split('&').next().unwrap().to_owned();
    (issuer, code)
}

#[tokio::test]
async fn a_code_becomes_a_token_once_and_within_a_minute() {
    let (issuer, given) = code().await;
    let (status, answer) = exchanged(&issuer, &given, VERIFIER, 59).await;
    assert_eq!(status, 200, "{answer}");
    let claims =
        jsonwebtoken::dangerous::insecure_decode::<Value>(answer["id_token"].as_str().unwrap());
    let claims = claims.unwrap().claims;
    assert_eq!((&claims["sub"], &claims["nonce"]), (&"hub-a".into(), &"no".into()));
    assert_eq!(claims["groups"], serde_json::json!(["hub-a"]));
    let (status, again) = exchanged(&issuer, &given, VERIFIER, 59).await;
    assert_eq!((status, &again["error"]), (400, &"invalid_grant".into()));
    let (issuer, given) = code().await;
    assert_eq!(exchanged(&issuer, &given, VERIFIER, 60).await.0, 400);
}

#[tokio::test]
async fn a_code_is_worth_nothing_without_the_secret_that_belongs_to_it() {
    let (issuer, given) = code().await;
    let other = VERIFIER.replace('d', "e");
    assert_eq!(exchanged(&issuer, &given, &other, 1).await.1["error"], "invalid_grant");
    // A code that was tried is used.
    assert_eq!(exchanged(&issuer, &given, VERIFIER, 1).await.1["error"], "invalid_grant");
}

#[tokio::test]
async fn cancelling_sends_back_without_a_code() {
    let (_, _, to) = asked(&Method::POST, &format!("{}&person=", query(None))).await;
    assert!(to.contains("error=access_denied") && !to.contains("code="), "{to}");
}
