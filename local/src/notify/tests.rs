//! Tests of what is taken, and what is refused.

use http_body_util::BodyExt as _;
use jsonwebtoken::{EncodingKey, Header, encode};

use super::*;

const SERVICE: &str = "26785a09-ab16-4eb0-8407-a37497a57506";
const SECRET: &str = "3d844edf-8d35-48ac-975b-e847b4f122b0";
const NOW: i64 = 1_800_000_000;

fn notify() -> Notify {
    Notify::new(ApiKey::parse(&format!("local-{SERVICE}-{SECRET}")).unwrap())
}

fn by(iss: &str, secret: &str, iat: i64) -> HeaderMap {
    let key = EncodingKey::from_secret(secret.as_bytes());
    let token = encode(&Header::new(Algorithm::HS256), &Token { iss: iss.to_owned(), iat }, &key);
    let value = format!("Bearer {}", token.unwrap()).parse().unwrap();
    [(header::AUTHORIZATION, value)].into_iter().collect()
}

fn link() -> serde_json::Value {
    json!({
        "email_address": "senco@school.example",
        "template_id": SIGN_IN_LINK,
        "personalisation": {"organisation": "<St Mary’s>", "link": "http://127.0.0.1/one"},
        "reference": "r",
    })
}

fn status(notify: &Notify, headers: &HeaderMap, body: &serde_json::Value) -> u16 {
    let now = Timestamp::from_second(NOW).unwrap();
    match notify.take(headers, body.to_string().as_bytes(), now) {
        Ok(answer) => answer.status().as_u16(),
        Err(Refused(status, ..)) => status.as_u16(),
    }
}

async fn shown(notify: &Notify) -> String {
    let body = notify.page().into_body().collect().await.unwrap().to_bytes();
    String::from_utf8(body.to_vec()).unwrap()
}

#[tokio::test]
async fn what_was_taken_is_shown_the_newest_first_with_its_link() {
    let (notify, right) = (notify(), by(SERVICE, SECRET, NOW));
    assert!(shown(&notify).await.contains("nothing yet"));
    assert_eq!(status(&notify, &right, &link()), 201);
    let mut second = link();
    second["personalisation"]["link"] = json!("http://127.0.0.1/two");
    assert_eq!(status(&notify, &right, &second), 201);
    let page = shown(&notify).await;
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    assert!(at("href=\"http://127.0.0.1/two\"") < at("href=\"http://127.0.0.1/one\""));
    assert!(page.contains("&lt;St Mary’s&gt;") && page.contains("senco@school.example"));
}

#[tokio::test]
async fn a_token_of_another_key_or_time_is_refused_and_nothing_is_shown() {
    let notify = notify();
    for headers in [
        HeaderMap::new(),
        by(SERVICE, "another secret", NOW),
        by("another service", SECRET, NOW),
        by(SERVICE, SECRET, NOW - 31),
        by(SERVICE, SECRET, NOW + 31),
    ] {
        assert_eq!(status(&notify, &headers, &link()), 403);
    }
    let right = by(SERVICE, SECRET, NOW - 30);
    let mut wrong = link();
    wrong["template_id"] = json!(SERVICE);
    assert_eq!(status(&notify, &right, &wrong), 400);
    let mut wrong = link();
    wrong["personalisation"] = json!({"link": "http://127.0.0.1/one"});
    assert_eq!(status(&notify, &right, &wrong), 400);
    assert_eq!(status(&notify, &right, &json!([])), 400);
    assert!(shown(&notify).await.contains("nothing yet"));
}
