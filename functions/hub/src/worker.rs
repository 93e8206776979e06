//! The worker and their inboxes, from a verified token and from nowhere else.

use identity::{Caller, Scope};
use lambda_kit::http::{Problem, Request};
use pipeline::World;
use pipeline::collect::{self, Worker};
use pipeline::ports::Nature as _;
use pipeline::rows::Actor;

use crate::{changes, hub::Hub, problems::of_collecting};

/// The worker of an API request whose token has this scope and a role that comes to it.
pub(crate) async fn of_request<W: World>(
    hub: &Hub<W>,
    request: &Request,
    scope: Scope,
) -> Result<Worker, Problem> {
    let now = hub.world.nature().now();
    let caller = hub.verifier.caller(request, scope, now).await?;
    let worker = of_caller(&caller);
    if worker.roles.iter().any(|role| Scope::of_role(*role).contains(&scope)) {
        Ok(worker)
    } else {
        Err(not_allowed(hub, request, &worker).await)
    }
}

fn of_caller(caller: &Caller) -> Worker {
    Worker {
        actor: actor(caller),
        inboxes: caller.hubs().iter().cloned().collect(),
        roles: caller.roles().clone(),
    }
}

/// The problem of a worker whose roles do not come to a request. Another hub's entry does not exist for
/// them either, whatever they ask.
pub(crate) async fn not_allowed<W: World>(
    hub: &Hub<W>,
    request: &Request,
    worker: &Worker,
) -> Problem {
    if request.path_parameter("entry").is_none() {
        return not_of_the_role();
    }
    let id = match changes::entry_id(request) {
        Ok(id) => id,
        Err(not_found) => return not_found,
    };
    match collect::may_see(&hub.world, worker, id).await {
        Ok(()) => not_of_the_role(),
        Err(error) => of_collecting(error),
    }
}

fn not_of_the_role() -> Problem {
    Problem::forbidden("Your role does not come to this. Ask your hub’s manager if you need it.")
        .with_code("role_not_allowed")
}

fn actor(caller: &Caller) -> Actor {
    Actor::person(caller.issuer(), caller.subject(), caller.client())
}
