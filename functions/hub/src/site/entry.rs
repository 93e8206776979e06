//! The routes of one entry: it is opened, claimed, accepted and closed here.

use ::pages::respond;
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::collect::{self, CollectError, Worker};
use pipeline::{Reading, SessionKeeping, ports::Nature};
use referral::{EntryId, LogId};

use super::{field, form, session};
use crate::logged::Typed;
use crate::pages::{self, Ending, View};
use crate::{changes, hub::Hub, problems, problems::of_collecting, when};

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
    let view = View {
        done: request.query("done").map(str::to_owned),
        shows_address: shows_address.map_err(of_collecting)?,
        is_for_paper: request.route_key().ends_with("/print"),
        ..View::default()
    };
    show_as(hub, &worker, id, Shown { view, correct, ..Shown::ok() }).await
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
        Err(CollectError::TooFewAttempts(few)) => {
            let message = problems::too_few(few);
            show(hub, &worker, id, StatusCode::UNPROCESSABLE_ENTITY, Some(&message)).await
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
    if let Ending::Outcome(outcome) = ending
        && let Err(few) = opened.entry.log.allows(outcome)
    {
        let message = problems::too_few(few);
        return show(hub, worker, id, StatusCode::UNPROCESSABLE_ENTITY, Some(&message)).await;
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
    let message = message.map(str::to_owned);
    show_as(hub, worker, id, Shown { status, message, ..Shown::ok() }).await
}

/// The way in which an entry's page is answered.
pub(super) struct Shown {
    pub(super) status: StatusCode,
    pub(super) message: Option<String>,
    pub(super) view: View,
    /// The item of the log that is to be corrected.
    pub(super) correct: Option<LogId>,
}

impl Shown {
    /// A page on which nothing is wrong.
    pub(super) fn ok() -> Self {
        Self { status: StatusCode::OK, message: None, view: View::default(), correct: None }
    }
}

/// The entry's page, shown in this way; or the page that it is closed to the worker.
pub(super) async fn show_as<W: Reading + SessionKeeping>(
    hub: &Hub<W>,
    worker: &Worker,
    id: EntryId,
    shown: Shown,
) -> Result<Response, Problem> {
    let opened = match collect::open(&hub.world, worker, id).await {
        Ok(opened) => opened,
        Err(error @ CollectError::ClosedToYou(barrier)) => {
            let page = respond(StatusCode::FORBIDDEN, pages::closed(id, barrier));
            return Ok(page.caused_by(&of_collecting(error)));
        }
        Err(error) => return Err(of_collecting(error)),
    };
    let now = hub.world.nature().now();
    let corrected = shown.correct.and_then(|id| {
        let thread = opened.log.iter().find(|thread| thread.now.id == id)?;
        Typed::correcting(&thread.now)
    });
    let view = View {
        token: form_token(hub.world.nature()),
        today: when::day(now),
        typed: shown.view.typed.or(corrected),
        ..shown.view
    };
    let localities = hub.localities.current();
    let page = pages::entry(&opened, worker, now, shown.message.as_deref(), &localities, &view);
    Ok(respond(shown.status, page))
}

/// A random token for the forms of a page.
fn form_token(nature: &impl Nature) -> String {
    format!("{:032x}", u128::from_be_bytes(nature.random()))
}
