//! The client against a listener that answers over HTTP, as the service does, and keeps what it was sent.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops here")]

use std::collections::BTreeSet;

use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use notices::{Email, Notify, NotifyTrust, Token};
use pipeline::ports::{NotSent, Notice, Notices as _, Recipient, Template};
use referral::{EmailAddress, Personal};
use roots::Roots;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

const TEMPLATE: &str = "f33517ff-2a88-4f6e-b855-c550268ce08a";
const SERVICE: &str = "26785a09-ab16-4eb0-8407-a37497a57506";
const SECRET: &str = "3d844edf-8d35-48ac-975b-e847b4f122b0";

fn trust(url: String) -> NotifyTrust {
    NotifyTrust { url, templates: [(Template::SignInLink, TEMPLATE.to_owned())].into() }
}

fn notice() -> Notice {
    Notice {
        template: Template::SignInLink,
        to: Recipient::Email(EmailAddress::parse("Senco@school.example").unwrap()),
        values: vec![
            ("organisation", Personal::new("St Mary’s".to_owned())),
            ("link", Personal::new("https://refer.example/1".to_owned())),
        ],
        reference: "sign-in-1".to_owned(),
    }
}

/// Sends a notice to a listener that answers with this status; the outcome, and the request as text.
async fn sent(status: &str, now: Timestamp) -> (Result<(), NotSent>, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let trust = trust(url);
    let notify = Notify::new(&trust, &Roots::of_system()).unwrap();
    let ready = notify.ready(&format!("name-{SERVICE}-{SECRET}"), now).unwrap();
    let answering = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = Vec::new();
        // The body is one JSON object, so its last byte closes it.
        while !request.ends_with(b"}") {
            assert_ne!(stream.read_buf(&mut request).await.unwrap(), 0);
        }
        let answer =
            format!("HTTP/1.1 {status}\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{{}}");
        stream.write_all(answer.as_bytes()).await.unwrap();
        String::from_utf8(request).unwrap()
    };
    let notice = notice();
    tokio::join!(ready.send(&notice), answering)
}

#[tokio::test]
async fn a_notice_is_sent_with_its_values_by_a_token_of_the_key() {
    let now = Timestamp::from_second(1_800_000_000).unwrap();
    let (outcome, request) = sent("201 Created", now).await;
    assert_eq!(outcome, Ok(()));
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /v2/notifications/email HTTP/1.1\r\n"), "{head}");
    let line = head.lines().find(|line| line.to_lowercase().starts_with("authorization:")).unwrap();
    let token = line.split_once("Bearer ").unwrap().1;
    let mut validation = Validation::new(Algorithm::HS256);
    validation.validate_exp = false;
    validation.required_spec_claims.clear();
    let key = DecodingKey::from_secret(SECRET.as_bytes());
    let claims = decode::<Token>(token, &key, &validation).unwrap().claims;
    assert_eq!(claims, Token { iss: SERVICE.to_owned(), iat: 1_800_000_000 });
    let email: Email<'_> = serde_json::from_str(body).unwrap();
    assert_eq!(email.email_address, "Senco@school.example");
    assert_eq!(
        (email.template_id.as_ref(), email.reference.as_deref()),
        (TEMPLATE, Some("sign-in-1"))
    );
    let values: BTreeSet<_> = email.personalisation.into_iter().collect();
    let expected = [("link", "https://refer.example/1"), ("organisation", "St Mary’s")];
    assert_eq!(values, expected.map(|(name, value)| (name.into(), value.into())).into());
}

#[tokio::test]
async fn a_refusal_says_nothing_of_the_recipient() {
    let now = Timestamp::UNIX_EPOCH;
    let (never, _) = sent("400 Bad Request", now).await;
    let (again, _) = sent("503 Service Unavailable", now).await;
    assert!(matches!(never, Err(NotSent::Never(_))), "{never:?}");
    assert!(matches!(again, Err(NotSent::TryAgain(_))), "{again:?}");
    for outcome in [never, again] {
        assert!(!format!("{outcome:?}").contains("school"));
    }
    assert!(
        !format!("{:?}", notice()).contains("school")
            && !format!("{:?}", notice()).contains("refer.")
    );
}

#[tokio::test]
async fn a_service_out_of_reach_is_tried_again() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let trust = trust(url);
    let notify = Notify::new(&trust, &Roots::of_system()).unwrap();
    let ready = notify.ready(&format!("{SERVICE}-{SECRET}"), Timestamp::UNIX_EPOCH).unwrap();
    assert!(matches!(ready.send(&notice()).await, Err(NotSent::TryAgain(_))));
}
