//! Makes an HTTP request the event of payload format 2.0. Source: "Create Lambda proxy integrations
//! for HTTP APIs".

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use http::{HeaderMap, HeaderName, header, request::Parts};
use hyper::body::Bytes;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use crate::clock;

/// The facts about a request that the front knows beside the request itself.
pub(super) struct Context<'a> {
    pub(super) id: &'a str,
    pub(super) key: &'a str,
    /// The decoded path of the request.
    pub(super) path: &'a str,
    pub(super) port: u16,
}

/// The path as API Gateway passes it on, decoded; none if it is not UTF-8.
pub(super) fn decoded(path: &str) -> Option<String> {
    Some(percent_decode_str(path).decode_utf8().ok()?.into_owned())
}

/// The event for a request.
pub(super) fn of(
    parts: &Parts,
    body: &Bytes,
    parameters: &BTreeMap<String, String>,
    context: &Context<'_>,
) -> Value {
    let query = parts.uri.query().unwrap_or_default();
    let now = clock::now();
    let host = text(&parts.headers, header::HOST).unwrap_or_default();
    let domain = host.rsplit_once(':').map_or(host.as_str(), |(name, _)| name);
    let mut event = json!({
        "version": "2.0",
        "routeKey": context.key,
        "rawPath": context.path,
        "rawQueryString": query,
        "headers": headers(&parts.headers, context.port),
        "requestContext": {
            "accountId": "000000000000",
            "apiId": "local",
            "domainName": domain,
            "domainPrefix": domain.split('.').next(),
            "http": {
                "method": parts.method.as_str(),
                "path": context.path,
                "protocol": "HTTP/1.1",
                "sourceIp": source(&parts.headers),
                "userAgent": text(&parts.headers, header::USER_AGENT).unwrap_or_default(),
            },
            "requestId": context.id,
            "routeKey": context.key,
            "stage": "$default",
            "time": now.strftime("%d/%b/%Y:%H:%M:%S +0000").to_string(),
            "timeEpoch": now.as_millisecond(),
        },
        "isBase64Encoded": false,
    });
    let cookies = cookies(&parts.headers);
    if !cookies.is_empty() {
        event["cookies"] = json!(cookies);
    }
    if !query.is_empty() {
        event["queryStringParameters"] = json!(joined(
            form_urlencoded::parse(query.as_bytes())
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
        ));
    }
    if !parameters.is_empty() {
        event["pathParameters"] = json!(parameters);
    }
    if !body.is_empty() {
        let plain = is_text(&parts.headers).then(|| std::str::from_utf8(body).ok()).flatten();
        event["isBase64Encoded"] = json!(plain.is_none());
        event["body"] = json!(plain.map_or_else(|| STANDARD.encode(body), str::to_owned));
    }
    event
}

/// The address that a request comes from. All come from this machine, so a client may say that it
/// stands for another, as a proxy does.
fn source(given: &HeaderMap) -> String {
    let said = text(given, HeaderName::from_static("x-forwarded-for"));
    let first = said.as_deref().and_then(|said| said.split(',').next()).map(str::trim);
    let address = first.and_then(|first| first.parse().ok());
    address.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)).to_string()
}

/// The headers as the event has them: names in lower case, several values joined with commas,
/// cookies apart, and headers about the connection left out.
fn headers(given: &HeaderMap, port: u16) -> BTreeMap<String, String> {
    let mut all = joined(given.iter().filter_map(|(name, value)| {
        let connection_only = [
            header::CONNECTION,
            header::COOKIE,
            header::TE,
            header::TRAILER,
            header::TRANSFER_ENCODING,
            header::UPGRADE,
        ];
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        (!connection_only.contains(name)).then(|| (name.as_str().to_owned(), value))
    }));
    let forwarded = all.remove("x-forwarded-for").map(|before| before + ", ").unwrap_or_default();
    all.insert("x-forwarded-for".to_owned(), forwarded + "127.0.0.1");
    all.insert("x-forwarded-proto".to_owned(), "http".to_owned());
    all.insert("x-forwarded-port".to_owned(), port.to_string());
    all
}

