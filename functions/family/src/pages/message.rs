//! Short pages: sent already, and what went wrong.

use lambda_kit::http::{Problem, Response, StatusCode};
use maud::html;

use super::{helplines, layout};

/// The same form was sent before with other answers.
pub(crate) fn already_sent() -> String {
    let title = "We already have this form";
    let content = html! {
        h1 { (title) }
        p { "You sent this form before, with other answers. We kept what you sent first." }
        p { "To tell us something new, fill in another form. We will read both." }
        p { a class="button" href="/" { "Fill in another form" } }
        (helplines::danger())
    };
    layout::page(title, &content)
}

/// The page of a problem, with the problem's status.
pub(crate) fn problem(problem: &Problem) -> Response {
    let status =
        StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let (title, words) = match status.as_u16() {
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
    Response::new(status).html(layout::page(title, &content)).caused_by(problem)
}
