//! `GET /v1/matches`: the possible matches that a worker of a triage is to decide.

use ::api::{Paging, PossibleMatchPage};
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response};
use pipeline::{Reading, collect};

use crate::{hub::Hub, problems::of_collecting, worker};

/// Lists the pairs, one page at a time.
pub(crate) async fn list_possible_matches<W: Reading>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = worker::of_request(hub, request, Scope::InboxRead).await?;
    let paging = Paging::of(request)?;
    let limit = paging.limit;
    let page = collect::possible_matches(&hub.world, &worker, paging.rank(), limit)
        .await
        .map_err(of_collecting)?;
    Ok(Response::ok().json(&PossibleMatchPage::new(&page, &worker)))
}
