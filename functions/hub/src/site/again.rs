//! `GET /hub/again`: a click that met a session's end, offered again. Nothing is carried out by looking.

use ::pages::respond;
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::SessionKeeping;

use super::session;
use crate::{hub::Hub, pages};

/// Answers `GET /hub/again`.
pub(crate) async fn offer<W: SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = match session::worker(hub, request, Scope::InboxRead).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let kept = session::kept_click(hub, request, &worker).await;
    Ok(match kept.map_err(|fault| Problem::unavailable(&fault))? {
        Some(click) => respond(StatusCode::OK, pages::again(&click)),
        None => respond(StatusCode::OK, pages::nothing_again()),
    })
}