fn joined(pairs: impl Iterator<Item = (String, String)>) -> BTreeMap<String, String> {
    let mut all = BTreeMap::<String, String>::new();
    for (name, value) in pairs {
        all.entry(name)
            .and_modify(|before| {
                before.push(',');
                before.push_str(&value);
            })
            .or_insert(value);
    }
    all
}

fn cookies(headers: &HeaderMap) -> Vec<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .flat_map(|value| {
            let text = String::from_utf8_lossy(value.as_bytes()).into_owned();
            text.split(';').map(|one| one.trim().to_owned()).collect::<Vec<_>>()
        })
        .filter(|one| !one.is_empty())
        .collect()
}

/// Whether API Gateway passes a body of this type as text. Forms are not among them.
fn is_text(headers: &HeaderMap) -> bool {
    let Some(given) = text(headers, header::CONTENT_TYPE) else { return true };
    let kind = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind.starts_with("text/")
        || matches!(
            kind.as_str(),
            "application/json" | "application/javascript" | "application/xml"
        )
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    Some(String::from_utf8_lossy(headers.get(name)?.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(request: http::request::Builder, body: &'static [u8]) -> Value {
        let (parts, ()) = request.body(()).unwrap().into_parts();
        let path = decoded(parts.uri.path()).unwrap();
        let context = Context { id: "r-1", key: "POST /v1/{id}", path: &path, port: 8080 };
        let parameters = [("id".to_owned(), "a b".to_owned())].into();
        of(&parts, &Bytes::from_static(body), &parameters, &context)
    }

    #[test]
    fn the_event_carries_the_request_in_format_2_0() {
        let request = http::Request::post("/v1/a%20b?x=1&y=two+words&x=3")
            .header("Host", "hubward.test:8080")
            .header("User-Agent", "test/1")
            .header("Cookie", "a=1; b=2")
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Accept", "text/html")
            .header("accept", "*/*");
        let event = event(request, br#"{"k":"v"}"#);
        assert_eq!(event["version"], "2.0");
        assert_eq!(event["routeKey"], "POST /v1/{id}");
        assert_eq!(event["rawPath"], "/v1/a b");
        assert_eq!(event["rawQueryString"], "x=1&y=two+words&x=3");
        assert_eq!(event["queryStringParameters"], json!({"x": "1,3", "y": "two words"}));
        assert_eq!(event["pathParameters"], json!({"id": "a b"}));
        assert_eq!(event["cookies"], json!(["a=1", "b=2"]));
        assert_eq!(event["headers"]["accept"], "text/html,*/*");
        assert_eq!(event["headers"]["x-forwarded-for"], "127.0.0.1");
        assert!(event["headers"].get("cookie").is_none());
        assert_eq!(event["body"], r#"{"k":"v"}"#);
        assert_eq!(event["isBase64Encoded"], false);
        let context = &event["requestContext"];
        assert_eq!(context["http"]["method"], "POST");
        assert_eq!(context["http"]["userAgent"], "test/1");
        assert_eq!(context["domainName"], "hubward.test");
        assert_eq!(context["stage"], "$default");
    }

    #[test]
    fn forms_and_bytes_are_passed_in_base64() {
        for (kind, body) in [
            ("application/x-www-form-urlencoded", &b"a=1"[..]),
            ("image/png", &[0x89, b'P'][..]),
            ("application/json", &[0xff][..]),
        ] {
            let event = event(http::Request::post("/v1/x").header("content-type", kind), body);
            assert_eq!(event["isBase64Encoded"], true, "{kind}");
            assert_eq!(event["body"], STANDARD.encode(body), "{kind}");
        }
    }

    #[test]
    fn empty_parts_are_left_out() {
        let event = event(http::Request::get("/v1/x"), b"");
        for field in ["body", "cookies", "queryStringParameters"] {
            assert!(event.get(field).is_none(), "{field}");
        }
    }

    #[test]
    fn a_path_that_is_not_utf_8_is_refused() {
        assert_eq!(decoded("/%ff"), None);
    }
}
