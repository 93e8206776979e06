//! Signing in at the council's `OpenID` provider, and signing out.
//!
//! A worker is sent to the provider by a link, and comes back with its answer. Nothing that the
//! browser brings is taken for true: the answer counts once, in the browser that left, and the
//! provider is asked what its code is worth.

use ::pages::respond;
use identity::{Answer, Begun, Person, SignInError};
use lambda_kit::http::{Cookie, Problem, Request, Response, StatusCode};
use lambda_kit::metrics;
use pipeline::collect::Worker;
use pipeline::ports::{ClientSecrets as _, Nature as _};
use pipeline::rows::Actor;
use pipeline::sessions::{
    self, Attempt, AttemptError, Back, BrowserId, Capacity, SIGN_IN_PATIENCE, Why,
};
use pipeline::{Fault, SessionKeeping, SigningIn};

use super::{field, form as fields, session};
use crate::hub::Hub;
use crate::own_path::OwnPath;
use crate::pages::{self, NotSignedIn};

/// The cookie by which the browser is known that a worker left with. It comes back from another site.
const BROWSER: &str = "hub-browser";

/// Answers `GET /hub/sign-in`.
pub(crate) fn form(request: &Request) -> Response {
    let is_lost = request.query("lost").is_some();
    respond(StatusCode::OK, pages::sign_in(&asked_for(request), is_lost))
}

/// The page that a worker asked for before they were led to sign in.
fn asked_for(request: &Request) -> OwnPath {
    request.query("to").and_then(OwnPath::parse).unwrap_or_else(OwnPath::home)
}

/// Answers `GET /hub/sign-in/begin`: leads to the provider.
pub(crate) async fn begin<W: SigningIn>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let browser = browser(request).unwrap_or_else(|| BrowserId::new(&hub.world));
    let to = asked_for(request);
    let leaving = sessions::leave(&hub.world, &browser, to.as_str()).await.map_err(away)?;
    let begun = Begun { state: &leaving.state, nonce: &leaving.nonce, verifier: &leaving.verifier };
    let url = hub.provider.authorization_url(begun).await.map_err(|error| not_asked(&error))?;
    let seconds = u32::try_from(SIGN_IN_PATIENCE.as_secs()).unwrap_or(u32::MAX);
    let cookie = Cookie::host(BROWSER, &browser.secret()).max_age(seconds).lax();
    Ok(Response::redirect(&url).cookie(&cookie))
}

/// Answers `GET /hub/sign-in/answer`, to which the provider sends the worker back.
pub(crate) async fn answer<W: SigningIn>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let Some(browser) = browser(request) else { return Ok(refuse(NotSignedIn::Late)) };
    let state = request.query("state").unwrap_or_default();
    let back = sessions::come_back(&hub.world, &browser, state).await.map_err(away)?;
    let Some(back) = back else { return Ok(refuse(NotSignedIn::Late)) };
    let attempt = sessions::attempt(&hub.world, &browser).await.map_err(not_now)?;
    let person = match vouched_for(hub, request, state, &back).await {
        Ok(person) => person,
        Err(error @ (SignInError::Refused(_) | SignInError::Untrusted(_))) => {
            tracing::warn!(error.message = %error, "the provider vouches for nobody");
            return fail(hub, attempt, &Actor::unknown(), Why::Refused).await;
        }
        Err(error) => {
            attempt.forget(&hub.world).await.map_err(away)?;
            return Err(not_asked(&error));
        }
    };
    let actor = Actor::person(hub.provider.issuer(), &person.subject, hub.provider.client_id());
    let capacities = hub.groups.capacities(&person.groups).into_iter();
    let mut capacities: Vec<_> =
        capacities.map(|(roles, inboxes)| Capacity { roles, inboxes }).collect();
    match capacities.len() {
        0 => fail(hub, attempt, &actor, Why::NoKnownGroup).await,
        1 => {
            attempt.forget(&hub.world).await.map_err(away)?;
            let worker = capacities.swap_remove(0).worker(actor);
            let to = OwnPath::parse(&back.to).unwrap_or_else(OwnPath::home);
            let cookie = session::begin(hub, request, worker).await.map_err(away)?;
            // The way here began at another site, so a redirect would not bring the cookie along: the
            // page leads on by itself.
            Ok(respond(StatusCode::OK, pages::signed_in_now(&to)).cookie(&cookie))
        }
        _ => {
            attempt.forget(&hub.world).await.map_err(away)?;
            let offered =
                sessions::offer(&hub.world, &browser, &actor, &capacities, &back.to).await;
            let id = offered.map_err(away)?;
            let page = pages::capacities(&id, &capacities, &hub.localities.current());
            Ok(respond(StatusCode::OK, page))
        }
    }
}

