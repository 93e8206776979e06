//! The route by which a worker writes on the log of an entry.

use identity::Scope;
use lambda_kit::http::{FieldProblem, Problem, Request, Response, StatusCode};
use pipeline::collect::{self, CollectError, Unfit};
use pipeline::{Logging, Reading, SessionKeeping};

use super::show::{Shown, show_as};
use super::{field, form, session};
use crate::logged::{Typed, from_form};
use crate::pages::View;
use crate::{changes, hub::Hub, problems::of_collecting};

/// Answers `POST /hub/entries/{entry}/log/{kind}`.
pub(crate) async fn append<W: Reading + Logging + SessionKeeping>(
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
    let token = field(&form, "form").unwrap_or_default();
    let read = from_form(kind, &form);
    let mended = match read {
        Err(typed) => Err(typed),
        Ok(item) => match collect::append(&hub.world, &worker, id, token, &item).await {
            Ok(_) => Ok(Response::redirect(&format!("/hub/entries/{id}?done={kind}#log"))),
            Err(CollectError::Unfit(Unfit { field, code, message })) => {
                let faults = vec![FieldProblem::new(field, code, message)];
                Err(Typed { kind: kind.to_owned(), values: form, faults })
            }
            Err(CollectError::Conflict(why)) => {
                let message = format!("This was not written down: {why}.");
                let shown = Shown {
                    status: StatusCode::CONFLICT,
                    message: Some(message),
                    view: View { typed: Some(kept(kind, form)), ..View::default() },
                    ..Shown::ok()
                };
                return show_as(hub, &worker, id, shown).await;
            }
            Err(error) => return Err(of_collecting(error)),
        },
    };
    match mended {
        Ok(done) => Ok(done),
        Err(typed) => {
            let view = View { typed: Some(typed), ..View::default() };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            show_as(hub, &worker, id, Shown { status, view, ..Shown::ok() }).await
        }
    }
}

/// A form as it was filled in, which now begins an item of its own: the one that it was to correct was
/// corrected by somebody else.
fn kept(kind: &str, form: Vec<(String, String)>) -> Typed {
    let values = form.into_iter().filter(|(name, _)| name != "replaces").collect();
    Typed { kind: kind.to_owned(), values, faults: Vec::new() }
}
