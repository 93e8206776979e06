//! The routes by which it changes who may see an entry, and who works on it.

use identity::Scope;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::collect::{self, AccessChange};
use pipeline::{Reading, SessionKeeping};

use super::show::{Shown, show, show_as};
use super::{field, form, session};
use crate::pages::View;
use crate::problems::{of_collecting, too_late};
use crate::{changes, hub::Hub, inbox_names::inbox_name};

/// Answers `POST /hub/entries/{entry}/access/{step}`.
pub(crate) async fn change<W: Reading + SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let form = form(request)?;
    let worker = match session::worker(hub, request, Scope::InboxWrite).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let id = changes::entry_id(request)?;
    let step = request.path_parameter("step").unwrap_or_default();
    let (reason, of) = (field(&form, "reason"), field(&form, "worker"));
    if matches!(step, "address" | "ask_access") && changes::look_reason(reason).is_err() {
        let view = View { no_reason: true, ..View::default() };
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return show_as(hub, &worker, id, Shown { status, view, ..Shown::ok() }).await;
    }
    if step == "address" {
        let reason = changes::look_reason(reason)?;
        let event = collect::ask_for_address(&hub.world, &worker, id, reason).await;
        let event = event.map_err(of_collecting)?;
        return Ok(Response::redirect(&format!("/hub/entries/{id}?address={event}")));
    }
    let change = changes::access(step, reason, of)?;
    let is_conflict = change == AccessChange::DeclareConflict;
    collect::change_access(&hub.world, &worker, id, change).await.map_err(of_collecting)?;
    // The entry is closed to them from now on.
    let to = if is_conflict { "/hub".to_owned() } else { format!("/hub/entries/{id}?done={step}") };
    Ok(Response::redirect(&to))
}

/// Answers `POST /hub/entries/{entry}/handover/{step}`.
pub(crate) async fn hand_over<W: Reading + SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let _ = form(request)?;
    let worker = match session::worker(hub, request, Scope::InboxWrite).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let id = changes::entry_id(request)?;
    let code = request.path_parameter("step").unwrap_or_default();
    let step = changes::handover(code)?;
    match collect::hand_over(&hub.world, &worker, id, step).await {
        Ok(_) => Ok(Response::redirect(&format!("/hub/entries/{id}?done={code}#log"))),
        Err(error) => {
            let localities = hub.localities.current();
            match too_late(&error, |id| inbox_name(id, &localities)) {
                Some(message) => show(hub, &worker, id, StatusCode::CONFLICT, Some(&message)).await,
                None => Err(of_collecting(error)),
            }
        }
    }
}
