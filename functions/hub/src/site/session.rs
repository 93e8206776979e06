//! The worker who is signed in: the issuer's token, kept in a cookie that only this host gets and
//! no script can read. There is no session of our own: the sign-in ends when the token does.

use identity::{AuthError, Issued, Scope};
use lambda_kit::http::{Cookie, Problem, Request, Response};
use pipeline::{Keyed, collect::Worker, ports::Nature as _};

use crate::{hub::Hub, worker};

const NAME: &str = "hub-session";

/// The reason why a page cannot be shown to this browser.
pub(super) enum NoSession {
    /// Nobody is signed in, or no longer.
    SignIn,
    /// Another problem.
    Problem(Problem),
}

impl From<NoSession> for Result<Response, Problem> {
    fn from(no_session: NoSession) -> Self {
        match no_session {
            NoSession::SignIn => Ok(Response::redirect("/hub/sign-in").cookie(&ended())),
            NoSession::Problem(problem) => Err(problem),
        }
    }
}

/// The worker who is signed in.
pub(super) async fn worker<W: Keyed>(
    hub: &Hub<W>,
    request: &Request,
    scope: Scope,
) -> Result<Worker, NoSession> {
    let token = request.cookie(&Cookie::host_name(NAME)).ok_or(NoSession::SignIn)?;
    match hub.verifier.verify_token(token, hub.world.nature().now()).await {
        Ok(caller) => worker::with_scope(&caller, scope).map_err(NoSession::Problem),
        Err(error @ AuthError::IssuerUnreachable(_)) => Err(NoSession::Problem(error.into())),
        Err(_) => Err(NoSession::SignIn),
    }
}

/// The cookie that keeps a token, for as long as the token is good.
pub(super) fn begun(issued: &Issued) -> Cookie {
    Cookie::host(NAME, &issued.token).max_age(issued.expires_in)
}

/// The cookie that takes the token away.
pub(super) fn ended() -> Cookie {
    Cookie::cleared(NAME)
}
