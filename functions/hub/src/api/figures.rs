//! `GET /v1/figures`: how long families wait and what came of it, for a hub's own system.

use ::api::FigureList;
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response};
use pipeline::{Figuring, collect};

use crate::{figures, hub::Hub, problems::of_collecting, worker};

/// Answers with the figures of the caller's inboxes for one quarter.
pub(crate) async fn figures<W: Figuring>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = worker::of_request(hub, request, Scope::InboxRead).await?;
    let asked = figures::read(request, figures::today(hub))?;
    let found = collect::figures(&hub.world, &worker, asked.inbox.as_ref(), asked.period);
    let found = found.await.map_err(of_collecting)?;
    Ok(Response::ok().json(&FigureList::new(asked.period, &found)))
}
