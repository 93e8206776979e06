//! The routes of the list: its pages, a search, a file of it, and how the work stands.

use ::pages::respond;
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::collect::{self, Worker};
use pipeline::ports::{Nature as _, SearchKeeping};
use pipeline::{Reading, SessionKeeping};

use super::{field, form, session};
use crate::list_view::{ListView, address_of_search};
use crate::{export, hub::Hub, pages, pages::InboxPage, problems::of_collecting};

/// Answers `GET /hub`.
pub(crate) async fn list<W: Reading + SessionKeeping + SearchKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = match session::worker(hub, request, Scope::InboxRead).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    match view(hub, request).await? {
        Some(view) => show(hub, &worker, &view, StatusCode::OK).await,
        None => Ok(Response::redirect("/hub")),
    }
}

/// The list that the address asks for; `None` where its search is not known in this session.
async fn view<W: SessionKeeping + SearchKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Option<ListView>, Problem> {
    let mut view = ListView::read(request)?;
    let Some(key) = session::search_key(request) else { return Ok(None) };
    let is_known = view.open_search(&hub.world, key).await;
    let is_known = is_known.map_err(|fault| Problem::unavailable(&fault))?;
    Ok(is_known.then_some(view))
}

async fn show<W: Reading>(
    hub: &Hub<W>,
    worker: &Worker,
    view: &ListView,
    status: StatusCode,
) -> Result<Response, Problem> {
    let (world, localities) = (&hub.world, hub.localities.current());
    let listed = collect::list(world, worker, &view.query, &localities).await;
    let page = listed.map_err(of_collecting)?;
    let waiting = if worker.inboxes.len() > 1 {
        collect::waiting(world, worker).await.map_err(of_collecting)?
    } else {
        Vec::new()
    };
    let page = InboxPage {
        page: &page,
        view,
        waiting: &waiting,
        worker,
        now: world.nature().now(),
        localities: &localities,
        nothing_to_search: status == StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(respond(status, pages::inbox(&page)))
}

/// Answers `POST /hub/search`.
pub(crate) async fn search<W: Reading + SessionKeeping + SearchKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let form = form(request)?;
    let worker = match session::worker(hub, request, Scope::InboxRead).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let Some(key) = session::search_key(request) else { return Ok(Response::redirect("/hub")) };
    let typed = field(&form, pages::SOUGHT).unwrap_or_default();
    let address = address_of_search(&hub.world, key, typed).await;
    if let Some(address) = address.map_err(|fault| Problem::unavailable(&fault))? {
        return Ok(Response::redirect(&address));
    }
    let mut view = ListView::read(request)?;
    typed.clone_into(&mut view.typed);
    show(hub, &worker, &view, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Answers `GET /hub/export`: the list as a file.
pub(crate) async fn export<W: Reading + SessionKeeping + SearchKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = match session::worker(hub, request, Scope::InboxRead).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    match view(hub, request).await? {
        Some(view) => export::list(hub, request, &worker, &view.query).await,
        None => Ok(Response::redirect("/hub")),
    }
}

/// Answers `GET /hub/overview`: how the work stands, for those who lead it, and what is put to a triage,
/// for its workers.
pub(crate) async fn overview<W: SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = match session::worker(hub, request, Scope::InboxRead).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let localities = hub.localities.current();
    let put_to = collect::put_to_triage(&hub.world, &worker).await.map_err(of_collecting)?;
    let standing = if pages::has_overview(&worker) && !collect::sees_manager_view(&worker) {
        Vec::new()
    } else {
        collect::standing(&hub.world, &worker, &localities).await.map_err(of_collecting)?
    };
    Ok(respond(StatusCode::OK, pages::overview(&standing, &put_to, &worker, &localities)))
}
