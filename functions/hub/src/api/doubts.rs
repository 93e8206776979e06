//! `GET /v1/matches`: the doubtful pairs that a worker of a triage is to decide.

use identity::Scope;
use lambda_kit::http::{Problem, Request, Response};
use pipeline::collect::{self, Doubt, Worker};
use pipeline::{Keyed, rows::EntryRow};
use serde_json::{Value, json};

use super::{cursor, entry::Entry, query};
use crate::{hub::Hub, problems::of_collecting, worker};

/// Lists the pairs, one page at a time.
pub(crate) async fn list_doubts<W: Keyed>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = worker::of_request(hub, request, Scope::InboxRead).await?;
    let asked = query::paging(request)?;
    let page = collect::doubts(&hub.world, &worker, asked.after, asked.limit)
        .await
        .map_err(of_collecting)?;
    let matches: Vec<Value> = page.doubts.iter().map(|doubt| pair(doubt, &worker)).collect();
    let next = page.next.as_deref().map(cursor::of_rank);
    Ok(Response::ok().json(&json!({"matches": matches, "next": next})))
}

/// The two entries as the inbox lists them, and the reasons why they may be about one child.
fn pair(doubt: &Doubt, worker: &Worker) -> Value {
    let shown = |row: &EntryRow| json!(Entry::of(row, worker));
    json!({
        "entries": doubt.entries.each_ref().map(shown),
        "evidence": doubt.evidence,
        "not_joined_because": doubt.guards,
    })
}
