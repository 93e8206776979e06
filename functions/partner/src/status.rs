//! `GET /v1/referrals/{id}`: the status of a referral, for the caller who sent it.

use api::Status;
use identity::Caller;
use lambda_kit::http::{Problem, Request, Response};
use pipeline::World;

use crate::actor::actor;

pub(crate) async fn status<W: World>(
    world: &W,
    caller: &Caller,
    request: &Request,
) -> Result<Response, Problem> {
    // Another caller's referral, an id without a referral and a malformed id get the same answer.
    let missing = || Problem::not_found("There is no such referral of yours.");
    let id = request.path_parameter("id").and_then(|id| id.parse().ok()).ok_or_else(missing)?;
    let status = pipeline::status(world, &actor(caller).id, id)
        .await
        .map_err(|fault| Problem::unavailable(&fault))?
        .ok_or_else(missing)?;
    Ok(Response::ok().json(&Status::from(&status)))
}
