//! Answers each route with a page.

use ::pages::{asset, respond};
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::{Accepting, Placing};

use crate::filled::Filled;
use crate::{leave, pages, send, token};

/// Answers a request; a problem is answered with a page too.
pub(crate) async fn handle<W>(world: &W, request: &Request) -> Response
where
    W: Accepting + Placing,
{
    let answer = match request.route_key() {
        "GET /" if leave::is_asked(request) => Ok(leave::answer(request)),
        "GET /" => {
            let filled = Filled::empty(token::fresh(world.nature()));
            Ok(respond(StatusCode::OK, pages::form(&filled)))
        }
        "POST /" => send::send(world, request).await,
        "GET /assets/{file}" => asset(request),
        _ => Err(Problem::not_found("There is no page at this address.")),
    };
    answer.unwrap_or_else(|problem| pages::problem(&problem))
}
