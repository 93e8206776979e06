//! The worker and their inboxes, from a verified token and from nowhere else.

use identity::{Caller, Scope};
use lambda_kit::http::{Problem, Request};
use pipeline::World;
use pipeline::collect::Worker;
use pipeline::ports::Nature as _;
use pipeline::rows::Actor;

use crate::hub::Hub;

/// The worker of an API request whose token has this scope and a role that comes to it.
pub(crate) async fn of_request<W: World>(
    hub: &Hub<W>,
    request: &Request,
    scope: Scope,
) -> Result<Worker, Problem> {
    let now = hub.world.nature().now();
    let caller = hub.verifier.caller(request, scope, now).await?;
    if caller.roles().iter().any(|role| Scope::of_role(*role).contains(&scope)) {
        Ok(of_caller(&caller))
    } else {
        Err(not_of_the_role())
    }
}

fn of_caller(caller: &Caller) -> Worker {
    Worker {
        actor: actor(caller),
        inboxes: caller.hubs().iter().cloned().collect(),
        roles: caller.roles().clone(),
    }
}

/// The problem of a worker whose roles do not come to this.
pub(crate) fn not_of_the_role() -> Problem {
    Problem::forbidden("Your role does not come to this. Ask your hub’s manager if you need it.")
        .with_code("role_not_allowed")
}

fn actor(caller: &Caller) -> Actor {
    Actor::person(caller.issuer(), caller.subject(), caller.client())
}
