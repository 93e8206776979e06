//! The request to GOV.UK Notify: a notice as JSON, and the token that names its sender.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde::{Deserialize, Serialize};

use crate::ApiKey;

/// An e-mail, as `POST /v2/notifications/email` takes it. It has no `Debug`: it is personal.
#[derive(Serialize, Deserialize)]
pub struct Email<'a> {
    /// The address that it goes to.
    pub email_address: Cow<'a, str>,
    /// The id of the text at the service.
    pub template_id: Cow<'a, str>,
    /// The values that stand in the text, by the names of their places.
    #[serde(default)]
    pub personalisation: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
    /// The sender's own name for this notice.
    pub reference: Option<Cow<'a, str>>,
}

/// A text message, as `POST /v2/notifications/sms` takes it. It has no `Debug`: it is personal.
#[derive(Serialize, Deserialize)]
pub struct Text<'a> {
    /// The number that it goes to.
    pub phone_number: Cow<'a, str>,
    /// The id of the text at the service.
    pub template_id: Cow<'a, str>,
    /// The values that stand in the text, by the names of their places.
    #[serde(default)]
    pub personalisation: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
    /// The sender's own name for this notice.
    pub reference: Option<Cow<'a, str>>,
}

/// The notices that the service took, as `GET /v2/notifications` answers: of each, the sender's own name for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The notices, the newest first.
    pub notifications: Vec<TakenNotice>,
}

/// A notice that the service took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenNotice {
    /// The sender's own name for it.
    pub reference: Option<String>,
}

/// The claims of a token: its issuer and its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// The service that sends.
    pub iss: String,
    /// The second of the clock at which it was made. The service takes it within half a minute.
    pub iat: i64,
}

impl Token {
    /// A token of this key, made now, as `Authorization` holds it.
    pub(crate) fn bearer(key: &ApiKey, now: Timestamp) -> Result<String, &'static str> {
        let claims = Self { iss: key.service().to_owned(), iat: now.as_second() };
        let secret = EncodingKey::from_secret(key.secret().as_bytes());
        let token = encode(&Header::new(Algorithm::HS256), &claims, &secret);
        token.map(|token| format!("Bearer {token}")).map_err(|_| "the token cannot be signed")
    }
}
