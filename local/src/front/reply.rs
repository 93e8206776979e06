//! Makes a function's answer an HTTP response. Source: "Create Lambda proxy integrations for HTTP
//! APIs", response of format 2.0 and its shorthand.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use http::{HeaderName, HeaderValue, StatusCode, header};
use http_body_util::Full;
use hyper::body::Bytes;
use serde_json::{Map, Value};

use crate::serve::Answer;

/// The response; none if the answer is no response: API Gateway then answers 500.
pub(super) fn read(output: &[u8]) -> Option<Answer> {
    match serde_json::from_slice(output).ok()? {
        Value::Object(fields) if fields.contains_key("statusCode") => full(&fields),
        Value::String(text) => Some(shorthand(text)),
        other => Some(shorthand(other.to_string())),
    }
}

fn full(fields: &Map<String, Value>) -> Option<Answer> {
    let status = match fields.get("statusCode")? {
        Value::Number(number) => number.as_u64()?,
        Value::String(text) => text.parse().ok()?,
        _ => return None,
    };
    let status = StatusCode::from_u16(u16::try_from(status).ok()?).ok()?;
    let body = match fields.get("body") {
        None | Some(Value::Null) => Bytes::new(),
        Some(Value::String(text)) => match fields.get("isBase64Encoded") {
            Some(Value::Bool(true)) => Bytes::from(STANDARD.decode(text).ok()?),
            _ => Bytes::from(text.clone()),
        },
        Some(_) => return None,
    };
    let mut answer = Answer::new(Full::new(body));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    match fields.get("headers") {
        None | Some(Value::Null) => {}
        Some(Value::Object(given)) => {
            for (name, value) in given {
                let name = HeaderName::try_from(name).ok()?;
                // The front itself sets the length and the connection.
                if ![header::CONTENT_LENGTH, header::CONNECTION, header::TRANSFER_ENCODING]
                    .contains(&name)
                {
                    headers.insert(name, value_of(value)?);
                }
            }
        }
        Some(_) => return None,
    }
    match fields.get("cookies") {
        None | Some(Value::Null) => {}
        Some(Value::Array(cookies)) => {
            for cookie in cookies {
                headers.append(header::SET_COOKIE, value_of(cookie)?);
            }
        }
        Some(_) => return None,
    }
    headers
        .entry(header::CONTENT_TYPE)
        .or_insert(HeaderValue::from_static("text/plain;charset=UTF-8"));
    Some(answer)
}

fn shorthand(body: String) -> Answer {
    let mut answer = Answer::new(Full::new(Bytes::from(body)));
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    answer
}

fn value_of(value: &Value) -> Option<HeaderValue> {
    match value {
        Value::String(text) => HeaderValue::try_from(text).ok(),
        Value::Number(_) | Value::Bool(_) => HeaderValue::try_from(value.to_string()).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt as _;

    use super::*;

    async fn body(answer: Answer) -> Bytes {
        answer.into_body().collect().await.unwrap().to_bytes()
    }

    #[tokio::test]
    async fn a_full_answer_is_passed_on() {
        let answer = read(
            br#"{"statusCode":202,"headers":{"Location":"/v1/referrals/1","x-n":7},
                "cookies":["a=1; Secure","b=2"],"body":"aGk=","isBase64Encoded":true}"#,
        )
        .unwrap();
        assert_eq!(answer.status(), 202);
        assert_eq!(answer.headers()["location"], "/v1/referrals/1");
        assert_eq!(answer.headers()["x-n"], "7");
        let cookies: Vec<_> = answer.headers().get_all("set-cookie").iter().collect();
        assert_eq!(cookies, ["a=1; Secure", "b=2"]);
        assert_eq!(body(answer).await, "hi");
    }

    #[tokio::test]
    async fn an_answer_without_a_status_is_the_body() {
        for (output, expected) in
            [(r#""Hello""#, "Hello"), (r#"{"a":1}"#, r#"{"a":1}"#), ("null", "null")]
        {
            let answer = read(output.as_bytes()).unwrap();
            assert_eq!(answer.status(), 200);
            assert_eq!(answer.headers()["content-type"], "application/json");
            assert_eq!(body(answer).await, expected);
        }
    }

    #[test]
    fn an_answer_that_is_no_response_is_refused() {
        for output in [
            "not json",
            r#"{"statusCode":"ok"}"#,
            r#"{"statusCode":99}"#,
            r#"{"statusCode":200,"body":{"a":1}}"#,
            r#"{"statusCode":200,"headers":{"a b":"c"}}"#,
            r#"{"statusCode":200,"headers":{"a":"line\nbreak"}}"#,
            r#"{"statusCode":200,"body":"%","isBase64Encoded":true}"#,
        ] {
            assert!(read(output.as_bytes()).is_none(), "{output}");
        }
    }
}
