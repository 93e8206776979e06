//! The routes of one entry: it is opened, claimed, accepted and closed here.

use ::pages::respond;
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::collect::{self, CollectError, Worker};
use pipeline::{Reading, SessionKeeping, ports::Nature as _};
use referral::EntryId;

use super::{field, form, session};
use crate::{changes, hub::Hub, pages, pages::Ending, problems::of_collecting};

/// Answers `GET /hub/entries/{entry}`.
pub(crate) async fn open<W: Reading + SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = match session::worker(hub, request, Scope::InboxRead).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    show(hub, &worker, changes::entry_id(request)?, StatusCode::OK, None).await
}

/// Answers `POST /hub/entries/{entry}/{action}`.
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
    let outcome = field(&form, "outcome");
    let seen = field(&form, "version").and_then(|version| version.parse().ok());
    let change = match changes::change(request, outcome) {
        Ok(change) => change,
        Err(_) if request.path_parameter("action") == Some("close") => {
            return ask(hub, &worker, id, seen, Ending::NoOutcome).await;
        }
        Err(problem) => return Err(problem),
    };
    match collect::change(&hub.world, &worker, id, seen, change).await {
        Ok(_) => Ok(Response::redirect(&format!("/hub/entries/{id}"))),
        Err(CollectError::Conflict(why)) => {
            let message = format!("This did not work: {why}. Below is how the entry stands now.");
            show(hub, &worker, id, StatusCode::CONFLICT, Some(&message)).await
        }
        Err(error) => Err(of_collecting(error)),
    }
}

/// Answers `GET /hub/entries/{entry}/close`: asks how it ended, and then whether that is meant.
pub(crate) async fn ask_to_close<W: Reading + SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = match session::worker(hub, request, Scope::InboxWrite).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let seen = request.query("version").and_then(|version| version.parse().ok());
    let ending = Ending::read(request.query("outcome"));
    ask(hub, &worker, changes::entry_id(request)?, seen, ending).await
}

/// The page that asks about a closing, as far as the entry can be closed as it was seen.
async fn ask<W: Reading + SessionKeeping>(
    hub: &Hub<W>,
    worker: &Worker,
    id: EntryId,
    seen: Option<u64>,
    ending: Ending,
) -> Result<Response, Problem> {
    let opened =
        collect::open_without_words(&hub.world, worker, id).await.map_err(of_collecting)?;
    let as_seen = seen.is_none_or(|seen| seen == opened.entry.version);
    if !as_seen || !pages::may_close(&opened.entry, worker, hub.world.nature().now()) {
        let message = "It cannot be closed like this. Below is how the entry stands now.";
        return show(hub, worker, id, StatusCode::CONFLICT, Some(message)).await;
    }
    let status = match ending {
        Ending::NoOutcome => StatusCode::UNPROCESSABLE_ENTITY,
        Ending::NotAsked | Ending::Outcome(_) => StatusCode::OK,
    };
    Ok(respond(status, pages::close(&opened, ending)))
}

/// The entry's page, with a message when something did not work.
pub(super) async fn show<W: Reading + SessionKeeping>(
    hub: &Hub<W>,
    worker: &Worker,
    id: EntryId,
    status: StatusCode,
    message: Option<&str>,
) -> Result<Response, Problem> {
    let opened = collect::open(&hub.world, worker, id).await.map_err(of_collecting)?;
    let now = hub.world.nature().now();
    let page = pages::entry(&opened, worker, now, message, &hub.localities.current());
    Ok(respond(status, page))
}
