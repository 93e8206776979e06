//! The route of figures: the page, or the same as a file.

use ::pages::respond;
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::collect;
use pipeline::{Figuring, SessionKeeping};

use super::session;
use crate::{export, figures, hub::Hub, pages, problems::of_collecting};

/// Answers `GET /hub/figures`, for those who lead the work.
pub(crate) async fn show<W: Figuring + SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = match session::worker(hub, request, Scope::InboxRead).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let today = figures::today(hub);
    let asked = figures::read(request, today)?;
    let found = collect::figures(&hub.world, &worker, asked.inbox.as_ref(), asked.period);
    let found = found.await.map_err(of_collecting)?;
    if request.query("format") == Some("csv") {
        return Ok(export::figures(asked.period, &found));
    }
    let localities = hub.localities.current();
    Ok(respond(StatusCode::OK, pages::figures(asked.period, today, &found, &localities)))
}
