//! Collect: the use cases of a hub worker on the entries of their own inboxes.
//!
//! As far as a worker can tell, an entry of another inbox does not exist. Every look and every
//! change leaves an audit event.

mod change;
mod commit;
mod destinations;
mod list;
mod matches;
mod possible_matches;
mod reach;
mod send_on;

use std::collections::BTreeSet;

use futures::future::try_join_all;
use jiff::Timestamp;
use locality::{Placement, Reason};
use referral::{InboxId, NoteId, Referral, ReferralId, Role};

pub use self::change::{Change, change};
pub use self::destinations::{destinations, offered_to};
pub use self::list::{Listing, ListingPage, MOST_PER_PAGE, Query, list};
pub use self::matches::{ShownMatch, Verdict, decide_match};
pub use self::possible_matches::{PossibleMatch, PossibleMatches, possible_matches};
pub use self::reach::{Answer, Avoided, Person, Reach, Source, Way, reach, said_by};
pub use self::send_on::{Move, send_on, sent_on};
use crate::audit::{AuditAction, AuditEvent};
use crate::body;
use crate::due::Work;
use crate::notes::{self, Note};
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{Fault, Nature, Open as _, Reading, Store, World};
use crate::record;
use crate::rows::{Actor, EntryRow, StateRow, Step};
use crate::write::{CommitError, Row, Write};
use referral::EntryId;

/// A worker with their inboxes and roles, as the verified token names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worker {
    /// The actor that the worker is.
    pub actor: Actor,
    /// The inboxes whose entries the worker may see.
    pub inboxes: BTreeSet<InboxId>,
    /// The worker's roles, which hold in each of the inboxes.
    pub roles: BTreeSet<Role>,
}

impl Worker {
    /// Whether the worker does the work of their inboxes, and does not only look on: words that an
    /// auditor was shown stay unread, and no clock ends by it.
    pub fn does_work(&self) -> bool {
        self.roles.iter().any(|role| !matches!(role, Role::Auditor | Role::RulesOfficer))
    }
}

/// The reason why a worker's request was not carried out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CollectError {
    /// There is no such entry in the worker's inboxes.
    #[error("there is no such entry in your inbox")]
    NotFound,
    /// Another worker changed the entry first, or it is not in a state for this.
    #[error("the entry has changed: {0}")]
    Conflict(&'static str),
    /// As a conflict, where the last step that a person took with the entry is known.
    #[error("the entry has changed: {why}")]
    Overtaken {
        /// The reason in words.
        why: &'static str,
        /// The last step.
        last: Box<Step>,
    },
    /// The entry cannot be sent there: only to one of these inboxes, or nowhere for this reason.
    #[error("the entry cannot be sent there")]
    Destination(Vec<InboxId>),
    /// The inbox cannot be reached; the request may be tried again.
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

/// An entry that was opened, with everything its referrals say.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The entry as it was read.
    pub entry: EntryRow,
    /// The reasons why the entry is in this inbox: the placement's, then the entry's own remarks.
    pub reasons: Vec<Reason>,
    /// The safe ways to reach its people.
    pub reach: Reach,
    /// The referrals of the entry, the first one first, each as it was sent.
    pub referrals: Vec<OpenedReferral>,
    /// The matches with other entries that the worker may see.
    pub matches: Vec<ShownMatch>,
}

impl Opened {
    fn notes(&self) -> impl Iterator<Item = &OpenedNote> {
        self.referrals.iter().flat_map(|one| &one.notes)
    }

    /// Whether every one of its referrals can be read.
    fn is_whole(&self) -> bool {
        self.referrals.len() == self.entry.referrals.len()
            && self.referrals.iter().all(|one| one.referral.is_some())
    }

    /// Whether all its pressing words and its notes can be read.
    fn is_read(&self) -> bool {
        let notes_are = self.notes().all(|note| note.said.is_some());
        let read = |id: &ReferralId| {
            let mut shown = self.referrals.iter().filter(|one| one.state.id == *id);
            shown.any(|one| one.referral.is_some() || !one.state.pressing_words)
        };
        notes_are && self.entry.referrals.iter().all(read)
    }

