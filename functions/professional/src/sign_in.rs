//! Signing in at the council's `OpenID` provider, and signing out.
//!
//! Nothing that the browser brings back is taken for true: the answer counts once, in the browser that
//! left, within some minutes, and the provider is asked what its code is worth.

use ::pages::respond;
use filling::{Contents, Kept};
use identity::{Answer, Begun, Person, ReferrerGrant, SignInError};
use jiff::{SignedDuration, Timestamp};
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use lambda_kit::metrics;
use pipeline::ports::{ClientSecrets as _, Nature as _};
use pipeline::rows::Actor;
use pipeline::sessions::SIGN_IN_PATIENCE;
use pipeline::{Fault, drafts};
use referral::Line;
use serde::{Deserialize, Serialize};

use crate::app::{App, HOME, Serving, fields, random};
use crate::draft::FORM;
use crate::pages::{self, NotSignedIn, Typed};
use crate::session::{CLIENT, Capacity, SESSION, Session};

/// The place of a sign-in under way. Its cookie comes back from another site.
const UNDER_WAY: Kept = Kept("refer-sign-in");
const VERSION: u8 = 1;

/// A sign-in between leaving for the provider and coming back.
#[derive(Clone, Serialize, Deserialize)]
struct UnderWay {
    v: u8,
    state: String,
    nonce: String,
    verifier: String,
    began_at: Timestamp,
    /// Whether an answer came: a second one does not count.
    is_answered: bool,
}

impl Contents for UnderWay {
    fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|under_way: &Self| under_way.v == VERSION)
    }

    fn write(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    fn shorten(&mut self) {}
}

impl UnderWay {
    /// Takes the answer that brings this state, once and in time; whether it counts.
    fn take(&mut self, state: &str, now: Timestamp) -> bool {
        let patience = SignedDuration::try_from(SIGN_IN_PATIENCE).unwrap_or_default();
        let is_in_time = now.duration_since(self.began_at) < patience;
        let counts = !self.is_answered && is_in_time && self.state == state;
        self.is_answered |= counts;
        counts
    }
}

/// Answers `GET /refer/professional/sign-in`.
pub(crate) fn page<W: Serving>(app: &App<W>, request: &Request) -> Response {
    let by_email = app.notices().map(|_| Typed::default());
    let page = pages::sign_in(request.query("lost").is_some(), by_email.as_ref());
    respond(StatusCode::OK, page)
}

/// Answers `GET /refer/professional/sign-in/begin`: leads to the provider.
pub(crate) async fn begin<W: Serving>(app: &App<W>) -> Result<Response, Problem> {
    let world = &app.world;
    let under_way = UnderWay {
        v: VERSION,
        state: random(world),
        nonce: random(world),
        verifier: random(world) + &random(world),
        began_at: world.nature().now(),
        is_answered: false,
    };
    let UnderWay { state, nonce, verifier, .. } = &under_way;
    let url = app.provider.authorization_url(Begun { state, nonce, verifier }).await;
    let url = url.map_err(|error| not_asked(&error))?;
    let cookie = UNDER_WAY.begin(world, &under_way).await?;
    let seconds = u32::try_from(SIGN_IN_PATIENCE.as_secs()).unwrap_or(u32::MAX);
    Ok(Response::redirect(&url).cookie(&cookie.max_age(seconds).lax()))
}

