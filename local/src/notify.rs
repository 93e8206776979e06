//! The service that sends notices, as this machine has it: it takes what GOV.UK Notify's API takes, sends
//! nothing, and shows at `/dev/notices` what would have been sent. In the cloud Notify itself does this.

mod page;
mod taken;

use std::{collections::VecDeque, sync::Mutex};

use http::{HeaderMap, Request, StatusCode, header};
use http_body_util::{BodyExt as _, Limited};
use hyper::body::Incoming;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use notices::{ApiKey, Email, Token};
use serde_json::json;
use uuid::Uuid;

use crate::{clock, serve::Answer, serve::json_answer};
use taken::Taken;

/// The id of the text of a link by which a professional signs in.
pub(crate) const SIGN_IN_LINK: &str = "5c0a4b5c-3c6e-4d43-9d2c-0c2f0b1a7e11";

/// The largest request, in bytes.
const REQUEST_LIMIT: usize = 64 * 1024;
/// The notices that are kept, for as long as this program runs.
const KEPT: usize = 200;
/// The seconds by which a token's time may differ from the clock, as Notify has it.
const SKEW: i64 = 30;

/// The service, with its key and the notices that it took.
pub(crate) struct Notify {
    key: ApiKey,
    taken: Mutex<VecDeque<Taken>>,
}

/// A refusal, in the way of Notify's own.
struct Refused(StatusCode, &'static str, String);

impl Notify {
    /// The service of this key.
    pub(crate) fn new(key: ApiKey) -> Self {
        Self { key, taken: Mutex::default() }
    }

    /// Answers `POST /v2/notifications/email`.
    pub(crate) async fn email(&self, request: Request<Incoming>) -> Answer {
        let (parts, body) = request.into_parts();
        let body = Limited::new(body, REQUEST_LIMIT).collect().await;
        let bytes = body.map(http_body_util::Collected::to_bytes).unwrap_or_default();
        match self.take(&parts.headers, &bytes, clock::now()) {
            Ok(answer) => answer,
            Err(Refused(status, error, message)) => json_answer(
                status,
                &json!({
                    "status_code": status.as_u16(),
                    "errors": [{"error": error, "message": message}],
                }),
            ),
        }
    }

    /// Answers `GET /dev/notices`.
    pub(crate) fn page(&self) -> Answer {
        page::page(self.taken.lock().unwrap_or_else(std::sync::PoisonError::into_inner).iter())
    }

    fn take(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Answer, Refused> {
        self.check(headers, now)?;
        let bad =
            |message: &str| Refused(StatusCode::BAD_REQUEST, "BadRequestError", message.to_owned());
        let email: Email<'_> =
            serde_json::from_slice(body).map_err(|_| bad("the body cannot be read"))?;
        if email.template_id != SIGN_IN_LINK {
            return Err(bad("Template not found"));
        }
        let taken = Taken::of(notices::SIGN_IN_LINK, &email, now);
        let taken = taken.map_err(|name| bad(&format!("Missing personalisation: {name}")))?;
        let id = Uuid::new_v4().to_string();
        let answer = json!({
            "id": id,
            "reference": email.reference,
            "content": {"subject": taken.subject, "body": taken.body},
            "uri": format!("/v2/notifications/{id}"),
            "template": {"id": email.template_id, "version": 1},
        });
        let mut all = self.taken.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        all.push_front(taken);
        all.truncate(KEPT);
        Ok(json_answer(StatusCode::CREATED, &answer))
    }

    /// Checks the token of a request, as Notify does: signed with the key's secret, of its service, and of
    /// now.
    fn check(&self, headers: &HeaderMap, now: Timestamp) -> Result<(), Refused> {
        let refused =
            |message: &str| Refused(StatusCode::FORBIDDEN, "AuthError", message.to_owned());
        let token = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = token.and_then(|value| value.strip_prefix("Bearer "));
        let token =
            token.ok_or_else(|| refused("Unauthorized: authentication token must be provided"))?;
        let mut validation = Validation::new(Algorithm::HS256);
        validation.validate_exp = false;
        validation.required_spec_claims.clear();
        let key = DecodingKey::from_secret(self.key.secret().as_bytes());
        let token = decode::<Token>(token, &key, &validation);
        let Token { iss, iat } =
            token.map_err(|_| refused("Invalid token: signature, api token not found"))?.claims;
        if iss != self.key.service() {
            return Err(refused("Invalid token: service not found"));
        }
        if (now.as_second() - iat).abs() > SKEW {
            return Err(refused("Error: Your system clock must be accurate to within 30 seconds"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
