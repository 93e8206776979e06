//! Handling a request: the caller is verified, and the route's use case is carried out.

use identity::{Caller, Scope, Verifier};
use lambda_kit::http::{Problem, Request, Response};
use pipeline::ports::{Accepting, Nature, Placing};

use crate::{contract, docs, registry, send, status};

/// The parts that the routes work with.
pub(crate) struct Api<W> {
    pub(crate) world: W,
    pub(crate) verifier: Verifier,
}

pub(crate) async fn handle<W>(api: &Api<W>, request: &Request) -> Response
where
    W: Accepting + Placing,
{
    let answer = match request.route_key() {
        "POST /v1/referrals" => match caller(api, request, Scope::ReferralsWrite).await {
            Ok(caller) => send::send(&api.world, &caller, request).await,
            Err(problem) => Err(problem),
        },
        "GET /v1/referrals/{id}" => match caller(api, request, Scope::ReferralsRead).await {
            Ok(caller) => status::status(&api.world, &caller, request).await,
            Err(problem) => Err(problem),
        },
        // These routes are public: their answers hold what councils declare of their hubs, and nothing
        // of a family.
        "GET /v1/registry/services" => registry::services(&api.world, request),
        "GET /v1/registry/services/{service}" => registry::service(&api.world, request),
        // So are the contract, and the page to read it.
        "GET /openapi.json" => Ok(contract::document()),
        "GET /docs" => docs::page(),
        "GET /docs/assets/{file}" => pages::asset(request),
        _ => Err(Problem::not_found("There is nothing here.")),
    };
    answer.unwrap_or_else(Response::from)
}

async fn caller<W>(api: &Api<W>, request: &Request, scope: Scope) -> Result<Caller, Problem>
where
    W: Accepting + Placing,
{
    let now = api.world.nature().now();
    api.verifier.caller(request, scope, now).await
}
