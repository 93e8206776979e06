//! Sessions: a worker who has signed in stays signed in, by a random id that only their browser has.
//!
//! The table holds the id's digest, and sealed under it who signed in: a reader of the table cannot
//! use a session, and a writer of it can neither make one nor change whose it is or when it ends at
//! the latest. A session ends when it
//! is not used for [`IDLE`], at its absolute end, or when somebody ends it, whatever the browser
//! keeps. How a worker proves who they are is not decided here.

mod attempts;
mod choices;
mod clicks;
mod held;
mod under_way;

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::Timestamp;
use referral::{InboxId, Role};
use serde::{Deserialize, Serialize};

pub use attempts::{Attempt, AttemptError, MOST_FAILURES, Why, attempt};
pub use choices::{Capacity, choose, offer};
pub use clicks::{CLICK_PATIENCE, Click, ClickId, keep_click, kept_click};
pub use under_way::{Back, BrowserId, Leaving, SIGN_IN_PATIENCE, come_back, leave};

use crate::collect::Worker;
use crate::ports::{Fault, Nature as _, Open as _, Seal as _, SessionKeeping, SessionStore as _};
use crate::rows::{Actor, ActorId, ClientId, Digest, SessionKey, SessionRow, after};
use crate::secret_id::{self, digest};

/// The time after which a session that is not used ends.
pub const IDLE: Duration = Duration::from_mins(30);
/// The longest that a session lasts, however much it is used.
pub const LONGEST: Duration = Duration::from_hours(8);
/// The time for which a use of a session is not written down after another one was.
const NOT_NOTED: Duration = Duration::from_mins(1);

/// The version of the contents. A session of another version is over: its worker signs in again.
const VERSION: u8 = 2;

/// The random id of a session, of 128 bits. It has no `Debug`: the holder of the id is taken for the
/// worker.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionId([u8; 16]);

impl SessionId {
    /// Reads an id as [`SessionId::secret`] writes it.
    pub fn parse(text: &str) -> Option<Self> {
        secret_id::read(text).map(Self)
    }

    /// The id in hexadecimal, for the browser alone.
    pub fn secret(&self) -> String {
        secret_id::write(self.0)
    }

    /// The key under which the session is stored.
    pub fn key(&self) -> SessionKey {
        digest("session", &self.0)
    }
}

/// A worker who has signed in, and the scopes that they were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The worker, as they were verified.
    pub worker: Worker,
    /// The codes of their scopes.
    pub scopes: BTreeSet<String>,
}

/// A session that has begun.
pub struct Begun {
    /// The id, for the browser.
    pub id: SessionId,
    /// The time for which the session lasts if it is used.
    pub lasts: Duration,
}

/// The contents of a session, as they are sealed.
#[derive(Serialize, Deserialize)]
struct Contents {
    v: u8,
    actor: ActorId,
    client: Option<ClientId>,
    inboxes: BTreeSet<InboxId>,
    roles: BTreeSet<Role>,
    scopes: BTreeSet<String>,
    ends_at: Timestamp,
}

/// Begins a session, which ends at `until` at the latest: the time up to which the worker's proof of
/// who they are is good.
pub async fn begin<W: SessionKeeping>(
    world: &W,
    signed_in: &SignedIn,
    until: Timestamp,
) -> Result<Begun, Fault> {
    let SignedIn { worker, scopes } = signed_in;
    let now = world.nature().now();
    let ends_at = after(now, LONGEST).min(until);
    let contents = Contents {
        v: VERSION,
        actor: worker.actor.id.clone(),
        client: worker.actor.client.clone(),
        inboxes: worker.inboxes.clone(),
        roles: worker.roles.clone(),
        scopes: scopes.clone(),
        ends_at,
    };
    let plain = serde_json::to_vec(&contents)
        .map_err(|_| Fault::Broken("the session cannot be written"))?;
    let id = SessionId(world.nature().random());
    let row = SessionRow {
        key: id.key(),
        sealed: world.vault().seal(id.key(), &plain).await?,
        worker: of_worker(&worker.actor.id),
        idle_until: after(now, IDLE).min(ends_at),
        expires_at: ends_at,
    };
    world.store().begin_session(&row).await?;
    Ok(Begun { id, lasts: ends_at.duration_since(now).try_into().unwrap_or_default() })
}

/// The worker whose session this is, if it goes on; using it puts its idle end off.
pub async fn resume<W: SessionKeeping>(
    world: &W,
    id: &SessionId,
) -> Result<Option<SignedIn>, Fault> {
    let (key, now) = (id.key(), world.nature().now());
    let Some(row) = world.store().session(key).await? else { return Ok(None) };
    if now >= row.idle_until {
        return Ok(None);
    }
    let contents = match world.vault().open(key, &row.sealed).await {
        Ok(plain) => serde_json::from_slice::<Contents>(&plain).ok(),
        // Somebody wrote to the row, or its key is gone: signing in again makes a good one.
        Err(Fault::Broken(_)) => None,
        Err(fault @ Fault::Transient(_)) => return Err(fault),
    };
    let goes_on = |contents: &Contents| contents.v == VERSION && now < contents.ends_at;
    let Some(contents) = contents.filter(goes_on) else { return Ok(None) };
    let idle_until = |from| after(from, IDLE).min(contents.ends_at);
    let is_noted = after(row.idle_until, NOT_NOTED) > idle_until(now);
    if !is_noted && !world.store().keep_session(key, idle_until(now)).await? {
        return Ok(None);
    }
    let Contents { actor, client, inboxes, roles, scopes, .. } = contents;
    let worker = Worker { actor: Actor { id: actor, client }, inboxes, roles };
    Ok(Some(SignedIn { worker, scopes }))
}

/// The worker whose session this was, where it is over and its row is still there.
async fn of_ended<W: SessionKeeping>(world: &W, id: &SessionId) -> Result<Option<ActorId>, Fault> {
    let key = id.key();
    let Some(row) = world.store().session(key).await? else { return Ok(None) };
    match world.vault().open(key, &row.sealed).await {
        Ok(plain) => Ok(serde_json::from_slice::<Contents>(&plain).ok().map(|was| was.actor)),
        Err(Fault::Broken(_)) => Ok(None),
        Err(fault @ Fault::Transient(_)) => Err(fault),
    }
}

/// Ends a session; one that is over already stays over.
pub async fn end<W: SessionKeeping>(world: &W, id: &SessionId) -> Result<(), Fault> {
    world.store().end_session(id.key()).await
}

/// The digest by which all sessions of a worker are found.
pub fn of_worker(actor: &ActorId) -> Digest {
    digest("worker", actor.as_str().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_a_session_does_not_show_its_id() {
        let id = SessionId([7; 16]);
        assert!(SessionId::parse(&id.secret()) == Some(id.clone()));
        assert_ne!(id.key(), SessionId([8; 16]).key());
        assert!(!id.key().to_string().contains(&id.secret()));
    }
}
