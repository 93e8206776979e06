//! The inbox as JSON: lists, opens and changes entries.

mod access;
mod figures;
mod log;
mod matches;
mod place;
mod possible_matches;
mod version;

use ::api::{Entry, InboxPage, OpenedEntry};
use identity::Scope;
use lambda_kit::http::{FieldProblem, Problem, Request, Response};
use pipeline::clocks::Hours;
use pipeline::ports::Nature as _;
use pipeline::{Directing, Reading, collect};
use serde::Deserialize;

pub(crate) use access::{change_access, hand_over};
pub(crate) use figures::figures;
pub(crate) use log::append;
pub(crate) use matches::decide_match;
pub(crate) use place::{find_place, list_authorities};
pub(crate) use possible_matches::list_possible_matches;

use crate::changes::{self, Given};
use crate::export::{self, Address};
use crate::{hub::Hub, problems::of_collecting, worker};

/// The most bytes that the body of a change may have.
const CHANGE_SIZE: usize = 4 * 1024;

/// Answers `GET /v1/inbox`.
pub(crate) async fn list<W: Reading>(hub: &Hub<W>, request: &Request) -> Result<Response, Problem> {
    let worker = worker::of_request(hub, request, Scope::InboxRead).await?;
    let query = ::api::inbox_query(request)?;
    let localities = hub.localities.current();
    let listed = collect::list(&hub.world, &worker, &query, &localities).await;
    let page = listed.map_err(of_collecting)?;
    let now = hub.world.nature().now();
    Ok(Response::ok().json(&InboxPage::new(&page, &worker, now)))
}

/// Answers `GET /v1/inbox-export`: the list as a file.
pub(crate) async fn export<W: Reading>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = worker::of_request(hub, request, Scope::InboxRead).await?;
    let query = ::api::inbox_query(request)?;
    export::list(hub, request, &worker, &query).await
}

/// Answers `GET /v1/inbox/{entry}/export`: the entry as a file.
pub(crate) async fn export_entry<W: Reading>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = worker::of_request(hub, request, Scope::InboxRead).await?;
    let id = changes::entry_id(request)?;
    export::entry(hub, request, &worker, id, Address::Shown).await
}

/// Answers `GET /v1/inbox/{entry}`.
pub(crate) async fn open<W: Reading>(hub: &Hub<W>, request: &Request) -> Result<Response, Problem> {
    let worker = worker::of_request(hub, request, Scope::InboxRead).await?;
    let id = changes::entry_id(request)?;
    let opened = collect::open(&hub.world, &worker, id).await.map_err(of_collecting)?;
    let localities = hub.localities.current();
    let hours = Hours::of(&localities, &opened.entry.inbox);
    let now = hub.world.nature().now();
    Ok(Response::ok().json(&OpenedEntry::new(&opened, &worker, hours, now)))
}

/// Answers `POST /v1/inbox/{entry}/{action}`.
pub(crate) async fn change<W: Directing>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = worker::of_request(hub, request, Scope::InboxWrite).await?;
    let body = Body::read(request)?;
    let asked = changes::change(request, &body.given())?;
    let id = changes::entry_id(request)?;
    let changed = asked.carry_out(&hub.world, &worker, id, body.version).await;
    Ok(Response::ok().json(&Entry::new(&changed.map_err(of_collecting)?, &worker)))
}

/// The body of a change, which may be left out.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    #[serde(default, deserialize_with = "version::read")]
    version: Option<u64>,
    outcome: Option<String>,
    reason: Option<String>,
    to: Option<String>,
}

impl Body {
    fn given(&self) -> Given<'_> {
        let Self { version: _, outcome, reason, to } = self;
        Given { outcome: outcome.as_deref(), reason: reason.as_deref(), to: to.as_deref() }
    }

    fn read(request: &Request) -> Result<Self, Problem> {
        request.limit_body(CHANGE_SIZE)?;
        if request.body().is_empty() {
            return Ok(Self::default());
        }
        request.require_content_type("application/json")?;
        serde_json::from_slice(request.body()).map_err(|error| {
            if error.is_data() {
                let message = "Give a version (a number) and what the action needs: an outcome, a \
                               reason or to (codes).";
                Problem::invalid("The body has fields that are not known, or of the wrong type.")
                    .with_errors([FieldProblem::new("", "unknown_field_or_type", message)])
            } else {
                Problem::bad_request("The body is not JSON.")
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;

    use super::*;

    fn read(content_type: &str, body: &str) -> Result<Body, u16> {
        let request = Request::builder(Method::POST, "POST /v1/inbox/{entry}/{action}")
            .header("content-type", content_type)
            .body(body)
            .build();
        Body::read(&request).map_err(|problem| problem.status())
    }

    #[test]
    fn the_body_of_a_change_may_be_left_out() {
        assert_eq!(read("", ""), Ok(Body::default()));
        assert_eq!(read("application/json", "{}"), Ok(Body::default()));
    }

    #[test]
    fn the_body_of_a_change_is_read() {
        let outcome = Some("supported".to_owned());
        let asked = Body { version: Some(3), outcome, ..Body::default() };
        assert_eq!(
            read("application/json", r#"{"version": 3, "outcome": "supported"}"#),
            Ok(asked)
        );
    }

    #[test]
    fn a_body_that_is_not_one_is_refused() {
        assert_eq!(read("text/plain", "{}"), Err(415));
        assert_eq!(read("application/json", "{"), Err(400));
        assert_eq!(read("application/json", r#"{"hub": "review"}"#), Err(422));
        assert_eq!(read("application/json", r#"{"version": "3"}"#), Err(422));
        assert_eq!(read("application/json", &" ".repeat(5000)), Err(413));
    }
}
