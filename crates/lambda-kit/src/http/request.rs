//! A request as the gateway saw it, with the body decoded. The handler decides what it means.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use base64::{Engine, engine::general_purpose::STANDARD};
use http::Method;

use super::Problem;

/// One HTTP request.
///
/// It has no `Debug`, because its query, headers and body can hold personal detail.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    method: Method,
    route_key: String,
    path: String,
    path_parameters: BTreeMap<String, String>,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    cookies: Vec<(String, String)>,
    body: Vec<u8>,
    source: Option<String>,
    invocation: String,
    client: Arc<OnceLock<String>>,
}

impl Request {
    /// Reads the gateway's event; a body that is said to be base64 and is not is a 400.
    pub(super) fn from_event(
        event: ApiGatewayV2httpRequest,
        request_id: String,
    ) -> Result<Self, Problem> {
        let body = match event.body {
            None => Vec::new(),
            Some(body) if event.is_base64_encoded => STANDARD
                .decode(body)
                .map_err(|_| Problem::bad_request("The request's body could not be read."))?,
            Some(body) => body.into_bytes(),
        };
        let headers = event.headers.iter().map(|(name, value)| {
            (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        });
        Ok(Self {
            method: event.request_context.http.method,
            route_key: as_get(event.route_key.unwrap_or_default()),
            path: event.raw_path.unwrap_or_default(),
            path_parameters: event.path_parameters.into_iter().collect(),
            query: pairs(event.raw_query_string.unwrap_or_default().as_bytes()),
            headers: headers.collect(),
            cookies: cookies(event.cookies.as_deref().unwrap_or_default()),
            body,
            source: event.request_context.http.source_ip,
            invocation: request_id,
            client: Arc::default(),
        })
    }

    /// Makes a request by hand, for a test or for a host that is not API Gateway.
    pub fn builder(method: Method, route_key: &str) -> RequestBuilder {
        let path = route_key.split_once(' ').map_or("/", |(_, path)| path);
        RequestBuilder(Self {
            method,
            route_key: route_key.to_owned(),
            path: path.to_owned(),
            path_parameters: BTreeMap::new(),
            query: Vec::new(),
            headers: Vec::new(),
            cookies: Vec::new(),
            body: Vec::new(),
            source: None,
            invocation: "0".to_owned(),
            client: Arc::default(),
        })
    }

    /// The request's method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The route that matched, as written in the template: `GET /v1/inbox/{entry}`. A `HEAD` route is
    /// handled as the `GET` route that it asks about.
    pub fn route_key(&self) -> &str {
        &self.route_key
    }

    /// The path, without the query.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The value of a `{name}` of the route, percent-decoded by the gateway.
    pub fn path_parameter(&self, name: &str) -> Option<&str> {
        self.path_parameters.get(name).map(String::as_str)
    }

    /// The first query parameter of this name.
    pub fn query(&self, name: &str) -> Option<&str> {
        first(&self.query, name)
    }

    /// Every query parameter, in order.
    pub fn queries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.query.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value of a header, by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        first(&self.headers, name)
    }

    /// The value of a cookie, by its name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        first(&self.cookies, name)
    }

    /// The bytes of the body, decoded.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The address that the request came from, as the gateway saw it. It is personal: it is never
    /// stored or logged but as a keyed token.
    pub fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    /// The pairs of an `application/x-www-form-urlencoded` body, in order.
    pub fn form(&self) -> Vec<(String, String)> {
        pairs(&self.body)
    }

    /// Notes the client that the request comes from, once it is verified: a refusal is then logged and
    /// counted under its name. It must be an id that the issuer gave, never what somebody typed.
    pub fn comes_from(&self, client: &str) {
        let _ = self.client.set(client.to_owned());
    }

    /// The place in which [`Request::comes_from`] notes the client.
    pub(super) fn client(&self) -> Arc<OnceLock<String>> {
        Arc::clone(&self.client)
    }

    /// Lambda's id of this invocation.
    pub fn request_id(&self) -> &str {
        &self.invocation
    }
}

