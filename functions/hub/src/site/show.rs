//! The page of an entry, after whatever was asked for.

use ::pages::respond;
use lambda_kit::http::{Problem, Response, StatusCode};
use pipeline::collect::{self, CollectError, Worker};
use pipeline::{Reading, ports::Nature};
use referral::{EntryId, LogId};

use crate::logged::Typed;
use crate::pages::{self, Purpose, View};
use crate::{hub::Hub, problems::of_collecting, when};

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

/// The entry's page, with a message when something did not work.
pub(super) async fn show<W: Reading>(
    hub: &Hub<W>,
    worker: &Worker,
    id: EntryId,
    status: StatusCode,
    message: Option<&str>,
) -> Result<Response, Problem> {
    let message = message.map(str::to_owned);
    show_as(hub, worker, id, Shown { status, message, ..Shown::ok() }).await
}

/// The entry's page, shown in this way; or the page that it is closed to the worker.
pub(super) async fn show_as<W: Reading>(
    hub: &Hub<W>,
    worker: &Worker,
    id: EntryId,
    shown: Shown,
) -> Result<Response, Problem> {
    let opened = match collect::open(&hub.world, worker, id).await {
        Ok(opened) => opened,
        Err(error @ CollectError::ClosedToYou(barrier)) => {
            let no_reason = shown.view.no_reason;
            let status = if no_reason { shown.status } else { StatusCode::FORBIDDEN };
            let page = respond(status, pages::closed(id, barrier, no_reason));
            return Ok(page.caused_by(&of_collecting(error)));
        }
        Err(error) => return Err(of_collecting(error)),
    };
    let now = hub.world.nature().now();
    let corrected = shown.correct.and_then(|id| {
        let thread = opened.log.iter().find(|thread| thread.now.id == id)?;
        Typed::correcting(&thread.now)
    });
    // A triage that decides about it, or that it is put to, works with none of its forms but its own.
    let is_theirs = worker.inboxes.contains(&opened.entry.inbox);
    let purpose = match shown.view.purpose {
        Purpose::Work if !(worker.does_work() && is_theirs) => Purpose::Look,
        other => other,
    };
    let view = View {
        token: form_token(hub.world.nature()),
        today: when::day(now),
        purpose,
        typed: shown.view.typed.or(corrected),
        ..shown.view
    };
    let localities = hub.localities.current();
    let page = pages::entry(&opened, worker, now, shown.message.as_deref(), &localities, &view);
    Ok(respond(shown.status, page))
}

/// A random token for the forms of a page.
pub(super) fn form_token(nature: &impl Nature) -> String {
    format!("{:032x}", u128::from_be_bytes(nature.random()))
}
