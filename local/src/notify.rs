//! The service that sends notices, as this machine has it: it takes what GOV.UK Notify's API takes, sends
//! nothing, and shows at `/dev/notices` what would have been sent. In the cloud Notify itself does this.

mod page;
mod taken;

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::{BodyExt as _, Limited};
use hyper::body::Incoming;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use notices::{ApiKey, Email, TakenNotice, Template, Text, Token};
use serde_json::json;
use uuid::Uuid;

use crate::{clock, serve::Answer, serve::json_answer};
use taken::Taken;

/// The ids of the texts that are put in here.
pub(crate) const SIGN_IN_LINK: &str = "5c0a4b5c-3c6e-4d43-9d2c-0c2f0b1a7e11";
pub(crate) const FAMILY_TEXT: &str = "0b0f6a8e-6f0e-4c53-9b4a-0a5b8c1d7e22";
pub(crate) const FAMILY_EMAIL: &str = "7d1c2f4a-85a3-4f0b-8f6d-1c2b3a4d5e33";
pub(crate) const PROFESSIONAL_EMAIL: &str = "9e2d3a5b-1b4c-4a6d-9c7e-2d3c4b5a6f44";

/// The text of an id.
fn text_of(id: &str) -> Option<&'static str> {
    let template = match id {
        SIGN_IN_LINK => Template::SignInLink,
        FAMILY_TEXT => Template::FamilyText,
        FAMILY_EMAIL => Template::FamilyEmail,
        PROFESSIONAL_EMAIL => Template::ProfessionalEmail,
        _ => return None,
    };
    Some(notices::text(template))
}

/// The largest request, in bytes.
const REQUEST_LIMIT: usize = 64 * 1024;
/// The notices that are kept, for as long as this program runs.
const KEPT: usize = 200;
/// The seconds by which a token's time may differ from the clock, as Notify has it.
const SKEW: i64 = 30;

/// The service, with its key and the notices that it took.
pub(crate) struct Notify {
    key: ApiKey,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// The notices that were taken, the newest first.
    taken: VecDeque<Taken>,
    /// The end of an outage.
    away_until: Option<Timestamp>,
}

/// A refusal, in the way of Notify's own.
struct Refused(StatusCode, &'static str, String);

impl Notify {
    /// The service of this key.
    pub(crate) fn new(key: ApiKey) -> Self {
        Self { key, state: Mutex::default() }
    }

    /// Answers `POST /v2/notifications/email` and `/sms`, `GET /v2/notifications` and `/dev/notices`, and
    /// `POST /dev/notices/away`; gives any other request back.
    pub(crate) async fn answer(
        &self,
        request: Request<Incoming>,
    ) -> Result<Answer, Request<Incoming>> {
        let answer = match (request.method(), request.uri().path()) {
            (&Method::GET | &Method::HEAD, "/dev/notices") => return Ok(self.page()),
            (&Method::POST, "/dev/notices/away") => return Ok(self.go_away(request.uri().query())),
            (&Method::POST, "/v2/notifications/email" | "/v2/notifications/sms") => {
                self.send(request).await
            }
            (&Method::GET, "/v2/notifications") => {
                self.list(request.headers(), request.uri().query(), clock::now())
            }
            _ => return Err(request),
        };
        Ok(answer.unwrap_or_else(|Refused(status, error, message)| {
            let error = json!({
                "status_code": status.as_u16(),
                "errors": [{"error": error, "message": message}],
            });
            json_answer(status, &error)
        }))
    }

    async fn send(&self, request: Request<Incoming>) -> Result<Answer, Refused> {
        let (parts, body) = request.into_parts();
        let body = Limited::new(body, REQUEST_LIMIT).collect().await;
        let bytes = body.map(http_body_util::Collected::to_bytes).unwrap_or_default();
        self.take(parts.uri.path(), &parts.headers, &bytes, clock::now())
    }

    /// The page of the notices that would have been sent.
    fn page(&self) -> Answer {
        page::page(self.state().taken.iter())
    }

    /// Goes away for the seconds that the query names, as `?seconds=60`: until then every request is
    /// answered 503, as Notify's are in an outage.
    fn go_away(&self, query: Option<&str>) -> Answer {
        let seconds = query.and_then(|query| query.strip_prefix("seconds=")?.parse::<u32>().ok());
        let Some(seconds) = seconds else {
            let error = json!({"error": "say for how long: POST /dev/notices/away?seconds=60"});
            return json_answer(StatusCode::BAD_REQUEST, &error);
        };
        let until = clock::now() + jiff::SignedDuration::from_secs(i64::from(seconds));
        self.state().away_until = (seconds > 0).then_some(until);
        json_answer(StatusCode::OK, &json!({"away_until": until}))
    }

    fn take(
        &self,
        path: &str,
        headers: &HeaderMap,
        body: &[u8],
        now: Timestamp,
    ) -> Result<Answer, Refused> {
        self.check(headers, now)?;
        let bad =
            |message: &str| Refused(StatusCode::BAD_REQUEST, "BadRequestError", message.to_owned());
        let unreadable = |_| bad("the body cannot be read");
        let missing = |name: String| bad(&format!("Missing personalisation: {name}"));
        let (template, taken) = if path.ends_with("/sms") {
            let text: Text<'_> = serde_json::from_slice(body).map_err(unreadable)?;
            let words = text_of(&text.template_id).ok_or_else(|| bad("Template not found"))?;
            let taken = Taken::of_text(words, &text, now).map_err(missing)?;
            (text.template_id.into_owned(), taken)
        } else {
            let email: Email<'_> = serde_json::from_slice(body).map_err(unreadable)?;
            let words = text_of(&email.template_id).ok_or_else(|| bad("Template not found"))?;
            let taken = Taken::of_email(words, &email, now).map_err(missing)?;
            (email.template_id.into_owned(), taken)
        };
        let id = Uuid::new_v4().to_string();
        let answer = json!({
            "id": id,
            "reference": taken.reference,
            "content": {"subject": taken.subject, "body": taken.body},
            "uri": format!("/v2/notifications/{id}"),
            "template": {"id": template, "version": 1},
        });
        let taken_now = &mut self.state().taken;
        taken_now.push_front(taken);
        taken_now.truncate(KEPT);
        Ok(json_answer(StatusCode::CREATED, &answer))
    }

    /// Lists the notices that were taken under the name in the query, the newest first.
    fn list(
        &self,
        headers: &HeaderMap,
        query: Option<&str>,
        now: Timestamp,
    ) -> Result<Answer, Refused> {
        self.check(headers, now)?;
        let wanted = query.and_then(|query| query.strip_prefix("reference="));
        let is_wanted = |one: &&Taken| wanted.is_none() || one.reference.as_deref() == wanted;
        let state = self.state();
        let found = state.taken.iter().filter(is_wanted);
        let notifications =
            found.map(|one| TakenNotice { reference: one.reference.clone() }).collect();
        let list = json!(notices::Taken { notifications });
        Ok(json_answer(StatusCode::OK, &list))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Checks the token of a request, as Notify does: signed with the key's secret, of its service, and of
    /// now. In an outage nobody looks at it.
    fn check(&self, headers: &HeaderMap, now: Timestamp) -> Result<(), Refused> {
        if self.state().away_until.is_some_and(|until| now < until) {
            let message = "Service unavailable".to_owned();
            return Err(Refused(StatusCode::SERVICE_UNAVAILABLE, "ServiceError", message));
        }
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
