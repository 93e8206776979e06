//! HTTP as a client sees it: every status is an answer, no redirect is followed, and no cookie is
//! kept.

use serde_json::Value;
use ureq::Agent;
use ureq::http::Request;

use crate::contract;
use crate::stack::Stack;
use crate::wait::STANDSTILL;

/// The HTTP client of a stack.
#[derive(Debug)]
pub(crate) struct Http(Agent);

impl Http {
    pub(crate) fn new() -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            // A stack that was killed leaves no usable connection.
            .max_idle_connections(0)
            .proxy(None)
            // The front answers in the end, even where a function does not.
            .timeout_global(Some(STANDSTILL))
            .build();
        Self(config.into())
    }
}

/// A request being made.
#[derive(Debug, Clone)]
pub struct Call<'a> {
    stack: &'a Stack,
    method: &'static str,
    path: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
}

impl Stack {
    /// Begins a GET request.
    pub fn get(&self, path: impl Into<String>) -> Call<'_> {
        self.call("GET", path)
    }

    /// Begins a POST request.
    pub fn post(&self, path: impl Into<String>) -> Call<'_> {
        self.call("POST", path)
    }

    /// Begins a request with any method.
    pub fn call(&self, method: &'static str, path: impl Into<String>) -> Call<'_> {
        Call { stack: self, method, path: path.into(), headers: Vec::new(), body: None }
    }
}

impl Call<'_> {
    /// The request with a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The request with the token of a client of the stack's issuer.
    #[must_use]
    pub fn by(self, client_id: &str) -> Self {
        let token = self.stack.token(client_id);
        self.bearing(&token)
    }

    /// The request with a token.
    #[must_use]
    pub fn bearing(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    /// The request with a body of any type.
    #[must_use]
    pub fn body(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self.header("content-type", content_type)
    }

    /// The request with a JSON body.
    #[must_use]
    pub fn json(self, body: &Value) -> Self {
        self.body("application/json", body.to_string())
    }

    /// The request with the fields of a form as its body.
    #[must_use]
    pub fn form<N: AsRef<str>, V: AsRef<str>>(self, fields: &[(N, V)]) -> Self {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.body("application/x-www-form-urlencoded", body)
    }

    /// Sends the request, and returns the answer, which must come and be as the contract says.
    pub fn send(self) -> Answer {
        let (method, path, stack) = (self.method, self.path.clone(), self.stack);
        self.try_send()
            .unwrap_or_else(|error| panic!("{method} {path}: {error}\n{}", stack.log_tail()))
    }

    /// Sends the request; an error when no answer came.
    pub fn try_send(self) -> Result<Answer, ureq::Error> {
        let mut request = Request::builder().method(self.method).uri(format!(
            "{}{}",
            self.stack.url(),
            self.path
        ));
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let agent = &self.stack.http.0;
        let mut answer = match self.body {
            Some(body) => agent.run(request.body(body)?)?,
            None => agent.run(request.body(())?)?,
        };
        let headers = answer.headers().iter().map(|(name, value)| {
            (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        });
        let answer = Answer {
            status: answer.status().as_u16(),
            headers: headers.collect(),
            body: answer.body_mut().read_to_string()?,
        };
        contract::check(self.method, &self.path, &answer);
        Ok(answer)
    }
}

/// An answer to a request.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body as text.
    pub body: String,
}

impl Answer {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// Checks that this is a problem of `status` in the contract's form, and returns the path and
    /// code of each of its errors.
    #[track_caller]
    pub fn problem(&self, status: u16) -> Vec<(String, String)> {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self:?}");
        let problem = self.json();
        assert_eq!(problem["status"], status, "{problem}");
        assert!(problem["title"].is_string() && problem["detail"].is_string(), "{problem}");
        let error = |error: &Value| {
            let text = |name: &str| {
                let text = error[name].as_str().unwrap_or_else(|| panic!("{name}: {problem}"));
                text.to_owned()
            };
            assert!(!text("message").is_empty(), "{problem}");
            (text("path"), text("code"))
        };
        problem["errors"].as_array().expect("a list of errors").iter().map(error).collect()
    }

    /// Checks as [`Answer::problem`] does, and returns only the paths.
    #[track_caller]
    pub fn problem_paths(&self, status: u16) -> Vec<String> {
        self.problem(status).into_iter().map(|(path, _)| path).collect()
    }
}
