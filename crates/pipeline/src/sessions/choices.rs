//! The choice of a worker who has different roles in different hubs: they work in one capacity at a
//! time, so that no role of one hub is taken into another.

use std::time::Duration;

use referral::{InboxId, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::{BrowserId, held};
use crate::collect::Worker;
use crate::ports::{Fault, SessionKeeping};
use crate::rows::{Actor, ActorId, ClientId};
use crate::secret_id;

/// The time within which a worker must choose.
const PATIENCE: Duration = Duration::from_mins(10);
const KIND: &str = "capacity";

/// Roles, and the inboxes in which a person has just these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capacity {
    /// The roles.
    pub roles: BTreeSet<Role>,
    /// The inboxes in which the person has these roles.
    pub inboxes: BTreeSet<InboxId>,
}

impl Capacity {
    /// The worker that a person is in this capacity.
    pub fn worker(self, actor: Actor) -> Worker {
        Worker { actor, inboxes: self.inboxes, roles: self.roles }
    }
}

/// The sealed part of a choice.
#[derive(Serialize, Deserialize)]
struct Contents {
    browser: String,
    actor: ActorId,
    client: Option<ClientId>,
    capacities: Vec<Capacity>,
    to: String,
}

/// Keeps who signed in and what they may choose from, for this browser. The answer is the id by which
/// the choice is made.
pub async fn offer<W: SessionKeeping>(
    world: &W,
    browser: &BrowserId,
    actor: &Actor,
    capacities: &[Capacity],
    to: &str,
) -> Result<String, Fault> {
    let contents = Contents {
        browser: browser.secret_digest(),
        actor: actor.id.clone(),
        client: actor.client.clone(),
        capacities: capacities.to_vec(),
        to: to.to_owned(),
    };
    held::hold(world, KIND, &contents, PATIENCE).await.map(secret_id::write)
}

/// The worker who chose, with the page that they asked for; `None` if there is no such choice in this
/// browser. A choice is made once.
pub async fn choose<W: SessionKeeping>(
    world: &W,
    browser: &BrowserId,
    id: &str,
    chosen: usize,
) -> Result<Option<(Worker, String)>, Fault> {
    let Some(id) = secret_id::read(id) else { return Ok(None) };
    let Some(found) = held::take::<_, Contents>(world, KIND, id).await? else { return Ok(None) };
    let Contents { browser: began_in, actor, client, mut capacities, to } = found;
    if began_in != browser.secret_digest() || chosen >= capacities.len() {
        return Ok(None);
    }
    let actor = Actor { id: actor, client };
    Ok(Some((capacities.swap_remove(chosen).worker(actor), to)))
}
