//! The routes by which a worker finds the hub for an entry by hand, and the list of councils.

use ::pages::respond;
use identity::Scope;
use lambda_kit::http::{FieldProblem, Problem, Request, Response, StatusCode};
use pipeline::collect::{self, CollectError, Opened, Unfit, Worker};
use pipeline::{Directing, Logging, Reading, SessionKeeping, ports::Nature as _};
use referral::EntryId;

use super::show::form_token;
use super::{field, form, session};
use crate::logged::{Typed, from_form};
use crate::place::{find, is_concealed, is_offered, located};
use crate::problems::{nothing_here, of_collecting};
use crate::{changes, hub::Hub, pages, when};

/// The kinds of items that are written here.
const KINDS: [&str; 2] = ["postcode", "sender_asked"];

/// Answers `GET /hub/entries/{entry}/place`.
pub(crate) async fn show<W: Reading + SessionKeeping + Directing>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = match session::worker(hub, request, Scope::InboxRead).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let id = changes::entry_id(request)?;
    let shown = Shown { done: request.query("done"), ..Shown::ok() };
    answer(hub, &worker, id, shown).await
}

/// Answers `POST /hub/entries/{entry}/place/{kind}`.
pub(crate) async fn append<W: Reading + Logging + SessionKeeping + Directing>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let form = form(request)?;
    let worker = match session::worker(hub, request, Scope::InboxWrite).await {
        Ok(worker) => worker,
        Err(no_session) => return no_session.into(),
    };
    let id = changes::entry_id(request)?;
    let kind = request.path_parameter("kind").unwrap_or_default();
    let kind = KINDS.into_iter().find(|known| *known == kind).ok_or_else(nothing_here)?;
    let token = field(&form, "form").unwrap_or_default();
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let item = match from_form(kind, &form) {
        Ok(item) => item,
        Err(typed) => {
            return answer(hub, &worker, id, Shown { status, typed: Some(typed), ..Shown::ok() })
                .await;
        }
    };
    let today = when::day(hub.world.nature().now());
    let item = located(item, &hub.postcodes, today);
    if kind == "postcode" {
        let opened = collect::open_without_words(&hub.world, &worker, id).await;
        refuse_concealed(&opened.map_err(of_collecting)?)?;
    }
    match collect::append(&hub.world, &worker, id, token, &item).await {
        Ok(_) => Ok(Response::redirect(&format!("/hub/entries/{id}/place?done={kind}"))),
        Err(CollectError::Unfit(Unfit { field, code, message })) => {
            let faults = vec![FieldProblem::new(field, code, message)];
            let typed = Some(Typed { kind: kind.to_owned(), values: form, faults });
            answer(hub, &worker, id, Shown { status, typed, ..Shown::ok() }).await
        }
        Err(CollectError::Conflict(why)) => {
            let message = Some(format!("This was not written down: {why}."));
            let typed = Some(Typed { kind: kind.to_owned(), values: form, faults: Vec::new() });
            let status = StatusCode::CONFLICT;
            answer(hub, &worker, id, Shown { status, typed, message, ..Shown::ok() }).await
        }
        Err(error) => Err(of_collecting(error)),
    }
}

/// Answers `GET /hub/authorities`.
pub(crate) async fn authorities<W: SessionKeeping + Directing>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    if let Err(no_session) = session::worker(hub, request, Scope::InboxRead).await {
        return no_session.into();
    }
    let rulebooks = hub.world.rulebooks().await.map_err(|fault| Problem::unavailable(&fault))?;
    let listed = rulebooks.directory(when::day(hub.world.nature().now()));
    Ok(respond(StatusCode::OK, pages::authorities(&listed)))
}

/// Refuses to write down a postcode where the address is kept from everybody.
pub(crate) fn refuse_concealed(opened: &Opened) -> Result<(), Problem> {
    if !is_concealed(opened) {
        return Ok(());
    }
    let message =
        "The address is kept secret for the family’s safety: no postcode is written down.";
    Err(Problem::invalid("The postcode cannot be corrected.").with_errors([FieldProblem::new(
        "postcode",
        "address_concealed",
        message,
    )]))
}

/// The way in which the page is answered.
struct Shown<'a> {
    status: StatusCode,
    typed: Option<Typed>,
    done: Option<&'a str>,
    message: Option<String>,
}

impl Shown<'_> {
    fn ok() -> Self {
        Self { status: StatusCode::OK, typed: None, done: None, message: None }
    }
}

async fn answer<W: Reading + Directing>(
    hub: &Hub<W>,
    worker: &Worker,
    id: EntryId,
    shown: Shown<'_>,
) -> Result<Response, Problem> {
    let opened = collect::open_without_words(&hub.world, worker, id).await;
    let opened = opened.map_err(of_collecting)?;
    let rulebooks = hub.world.rulebooks().await.map_err(|fault| Problem::unavailable(&fault))?;
    if !is_offered(&opened.entry, worker, &rulebooks) {
        return Err(nothing_here());
    }
    let now = hub.world.nature().now();
    let today = when::day(now);
    let finding = find(&opened, &rulebooks, &hub.postcodes, today);
    let Shown { status, typed, done, message } = shown;
    let page = pages::Place {
        opened: &opened,
        worker,
        now,
        localities: &rulebooks,
        finding: &finding,
        token: form_token(hub.world.nature()),
        typed,
        done,
        message,
    };
    Ok(respond(status, pages::place(&page)))
}
