//! A page as an answer: its policy on what it may load and run.

use lambda_kit::http::{Problem, Response, StatusCode};

use crate::Page;

/// The page's own files, and the one inline script by its hash; no page is shown in another's frame.
const POLICY: &str = concat!(
    "default-src 'none'; style-src 'self'; script-src 'self' 'sha256-",
    env!("PAGES_INLINE"),
    "'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
);

/// A page's document, answered with a status.
pub fn respond(status: StatusCode, document: String) -> Response {
    Response::new(status).html(document).header("content-security-policy", POLICY)
}

/// The page of a problem, with the problem's status and its time to try again; the log tells its code
/// and cause.
pub fn problem(problem: &Problem, page: &Page<'_>) -> Response {
    let status =
        StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let response = respond(status, page.to_html()).caused_by(problem);
    match problem.retry_after() {
        Some(seconds) => response.header("retry-after", seconds),
        None => response,
    }
}
