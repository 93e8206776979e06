//! Handling a request: the caller is verified, and the route's use case is carried out.

use identity::Scope;
use lambda_kit::http::{Problem, Request, Response};
use pipeline::ports::{Accepting, Amending, Nature as _, Partnering, Placing};

use crate::caller::Callers;
use crate::fhir::NhsNumberCheck;
use crate::{amend, batch, contract, docs, fhir, registry, send, sent, status};

/// The parts that the routes work with.
pub(crate) struct Api<W> {
    pub(crate) world: W,
    pub(crate) callers: Callers,
    /// What is made of an NHS number in a message of BaRS whose check digit does not fit.
    pub(crate) nhs_number_check: NhsNumberCheck,
}

pub(crate) async fn handle<W>(api: &Api<W>, request: &Request) -> Response
where
    W: Accepting + Amending + Placing + Partnering,
{
    let known = |scope| api.callers.caller(&api.world, request, scope);
    let asking = |scope| api.callers.called(&api.world, request, scope);
    let answer = match request.route_key() {
        "POST /v1/referrals" => match asking(Scope::ReferralsWrite).await {
            Ok(called) => send::send(&api.world, &called, request).await,
            Err(problem) => Err(problem),
        },
        "POST /v1/referrals/batch" => match asking(Scope::ReferralsWrite).await {
            Ok(called) => batch::send(&api.world, &called, request).await,
            Err(problem) => Err(problem),
        },
        // This route is public: it holds the names of columns.
        "GET /v1/referrals/batch-template" => Ok(batch::template()),
        "GET /v1/referrals/{id}" => match known(Scope::ReferralsRead).await {
            Ok(caller) => status::status(&api.world, &caller, request).await,
            Err(problem) => Err(problem),
        },
        "GET /v1/referrals" => match known(Scope::ReferralsRead).await {
            Ok(caller) => sent::sent(&api.world, &caller, request).await,
            Err(problem) => Err(problem),
        },
        "PUT /v1/referrals/{id}" => match asking(Scope::ReferralsWrite).await {
            Ok(called) => amend::correct(&api.world, &called, request).await,
            Err(problem) => Err(problem),
        },
        "POST /v1/referrals/{id}/withdrawal" => match known(Scope::ReferralsWrite).await {
            Ok(caller) => amend::withdraw(&api.world, &caller, request).await,
            Err(problem) => Err(problem),
        },
        "POST /fhir/{operation}" => {
            let called = asking(Scope::ReferralsWrite).await;
            Ok(fhir::process(&api.world, api.nhs_number_check, called, request).await)
        }
        // This route is public: its answer holds what is taken here, and nothing else.
        "GET /fhir/metadata" => Ok(fhir::metadata(api.world.nature().now(), request)),
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
