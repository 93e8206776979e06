//! `GET /v1/referrals/{id}`: the status of a referral, for the caller who sent it.

use api::Status;
use identity::Caller;
use lambda_kit::http::{Problem, Request, Response};
use pipeline::Placing;
use referral::ReferralId;

use crate::actor::actor;

pub(crate) async fn status<W: Placing>(
    world: &W,
    caller: &Caller,
    request: &Request,
) -> Result<Response, Problem> {
    let status = pipeline::status(world, &actor(caller).id, id(request)?)
        .await
        .map_err(|fault| Problem::unavailable(&fault))?
        .ok_or_else(missing)?;
    let places = world.places();
    let reply = Status::new(&status, &places.localities);
    Ok(Response::ok().header("etag", &etag(status.version)).json(&reply))
}

/// The entity tag of a version of a referral, as its sender knows it (RFC 9110, 8.8.3).
pub(crate) fn etag(version: u32) -> String {
    format!("\"{version}\"")
}

/// The id in the path.
pub(crate) fn id(request: &Request) -> Result<ReferralId, Problem> {
    request.path_parameter("id").and_then(|id| id.parse().ok()).ok_or_else(missing)
}

/// The answer for another caller's referral, an id without a referral and a malformed id alike.
pub(crate) fn missing() -> Problem {
    Problem::not_found("There is no such referral of yours.")
}
