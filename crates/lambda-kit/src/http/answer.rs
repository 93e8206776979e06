//! The boundary: every request gets an answer, and every failure is logged once, here.
//!
//! The log has route, status, code, request id and duration, and never query, headers, body or
//! path.

use std::{future::Future, sync::Arc, time::Instant};

use aws_lambda_events::apigw::{ApiGatewayV2httpRequest, ApiGatewayV2httpResponse};
use http::Method;
use lambda_runtime::{Error, LambdaEvent, service_fn};

use super::{Problem, Request, Response};
use crate::{BootError, boot::check_runtime, metrics, unwind::guarded};

/// Answers every request with `handler` until Lambda ends the process. An error outside the handler
/// is answered as problem+json.
pub async fn run_http<H, F>(handler: H) -> Result<(), BootError>
where
    H: Fn(Request) -> F + Send + Sync + 'static,
    F: Future + Send,
    F::Output: Into<Response>,
{
    run_http_with(|problem| Response::from(problem), handler).await
}

/// Does as [`run_http`] does; `failed` makes the answer for an error outside the handler (a page,
/// say).
pub async fn run_http_with<H, F>(
    failed: fn(&Problem) -> Response,
    handler: H,
) -> Result<(), BootError>
where
    H: Fn(Request) -> F + Send + Sync + 'static,
    F: Future + Send,
    F::Output: Into<Response>,
{
    check_runtime()?;
    let handler = Arc::new(handler);
    lambda_runtime::run(service_fn(move |event: LambdaEvent<ApiGatewayV2httpRequest>| {
        let handler = Arc::clone(&handler);
        async move {
            let (event, context) = event.into_parts();
            Ok::<_, Error>(answer(event, context.request_id, failed, &*handler).await)
        }
    }))
    .await
}

/// Answers one request; a panic of the handler is a 500.
pub async fn answer<H, F>(
    event: ApiGatewayV2httpRequest,
    request_id: String,
    failed: fn(&Problem) -> Response,
    handler: &H,
) -> ApiGatewayV2httpResponse
where
    H: Fn(Request) -> F,
    F: Future,
    F::Output: Into<Response>,
{
    let started = Instant::now();
    let route = event.route_key.clone().unwrap_or_default();
    let head = event.request_context.http.method == Method::HEAD;
    let mut client = Arc::default();
    let response = match Request::from_event(event, request_id.clone()) {
        Err(problem) => failed(&problem),
        Ok(request) => {
            client = request.client();
            guarded(|| async { handler(request).await.into() })
                .await
                .unwrap_or_else(|_| failed(&Problem::internal("panic")))
        }
    };
    let client: Option<&str> = client.get().map(String::as_str);
    if REFUSALS.contains(&response.status()) {
        metrics::count_by("RequestsRefused", 1, "Client", client.unwrap_or("none"));
    }
    log(&route, &request_id, client, &response, started);
    if head { response.without_body().into() } else { response.into() }
}

/// The statuses of a request that asks for what is not the caller's: an alarm rings where one client
/// meets many.
const REFUSALS: [u16; 3] = [401, 403, 404];

fn log(route: &str, request_id: &str, client: Option<&str>, response: &Response, started: Instant) {
    let status = response.status();
    let duration_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let code = response.logged().map(|logged| logged.code);
    if status >= 500 {
        tracing::error!(
            http.route = route,
            http.status = status,
            request.id = request_id,
            client.id = client,
            duration_ms,
            error.code = code,
            error.message = response.logged().and_then(|logged| logged.cause.as_deref()),
            "request failed"
        );
    } else {
        tracing::info!(
            http.route = route,
            http.status = status,
            request.id = request_id,
            client.id = client,
            duration_ms,
            error.code = code,
            "request answered"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(body: &str, base64: bool) -> ApiGatewayV2httpRequest {
        serde_json::from_value(serde_json::json!({
            "routeKey": "POST /",
            "requestContext": {"http": {"method": "POST"}},
            "body": body,
            "isBase64Encoded": base64
        }))
        .unwrap()
    }

    async fn echo(request: Request) -> Result<Response, Problem> {
        request.limit_body(8)?;
        assert_ne!(request.body(), b"panic", "as asked");
        Ok(Response::ok().text(String::from_utf8_lossy(request.body())))
    }

    async fn ask(body: &str, base64: bool) -> serde_json::Value {
        let answered =
            answer(event(body, base64), "r-1".to_owned(), |problem| Response::from(problem), &echo)
                .await;
        serde_json::to_value(answered).unwrap()
    }

    #[tokio::test]
    async fn an_answer_is_passed_on() {
        let answered = ask("hello", false).await;
        assert_eq!((&answered["statusCode"], &answered["body"]), (&200.into(), &"hello".into()));
    }

    #[tokio::test]
    async fn head_gets_the_headers_of_the_answer_and_no_body() {
        let mut event = event("hello", false);
        event.request_context.http.method = Method::HEAD;
        let problem = |problem: &Problem| Response::from(problem);
        let answered = answer(event, "r-1".to_owned(), problem, &echo).await;
        let answered = serde_json::to_value(answered).unwrap();
        assert_eq!((&answered["statusCode"], &answered["body"]), (&200.into(), &"".into()));
        assert_eq!(answered["headers"]["content-type"], "text/plain; charset=utf-8");
    }

    #[tokio::test]
    async fn a_panic_is_a_500_problem() {
        let answered = ask("panic", false).await;
        assert_eq!(answered["statusCode"], 500);
        assert_eq!(answered["headers"]["content-type"], "application/problem+json");
        assert!(!answered["body"].as_str().unwrap().contains("as asked"));
    }

    #[tokio::test]
    async fn every_answer_has_the_security_headers() {
        for (body, base64, status) in [
            ("hello", false, 200),
            ("far too long", false, 413),
            ("panic", false, 500),
            ("*", true, 400),
        ] {
            let answered = ask(body, base64).await;
            assert_eq!(answered["statusCode"], status);
            let header = |name: &str| answered["headers"][name].as_str().unwrap().to_owned();
            assert!(header("content-security-policy").contains("frame-ancestors 'none'"));
            assert!(!header("content-security-policy").contains("unsafe-inline"));
            assert!(header("strict-transport-security").starts_with("max-age=63072000"));
            assert_eq!(header("x-content-type-options"), "nosniff");
            assert_eq!(header("referrer-policy"), "no-referrer");
            assert_eq!(header("cache-control"), "no-store");
        }
    }
}