/// The person for whom the provider vouches by the answer that a request brings.
async fn vouched_for<W: SigningIn>(
    hub: &Hub<W>,
    request: &Request,
    state: &str,
    back: &Back,
) -> Result<Person, SignInError> {
    let secrets = hub.world.vault().client_secrets();
    let secrets = secrets.map_err(|_| SignInError::Unreachable("our own secret is not there"))?;
    let answer = Answer {
        code: request.query("code"),
        issuer: request.query("iss"),
        error: request.query("error"),
    };
    let begun = Begun { state, nonce: &back.nonce, verifier: &back.verifier };
    let now = hub.world.nature().now();
    hub.provider.person(answer, begun, &secrets, hub.groups.claim(), now).await
}

/// Answers `POST /hub/sign-in`: the worker chose in which capacity to work.
pub(crate) async fn choose<W: SessionKeeping>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let form = fields(request)?;
    let chosen = field(&form, "capacity").and_then(|number| number.parse().ok());
    let (Some(browser), Some(id), Some(chosen)) =
        (browser(request), field(&form, "choice"), chosen)
    else {
        return Ok(refuse(NotSignedIn::Late));
    };
    let chosen: Option<(Worker, String)> =
        sessions::choose(&hub.world, &browser, id, chosen).await.map_err(away)?;
    let Some((worker, to)) = chosen else { return Ok(refuse(NotSignedIn::Late)) };
    let cookie = session::begin(hub, request, worker).await.map_err(away)?;
    let to = OwnPath::parse(&to).unwrap_or_else(OwnPath::home);
    Ok(Response::redirect(to.as_str()).cookie(&cookie))
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

fn browser(request: &Request) -> Option<BrowserId> {
    request.cookie(&Cookie::host_name(BROWSER)).and_then(BrowserId::parse)
}

async fn fail<W: SessionKeeping>(
    hub: &Hub<W>,
    attempt: Attempt,
    actor: &Actor,
    why: Why,
) -> Result<Response, Problem> {
    metrics::count("SignInFailed", 1);
    attempt.fail(&hub.world, actor, why).await.map_err(away)?;
    Ok(refuse(match why {
        Why::Refused => NotSignedIn::Refused,
        Why::NoKnownGroup => NotSignedIn::NoKnownGroup,
    }))
}

fn refuse(why: NotSignedIn) -> Response {
    respond(StatusCode::FORBIDDEN, pages::not_signed_in(why))
}

fn away(fault: Fault) -> Problem {
    Problem::unavailable(&fault)
}

/// The problem of a provider that could not be asked, or does not know us.
fn not_asked(error: &SignInError) -> Problem {
    if *error == SignInError::ClientRefused {
        tracing::error!(error.message = %error, "nobody can sign in");
    }
    Problem::unavailable(error).with_code("sign_in_unavailable")
}

fn not_now(error: AttemptError) -> Problem {
    match error {
        AttemptError::Slowed { retry_after } => Problem::too_many_requests(
            retry_after,
            "Too many attempts to sign in from this browser have failed. Wait a minute, then try \
             again.",
        )
        .with_code("too_many_sign_ins"),
        AttemptError::Fault(fault) => away(fault),
    }
}
