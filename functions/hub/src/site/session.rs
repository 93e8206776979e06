//! The session of a browser: its id is in a cookie that only this host gets and no script can read;
//! everything else about it is kept on the server.
//!
//! Where it has ended, the worker signs in again and returns to the page that they asked for. A form
//! that they sent is kept meanwhile, and offered to them again ([`super::again`]).

use std::collections::BTreeSet;

use identity::Scope;
use jiff::Timestamp;
use lambda_kit::http::{Cookie, Method, Problem, Request, Response};
use pipeline::collect::Worker;
use pipeline::rows::SearchKey;
use pipeline::sessions::{self, CLICK_PATIENCE, Click, SessionId, SignedIn};
use pipeline::{Fault, SessionKeeping};

use crate::hub::Hub;
use crate::own_path::OwnPath;
use crate::worker;

const NAME: &str = "hub-session";
/// The cookie with the id of a click that is kept.
const CLICK: &str = "hub-click";

/// The reason why a page cannot be shown to this browser.
pub(super) enum NoSession {
    /// Nobody is signed in, or no longer: the answer leads to the sign-in page.
    SignIn(Response),
    /// A problem that signing in does not mend.
    Problem(Problem),
}

impl From<NoSession> for Result<Response, Problem> {
    fn from(no_session: NoSession) -> Self {
        match no_session {
            NoSession::SignIn(answer) => Ok(answer),
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
    let away = |fault: Fault| NoSession::Problem(Problem::unavailable(&fault));
    let Some(id) = given(request) else {
        return Err(NoSession::SignIn(sign_in_again(request)));
    };
    let Some(signed_in) = sessions::resume(&hub.world, &id).await.map_err(away)? else {
        return Err(NoSession::SignIn(keep(hub, request, &id).await.map_err(away)?));
    };
    if signed_in.scopes.contains(scope.code()) {
        Ok(signed_in.worker)
    } else {
        Err(NoSession::Problem(worker::not_allowed(hub, request, &signed_in.worker).await))
    }
}

/// The answer to a request without a session: the way to sign in, and back.
fn sign_in_again(request: &Request) -> Response {
    let to = if request.method() == Method::GET {
        OwnPath::of(request).after("/hub/sign-in")
    } else {
        // The page of the entry that was to be changed.
        let entry = request.path_parameter("entry").unwrap_or_default();
        let page = OwnPath::parse(&format!("/hub/entries/{entry}")).filter(|_| !entry.is_empty());
        let to = page.unwrap_or_else(OwnPath::home).after("/hub/sign-in");
        let sign = if to.contains('?') { '&' } else { '?' };
        format!("{to}{sign}lost=1")
    };
    Response::redirect(&to).cookie(&ended())
}

/// As [`sign_in_again`], for the browser of a session that was there: what was sent with a form of
/// ours is kept.
async fn keep<W: SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
    id: &SessionId,
) -> Result<Response, Fault> {
    let fields = if request.method() == Method::POST { super::form(request).ok() } else { None };
    let Some(fields) = fields else { return Ok(sign_in_again(request)) };
    let click = Click { path: request.path().to_owned(), fields };
    let Some(kept) = sessions::keep_click(&hub.world, id, click).await? else {
        return Ok(sign_in_again(request));
    };
    let seconds = u32::try_from(CLICK_PATIENCE.as_secs()).unwrap_or(u32::MAX);
    let cookie = Cookie::host(CLICK, &kept.secret()).max_age(seconds);
    let to = OwnPath::again().after("/hub/sign-in");
    Ok(Response::redirect(&to).cookie(&ended()).cookie(&cookie))
}

/// The click that is kept for this browser, if it was this worker's.
pub(super) async fn kept_click<W: SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
    worker: &Worker,
) -> Result<Option<Click>, Fault> {
    let id = request.cookie(&Cookie::host_name(CLICK)).and_then(sessions::ClickId::parse);
    match id {
        Some(id) => sessions::kept_click(&hub.world, &id, &worker.actor.id).await,
        None => Ok(None),
    }
}

/// Begins a worker's session in place of the one that the browser had; the answer is the cookie that
/// keeps it.
pub(super) async fn begin<W: SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
    worker: Worker,
) -> Result<Cookie, Fault> {
    end(hub, request).await?;
    let scopes = worker.roles.iter().flat_map(|role| Scope::of_role(*role));
    let scopes: BTreeSet<String> = scopes.map(|scope| scope.code().to_owned()).collect();
    // A session has an end of its own: that of a token says how long the token is good for, not how
    // long the person is.
    let begun = sessions::begin(&hub.world, &SignedIn { worker, scopes }, Timestamp::MAX).await?;
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
