//! Signing in by a link that is sent to a work address, where the address's domain is that of an
//! organisation in the file of groups.
//!
//! The pages answer the same whether an organisation is known or not, and as soon. A link is a draft: its
//! secret is in the e-mail alone, the table has its digest, and sealed under it the address. Opening it
//! changes nothing, as programs that look through mail open links too; choosing Continue uses it up.
//!
//! | The process dies | What is there |
//! |---|---|
//! | in [`ask`], before the e-mail was taken | nothing; or a link that nobody has, which ends as drafts do |
//! | after it | the link, in the e-mail |
//! | in [`sign_in`], before the link is used up | the link, as it was |
//! | after it, before the session's cookie | a link that is used up: another one has to be asked for |

use std::time::Duration;

use ::pages::respond;
use filling::{Contents, first};
use identity::ReferrerGrant;
use jiff::{SignedDuration, Timestamp};
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use lambda_kit::metrics;
use notices::Ready;
use pipeline::drafts::{self, DraftId};
use pipeline::links::{self, Pace};
use pipeline::ports::{Nature as _, NotSent};
use pipeline::{Fault, links::GOOD_FOR};
use referral::{EmailAddress, Line};
use serde::{Deserialize, Serialize};

use crate::app::{App, HOME, Serving, fields};
use crate::pages::{self, EMAIL, NotSignedIn, SECRET, Typed};
use crate::session::{self, CLIENT, SESSION, Session};
use crate::sign_in::{capacities, refuse};

/// The page that says that a link was sent, if it was.
const ASKED: &str = "/refer/professional/sign-in/email";
/// The shortest time in which anybody is answered who asks for a link: sending one takes less as a rule,
/// so the time does not tell whether one was sent.
const SOONEST: Duration = Duration::from_secs(1);
const VERSION: u8 = 1;

/// A link that was sent. It has no `Debug`: it holds an address.
#[derive(Clone, Serialize, Deserialize)]
struct Link {
    v: u8,
    address: EmailAddress,
    sent_at: Timestamp,
    is_used: bool,
}

impl Contents for Link {
    fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|link: &Self| link.v == VERSION)
    }

    fn write(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    fn shorten(&mut self) {}
}

impl Link {
    fn is_good(&self, now: Timestamp) -> bool {
        let good_for = SignedDuration::try_from(GOOD_FOR).unwrap_or_default();
        !self.is_used && now.duration_since(self.sent_at) < good_for
    }

    /// Uses the link up; whether it was good.
    fn take(&mut self, now: Timestamp) -> bool {
        let is_good = self.is_good(now);
        self.is_used |= is_good;
        is_good
    }
}

/// Answers `POST /refer/professional/sign-in/email`: sends a link, if the address is one of an
/// organisation that is known.
pub(crate) async fn ask<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    let values = fields(request)?;
    let Some(notices) = app.notices() else {
        return Err(Problem::not_found("Nobody signs in by e-mail here."));
    };
    let Ok(address) = EmailAddress::parse(first(&values, EMAIL)) else {
        let words = "Enter a work email address, like name@school.sch.uk".to_owned();
        let page = pages::sign_in(false, Some(&Typed { values, errors: vec![(EMAIL, words)] }));
        return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, page));
    };
    let pace = links::pace(&app.world, &address, request.source()).await;
    match pace.map_err(|fault| Problem::unavailable(&fault))? {
        Pace::SourceWaits { seconds } => {
            let detail = "Too many links were asked for from where you are. Try again in an hour.";
            return Err(Problem::too_many_requests(seconds, detail));
        }
        Pace::AddressHasEnough => app.world.nature().sleep(SOONEST).await,
        Pace::Passes => {
            let sending = async {
                if let Err(not_sent) = send(app, &notices, &address).await {
                    tracing::error!(error.message = %not_sent, "a link to sign in was not sent");
                    metrics::count("NoticeNotSent", 1);
                }
            };
            tokio::join!(sending, app.world.nature().sleep(SOONEST));
        }
    }
    Ok(Response::redirect(ASKED))
}

