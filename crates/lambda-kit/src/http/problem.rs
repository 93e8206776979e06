//! RFC 9457 problem details, which say what went wrong in words that a caller can act on.
//!
//! A problem never repeats a value that was sent. The cause that an operator needs to know is kept
//! beside it, for the log, and never sent.

use http::{StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;

use crate::boot::chain;

/// A fault in one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FieldProblem {
    /// The path to the field: `children[0].date_of_birth`.
    pub path: String,
    /// The stable code: `required`.
    pub code: String,
    /// The advice on what to do about it, in plain English.
    pub message: String,
}

impl FieldProblem {
    /// Makes a fault from its path, its code and the advice.
    pub fn new(path: &str, code: &str, message: &str) -> Self {
        Self { path: path.to_owned(), code: code.to_owned(), message: message.to_owned() }
    }
}

/// A problem to be answered as `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(Box<Parts>);

/// The parts of a problem, boxed so that a `Result` with a problem in it stays small.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    kind: Option<String>,
    title: String,
    status: StatusCode,
    detail: Option<String>,
    code: &'static str,
    errors: Vec<FieldProblem>,
    headers: Vec<(header::HeaderName, String)>,
    cause: Option<String>,
}

impl Problem {
    /// Makes a problem of this status, titled as HTTP names it. `code` is short and stable; it goes
    /// to the log and into the answer.
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self(Box::new(Parts {
            kind: None,
            title: status.canonical_reason().unwrap_or("Error").to_owned(),
            status,
            detail: Some(detail.into()).filter(|detail: &String| !detail.is_empty()),
            code,
            errors: Vec::new(),
            headers: Vec::new(),
            cause: None,
        }))
    }

    /// Status 400: the request cannot be read.
    pub fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad_request", detail)
    }

    /// Status 401, with `WWW-Authenticate: Bearer`.
    pub fn unauthorized(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized", detail)
            .with_header(header::WWW_AUTHENTICATE, "Bearer")
    }

    /// Status 403: the caller is known, and not allowed.
    pub fn forbidden(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", detail)
    }

    /// Status 404: the thing is not there, or not for this caller.
    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", detail)
    }

    /// Status 409: the thing has changed since the caller looked.
    pub fn conflict(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, "conflict", detail)
    }

    /// Status 413: the body is larger than `limit` bytes.
    pub fn too_large(limit: usize) -> Self {
        let detail = format!("The body may be at most {limit} bytes.");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", detail)
    }

    /// Status 415: the body is not of the type expected.
    pub(crate) fn unsupported_media_type(expected: &str) -> Self {
        let detail = format!("Send the body as {expected}.");
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", detail)
    }

    /// Status 422: the request is readable, and not valid.
    pub fn invalid(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", detail)
    }

    /// Status 429: the caller asks too often. `retry_after` is in seconds.
    pub fn too_many_requests(retry_after: u32, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", detail)
            .with_header(header::RETRY_AFTER, &retry_after.to_string())
    }

    /// Status 500: the fault is ours. The cause is logged and never sent.
    pub fn unexpected(error: &(dyn std::error::Error + 'static)) -> Self {
        Self::internal("unexpected").with_cause(chain(error))
    }

    /// Status 503: something we depend on is away; the caller may try again. The cause is logged
    /// and never sent.
    pub fn unavailable(error: &(dyn std::error::Error + 'static)) -> Self {
        let detail = "The service is not available for the moment. Try again shortly.";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable", detail)
            .with_header(header::RETRY_AFTER, "5")
            .with_cause(chain(error))
    }

    /// Status 500 with a code of its own.
    pub(super) fn internal(code: &'static str) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, code, "Something went wrong on our side.")
    }

    /// The problem with a URI reference that identifies its kind; `about:blank` otherwise.
    #[must_use]
    pub fn with_type(mut self, uri: impl Into<String>) -> Self {
        self.0.kind = Some(uri.into());
        self
    }

    /// The problem with a title of its own.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.0.title = title.into();
        self
    }

    /// The problem with a code of its own.
    #[must_use]
    pub fn with_code(mut self, code: &'static str) -> Self {
        self.0.code = code;
        self
    }

    /// The problem with its faults, field by field.
    #[must_use]
    pub fn with_errors(mut self, errors: impl IntoIterator<Item = FieldProblem>) -> Self {
        self.0.errors.extend(errors);
        self
    }

    /// The problem with a header for its answer.
    #[must_use]
    pub fn with_header(mut self, name: header::HeaderName, value: &str) -> Self {
        self.0.headers.push((name, value.to_owned()));
        self
    }

    /// The problem with a cause for the log, which must hold no personal detail.
    #[must_use]
    pub(crate) fn with_cause(mut self, cause: impl Into<String>) -> Self {
        self.0.cause = Some(cause.into());
        self
    }

    /// The status, as a number.
    pub fn status(&self) -> u16 {
        self.0.status.as_u16()
    }

    /// The problem's stable code.
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    /// The problem's title.
    pub fn title(&self) -> &str {
        &self.0.title
    }

    /// The sentence that says what happened and what to do.
    pub fn detail(&self) -> Option<&str> {
        self.0.detail.as_deref()
    }

    /// The faults, field by field.
    pub fn errors(&self) -> &[FieldProblem] {
        &self.0.errors
    }

    /// The body of the answer.
    pub fn body(&self) -> ProblemBody<'_> {
        ProblemBody {
            r#type: self.0.kind.as_deref().unwrap_or("about:blank"),
            title: self.title(),
            status: self.status(),
            detail: self.detail(),
            code: self.code(),
            errors: self.errors(),
        }
    }

    /// The seconds after which to try again, as they stand in `Retry-After`.
    pub fn retry_after(&self) -> Option<&str> {
        let mut headers = self.0.headers.iter();
        headers.find(|(name, _)| *name == header::RETRY_AFTER).map(|(_, value)| value.as_str())
    }

    pub(super) fn cause(&self) -> Option<&str> {
        self.0.cause.as_deref()
    }

    pub(super) fn status_code(&self) -> StatusCode {
        self.0.status
    }

    /// The headers for the answer.
    pub(super) fn headers(&self) -> &[(header::HeaderName, String)] {
        &self.0.headers
    }
}

/// The body of a problem's answer, as RFC 9457 has it, with a code and the faults field by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub struct ProblemBody<'a> {
    /// The URI reference that identifies the kind of problem.
    pub r#type: &'a str,
    /// The title of the kind of problem.
    pub title: &'a str,
    /// The HTTP status.
    #[schemars(range(min = 400, max = 599))]
    pub status: u16,
    /// The sentence that says what happened and what to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "&str")]
    pub detail: Option<&'a str>,
    /// The stable code, such as `not_found`.
    pub code: &'a str,
    /// The faults, field by field; empty where no field is at fault.
    pub errors: &'a [FieldProblem],
}