    /// The linked entries, about the same child, that the worker may see.
    pub fn linked(&self) -> impl Iterator<Item = EntryId> + '_ {
        let may_see = |id: &EntryId| self.matches.iter().any(|found| found.other == *id);
        self.entry.linked.iter().copied().filter(move |id| may_see(id))
    }
}

/// One referral of an opened entry.
#[derive(Debug, Clone)]
pub struct OpenedReferral {
    /// The row that says where the referral stands.
    pub state: StateRow,
    /// The referral as it was sent; `None` if its body cannot be read, which is why it is in
    /// review.
    pub referral: Option<Referral>,
    /// The placement by the rulebook alone, with every rule considered; `None` if there is none.
    pub placement: Option<Placement>,
    /// The notes that the family added, the first one first.
    pub notes: Vec<OpenedNote>,
}

/// A note that a family added to its referral.
#[derive(Debug, Clone)]
pub struct OpenedNote {
    /// The id of the note.
    pub id: NoteId,
    /// The time when it was written.
    pub written_at: Timestamp,
    /// The note itself; `None` if it cannot be read.
    pub said: Option<Note>,
}

impl OpenedReferral {
    /// The referral as a source of answers; `None` if it cannot be read.
    pub fn source(&self) -> Option<Source<'_>> {
        Some(Source { sender: &self.state.sender, referral: self.referral.as_ref()? })
    }
}

/// Opens an entry with everything its referrals say. The look is recorded before anything is
/// shown; the same transaction marks pressing words and notes as read.
pub async fn open<W: Reading>(
    world: &W,
    worker: &Worker,
    id: EntryId,
) -> Result<Opened, CollectError> {
    look(world, worker, id, true).await
}

/// As [`open`], for a page that does not show the words of a referral: they stay unread.
pub async fn open_without_words<W: Reading>(
    world: &W,
    worker: &Worker,
    id: EntryId,
) -> Result<Opened, CollectError> {
    look(world, worker, id, false).await
}

async fn look<W: Reading>(
    world: &W,
    worker: &Worker,
    id: EntryId,
    shows_words: bool,
) -> Result<Opened, CollectError> {
    for attempt in 0..ATTEMPTS {
        let entry = find_to_see(world, worker, id).await?;
        let mut opened = read_all(world, worker, entry).await?;
        if record_look(world, worker, &opened, shows_words).await? {
            if shows_words && works_on(worker, &opened.entry) && opened.is_read() {
                opened.entry = opened.entry.read();
            }
            return Ok(opened);
        }
        // The entry was changed or looked at in the same moment: it is read again, so that the look
        // that is shown is the one that is recorded.
        pause(world.nature(), attempt).await;
    }
    Err(CollectError::Unavailable("the look could not be recorded"))
}

async fn read_all<W: Reading>(
    world: &W,
    worker: &Worker,
    entry: EntryRow,
) -> Result<Opened, CollectError> {
    let store = world.store();
    let states = store.states(&entry.referrals).await?;
    let bodies = store.bodies(&entry.referrals).await?;
    let placements = store.placements(&entry.referrals).await?;
    let mut read_bodies = Vec::with_capacity(bodies.len());
    for some in bodies.chunks(body::OPENED_AT_ONCE) {
        read_bodies.extend(try_join_all(some.iter().map(|row| read(world, row))).await?);
    }
    let mut referrals = Vec::with_capacity(entry.referrals.len());
    for id in &entry.referrals {
        let Some(state) = states.iter().find(|state| state.id == *id) else { continue };
        let at = bodies.iter().position(|body| body.id == *id);
        let referral = at.and_then(|at| read_bodies[at].take());
        let placement = placements.iter().find(|row| row.id == *id);
        let placement = placement.map(|row| row.placement.clone());
        let notes = read_notes(world, state).await?;
        referrals.push(OpenedReferral { state: state.clone(), referral, placement, notes });
    }
    let sources: Vec<Source<'_>> = referrals.iter().filter_map(OpenedReferral::source).collect();
    let reach = reach(&sources);
    let matches = matches::shown(world, worker, &entry).await?;
    let reasons = list::reasons(world, std::slice::from_ref(&entry)).await?.remove(0);
    Ok(Opened { entry, reasons, reach, referrals, matches })
}

