//! The HTTP front: it does what API Gateway's HTTP API does. Beside that it has a health check, the
//! development issuer and the service that sends notices, which have no place in the cloud.

mod body;
mod event;
mod reply;
mod routes;

use std::{
    convert::Infallible,
    sync::{Arc, OnceLock},
    time::{Duration, Instant},
};

use http::{HeaderName, Method, Request, StatusCode};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use serde_json::json;
use tokio::sync::watch;
use uuid::Uuid;

pub(crate) use routes::Routes;

use body::Unreadable;

use crate::{
    issuer::Issuer,
    lambda::{Failure, Function},
    notify::Notify,
    serve::{Answer, json_answer},
};

/// The longest that an HTTP API waits for a function.
const INTEGRATION_TIMEOUT: Duration = Duration::from_secs(30);

/// The phase that the program is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    Starting,
    Ready,
    Stopping,
}

/// The front that answers behind the listener. It answers from the first moment, with 503 until it
/// is ready.
pub(crate) struct Front {
    port: u16,
    phase: watch::Sender<Phase>,
    issuer: OnceLock<Issuer>,
    notify: OnceLock<Notify>,
    routes: OnceLock<Routes<Arc<Function>>>,
}

impl Front {
    pub(crate) fn new(port: u16) -> Self {
        Self {
            port,
            phase: watch::channel(Phase::Starting).0,
            issuer: OnceLock::new(),
            notify: OnceLock::new(),
            routes: OnceLock::new(),
        }
    }

    /// Sets the issuer, which signs in from now on: functions may ask for the keys while they
    /// start.
    pub(crate) fn set_issuer(&self, issuer: Issuer) {
        // It is set only once, at start.
        let _ = self.issuer.set(issuer);
    }

    /// Sets the service that sends notices.
    pub(crate) fn set_notify(&self, notify: Notify) {
        // It is set only once, at start.
        let _ = self.notify.set(notify);
    }

    /// Sets the functions to call once the program is ready.
    pub(crate) fn set_routes(&self, routes: Routes<Arc<Function>>) {
        // They are set only once, at start.
        let _ = self.routes.set(routes);
    }

    pub(crate) fn set_phase(&self, phase: Phase) {
        self.phase.send_replace(phase);
    }

    /// Answers one request.
    pub(crate) async fn answer(
        self: Arc<Self>,
        request: Request<Incoming>,
    ) -> Result<Answer, Infallible> {
        let head = *request.method() == Method::HEAD;
        let mut answer = match self.own(request).await {
            Ok(answer) => answer,
            Err(request) => self.proxy(request).await,
        };
        if head {
            *answer.body_mut() = Full::default();
        }
        Ok(answer)
    }

    /// Answers requests for health, sign-in and notices; gives the request back if it is for none.
    async fn own(&self, request: Request<Incoming>) -> Result<Answer, Request<Incoming>> {
        let get = matches!(*request.method(), Method::GET | Method::HEAD);
        let request = match self.notify.get() {
            Some(notify) => match notify.answer(request).await {
                Ok(answer) => return Ok(answer),
                Err(request) => request,
            },
            None => request,
        };
        match (request.uri().path(), self.issuer.get()) {
            ("/healthz", _) if get => Ok(self.health()),
            ("/.well-known/openid-configuration", Some(issuer)) if get => {
                Ok(json_answer(StatusCode::OK, &issuer.discovery()))
            }
            ("/.well-known/jwks.json", Some(issuer)) if get => {
                Ok(json_answer(StatusCode::OK, &issuer.jwks()))
            }
            ("/oauth2/authorize", Some(issuer)) => Ok(issuer.authorize(request).await),
            ("/oauth2/token", Some(issuer)) => Ok(issuer.token(request).await),
            _ => Err(request),
        }
    }

    fn health(&self) -> Answer {
        match *self.phase.borrow() {
            Phase::Starting => {
                json_answer(StatusCode::SERVICE_UNAVAILABLE, &json!({"status": "starting"}))
            }
            Phase::Ready => json_answer(StatusCode::OK, &json!({"status": "ok"})),
            Phase::Stopping => {
                json_answer(StatusCode::SERVICE_UNAVAILABLE, &json!({"status": "stopping"}))
            }
        }
    }

    async fn proxy(&self, request: Request<Incoming>) -> Answer {
        let started = Instant::now();
        let id = Uuid::new_v4().to_string();
        let (mut answer, route) = self.route(request, &id).await;
        if let (Ok(value), name) = (id.parse(), HeaderName::from_static("apigw-requestid")) {
            answer.headers_mut().insert(name, value);
        }
        // The function logs its own line at `info`. The route's pattern is logged, never the path.
        tracing::debug!(
            request.id = id,
            http.route = route,
            http.status = answer.status().as_u16(),
            duration_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
            "request"
        );
        answer
    }

    async fn route(&self, request: Request<Incoming>, id: &str) -> (Answer, String) {
        let none = || "none".to_owned();
        let Some(routes) = self.routes.get().filter(|_| *self.phase.borrow() == Phase::Ready)
        else {
            return (message(StatusCode::SERVICE_UNAVAILABLE, "Service Unavailable"), none());
        };
        let Some(path) = event::decoded(request.uri().path()) else {
            return (message(StatusCode::BAD_REQUEST, "Bad Request"), none());
        };
        let Some(found) = routes.find(request.method(), &path) else {
            return (message(StatusCode::NOT_FOUND, "Not Found"), none());
        };
        let key = found.key.to_owned();
        let (parts, body) = request.into_parts();
        let body = match body::read(body).await {
            Ok(body) => body,
            Err(Unreadable::TooLarge) => return (too_large(), key),
            Err(Unreadable::Broken) => {
                return (message(StatusCode::BAD_REQUEST, "Bad Request"), key);
            }
        };
        let context = event::Context { id, key: &key, path: &path, port: self.port };
        let event = event::of(&parts, &body, &found.parameters, &context);
        let call = found.target.invoke(Bytes::from(event.to_string()));
        let answer = match tokio::time::timeout(INTEGRATION_TIMEOUT, call).await {
            Ok(Ok(output)) => reply::read(&output).unwrap_or_else(|| {
                tracing::error!(function = found.target.spec().binary, "its answer is no response");
                internal_error()
            }),
            Ok(Err(Failure::EventTooLarge)) => too_large(),
            Ok(Err(Failure::Stopping)) | Err(_) => {
                message(StatusCode::SERVICE_UNAVAILABLE, "Service Unavailable")
            }
            Ok(Err(_)) => internal_error(),
        };
        (answer, key)
    }
}

fn internal_error() -> Answer {
    message(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error")
}

fn too_large() -> Answer {
    message(StatusCode::PAYLOAD_TOO_LARGE, "Request Entity Too Large")
}

/// An answer in the way of API Gateway's own answers.
fn message(status: StatusCode, text: &str) -> Answer {
    json_answer(status, &json!({"message": text}))
}
