//! Signing in and out, with a client's id and secret at this stage of development.

use ::pages::respond;
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::{Keyed, ports::Nature as _};

use super::{field, form as fields, session};
use crate::{hub::Hub, pages, pages::SignInError, worker};

/// Answers `GET /hub/sign-in`.
pub(crate) fn form() -> Response {
    respond(StatusCode::OK, pages::sign_in(&[], ""))
}

/// Answers `POST /hub/sign-in`.
pub(crate) async fn submit<W: Keyed>(hub: &Hub<W>, request: &Request) -> Result<Response, Problem> {
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
    let issued = match hub.sign_in.sign_in(client, secret).await {
        Ok(issued) => issued,
        Err(identity::SignInError::Refused) => return Ok(again(&[SignInError::Refused], client)),
        Err(error) => return Err(Problem::unavailable(&error)),
    };
    let caller = hub.verifier.verify_token(&issued.token, hub.world.nature().now()).await?;
    if worker::with_scope(&caller, Scope::InboxRead).is_err() {
        return Ok(again(&[SignInError::NotOfAnInbox], client));
    }
    Ok(Response::redirect("/hub").cookie(&session::begun(&issued)))
}

/// Answers `POST /hub/sign-out`.
pub(crate) fn out(request: &Request) -> Result<Response, Problem> {
    request.require_same_origin()?;
    Ok(Response::redirect("/hub/sign-in")
        .cookie(&session::ended())
        .header("clear-site-data", "\"cache\", \"cookies\", \"storage\""))
}

fn again(errors: &[SignInError], client: &str) -> Response {
    respond(StatusCode::UNPROCESSABLE_ENTITY, pages::sign_in(errors, client))
}
