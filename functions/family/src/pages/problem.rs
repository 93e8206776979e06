//! The page of a problem, in the same look as every other.

use lambda_kit::http::{Problem, Response};
use maud::html;

use super::helplines;
use crate::visit::Visit;

/// The page of a problem, with the problem's status.
pub(crate) fn problem(visit: &Visit, problem: &Problem) -> Response {
    let kind = match problem.status() {
        403 => "forbidden",
        404 => "not-found",
        413 => "too-large",
        400..500 => "other",
        _ => "ours",
    };
    // The address may have been that of a POST, to which no language can be switched.
    let visit = Visit { address: "/".to_owned(), offered: visit.offered.clone(), ..*visit };
    let content = html! {
        h1 { (visit.text(&format!("problem-{kind}-title"))) }
        p { (visit.text(&format!("problem-{kind}"))) }
        p { a href="/" { (visit.text("go-to-start")) } }
        (helplines::danger(&visit))
    };
    ::pages::problem(problem, &super::page(&visit, &content))
}

/// The page of a problem that is answered before the request is read, in English.
pub(crate) fn unexpected(problem: &Problem) -> Response {
    self::problem(&Visit::english(), problem)
}
