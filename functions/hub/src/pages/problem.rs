//! What went wrong, as a page.

use lambda_kit::http::{Problem, Response, StatusCode};
use maud::html;

use super::layout;

/// The page of a problem, with the problem's status.
pub(crate) fn problem(problem: &Problem) -> Response {
    let status =
        StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let title = match status.as_u16() {
        403 => "You cannot do this",
        404 => "Not found",
        400..500 => "This did not work",
        503 => "The inbox is not available for the moment",
        _ => "There is a problem with the inbox",
    };
    let content = html! {
        h1 { (title) }
        @if let Some(detail) = problem.detail() { p { (detail) } }
        @for error in problem.errors() { p { (error.message) } }
        p { a href="/hub" { "Go to the inbox" } }
    };
    Response::new(status).html(layout::page(title, false, &content)).caused_by(problem)
}
