//! The route of a worker's verdict on two entries, sent from the page.

use identity::Scope;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::collect::{self, CollectError};
use pipeline::{Reading, SessionKeeping};

use super::{entry, field, form, session};
use crate::{changes, hub::Hub, problems::of_collecting};

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
        Err(CollectError::Conflict(why)) => {
            let message = format!("This did not work: {why}. Below is how the entry stands now.");
            entry::show(hub, &worker, id, StatusCode::CONFLICT, Some(&message)).await
        }
        Err(error) => Err(of_collecting(error)),
    }
}
