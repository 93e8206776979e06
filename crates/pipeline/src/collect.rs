//! Collect: what a hub worker does with the entries of their own inboxes.
//!
//! Another inbox's entry does not exist, as far as a worker can tell. Every look and every change
//! leaves an audit event.

mod careful;
mod change;
mod doubts;
mod list;
mod matches;

use std::collections::BTreeSet;

use locality::{Placement, Reason};
use referral::{InboxId, Referral};

pub use self::change::{Change, change};
pub use self::doubts::{Doubt, DoubtPage, doubts};
pub use self::list::{Listing, ListingPage, MOST_PER_PAGE, Query, list};
pub use self::matches::{ShownMatch, Verdict, decide_match};
use crate::audit::{self, AuditAction, AuditEvent};
use crate::body;
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{Fault, Keyed, Nature, Store, Vault, World};
use crate::rows::{Actor, EntryRow, StateRow};
use crate::write::{CommitError, Row, Write};
use referral::EntryId;

/// A worker and the inboxes that are theirs, as the verified token says.
#[derive(Debug, Clone)]
pub struct Worker {
    /// Who.
    pub actor: Actor,
    /// Their inboxes.
    pub inboxes: BTreeSet<InboxId>,
}

/// Why a worker did not get what they asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CollectError {
    /// There is no such entry in the worker's inboxes.
    #[error("there is no such entry in your inbox")]
    NotFound,
    /// Somebody else changed it first, or it is not in a state for this.
    #[error("the entry has changed: {0}")]
    Conflict(&'static str),
    /// It may be tried again.
    #[error("the inbox cannot be reached: {0}")]
    Unavailable(&'static str),
}

impl From<Fault> for CollectError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Transient(why) | Fault::Broken(why) => Self::Unavailable(why),
        }
    }
}

/// An entry, opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The entry.
    pub entry: EntryRow,
    /// Why it is here: the placement's reasons and what matching added.
    pub reasons: Vec<Reason>,
    /// Its referrals, the first one first. Of safe ways of contact, only those that every one of
    /// them calls safe.
    pub referrals: Vec<OpenedReferral>,
    /// Other entries about the same child, perhaps, or the same family: those the worker may see.
    pub matches: Vec<ShownMatch>,
}

impl Opened {
    /// Entries about the same child that the worker may see.
    pub fn linked(&self) -> impl Iterator<Item = EntryId> + '_ {
        let may_see = |id: &EntryId| self.matches.iter().any(|found| found.other == *id);
        self.entry.linked.iter().copied().filter(move |id| may_see(id))
    }
}

/// One referral of an opened entry.
#[derive(Debug, Clone)]
pub struct OpenedReferral {
    /// Where it stands.
    pub state: StateRow,
    /// What it says; `None` if its body cannot be read, which is why it is in review.
    pub referral: Option<Referral>,
    /// Where the rulebook alone puts it, with every rule considered; `None` if it was never placed.
    pub placement: Option<Placement>,
}

/// Opens an entry with everything its referrals say. The look is recorded before anything is
/// shown.
pub async fn open<W: Keyed>(
    world: &W,
    worker: &Worker,
    id: EntryId,
) -> Result<Opened, CollectError> {
    let entry = find_to_see(world, worker, id).await?;
    record_look(world, worker, &entry).await?;
    let store = world.store();
    let states = store.states(&entry.referrals).await?;
    let bodies = store.bodies(&entry.referrals).await?;
    let placements = store.placements(&entry.referrals).await?;
    let mut referrals = Vec::with_capacity(entry.referrals.len());
    for id in &entry.referrals {
        let Some(state) = states.iter().find(|state| state.id == *id) else { continue };
        let referral = match bodies.iter().find(|body| body.id == *id) {
            Some(body) => read(world, body).await?,
            None => None,
        };
        let placement = placements.iter().find(|row| row.id == *id);
        let placement = placement.map(|row| row.placement.clone());
        referrals.push(OpenedReferral { state: state.clone(), referral, placement });
    }
    careful::most_careful(&mut referrals);
    let matches = matches::shown(world, worker, &entry).await?;
    let reasons = list::reasons(world, std::slice::from_ref(&entry)).await?.remove(0);
    Ok(Opened { entry, reasons, referrals, matches })
}

async fn read<W: Keyed>(
    world: &W,
    row: &crate::rows::BodyRow,
) -> Result<Option<Referral>, CollectError> {
    let read = match world.vault().open(row.id, &row.sealed).await {
        Ok(plain) => body::read(&plain),
        Err(fault) => Err(fault),
    };
    match read {
        Ok(referral) => Ok(Some(referral)),
        Err(Fault::Broken(_)) => Ok(None),
        Err(Fault::Transient(why)) => Err(CollectError::Unavailable(why)),
    }
}

async fn find<W: World>(world: &W, worker: &Worker, id: EntryId) -> Result<EntryRow, CollectError> {
    let mut entries = world.store().entries(&[id]).await?;
    entries
        .pop()
        .filter(|entry| worker.inboxes.contains(&entry.inbox))
        .ok_or(CollectError::NotFound)
}

/// An entry to look at: of the worker's inboxes, or one that they decide about for the authority.
async fn find_to_see<W: World>(
    world: &W,
    worker: &Worker,
    id: EntryId,
) -> Result<EntryRow, CollectError> {
    let mut entries = world.store().entries(&[id]).await?;
    entries
        .pop()
        .filter(|entry| {
            worker.inboxes.contains(&entry.inbox) || matches::decides_about(worker, entry)
        })
        .ok_or(CollectError::NotFound)
}

async fn record_look<W: World>(
    world: &W,
    worker: &Worker,
    entry: &EntryRow,
) -> Result<(), CollectError> {
    for attempt in 0..ATTEMPTS {
        let event = AuditEvent::new(world.nature().now(), &worker.actor, AuditAction::Viewed)
            .with("inbox", entry.inbox.as_str());
        let row = audit::next(world.store(), entry.id, event).await?;
        match world.store().commit(&[Write::Insert(Row::Audit(row))]).await {
            Ok(()) => return Ok(()),
            Err(CommitError::Fault(fault)) => return Err(fault.into()),
            Err(CommitError::Cancelled(_)) => pause(world.nature(), attempt).await,
        }
    }
    Err(CollectError::Unavailable("the look could not be recorded"))
}