/// The notes to a referral, the first one first. The state row tells whether there are any.
async fn read_notes<W: Reading>(
    world: &W,
    state: &StateRow,
) -> Result<Vec<OpenedNote>, CollectError> {
    if state.notes == 0 {
        return Ok(Vec::new());
    }
    let mut rows = world.store().notes(state.id).await?;
    rows.sort_by_key(|row| (row.written_at, row.key));
    let mut read = Vec::with_capacity(rows.len());
    for row in rows {
        let said = match world.vault().open(row.key, &row.sealed).await {
            Ok(plain) => notes::read(&plain).ok(),
            Err(Fault::Broken(_)) => None,
            Err(Fault::Transient(why)) => return Err(CollectError::Unavailable(why)),
        };
        read.push(OpenedNote { id: row.key.note, written_at: row.written_at, said });
    }
    Ok(read)
}

async fn read<W: Reading>(
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

fn is_theirs(worker: &Worker, entry: &EntryRow) -> bool {
    worker.inboxes.contains(&entry.inbox)
}

/// Whether the worker does the work of the inbox that the entry is in.
fn works_on(worker: &Worker, entry: &EntryRow) -> bool {
    worker.does_work() && is_theirs(worker, entry)
}

async fn find<W: World>(world: &W, worker: &Worker, id: EntryId) -> Result<EntryRow, CollectError> {
    let mut entries = world.store().entries(&[id]).await?;
    entries.pop().filter(|entry| is_theirs(worker, entry)).ok_or(CollectError::NotFound)
}

/// Whether a worker may see an entry, as far as their inboxes say. Nothing of it is shown.
pub async fn may_see<W: World>(
    world: &W,
    worker: &Worker,
    id: EntryId,
) -> Result<(), CollectError> {
    find_to_see(world, worker, id).await.map(drop)
}

/// The entry, if it is in the worker's inboxes or they decide about it for the authority.
async fn find_to_see<W: World>(
    world: &W,
    worker: &Worker,
    id: EntryId,
) -> Result<EntryRow, CollectError> {
    let mut entries = world.store().entries(&[id]).await?;
    entries
        .pop()
        .filter(|entry| is_theirs(worker, entry) || matches::decides_about(worker, entry))
        .ok_or(CollectError::NotFound)
}

/// Records the look, and that pressing words and notes were read if it shows them to somebody who works
/// in the entry's inbox. Answers `false`, and records nothing of that, if the entry changed in between: a
/// referral or a note that came meanwhile was not read.
async fn record_look<W: World>(
    world: &W,
    worker: &Worker,
    opened: &Opened,
    shows_words: bool,
) -> Result<bool, CollectError> {
    let entry = &opened.entry;
    let mut event = AuditEvent::new(world.nature().now(), &worker.actor, AuditAction::Viewed)
        .with("inbox", entry.inbox.as_str())
        .with("referrals", entry.referrals.len());
    if shows_words {
        event = event.with("notes", opened.notes().count());
    }
    let row = record::next(world.store(), entry.id, event).await?;
    let mut writes = vec![Write::Insert(Row::Audit(row))];
    if shows_words && works_on(worker, entry) {
        let is_marked = entry.unread_since.is_some() || entry.has_news();
        let reads = is_marked && opened.is_read();
        // The clock of a concern ends when all that it says was shown, and the clock of one in a note
        // when the note was.
        let ends_clock = (entry.is_concern() && opened.is_whole()) || (entry.has_news() && reads);
        if reads || ends_clock {
            let rank = reads.then(|| entry.read().rank());
            writes.push(Write::Read { id: entry.id, rank, seen: entry.version });
        }
        if ends_clock {
            writes.push(Write::Remove(Work::OpenConcern(entry.id)));
        }
    }
    match world.store().commit(&writes).await {
        Ok(()) => Ok(true),
        Err(CommitError::Cancelled(_)) => Ok(false),
        Err(CommitError::Fault(fault)) => Err(fault.into()),
    }
}
