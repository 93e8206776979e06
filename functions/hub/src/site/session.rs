//! The session of a browser: its id is in a cookie that only this host gets and no script can read;
//! everything else about it is kept on the server.

use identity::{Forbidden, Scope};
use jiff::Timestamp;
use lambda_kit::http::{Cookie, Problem, Request, Response};
use pipeline::collect::Worker;
use pipeline::rows::SearchKey;
use pipeline::sessions::{self, SessionId, SignedIn};
use pipeline::{Fault, SessionKeeping};

use crate::hub::Hub;

const NAME: &str = "hub-session";

/// The reason why a page cannot be shown to this browser.
pub(super) enum NoSession {
    /// Nobody is signed in, or no longer.
    SignIn,
    /// A problem that signing in does not mend.
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

/// The worker who is signed in, if they were given this scope.
pub(super) async fn worker<W: SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
    scope: Scope,
) -> Result<Worker, NoSession> {
    let id = given(request).ok_or(NoSession::SignIn)?;
    let signed_in = match sessions::resume(&hub.world, &id).await {
        Ok(signed_in) => signed_in.ok_or(NoSession::SignIn)?,
        Err(fault) => return Err(NoSession::Problem(Problem::unavailable(&fault))),
    };
    if signed_in.scopes.contains(scope.code()) {
        Ok(signed_in.worker)
    } else {
        Err(NoSession::Problem(Forbidden { needed: scope }.into()))
    }
}

/// Begins a session that ends at `until` at the latest, in place of the one that the browser had; the
/// answer is the cookie that keeps it.
pub(super) async fn begin<W: SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
    signed_in: &SignedIn,
    until: Timestamp,
) -> Result<Cookie, Fault> {
    end(hub, request).await?;
    let begun = sessions::begin(&hub.world, signed_in, until).await?;
    let seconds = begun.lasts.as_secs().try_into().unwrap_or(u32::MAX);
    Ok(Cookie::host(NAME, &begun.id.secret()).max_age(seconds))
}

/// Ends the browser's session, if it has one.
pub(super) async fn end<W: SessionKeeping>(hub: &Hub<W>, request: &Request) -> Result<(), Fault> {
    match given(request) {
        Some(id) => sessions::end(&hub.world, &id).await,
        None => Ok(()),
    }
}

/// The cookie that takes the session's away.
pub(super) fn ended() -> Cookie {
    Cookie::cleared(NAME)
}

/// The key under which what is searched for is sealed in this browser's session.
pub(super) fn search_key(request: &Request) -> Option<SearchKey> {
    given(request).map(|id| SearchKey(id.key()))
}

fn given(request: &Request) -> Option<SessionId> {
    request.cookie(&Cookie::host_name(NAME)).and_then(SessionId::parse)
}
