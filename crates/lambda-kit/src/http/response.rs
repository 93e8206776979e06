//! An answer. It starts with the headers that every answer has; a handler adds its own.

use aws_lambda_events::{apigw::ApiGatewayV2httpResponse, encodings::Body};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use super::{Cookie, headers};

/// One answer to an HTTP request.
#[derive(Clone, PartialEq, Eq)]
pub struct Response {
    status: StatusCode,
    headers: HeaderMap,
    cookies: Vec<String>,
    body: Vec<u8>,
    problem: Option<Logged>,
}

/// The code and cause of a problem, for the log.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Logged {
    pub(super) code: &'static str,
    pub(super) cause: Option<String>,
}

impl Response {
    /// An empty answer with this status.
    pub fn new(status: StatusCode) -> Self {
        Self {
            status,
            headers: headers::on_every_answer(),
            cookies: Vec::new(),
            body: Vec::new(),
            problem: None,
        }
    }

    /// An empty answer with status 200.
    pub fn ok() -> Self {
        Self::new(StatusCode::OK)
    }

    /// Status 303 See Other, which leads on after a form was sent.
    pub fn redirect(to: &str) -> Self {
        Self::new(StatusCode::SEE_OTHER).header("location", to)
    }

    /// The answer with an HTML page as the body.
    #[must_use]
    pub fn html(self, page: impl Into<String>) -> Self {
        self.bytes("text/html; charset=utf-8", page.into().into_bytes())
    }

    /// The answer with plain text as the body.
    #[must_use]
    pub fn text(self, text: impl Into<String>) -> Self {
        self.bytes("text/plain; charset=utf-8", text.into().into_bytes())
    }

    /// The answer with a body of any type.
    #[must_use]
    pub fn bytes(mut self, media_type: &str, body: Vec<u8>) -> Self {
        self.body = body;
        self.header("content-type", media_type)
    }

    /// The answer with a header, in place of one of the same name. A value that cannot be sent (a
    /// line break in it) is left out and logged by name.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            self.headers.insert(name, value);
        } else {
            tracing::error!(http.header = name, "header cannot be sent");
        }
        self
    }

    /// The answer with one more cookie.
    #[must_use]
    pub fn cookie(mut self, cookie: &Cookie) -> Self {
        self.cookies.push(cookie.to_string());
        self
    }

    /// The answer marked so that any cache may keep it for this long: for files without personal
    /// detail.
    #[must_use]
    pub fn cacheable(self, seconds: u32) -> Self {
        self.header(header::CACHE_CONTROL.as_str(), &format!("public, max-age={seconds}"))
    }

    /// The answer without its body, as `HEAD` gets it.
    #[must_use]
    pub(super) fn without_body(self) -> Self {
        Self { body: Vec::new(), ..self }
    }

    /// The status, as a number.
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The value of a header.
    pub fn header_value(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The values of the `Set-Cookie` headers.
    pub fn cookies(&self) -> &[String] {
        &self.cookies
    }

    /// The bytes of the body.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The answer, whose log tells this of the problem behind it.
    pub(super) fn logging(mut self, problem: Logged) -> Self {
        self.problem = Some(problem);
        self
    }

    pub(super) fn logged(&self) -> Option<&Logged> {
        self.problem.as_ref()
    }
}

impl From<Response> for ApiGatewayV2httpResponse {
    fn from(response: Response) -> Self {
        let mut event = Self::default();
        event.status_code = i64::from(response.status.as_u16());
        event.headers = response.headers;
        event.cookies = response.cookies;
        // Text travels as it is; anything else as base64.
        event.body = Some(match String::from_utf8(response.body) {
            Ok(text) => Body::Text(text),
            Err(bytes) => {
                event.is_base64_encoded = true;
                Body::Binary(bytes.into_bytes())
            }
        });
        event
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_not_text_travel_as_base64() {
        let event: ApiGatewayV2httpResponse =
            Response::ok().bytes("image/png", vec![0x89, 0xff]).into();
        let json = serde_json::to_value(event).unwrap();
        assert_eq!(json["isBase64Encoded"], true);
        assert_eq!(json["body"], "if8=");
        assert_eq!(json["headers"]["content-type"], "image/png");
    }

    #[test]
    fn text_and_cookies_travel_as_they_are() {
        let cookie = Cookie::host("session", "abc");
        let event: ApiGatewayV2httpResponse = Response::redirect("/hub").cookie(&cookie).into();
        let json = serde_json::to_value(event).unwrap();
        assert_eq!(json["statusCode"], 303);
        assert_eq!(json["headers"]["location"], "/hub");
        assert_eq!(json["isBase64Encoded"], false);
        assert_eq!(json["cookies"][0], cookie.to_string());
    }

    #[test]
    fn a_header_cannot_be_split() {
        let response = Response::redirect("/a\r\nset-cookie: b");
        assert_eq!(response.header_value("location"), None);
    }
}
