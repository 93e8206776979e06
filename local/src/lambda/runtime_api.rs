//! The Lambda Runtime API of one instance. Source: "Using the Lambda runtime API for custom
//! runtimes", version 2018-06-01.

use std::{convert::Infallible, sync::Arc};

use http::{Method, Request, StatusCode};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::{Bytes, Incoming};
use serde_json::json;

use super::{
    Failure, PAYLOAD_LIMIT,
    slot::{Invocation, Slot},
};
use crate::serve::{Answer, json_answer};

const ROOT: &str = "/2018-06-01/runtime/";

/// Answers one request of the process that fills `slot`.
pub(super) async fn answer(
    request: Request<Incoming>,
    slot: Arc<Slot>,
    function_arn: Arc<str>,
) -> Result<Answer, Infallible> {
    let path = request.uri().path().strip_prefix(ROOT).unwrap_or_default().to_owned();
    let parts: Vec<&str> = path.split('/').collect();
    Ok(match (request.method(), parts.as_slice()) {
        (&Method::GET, ["invocation", "next"]) => {
            slot.take(|invocation| handed_out(invocation, &function_arn)).await
        }
        (&Method::POST, ["invocation", id, "response"]) => {
            if let Some(body) = body(request).await {
                finished(slot.finish(id, Ok(body)))
            } else {
                slot.finish(id, Err(Failure::AnswerTooLarge));
                refused(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge")
            }
        }
        (&Method::POST, ["invocation", id, "error"]) => {
            let kind = error_type(&request);
            finished(slot.finish(id, Err(Failure::Function(kind))))
        }
        (&Method::POST, ["init", "error"]) => {
            tracing::error!(error.r#type = error_type(&request), "a function could not initialise");
            finished(true)
        }
        _ => refused(StatusCode::NOT_FOUND, "NotFound"),
    })
}

fn handed_out(invocation: Invocation, function_arn: &str) -> Answer {
    let Invocation { id, deadline_ms, payload, trace } = invocation;
    let mut answer = Answer::new(Full::new(payload));
    let headers = [
        ("content-type", "application/json".to_owned()),
        ("lambda-runtime-aws-request-id", id),
        ("lambda-runtime-deadline-ms", deadline_ms.to_string()),
        ("lambda-runtime-invoked-function-arn", function_arn.to_owned()),
        ("lambda-runtime-trace-id", trace),
    ];
    for (name, value) in headers {
        // All values are made here, of letters that a header may hold.
        if let Ok(value) = value.parse() {
            answer.headers_mut().insert(name, value);
        }
    }
    answer
}

fn finished(was_under_way: bool) -> Answer {
    if was_under_way {
        json_answer(StatusCode::ACCEPTED, &json!({"status": "OK"}))
    } else {
        refused(StatusCode::BAD_REQUEST, "InvalidRequestID")
    }
}

fn refused(status: StatusCode, kind: &str) -> Answer {
    json_answer(status, &json!({"errorMessage": "the request is refused", "errorType": kind}))
}

/// The error's type, as the function names it. Its message is for the function's own log.
fn error_type(request: &Request<Incoming>) -> String {
    request
        .headers()
        .get("lambda-runtime-function-error-type")
        .and_then(|value| value.to_str().ok())
        .unwrap_or("Unhandled")
        .to_owned()
}

async fn body(request: Request<Incoming>) -> Option<Bytes> {
    let body = Limited::new(request.into_body(), PAYLOAD_LIMIT).collect().await.ok()?;
    Some(body.to_bytes())
}
