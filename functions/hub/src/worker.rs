//! The worker and their inboxes, from a verified token and from nowhere else.

use identity::{Caller, Scope};
use lambda_kit::http::{Problem, Request};
use pipeline::World;
use pipeline::collect::Worker;
use pipeline::ports::Nature as _;
use pipeline::rows::Actor;

use crate::hub::Hub;

/// The worker of an API request with this scope.
pub(crate) async fn of_request<W: World>(
    hub: &Hub<W>,
    request: &Request,
    scope: Scope,
) -> Result<Worker, Problem> {
    let now = hub.world.nature().now();
    let caller = hub.verifier.caller(request, scope, now).await?;
    Ok(of_caller(&caller))
}

/// The worker that a caller is, if the token has this scope.
pub(crate) fn with_scope(caller: &Caller, scope: Scope) -> Result<Worker, Problem> {
    caller.require(scope)?;
    Ok(of_caller(caller))
}

fn of_caller(caller: &Caller) -> Worker {
    Worker {
        actor: actor(caller),
        inboxes: caller.hubs().iter().cloned().collect(),
        roles: caller.roles().clone(),
    }
}

/// The actor that a caller is.
pub(crate) fn actor(caller: &Caller) -> Actor {
    Actor::person(caller.issuer(), caller.subject(), caller.client())
}
