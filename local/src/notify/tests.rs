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
    match notify.take("/v2/notifications/email", headers, body.to_string().as_bytes(), now) {
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

#[tokio::test]
async fn a_text_message_is_found_under_the_name_that_its_sender_gave_it() {
    let (notify, right) = (notify(), by(SERVICE, SECRET, NOW));
    let now = Timestamp::from_second(NOW).unwrap();
    let body = json!({
        "phone_number": "+447700900982",
        "template_id": FAMILY_TEXT,
        "personalisation": {"reference": "7Q2M-4KXD"},
        "reference": "placed-1",
    });
    let found = async |name: &str| {
        let answer = notify.list(&right, Some(&format!("reference={name}")), now);
        let body = answer.ok().unwrap().into_body().collect().await.unwrap().to_bytes();
        let list: notices::Taken = serde_json::from_slice(&body).unwrap();
        list.notifications.len()
    };
    assert_eq!(found("placed-1").await, 0);
    let taken = notify.take("/v2/notifications/sms", &right, body.to_string().as_bytes(), now);
    assert_eq!(taken.ok().unwrap().status(), 201);
    assert_eq!((found("placed-1").await, found("placed-2").await), (1, 0));
    assert!(notify.list(&HeaderMap::new(), None, now).is_err());
    let page = shown(&notify).await;
    assert!(page.contains("A text message") && page.contains("7Q2M-4KXD"), "{page}");
}

#[tokio::test]
async fn in_an_outage_nothing_is_taken_and_what_was_taken_stays() {
    let (notify, right) = (notify(), by(SERVICE, SECRET, clock::now().as_second()));
    let now = clock::now();
    let take =
        || notify.take("/v2/notifications/email", &right, link().to_string().as_bytes(), now);
    assert!(take().is_ok());
    assert_eq!(notify.go_away(None).status(), 400);
    assert_eq!(notify.go_away(Some("seconds=60")).status(), 200);
    assert!(matches!(take(), Err(Refused(StatusCode::SERVICE_UNAVAILABLE, ..))));
    assert!(shown(&notify).await.contains("senco@school.example"));
    assert_eq!(notify.go_away(Some("seconds=0")).status(), 200);
    assert!(take().is_ok());
}