fn as_get(route_key: String) -> String {
    match route_key.strip_prefix("HEAD ") {
        Some(path) => format!("GET {path}"),
        None => route_key,
    }
}

fn first<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

fn pairs(encoded: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded).into_owned().collect()
}

fn cookies(given: &[String]) -> Vec<(String, String)> {
    given
        .iter()
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// A builder that puts a [`Request`] together.
#[derive(Clone)]
pub struct RequestBuilder(Request);

impl RequestBuilder {
    /// Sets a path parameter.
    #[must_use]
    pub fn path_parameter(mut self, name: &str, value: &str) -> Self {
        self.0.path = self.0.path.replace(&format!("{{{name}}}"), value);
        self.0.path_parameters.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Adds a query parameter.
    #[must_use]
    pub fn query(mut self, name: &str, value: &str) -> Self {
        self.0.query.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Adds a header; its name is put in lower case.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.0.headers.push((name.to_ascii_lowercase(), value.to_owned()));
        self
    }

    /// Adds a cookie to the request.
    #[must_use]
    pub fn cookie(mut self, name: &str, value: &str) -> Self {
        self.0.cookies.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets the body of the request.
    #[must_use]
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.0.body = body.into();
        self
    }

    /// Sets a form as the body, and its content type.
    #[must_use]
    pub fn form(self, pairs: &[(&str, &str)]) -> Self {
        let mut encoded = form_urlencoded::Serializer::new(String::new());
        encoded.extend_pairs(pairs);
        self.header("content-type", "application/x-www-form-urlencoded").body(encoded.finish())
    }

    /// The finished request.
    pub fn build(self) -> Request {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(json: &serde_json::Value) -> ApiGatewayV2httpRequest {
        serde_json::from_value(json.clone()).unwrap()
    }

    fn sample() -> serde_json::Value {
        serde_json::json!({
            "version": "2.0",
            "routeKey": "POST /v1/inbox/{entry}",
            "rawPath": "/v1/inbox/e%201",
            "rawQueryString": "state=new&state=claimed&cursor=a%2Bb",
            "queryStringParameters": {"state": "new,claimed", "cursor": "a+b"},
            "cookies": ["a=1", "b=2=3"],
            "headers": {"Content-Type": "text/plain"},
            "pathParameters": {"entry": "e 1"},
            "requestContext": {"http": {"method": "POST", "path": "/v1/inbox/e%201"}},
            "body": "aGVsbG8=",
            "isBase64Encoded": true
        })
    }

    #[test]
    fn an_event_is_read_whole() {
        let json = sample();
        let request = Request::from_event(event(&json), "r-1".to_owned()).ok().unwrap();
        assert_eq!(request.method(), Method::POST);
        assert_eq!(request.route_key(), "POST /v1/inbox/{entry}");
        assert_eq!(request.path_parameter("entry"), Some("e 1"));
        assert_eq!(request.query("state"), Some("new"));
        assert_eq!(request.query("cursor"), Some("a+b"));
        assert_eq!(request.header("content-type"), Some("text/plain"));
        assert_eq!(request.cookie("b"), Some("2=3"));
        assert_eq!(request.body(), b"hello");
        assert_eq!(request.request_id(), "r-1");
    }

    #[test]
    fn head_is_handled_as_get() {
        let mut json = sample();
        json["routeKey"] = "HEAD /v1/inbox/{entry}".into();
        json["requestContext"]["http"]["method"] = "HEAD".into();
        let request = Request::from_event(event(&json), String::new()).ok().unwrap();
        assert_eq!(request.route_key(), "GET /v1/inbox/{entry}");
        assert_eq!(request.method(), Method::HEAD);
    }

    #[test]
    fn a_body_that_is_not_base64_is_a_bad_request() {
        let mut json = sample();
        json["body"] = "*".into();
        let problem = Request::from_event(event(&json), String::new()).err().unwrap();
        assert_eq!(problem.status(), 400);
    }
}
