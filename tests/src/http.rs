//! HTTP as a client sees it: every status is an answer, no redirect is followed, and no cookie is
//! kept.

use serde_json::Value;
use ureq::http::Request;

pub use crate::answer::Answer;
use crate::contract;
use crate::service::Service;

/// A request being made.
#[derive(Debug, Clone)]
pub struct Call<'a> {
    service: &'a Service,
    method: &'static str,
    path: String,
    host_of: Option<String>,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
}

impl Service {
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
        let path = path.into();
        Call { service: self, method, path, host_of: None, headers: Vec::new(), body: None }
    }
}

impl Call<'_> {
    /// The request, sent to the host that answers another path.
    #[must_use]
    pub fn at_the_host_of(mut self, path: &str) -> Self {
        self.host_of = Some(path.to_owned());
        self
    }

    /// The request with a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The request with the token of a client of the service's issuer.
    #[must_use]
    pub fn by(self, client_id: &str) -> Self {
        let token = self.service.token(client_id);
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
        let (method, path, service) = (self.method, self.path.clone(), self.service);
        self.try_send()
            .unwrap_or_else(|error| panic!("{method} {path}: {error}\n{}", service.log_tail()))
    }

    /// Sends the request; an error when no answer came.
    pub fn try_send(self) -> Result<Answer, ureq::Error> {
        let front = self.service.front(self.host_of.as_deref().unwrap_or(&self.path));
        let uri = format!("{}{}", front.url, self.path);
        let mut request = Request::builder().method(self.method).uri(uri);
        if let Some(host) = &front.host {
            request = request.header("host", host);
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let agent = &self.service.http.0;
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
            // A file may come compressed.
            body: String::from_utf8_lossy(&answer.body_mut().read_to_vec()?).into_owned(),
        };
        contract::check(self.method, &self.path, &answer);
        Ok(answer)
    }
}
