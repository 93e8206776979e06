//! The page of a problem.

use lambda_kit::http::{Problem, Response};
use maud::html;

use super::helplines;
use crate::visit::Visit;

/// The page of a problem, with the problem's status.
pub(crate) fn problem(visit: &Visit, problem: &Problem) -> Response {
    let (title, words) = match problem.status() {
        403 => ("This form came from another website", "Open the form here, and fill it in again."),
        404 => ("Page not found", "Check the address, or start again."),
        413 => ("That is too long", "Go back, make your answers shorter, and send the form again."),
        400..500 => ("This did not work", "Go back, and try again."),
        _ => (
            "Sorry, something went wrong",
            "Nothing you did was wrong. Go back, and try again in a few minutes.",
        ),
    };
    let content = html! {
        h1 { (title) }
        p { (words) }
        p { a href="/" { "Go to the form" } }
        (helplines::danger())
    };
    ::pages::problem(problem, &super::page(visit, &content))
}

/// The page of a problem that is answered before the request is read, in English.
pub(crate) fn unexpected(problem: &Problem) -> Response {
    self::problem(&Visit::english(), problem)
}
