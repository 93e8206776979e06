//! Tests of tokens, which another library than the one that makes them checks.

use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use http_body_util::BodyExt as _;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, jwk::JwkSet};
use serde_json::Value;

use super::*;
use crate::{
    clients::{Client, Kind},
    issuer::SigningKey,
};

const URL: &str = "http://127.0.0.1:8080";
const NOW: i64 = 1_800_000_000;

fn issuer() -> Issuer {
    let key = SigningKey::from_pkcs8(&SigningKey::generate().unwrap()).unwrap();
    let client = |id: &str, secret: &str, kind: Kind, hubs: &[&str]| Client {
        id: id.to_owned(),
        secret: secret.to_owned(),
        kind,
        hubs: hubs.iter().map(|hub| (*hub).to_owned()).collect(),
        referrer_kinds: kind.referrer_kinds().to_vec(),
    };
    let clients = vec![
        client("school", "s-1", Kind::School, &[]),
        client("hub-a", "h+1/=", Kind::Hub, &["a", "b"]),
    ];
    Issuer::new(URL.to_owned(), "hubward".to_owned(), key, clients)
}

fn form_headers() -> HeaderMap {
    let kind = HeaderValue::from_static("application/x-www-form-urlencoded; charset=UTF-8");
    [(header::CONTENT_TYPE, kind)].into_iter().collect()
}

fn basic_headers(pair: &str) -> HeaderMap {
    let mut headers = form_headers();
    let value = format!("basic {}", STANDARD.encode(pair)).parse().unwrap();
    headers.insert(header::AUTHORIZATION, value);
    headers
}

async fn ask(issuer: &Issuer, headers: &HeaderMap, body: &str) -> (u16, HeaderMap, Value) {
    let now = Timestamp::from_second(NOW).unwrap();
    let answer = answer(issuer, &Method::POST, headers, body.as_bytes(), now);
    let (parts, body) = answer.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (parts.status.as_u16(), parts.headers, serde_json::from_slice(&body).unwrap())
}

fn claims(issuer: &Issuer, answer: &Value) -> Value {
    let token = answer["access_token"].as_str().unwrap();
    let id = jsonwebtoken::decode_header(token).unwrap().kid.unwrap();
    let keys: JwkSet = serde_json::from_value(issuer.jwks()).unwrap();
    let key = DecodingKey::from_jwk(keys.find(&id).unwrap()).unwrap();
    let mut validation = Validation::new(Algorithm::ES256);
    validation.set_audience(&["hubward"]);
    validation.set_issuer(&[URL]);
    validation.validate_exp = false;
    jsonwebtoken::decode::<Value>(token, &key, &validation).unwrap().claims
}

#[tokio::test]
async fn credentials_in_the_form_become_a_token_that_others_can_check() {
    let issuer = issuer();
    let body = "grant_type=client_credentials&client_id=school&client_secret=s-1";
    let (status, headers, answer) = ask(&issuer, &form_headers(), body).await;
    assert_eq!(status, 200);
    assert_eq!(headers["cache-control"], "no-store");
    assert_eq!(answer["token_type"], "Bearer");
    assert_eq!(answer["expires_in"], 3600);
    let claims = claims(&issuer, &answer);
    assert_eq!(claims["sub"], "school");
    assert_eq!(claims["client_id"], "school");
    assert_eq!(claims["kind"], "school");
    assert_eq!(claims["hubs"], json!([]));
    assert_eq!(claims["referrer_kinds"], json!(["school", "early_years", "education_service"]));
    assert_eq!(claims["scope"], "referrals:write referrals:read");
    assert_eq!((claims["iat"].as_i64(), claims["exp"].as_i64()), (Some(NOW), Some(NOW + 3600)));
}

