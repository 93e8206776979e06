//! How a request for help is getting on: asked with its reference and the code of its confirmation.

use ::pages::respond;
use lambda_kit::http::{Problem, Request, Response, StatusCode};

use crate::handler::Serving;
use crate::pages;
use crate::visit::Visit;

/// Answers the routes of `/status`.
pub(crate) async fn answer<W: Serving>(
    _world: &W,
    request: &Request,
    visit: &Visit,
) -> Result<Response, Problem> {
    match request.route_key() {
        "GET /status" => Ok(respond(StatusCode::OK, pages::status(visit))),
        _ => Err(Problem::not_found("There is no page at this address.")),
    }
}
