//! Collect: the use cases of a hub worker on the entries of their own inboxes.
//!
//! As far as a worker can tell, an entry of another inbox does not exist. Every look and every
//! change leaves an audit event.

mod access;
mod bodies;
mod change;
mod commit;
mod destinations;
mod export_entry;
mod figures;
mod filter;
mod found;
mod handover;
mod list;
mod matches;
mod opened;
mod overview;
mod possible_matches;
mod reach;
mod recorded;
mod revise;
mod send_on;
mod summaries;
mod worklog;

use std::collections::BTreeSet;

use referral::{EntryId, InboxId, Role};

pub use self::access::{
    AccessChange, ask_for_address, change_access, decides_on_access, is_to_be_shown,
};
pub use self::change::{Change, change};
pub use self::destinations::{destinations, offered_to};
pub use self::export_entry::export_entry;
pub use self::figures::{InboxFigures, figures};
pub use self::filter::{Filter, Sought};
pub use self::found::{MOST_COUNTED, MOST_LOOKED_AT};
pub use self::handover::{Handover, hand_over};
pub use self::list::{
    Listing, ListingPage, MOST_EXPORTED, MOST_PER_PAGE, Query, export, list, today,
};
pub use self::matches::{ShownMatch, Verdict, decide_match};
pub use self::opened::{Opened, OpenedNote, OpenedReferral};
pub use self::overview::{
    Escalated, Held, Standing, put_to_triage, sees_manager_view, standing, waiting,
};
pub use self::possible_matches::{PossibleMatch, PossibleMatches, possible_matches};
pub use self::reach::{Answer, Avoided, Person, Reach, Source, Way, reach, said_by};
pub use self::send_on::{Move, send_on, sent_on};
pub use self::worklog::{
    Appended, Contact, CorrectedPostcode, LogItem, LogThread, Logged, NewItem, Onward, ScoreTaken,
    SenderAsked, Task, Unfit, append,
};
use crate::audit::{AuditAction, AuditEvent};
use crate::due::Work;
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{Fault, Nature, Reading, Store, World};
use crate::record;
use crate::rows::{Actor, Barrier, EntryRow, Step, TooFewAttempts};
use crate::write::{CommitError, Row, Write};

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
    /// The entry is in the worker's inbox, and closed to them.
    #[error("the entry is closed to you: {}", .0.code())]
    ClosedToYou(Barrier),
    /// Only a manager may do this.
    #[error("only a manager may do this")]
    ForManagers,
    /// More families were received in the period than are counted at once.
    #[error("the period has too many families")]
    TooManyFamilies,
    /// The outcome needs more attempts to reach the family.
    #[error(transparent)]
    TooFewAttempts(#[from] TooFewAttempts),
    /// The item cannot be written as it is.
    #[error("it cannot be written down: {0}")]
    Unfit(#[from] Unfit),
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
        let mut opened = opened::read_all(world, worker, entry).await?;
        if record_look(world, worker, &opened, shows_words).await? {
            if shows_words && reads_for(worker, &opened.entry) && opened.is_read() {
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

fn is_theirs(worker: &Worker, entry: &EntryRow) -> bool {
    worker.inboxes.contains(&entry.inbox)
}

/// Whether an entry on which nobody answered in time is put to a triage of the worker's.
fn is_put_to(worker: &Worker, entry: &EntryRow) -> bool {
    entry.put_to().is_some_and(|triage| worker.inboxes.contains(triage))
}

/// Whether a look of this worker counts as the inbox's own: words are then read, and clocks end.
fn reads_for(worker: &Worker, entry: &EntryRow) -> bool {
    worker.does_work() && is_theirs(worker, entry)
}

async fn find<W: World>(world: &W, worker: &Worker, id: EntryId) -> Result<EntryRow, CollectError> {
    let mut entries = world.store().entries(&[id]).await?;
    seen_by(worker, entries.pop().ok_or(CollectError::NotFound)?)
}

/// The entry, if it is in the worker's inboxes and not closed to them.
fn seen_by(worker: &Worker, entry: EntryRow) -> Result<EntryRow, CollectError> {
    if is_theirs(worker, &entry) { not_closed(worker, entry) } else { Err(CollectError::NotFound) }
}

/// The entry, unless it is closed to the worker though it is in their inbox.
fn not_closed(worker: &Worker, entry: EntryRow) -> Result<EntryRow, CollectError> {
    match entry.access.barrier(&worker.actor.id) {
        None => Ok(entry),
        Some(barrier) => Err(CollectError::ClosedToYou(barrier)),
    }
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
    let entry = entries
        .pop()
        .filter(|entry| may_act(worker, entry) || matches::decides_about(worker, entry));
    not_closed(worker, entry.ok_or(CollectError::NotFound)?)
}

/// Whether the worker may take a step with an entry: it is in their inboxes, or put to their triage.
fn may_act(worker: &Worker, entry: &EntryRow) -> bool {
    is_theirs(worker, entry) || is_put_to(worker, entry)
}

/// The entry, if the worker may take a step with it ([`may_act`]).
async fn find_to_act<W: World>(
    world: &W,
    worker: &Worker,
    id: EntryId,
) -> Result<EntryRow, CollectError> {
    let mut entries = world.store().entries(&[id]).await?;
    let entry = entries.pop().filter(|entry| may_act(worker, entry));
    not_closed(worker, entry.ok_or(CollectError::NotFound)?)
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
    // The people of another entry stand beside its own: a look at them, too.
    let beside = opened.matches.iter().filter(|found| found.summary.is_some());
    let beside: Vec<String> = beside.map(|found| found.other.to_string()).collect();
    if !beside.is_empty() {
        event = event.with("beside", beside.join(" "));
    }
    let row = record::next(world.store(), entry.id, event).await?;
    let mut writes = vec![Write::Insert(Row::Audit(row))];
    if shows_words && reads_for(worker, entry) {
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