#[tokio::test]
async fn credentials_in_the_header_work_too_and_a_scope_narrows() {
    let issuer = issuer();
    let body = "grant_type=client_credentials&scope=inbox%3Aread";
    let (status, _, answer) = ask(&issuer, &basic_headers("hub-a:h%2B1%2F%3D"), body).await;
    assert_eq!(status, 200, "{answer}");
    let claims = claims(&issuer, &answer);
    assert_eq!(claims["hubs"], json!(["a", "b"]));
    assert_eq!(claims["scope"], "inbox:read");
}

#[tokio::test]
async fn two_people_of_one_client_get_tokens_of_their_own() {
    let issuer = issuer();
    for person in ["ada", "bea"] {
        let body = format!("grant_type=client_credentials&sub={person}");
        let (_, _, answer) = ask(&issuer, &basic_headers("hub-a:h%2B1%2F%3D"), &body).await;
        let claims = claims(&issuer, &answer);
        assert_eq!(claims["sub"], person);
        assert_eq!(claims["client_id"], "hub-a");
    }
}

#[tokio::test]
async fn a_changed_token_is_not_valid() {
    let issuer = issuer();
    let body = "grant_type=client_credentials&client_id=school&client_secret=s-1";
    let (_, _, answer) = ask(&issuer, &form_headers(), body).await;
    let token = answer["access_token"].as_str().unwrap();
    let keys: JwkSet = serde_json::from_value(issuer.jwks()).unwrap();
    let key = DecodingKey::from_jwk(&keys.keys[0]).unwrap();
    let parts: Vec<&str> = token.split('.').collect();
    let other = BASE64.encode(r#"{"client_id":"police"}"#);
    let forged = format!("{}.{other}.{}", parts[0], parts[2]);
    assert!(
        jsonwebtoken::decode::<Value>(&forged, &key, &Validation::new(Algorithm::ES256)).is_err()
    );
}

#[tokio::test]
async fn refusals_are_those_of_the_rfc() {
    const GRANT: &str = "grant_type=client_credentials";
    let issuer = issuer();
    let form = form_headers();
    let cases = [
        (&form, "client_id=school&client_secret=s-1".to_owned(), 400, "invalid_request"),
        (&form, "grant_type=password".to_owned(), 400, "unsupported_grant_type"),
        (&form, GRANT.to_owned(), 401, "invalid_client"),
        (&form, format!("{GRANT}&client_id=school&client_secret=no"), 401, "invalid_client"),
        (&form, format!("{GRANT}&client_id=nobody&client_secret=s-1"), 401, "invalid_client"),
        (
            &form,
            format!("{GRANT}&client_id=school&client_secret=s-1&scope=inbox:read"),
            400,
            "invalid_scope",
        ),
        (&form, format!("{GRANT}&{GRANT}&client_id=school"), 400, "invalid_request"),
        (&HeaderMap::new(), GRANT.to_owned(), 400, "invalid_request"),
        (
            &form,
            format!("{GRANT}&client_id=school&client_secret=s-1&sub=two%20words"),
            400,
            "invalid_request",
        ),
    ];
    for (headers, body, status, error) in cases {
        let (given, _, answer) = ask(&issuer, headers, &body).await;
        assert_eq!((given, answer["error"].as_str()), (status, Some(error)), "{body}");
    }
    let (status, headers, _) = ask(&issuer, &basic_headers("school:no"), GRANT).await;
    assert_eq!(status, 401);
    assert!(headers["www-authenticate"].to_str().unwrap().starts_with("Basic"));
    let twice = format!("{GRANT}&client_id=school&client_secret=s-1");
    let (status, _, answer) = ask(&issuer, &basic_headers("school:s-1"), &twice).await;
    assert_eq!((status, answer["error"].as_str()), (400, Some("invalid_request")));
}

#[tokio::test]
async fn only_post_is_taken() {
    let now = Timestamp::from_second(NOW).unwrap();
    let answer = answer(&issuer(), &Method::GET, &form_headers(), b"", now);
    assert_eq!(answer.status(), 405);
    assert_eq!(answer.headers()["allow"], "POST");
}
