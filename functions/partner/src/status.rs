//! `GET /v1/referrals/{id}`: the status of a referral, for the caller who sent it.

use identity::Caller;
use lambda_kit::http::{Problem, Request, Response};
use locality::{Placement, Reason};
use pipeline::World;
use referral::{InboxId, Reference, ReferralId, ReferralState};
use serde::Serialize;

use crate::handler::actor;

#[derive(Serialize)]
struct Body {
    id: ReferralId,
    reference: Reference,
    status: ReferralState,
    placement: Option<Place>,
}

#[derive(Serialize)]
struct Place {
    hub: InboxId,
    hub_name: String,
    reasons: Vec<Reason>,
}

impl From<Placement> for Place {
    fn from(placement: Placement) -> Self {
        let Placement { inbox, inbox_name, reasons, .. } = placement;
        Self { hub: inbox, hub_name: inbox_name, reasons }
    }
}

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
    Ok(Response::ok().json(&Body {
        id: status.id,
        reference: status.reference,
        status: status.state,
        placement: status.placement.map(Place::from),
    }))
}
