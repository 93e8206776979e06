//! The signature of a message and the form of secrets, by the Standard Webhooks specification 1.0.0.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use pipeline::ports::{WebhookMessage, WebhookSecret};
use ring::hmac;

/// The number of bytes of a secret that is made here: 256 bits, of the 24 to 64 bytes that may be.
pub const SECRET_BYTES: usize = 32;

/// A secret as its partner is given it: `whsec_`, and its bytes in base64.
pub fn secret_as_text(secret: &WebhookSecret) -> String {
    format!("whsec_{}", STANDARD.encode(secret.as_bytes()))
}

/// The signatures of a message that is sent at a time, one by each secret, with a space between.
pub(crate) fn signatures(
    message: &WebhookMessage,
    secrets: &[WebhookSecret],
    at: Timestamp,
) -> String {
    let signed = format!("{}.{}.{}", message.id, at.as_second(), message.body);
    let signature = |secret: &WebhookSecret| {
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        format!("v1,{}", STANDARD.encode(hmac::sign(&key, signed.as_bytes())))
    };
    secrets.iter().map(signature).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example that the specification's own libraries are tested with.
    const SECRET: &str = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    fn published() -> (WebhookMessage, WebhookSecret, Timestamp) {
        let (id, body) = ("msg_p5jXN8AQM9LWM0D4loKWxJek", r#"{"test": 2432232314}"#);
        let secret = WebhookSecret::new(STANDARD.decode(SECRET).unwrap());
        let message = WebhookMessage { id: id.to_owned(), body: body.to_owned() };
        (message, secret, Timestamp::from_second(1_614_265_330).unwrap())
    }

    #[test]
    fn the_published_message_has_the_published_signature() {
        let (message, secret, at) = published();
        assert_eq!(secret_as_text(&secret), format!("whsec_{SECRET}"));
        assert_eq!(signatures(&message, &[secret], at), SIGNATURE);
    }

    #[test]
    fn two_secrets_sign_while_one_replaces_the_other() {
        let (message, secret, at) = published();
        let next = WebhookSecret::new(vec![7; SECRET_BYTES]);
        let both = signatures(&message, &[next.clone(), secret.clone()], at);
        let signed: Vec<_> = both.split(' ').collect();
        assert_eq!(signed, [signatures(&message, &[next], at).as_str(), SIGNATURE]);
    }

    #[test]
    fn another_id_time_or_body_has_another_signature() {
        let (message, secret, at) = published();
        let of =
            |message: &WebhookMessage, at| signatures(message, std::slice::from_ref(&secret), at);
        let id = WebhookMessage { id: "msg_other".to_owned(), ..message.clone() };
        let body = WebhookMessage { body: "{}".to_owned(), ..message.clone() };
        let later = Timestamp::from_second(at.as_second() + 1).unwrap();
        for other in [of(&id, at), of(&body, at), of(&message, later)] {
            assert_ne!(other, SIGNATURE);
        }
    }
}
