//! `POST /v1/inbox/{entry}/access` and `/handover`: who may see an entry, and who works on it.

use ::api::Entry;
use identity::Scope;
use lambda_kit::http::{FieldProblem, Problem, Request, Response};
use pipeline::{Reading, collect};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::CHANGE_SIZE;
use crate::{changes, hub::Hub, problems::of_collecting, worker};

/// A change of access: its code, and the reason or the worker that it needs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccessAsked {
    change: String,
    reason: Option<String>,
    worker: Option<String>,
}

/// A step of handing over.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HandoverAsked {
    step: String,
}

/// Changes who may see an entry.
pub(crate) async fn change_access<W: Reading>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = worker::of_request(hub, request, Scope::InboxWrite).await?;
    let asked: AccessAsked = read(request, "Give a change (a code), and its reason or worker.")?;
    let change = changes::access(&asked.change, asked.reason.as_deref(), asked.worker.as_deref())?;
    let id = changes::entry_id(request)?;
    let changed = collect::change_access(&hub.world, &worker, id, change).await;
    Ok(Response::ok().json(&Entry::new(&changed.map_err(of_collecting)?, &worker)))
}

/// Hands an entry over.
pub(crate) async fn hand_over<W: Reading>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = worker::of_request(hub, request, Scope::InboxWrite).await?;
    let asked: HandoverAsked = read(request, "Give a step (a code).")?;
    let step = changes::handover(&asked.step)?;
    let id = changes::entry_id(request)?;
    let changed = collect::hand_over(&hub.world, &worker, id, step).await;
    Ok(Response::ok().json(&Entry::new(&changed.map_err(of_collecting)?, &worker)))
}

fn read<T: DeserializeOwned>(request: &Request, message: &str) -> Result<T, Problem> {
    request.limit_body(CHANGE_SIZE)?;
    request.require_content_type("application/json")?;
    serde_json::from_slice(request.body()).map_err(|error| {
        if error.is_data() {
            Problem::invalid("The body has fields that are not known, or of the wrong type.")
                .with_errors([FieldProblem::new("", "unknown_field_or_type", message)])
        } else {
            Problem::bad_request("The body is not JSON.")
        }
    })
}