/// Answers `GET /refer/professional/sign-in/answer`, to which the provider sends somebody back.
pub(crate) async fn answer<W: Serving>(
    app: &App<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let (world, now) = (&app.world, app.world.nature().now());
    let Some(id) = UNDER_WAY.id_of(request) else { return Ok(refuse(NotSignedIn::Late)) };
    let state = request.query("state").unwrap_or_default();
    let taken = filling::change(world, &id, |under_way: &mut UnderWay| {
        under_way.take(state, now).then(|| under_way.clone())
    });
    let Some(under_way) = taken.await?.flatten() else { return Ok(refuse(NotSignedIn::Late)) };
    UNDER_WAY.end(world, request).await;
    let person = match vouched_for(app, request, &under_way, now).await {
        Ok(person) => person,
        Err(error @ (SignInError::Refused(_) | SignInError::Untrusted(_))) => {
            tracing::warn!(error.message = %error, "the provider vouches for nobody");
            return Ok(refuse(NotSignedIn::Refused));
        }
        Err(error) => return Err(not_asked(&error)),
    };
    let capacities = capacities(&app.groups.refers_for(&person.groups));
    if capacities.is_empty() {
        return Ok(refuse(NotSignedIn::NoKnownGroup));
    }
    SESSION.end(world, request).await;
    let actor = Actor::person(app.provider.issuer(), &person.subject, CLIENT);
    let name = person.name.and_then(|name| Line::parse(name.expose()).ok());
    let session = Session::begin(actor, capacities, name, now);
    let cookie = SESSION.begin(world, &session).await?;
    // The way here began at another site, so a redirect would not bring the cookie along: the page
    // leads on by itself.
    Ok(respond(StatusCode::OK, pages::signed_in_now()).cookie(&cookie))
}

/// The capacities that these organisations give, one for each kind of referrer.
pub(crate) fn capacities(grants: &[&ReferrerGrant]) -> Vec<Capacity> {
    let mut all: Vec<Capacity> = Vec::new();
    for grant in grants {
        for kind in &grant.kinds {
            let one = Capacity { organisation: grant.organisation.clone(), kind: *kind };
            if !all.contains(&one) {
                all.push(one);
            }
        }
    }
    all
}

/// The person for whom the provider vouches by the answer that a request brings.
async fn vouched_for<W: Serving>(
    app: &App<W>,
    request: &Request,
    under_way: &UnderWay,
    now: Timestamp,
) -> Result<Person, SignInError> {
    let secrets = app.world.vault().client_secrets();
    let secrets = secrets.map_err(|_| SignInError::Unreachable("our own secret is not there"))?;
    let answer = Answer {
        code: request.query("code"),
        issuer: request.query("iss"),
        error: request.query("error"),
    };
    let UnderWay { state, nonce, verifier, .. } = under_way;
    let begun = Begun { state, nonce, verifier };
    app.provider.person(answer, begun, &secrets, app.groups.claim(), now).await
}

/// Answers `POST /refer/professional/sign-out`: ends the session and the form that was begun. If the
/// session cannot be ended, the browser keeps it: nobody is told that they are signed out who is not.
pub(crate) async fn sign_out<W: Serving>(
    app: &App<W>,
    request: &Request,
) -> Result<Response, Problem> {
    fields(request)?;
    if let Some(id) = SESSION.id_of(request) {
        let away = |fault: Fault| Problem::unavailable(&fault);
        drafts::end(&app.world, &id).await.map_err(away)?;
    }
    FORM.end(&app.world, request).await;
    let answer = Response::redirect(HOME).cookie(&SESSION.forgotten());
    Ok(answer.cookie(&FORM.forgotten()))
}

/// The page that says why nobody is signed in. What is merely late is not counted as a failure.
pub(crate) fn refuse(why: NotSignedIn) -> Response {
    if !matches!(why, NotSignedIn::Late | NotSignedIn::LinkOver) {
        metrics::count("SignInFailed", 1);
    }
    respond(StatusCode::FORBIDDEN, pages::not_signed_in(why))
}

/// The problem of a provider that could not be asked, or does not know us.
fn not_asked(error: &SignInError) -> Problem {
    if *error == SignInError::ClientRefused {
        tracing::error!(error.message = %error, "nobody can sign in");
    }
    Problem::unavailable(error).with_code("sign_in_unavailable")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_counts_once_in_time_and_with_its_own_state() {
        let begun = || UnderWay {
            v: VERSION,
            state: "s".to_owned(),
            nonce: "n".to_owned(),
            verifier: "v".to_owned(),
            began_at: Timestamp::UNIX_EPOCH,
            is_answered: false,
        };
        let after = |seconds| Timestamp::from_second(seconds).unwrap();
        let mut under_way = begun();
        assert!(!under_way.take("another", after(1)));
        assert!(under_way.take("s", after(1)));
        assert!(!under_way.take("s", after(1)), "it was used");
        assert!(begun().take("s", after(599)) && !begun().take("s", after(600)));
    }
}
