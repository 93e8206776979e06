//! The session of a professional: a draft of its own, sealed under an id that only this browser's cookie
//! has. It holds who signed in, for which organisations they write, and their role, which is asked once.
//!
//! It ends when it is not used for [`IDLE`], at its absolute end, or when they sign out.

use filling::{Contents, Kept};
use jiff::{SignedDuration, Timestamp};
use lambda_kit::http::{Method, Problem, Request, Response};
use pipeline::drafts::DraftId;
use pipeline::ports::Nature as _;
use pipeline::rows::{Actor, ActorId};
use pipeline::sessions::{IDLE, LONGEST};
use referral::{EmailAddress, Line, Organisation, PhoneNumber, Referrer, ReferrerKind};
use serde::{Deserialize, Serialize};

use crate::app::{App, Serving};

/// The place of the session.
pub(crate) const SESSION: Kept = Kept("refer-session");
/// The client through which the professionals act, as a hub is told.
pub(crate) const CLIENT: &str = "refer-professional";
/// The page that asks who somebody is.
const YOU: &str = "/refer/professional/you";
/// The time for which a use of a session is not written down after another one was.
const NOT_NOTED: SignedDuration = SignedDuration::from_mins(1);
const VERSION: u8 = 1;

/// An organisation for which somebody writes, and the kind of referrer that they are there.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Capacity {
    /// The organisation.
    pub(crate) organisation: Organisation,
    /// The kind of referrer.
    pub(crate) kind: ReferrerKind,
}

/// A session. It has no `Debug`: it names a person.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Session {
    v: u8,
    /// The professional, as the provider names them, or by the alias of their address.
    pub(crate) actor: ActorId,
    /// The address to which a link was sent, where they signed in by one.
    #[serde(default)]
    pub(crate) email: Option<EmailAddress>,
    /// The capacities that their groups or their address give them; at least one.
    pub(crate) capacities: Vec<Capacity>,
    /// The capacity in which they write, by its place; `None` until they chose it.
    pub(crate) chosen: Option<usize>,
    /// Their name, as the provider has it, or as they gave it.
    pub(crate) name: Option<Line>,
    /// Their role, once they gave it.
    pub(crate) role: Option<Line>,
    /// The number on which a hub can call them back, if they gave one.
    pub(crate) phone: Option<PhoneNumber>,
    used_at: Timestamp,
    ends_at: Timestamp,
}

impl Session {
    /// A session of somebody who signs in now.
    pub(crate) fn begin(
        actor: Actor,
        capacities: Vec<Capacity>,
        name: Option<Line>,
        now: Timestamp,
    ) -> Self {
        let chosen = (capacities.len() == 1).then_some(0);
        let ends_at = now.saturating_add(LONGEST).unwrap_or(now);
        let (email, role, phone) = (None, None, None);
        let (v, actor, used_at) = (VERSION, actor.id, now);
        Self { v, actor, email, capacities, chosen, name, role, phone, used_at, ends_at }
    }

    /// The session of somebody who is known by this address.
    #[must_use]
    pub(crate) fn known_by(self, address: EmailAddress) -> Self {
        Self { email: Some(address), ..self }
    }

    /// The referrer, once it is known who they are.
    pub(crate) fn referrer(&self) -> Option<Referrer> {
        let capacity = self.capacities.get(self.chosen?)?;
        Some(Referrer {
            organisation: Some(capacity.organisation.clone()),
            name: Some(self.name.clone()?),
            role: Some(self.role.clone()?),
            email: self.email.clone(),
            phone: self.phone.clone(),
            ..Referrer::of(capacity.kind)
        })
    }

    fn goes_on(&self, now: Timestamp) -> bool {
        let idle = now.duration_since(self.used_at);
        idle < SignedDuration::try_from(IDLE).unwrap_or_default() && now < self.ends_at
    }
}

impl Contents for Session {
    fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|session: &Self| session.v == VERSION)
    }

    fn write(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    fn shorten(&mut self) {}
}

/// Somebody who is signed in.
pub(crate) struct SignedIn {
    /// The session's id.
    pub(crate) id: DraftId,
    /// The session.
    pub(crate) session: Session,
}

/// The session of this browser, or the way to sign in.
pub(crate) async fn signed_in<W: Serving>(
    app: &App<W>,
    request: &Request,
) -> Result<Result<SignedIn, Response>, Problem> {
    let lost = || Ok(Err(Response::redirect(to_sign_in(request))));
    let Some(id) = SESSION.id_of(request) else { return lost() };
    let now = app.world.nature().now();
    let Some((session, _)) = filling::read::<_, Session>(&app.world, &id).await? else {
        return lost();
    };
    if !session.goes_on(now) {
        SESSION.end(&app.world, request).await;
        return lost();
    }
    if now.duration_since(session.used_at) >= NOT_NOTED {
        let noted = filling::change(&app.world, &id, |session: &mut Session| {
            session.used_at = session.used_at.max(now);
        });
        if noted.await?.is_none() {
            return lost();
        }
    }
    Ok(Ok(SignedIn { id, session }))
}

/// Somebody who is signed in, as a referrer; or the way to sign in, or to say who they are.
pub(crate) async fn referrer<W: Serving>(
    app: &App<W>,
    request: &Request,
) -> Result<Result<(Session, Referrer), Response>, Problem> {
    Ok(match signed_in(app, request).await? {
        Ok(SignedIn { session, .. }) => match session.referrer() {
            Some(referrer) => Ok((session, referrer)),
            None => Err(Response::redirect(YOU)),
        },
        Err(answer) => Err(answer),
    })
}

/// The address of the sign-in page; of a form that was sent it says that it is kept as it was saved last.
fn to_sign_in(request: &Request) -> &'static str {
    if request.method() == Method::GET {
        "/refer/professional/sign-in"
    } else {
        "/refer/professional/sign-in?lost=1"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> Session {
        let capacity = |kind| {
            let name = Line::parse("St Mary’s").ok();
            Capacity { organisation: Organisation { name, urn: None, ods: None }, kind }
        };
        let actor = Actor::person("https://issuer.example", "ada", CLIENT);
        let capacities = vec![capacity(ReferrerKind::School), capacity(ReferrerKind::EarlyYears)];
        Session::begin(actor, capacities, Line::parse("محمد").ok(), Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn nobody_refers_before_they_said_for_whom_and_as_what() {
        let mut session = session();
        assert_eq!(session.referrer(), None);
        session.chosen = Some(1);
        assert_eq!(session.referrer(), None);
        session.role = Line::parse("SENCO").ok();
        let referrer = session.referrer().unwrap();
        assert_eq!(referrer.kind, ReferrerKind::EarlyYears);
        session.chosen = Some(2);
        assert_eq!(session.referrer(), None, "there is no such capacity");
    }

    #[test]
    fn a_hub_is_given_the_address_that_was_proved() {
        let mut session = session();
        session.role = Line::parse("SENCO").ok();
        session.chosen = Some(0);
        assert_eq!(session.referrer().unwrap().email, None);
        let address = EmailAddress::parse("senco@school.example").unwrap();
        let session = session.known_by(address.clone());
        assert_eq!(session.referrer().unwrap().email, Some(address));
    }

    #[test]
    fn a_session_ends_when_it_is_left_and_after_a_day_of_work() {
        let mut session = session();
        let after = |minutes| Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minutes);
        assert!(session.goes_on(after(29)) && !session.goes_on(after(30)));
        session.used_at = after(8 * 60 - 1);
        assert!(session.goes_on(after(8 * 60 - 1)) && !session.goes_on(after(8 * 60)));
    }
}
