//! The routes that ask before an entry is sent on, declined, taken over or opened again, and the one
//! that says where it went.

use ::pages::respond;
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::collect::{self, Worker};
use pipeline::{Directing, Reading, SessionKeeping, ports::Nature as _};
use referral::{EntryAction, EntryId};

use super::{session, show::show};
use crate::changes::{self, Given};
use crate::pages::Wrong;
use crate::problems::{nothing_here, of_collecting};
use crate::{hub::Hub, pages};

/// The last part of the address of the page that says where an entry went.
const SENT: &str = "sent";

/// Answers `GET /hub/entries/{entry}/{action}`.
pub(crate) async fn ask<W: Reading + SessionKeeping + Directing>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = match session::worker(hub, request, Scope::InboxWrite).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let id = changes::entry_id(request)?;
    let action = request.path_parameter("action").unwrap_or_default();
    if action == SENT {
        let step = collect::sent_on(&hub.world, &worker, id).await.map_err(of_collecting)?;
        return Ok(respond(StatusCode::OK, pages::sent(&step, &hub.localities.current())));
    }
    let seen = request.query("version").and_then(|version| version.parse().ok());
    let action = action.parse().map_err(|_| nothing_here())?;
    // A page that offers an inbox names it.
    let given = Given { to: request.query("to"), ..Given::default() };
    form(hub, &worker, id, seen, action, &given, &[]).await
}

/// The page that asks about an action, as far as the worker may take it on the entry as it was seen.
pub(super) async fn form<W: Reading + SessionKeeping + Directing>(
    hub: &Hub<W>,
    worker: &Worker,
    id: EntryId,
    seen: Option<u64>,
    action: EntryAction,
    given: &Given<'_>,
    wrong: &[Wrong],
) -> Result<Response, Problem> {
    let opened =
        collect::open_without_words(&hub.world, worker, id).await.map_err(of_collecting)?;
    let row = &opened.entry;
    let as_seen = seen.is_none_or(|seen| seen == row.version);
    if !as_seen || !pages::may(row, worker, hub.world.nature().now(), action) {
        let message = "This cannot be done now. Below is how the entry stands.";
        return show(hub, worker, id, StatusCode::CONFLICT, Some(message)).await;
    }
    let rulebooks = hub.world.rulebooks().await.map_err(|fault| Problem::unavailable(&fault))?;
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = pages::ask(action, &opened, given, wrong, &rulebooks);
    page.map(|page| respond(status, page)).ok_or_else(nothing_here)
}

/// The address of the page that says where an entry went.
pub(super) fn sent(id: EntryId) -> String {
    format!("/hub/entries/{id}/{SENT}")
}
