//! The route of the list of entries.

use ::pages::respond;
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::{Reading, SessionKeeping, collect};

use super::session;
use crate::{hub::Hub, pages, problems::of_collecting};

/// Answers `GET /hub`.
pub(crate) async fn list<W: Reading + SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = match session::worker(hub, request, Scope::InboxRead).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let query = ::api::inbox_query(request)?;
    let localities = hub.localities.current();
    let listed = collect::list(&hub.world, &worker, &query, &localities).await;
    let page = listed.map_err(of_collecting)?;
    Ok(respond(StatusCode::OK, pages::inbox(&page, &worker, query.filter.state, &localities)))
}
