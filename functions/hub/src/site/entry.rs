//! The routes of one entry: it is opened and changed here.

use ::pages::respond;
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::collect::{self, CollectError, Worker};
use pipeline::{Directing, Reading, SessionKeeping, ports::Nature as _};
use referral::{EntryAction, EntryId};

use super::show::{Shown, show, show_as};
use super::{field, form, moves, session};
use crate::changes::{self, Asked, Given};
use crate::export::{self, Address};
use crate::pages::{Ending, Purpose, View, Wrong};
use crate::problems::{of_collecting, too_few, too_late};
use crate::{hub::Hub, inbox_names::inbox_name, pages};

/// Answers `GET /hub/entries/{entry}`, and with `/print` the same without forms.
pub(crate) async fn open<W: Reading + SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = match session::worker(hub, request, Scope::InboxRead).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let id = changes::entry_id(request)?;
    let correct = request.query("correct").and_then(|id| id.parse().ok());
    let asked = request.query("address").and_then(|event| event.parse().ok());
    let shows_address = match asked {
        Some(event) => collect::is_to_be_shown(&hub.world, &worker, id, event).await,
        None => Ok(false),
    };
    let is_for_paper = request.route_key().ends_with("/print");
    let purpose = if is_for_paper { Purpose::Paper } else { Purpose::Work };
    let view = View {
        done: request.query("done").map(str::to_owned),
        shows_address: shows_address.map_err(of_collecting)?,
        purpose,
        ..View::default()
    };
    show_as(hub, &worker, id, Shown { view, correct, ..Shown::ok() }).await
}

/// Answers `GET /hub/entries/{entry}/export`: the entry as a file.
pub(crate) async fn export<W: Reading + SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = match session::worker(hub, request, Scope::InboxRead).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let id = changes::entry_id(request)?;
    export::entry(hub, request, &worker, id, Address::Masked).await
}

/// Answers `POST /hub/entries/{entry}/{action}`.
pub(crate) async fn change<W: Reading + SessionKeeping + Directing>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let form = form(request)?;
    let worker = match session::worker(hub, request, Scope::InboxWrite).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let id = changes::entry_id(request)?;
    let seen = field(&form, "version").and_then(|version| version.parse().ok());
    let [outcome, reason, to] = ["outcome", "reason", "to"].map(|name| field(&form, name));
    let given = Given { outcome, reason, to };
    let action = request.path_parameter("action").unwrap_or_default();
    let asked = match changes::change(request, &given) {
        Ok(asked) => asked,
        Err(_) if action == EntryAction::Close.code() => {
            return ask(hub, &worker, id, seen, Ending::NoOutcome).await;
        }
        Err(problem) => {
            let wrong = Wrong::of(problem.errors().iter().map(|error| error.path.clone()));
            return match action.parse() {
                Ok(action) if !wrong.is_empty() => {
                    moves::form(hub, &worker, id, seen, action, &given, &wrong).await
                }
                _ => Err(problem),
            };
        }
    };
    let error = match asked.carry_out(&hub.world, &worker, id, seen).await {
        Ok(changed) if worker.inboxes.contains(&changed.inbox) => {
            return Ok(Response::redirect(&format!("/hub/entries/{id}")));
        }
        Ok(_) => return Ok(Response::redirect(&moves::sent(id))),
        Err(error) => error,
    };
    match (&error, &asked, action.parse()) {
        // A second click on the form that sent it away.
        (CollectError::NotFound, Asked::Move(_), _)
            if collect::sent_on(&hub.world, &worker, id).await.is_ok() =>
        {
            Ok(Response::redirect(&moves::sent(id)))
        }
        (CollectError::Destination(inboxes), _, Ok(action)) => {
            let field = if inboxes.is_empty() { "reason" } else { "to" };
            let wrong = Wrong::of([field.to_owned()]);
            moves::form(hub, &worker, id, seen, action, &given, &wrong).await
        }
        (CollectError::TooFewAttempts(few), ..) => {
            let message = too_few(*few);
            show(hub, &worker, id, StatusCode::UNPROCESSABLE_ENTITY, Some(&message)).await
        }
        _ => {
            let localities = hub.localities.current();
            let message = too_late(&error, |id| inbox_name(id, &localities));
            match message {
                Some(message) => show(hub, &worker, id, StatusCode::CONFLICT, Some(&message)).await,
                None => Err(of_collecting(error)),
            }
        }
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
    if !as_seen || !pages::may(&opened.entry, worker, hub.world.nature().now(), EntryAction::Close)
    {
        let message = "It cannot be closed like this. Below is how the entry stands now.";
        return show(hub, worker, id, StatusCode::CONFLICT, Some(message)).await;
    }
    if let Ending::Outcome(outcome) = ending
        && let Err(few) = opened.entry.log.allows(outcome)
    {
        let message = too_few(few);
        return show(hub, worker, id, StatusCode::UNPROCESSABLE_ENTITY, Some(&message)).await;
    }
    let status = match ending {
        Ending::NoOutcome => StatusCode::UNPROCESSABLE_ENTITY,
        Ending::NotAsked | Ending::Outcome(_) => StatusCode::OK,
    };
    Ok(respond(status, pages::close(&opened, ending)))
}
