//! Signing in and out, with a client's id and secret at this stage of development.

use ::pages::respond;
use identity::Scope;
use jiff::Timestamp;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use lambda_kit::metrics;
use pipeline::ports::Nature as _;
use pipeline::rows::Actor;
use pipeline::sessions::{self, AttemptError, SignedIn, Why};
use pipeline::{Fault, SessionKeeping};

use super::{field, form as fields, session};
use crate::{hub::Hub, pages, pages::SignInError, worker};

/// Answers `GET /hub/sign-in`.
pub(crate) fn form() -> Response {
    respond(StatusCode::OK, pages::sign_in(&[], ""))
}

/// Answers `POST /hub/sign-in`.
pub(crate) async fn submit<W: SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let form = fields(request)?;
    let (client, secret) = (field(&form, "client_id"), field(&form, "client_secret"));
    let (Some(client), Some(secret)) = (client, secret) else {
        let missing = [
            client.is_none().then_some(SignInError::NoClient),
            secret.is_none().then_some(SignInError::NoSecret),
        ];
        let missing: Vec<_> = missing.into_iter().flatten().collect();
        return Ok(again(&missing, client.unwrap_or_default()));
    };
    let attempt = sessions::attempt(&hub.world, client).await.map_err(not_now)?;
    let (signed_in, until) = match verified(hub, client, secret).await {
        Ok(Verified::Worker(signed_in, until)) => (signed_in, until),
        Ok(Verified::Nobody(actor, why)) => {
            metrics::count("SignInFailed", 1);
            attempt.fail(&hub.world, &actor, why).await.map_err(away)?;
            let error = match why {
                Why::Refused => SignInError::Refused,
                Why::NotOfAnInbox => SignInError::NotOfAnInbox,
            };
            return Ok(again(&[error], client));
        }
        Err(problem) => {
            attempt.forget(&hub.world).await.map_err(away)?;
            return Err(problem);
        }
    };
    attempt.forget(&hub.world).await.map_err(away)?;
    let cookie = session::begin(hub, request, &signed_in, until).await.map_err(away)?;
    Ok(Response::redirect("/hub").cookie(&cookie))
}

/// The outcome of checking a client's id and secret.
enum Verified {
    /// A worker, and the time up to which the issuer vouches for them.
    Worker(SignedIn, Timestamp),
    /// Nobody who may sign in here: the actor, as far as they are known, and the reason.
    Nobody(Actor, Why),
}

async fn verified<W: SessionKeeping>(
    hub: &Hub<W>,
    client: &str,
    secret: &str,
) -> Result<Verified, Problem> {
    let issued = match hub.sign_in.sign_in(client, secret).await {
        Ok(issued) => issued,
        Err(identity::SignInError::Refused) => {
            return Ok(Verified::Nobody(Actor::unknown(), Why::Refused));
        }
        Err(error) => return Err(Problem::unavailable(&error)),
    };
    let caller = hub.verifier.verify_token(&issued.token, hub.world.nature().now()).await?;
    Ok(match worker::with_scope(&caller, Scope::InboxRead) {
        Ok(worker) => {
            let scopes = caller.scopes().map(|scope| scope.code().to_owned()).collect();
            Verified::Worker(SignedIn { worker, scopes }, caller.expires_at())
        }
        Err(_) => Verified::Nobody(worker::actor(&caller), Why::NotOfAnInbox),
    })
}

/// Answers `POST /hub/sign-out`. If the session cannot be ended, the browser keeps it: nobody is told that
/// they are signed out when they are not.
pub(crate) async fn out<W: SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    request.require_same_origin()?;
    session::end(hub, request).await.map_err(away)?;
    Ok(Response::redirect("/hub/sign-in")
        .cookie(&session::ended())
        .header("clear-site-data", "\"cache\", \"cookies\", \"storage\""))
}

fn away(fault: Fault) -> Problem {
    Problem::unavailable(&fault)
}

fn not_now(error: AttemptError) -> Problem {
    match error {
        AttemptError::Slowed { retry_after } => Problem::too_many_requests(
            retry_after,
            "Too many attempts to sign in with this client id have failed. Wait a minute, then try \
             again.",
        )
        .with_code("too_many_sign_ins"),
        AttemptError::Fault(fault) => away(fault),
    }
}

fn again(errors: &[SignInError], client: &str) -> Response {
    respond(StatusCode::UNPROCESSABLE_ENTITY, pages::sign_in(errors, client))
}