/// Sends a link to an address, if its organisation is known.
async fn send<W: Serving>(
    app: &App<W>,
    notices: &Ready<'_>,
    address: &EmailAddress,
) -> Result<(), NotSent> {
    let known = app.groups.refers_by_email(address);
    let organisation = match known.as_slice() {
        [] => return Ok(()),
        [one] => one.organisation.name.as_ref().map_or("", Line::as_str),
        _ => "your organisation",
    };
    let kept = |fault: Fault| match fault {
        Fault::Transient(why) => NotSent::TryAgain(why),
        Fault::Broken(why) => NotSent::Never(why),
    };
    let sent_at = app.world.nature().now();
    let link = Link { v: VERSION, address: address.clone(), sent_at, is_used: false };
    let bytes = link.write().map_err(|_| NotSent::Never("a link cannot be written"))?;
    let id = drafts::begin(&app.world, &bytes).await.map_err(kept)?;
    let url = format!("{}/sign-in/link/{}", app.url, id.secret());
    links::send(&app.world, notices, address, organisation, &url).await
}

/// Answers `GET /refer/professional/sign-in/email`.
pub(crate) fn asked() -> Response {
    respond(StatusCode::OK, pages::link_asked())
}

/// Answers `GET /refer/professional/sign-in/link/{secret}`, which the e-mail leads to: asks to continue.
pub(crate) async fn open<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    let secret = request.path_parameter("secret").unwrap_or_default();
    let Some(link) = good(app, DraftId::parse(secret).as_ref()).await? else {
        return Ok(refuse(NotSignedIn::LinkOver));
    };
    let page = pages::link_opened(secret, link.address.as_str());
    Ok(respond(StatusCode::OK, page))
}

/// The link of a secret, if it can be used.
async fn good<W: Serving>(app: &App<W>, id: Option<&DraftId>) -> Result<Option<Link>, Problem> {
    let Some(id) = id else { return Ok(None) };
    let link = filling::read::<_, Link>(&app.world, id).await?.map(|(link, _)| link);
    Ok(link.filter(|link| link.is_good(app.world.nature().now())))
}

/// Answers `POST /refer/professional/sign-in/link`: uses the link up, and signs in.
pub(crate) async fn sign_in<W: Serving>(
    app: &App<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let values = fields(request)?;
    let (world, now) = (&app.world, app.world.nature().now());
    let id = DraftId::parse(first(&values, SECRET));
    let (Some(id), Some(link)) = (&id, good(app, id.as_ref()).await?) else {
        return over(app, request).await;
    };
    let known: Vec<&ReferrerGrant> = app.groups.refers_by_email(&link.address);
    let capacities = capacities(&known);
    if capacities.is_empty() {
        return Ok(refuse(NotSignedIn::NoKnownDomain));
    }
    let actor = links::actor(world, &link.address, CLIENT);
    let actor = actor.map_err(|fault| Problem::unavailable(&fault))?;
    if filling::change(world, id, |link: &mut Link| link.take(now)).await? != Some(true) {
        return over(app, request).await;
    }
    // It is used up; whether its row is still there changes nothing.
    let _ = drafts::end(world, id).await;
    SESSION.end(world, request).await;
    let session = Session::begin(actor, capacities, None, now).known_by(link.address);
    let cookie = SESSION.begin(world, &session).await?;
    Ok(Response::redirect(HOME).cookie(&cookie))
}

/// The answer to a link that is over: the first page for somebody whose first of two clicks has signed
/// them in.
async fn over<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    Ok(match session::signed_in(app, request).await? {
        Ok(_) => Response::redirect(HOME),
        Err(_) => refuse(NotSignedIn::LinkOver),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> Link {
        let address = EmailAddress::parse("senco@school.example").unwrap();
        Link { v: VERSION, address, sent_at: Timestamp::UNIX_EPOCH, is_used: false }
    }

    #[test]
    fn a_link_is_good_once_and_for_a_quarter_of_an_hour() {
        let after = |seconds| Timestamp::from_second(seconds).unwrap();
        let mut used = link();
        assert!(used.take(after(1)));
        assert!(!used.take(after(1)) && !used.is_good(after(2)), "it was used");
        assert!(link().take(after(15 * 60 - 1)) && !link().take(after(15 * 60)));
    }

    #[test]
    fn a_link_is_no_session_and_a_session_no_link() {
        let bytes = link().write().unwrap();
        assert!(
            Link::read(&bytes).is_some_and(|link| link.address.as_str() == "senco@school.example")
        );
        assert!(Session::read(&bytes).is_none());
        let actor = pipeline::rows::Actor::person("https://issuer.example", "ada", CLIENT);
        let session = Session::begin(actor, Vec::new(), None, Timestamp::UNIX_EPOCH);
        assert!(Link::read(&session.write().unwrap()).is_none());
    }
}
