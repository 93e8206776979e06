//! The route of the list of entries.

use ::pages::respond;
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::{SessionKeeping, collect};

use super::session;
use crate::{hub::Hub, pages, problems::of_collecting};

/// Answers `GET /hub`.
pub(crate) async fn list<W: SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = match session::worker(hub, request, Scope::InboxRead).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let query = ::api::inbox_query(request)?;
    let page = collect::list(&hub.world, &worker, &query).await.map_err(of_collecting)?;
    let localities = hub.localities.current();
    Ok(respond(StatusCode::OK, pages::inbox(&page, &worker, query.state, &localities)))
}
