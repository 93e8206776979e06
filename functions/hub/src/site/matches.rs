//! The route of a worker's verdict on two entries, sent from the page.

use identity::Scope;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::collect;
use pipeline::{Reading, SessionKeeping};

use super::show::show;
use super::{field, form, session};
use crate::problems::{of_collecting, too_late};
use crate::{changes, hub::Hub, inbox_names::inbox_name};

/// Answers `POST /hub/entries/{entry}/matches/{other}`.
pub(crate) async fn decide<W: Reading + SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let form = form(request)?;
    let worker = match session::worker(hub, request, Scope::InboxWrite).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let (id, other) = changes::pair(request)?;
    let verdict = changes::verdict(field(&form, "verdict").unwrap_or_default())?;
    let seen = field(&form, "version").and_then(|version| version.parse().ok());
    match collect::decide_match(&hub.world, &worker, (id, other), seen, verdict).await {
        Ok(_) => Ok(Response::redirect(&format!("/hub/entries/{id}"))),
        Err(error) => {
            let localities = hub.localities.current();
            match too_late(&error, |id| inbox_name(id, &localities)) {
                Some(message) => show(hub, &worker, id, StatusCode::CONFLICT, Some(&message)).await,
                None => Err(of_collecting(error)),
            }
        }
    }
}
