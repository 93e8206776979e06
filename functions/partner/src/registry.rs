//! `GET /v1/registry/services` and `/{service}`: every hub as a service, for anybody (Open Referral UK,
//! HSDS 3.0).

use std::num::NonZeroUsize;

use api::contract::{LAST_PAGE, MOST_SERVICES};
use lambda_kit::http::{FieldProblem, Problem, Request, Response};
use locality::registry;
use pipeline::ports::Placing;
use serde::Serialize;

/// The time that an answer may be kept, in seconds: hubs change by the day, not by the minute.
const KEPT: u32 = 300;
/// The number of services on a page when the caller does not say.
const ON_A_PAGE: NonZeroUsize = NonZeroUsize::MIN.saturating_add(49);

/// Answers with the page that `page` and `per_page` name.
pub(crate) fn services<W: Placing>(world: &W, request: &Request) -> Result<Response, Problem> {
    let number_of_page = number(request, "page", NonZeroUsize::MIN, LAST_PAGE);
    let (number, size) =
        match (number_of_page, number(request, "per_page", ON_A_PAGE, MOST_SERVICES)) {
            (Ok(number), Ok(size)) => (number, size),
            (number, size) => {
                let faults = number.err().into_iter().chain(size.err());
                return Err(Problem::bad_request("The query cannot be read.").with_errors(faults));
            }
        };
    Ok(open(&registry::page(&world.places().localities, number, size)))
}

/// Answers with one service.
pub(crate) fn service<W: Placing>(world: &W, request: &Request) -> Result<Response, Problem> {
    let id = request.path_parameter("service").unwrap_or_default();
    let places = world.places();
    let service = registry::service_of(&places.localities, id);
    service
        .map(|service| open(&service))
        .ok_or_else(|| Problem::not_found("There is no such service."))
}

/// An answer that every website may read, and every cache keep.
fn open<T: Serialize>(body: &T) -> Response {
    Response::ok().json(body).header("access-control-allow-origin", "*").cacheable(KEPT)
}

/// A number of the query, from 1 to `most`. An empty one counts as left out.
fn number(
    request: &Request,
    name: &str,
    otherwise: NonZeroUsize,
    most: usize,
) -> Result<NonZeroUsize, FieldProblem> {
    let Some(given) = request.query(name).filter(|given| !given.is_empty()) else {
        return Ok(otherwise);
    };
    let is_number = given.bytes().all(|digit| digit.is_ascii_digit());
    let number =
        given.parse().ok().filter(|number: &NonZeroUsize| is_number && number.get() <= most);
    number.ok_or_else(|| {
        FieldProblem::new(name, "out_of_range", &format!("Give a number from 1 to {most}."))
    })
}
