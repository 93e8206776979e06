//! Problems as pages.

use lambda_kit::http::{Problem, Response};
use maud::html;

/// The page of a problem, with the problem's status.
pub(crate) fn problem(problem: &Problem) -> Response {
    let title = match problem.status() {
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
    ::pages::problem(problem, &super::signed_out(title, content))
}
