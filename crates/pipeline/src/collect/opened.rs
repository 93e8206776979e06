//! An entry as a worker opens it: everything its referrals say, put together. Whether the worker may see
//! it, and what the look leaves, is [`open`](super::open())'s.

use futures::future::try_join_all;
use jiff::Timestamp;
use locality::{Placement, Reason};
use referral::{EntryId, NoteId, Referral, ReferralId};

use super::bodies::read;
use super::matches::{self, ShownMatch};
use super::reach::{Reach, Source, reach};
use super::worklog::{self, LogThread};
use super::{CollectError, Worker, list};
use crate::body;
use crate::notes::{self, Note};
use crate::ports::{Fault, Open as _, Reading, Store as _};
use crate::rows::{EntryRow, StateRow};
use crate::summary::Summary;

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
    /// The log of the work on it, what was begun last first.
    pub log: Vec<LogThread>,
}

impl Opened {
    pub(super) fn notes(&self) -> impl Iterator<Item = &OpenedNote> {
        self.referrals.iter().flat_map(|one| &one.notes)
    }

    /// The summary of what its referrals say, as far as they can be read.
    pub fn summary(&self) -> Summary {
        let said = self.referrals.iter().filter_map(OpenedReferral::latest).map(Summary::of);
        said.reduce(|all, one| all.with(&one)).unwrap_or_default()
    }

    /// Whether every one of its referrals can be read.
    pub(super) fn is_whole(&self) -> bool {
        self.referrals.len() == self.entry.referrals.len()
            && self.referrals.iter().all(|one| one.referral.is_some())
    }

    /// Whether all its pressing words and its notes can be read.
    pub(super) fn is_read(&self) -> bool {
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
    /// The referral as it was first sent; `None` if its body cannot be read, which is why it is in
    /// review.
    pub referral: Option<Referral>,
    /// The placement by the rulebook alone, with every rule considered; `None` if there is none.
    pub placement: Option<Placement>,
    /// The notes that the family or the sender added, the first one first.
    pub notes: Vec<OpenedNote>,
}

/// A note that a family or a sender added to its referral.
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
    /// The referral as its sender would have it now: as it was corrected last, or else as it was first
    /// sent; `None` if it cannot be read.
    pub fn latest(&self) -> Option<&Referral> {
        self.corrections().last().map(|(_, corrected)| corrected).or(self.referral.as_ref())
    }

    /// The corrections that the sender made, each with its time, the first one first.
    pub fn corrections(&self) -> impl DoubleEndedIterator<Item = (Timestamp, &Referral)> {
        self.notes.iter().filter_map(|note| match &note.said {
            Some(Note::Correction(corrected)) => Some((note.written_at, &**corrected)),
            _ => None,
        })
    }

    /// Whether any version of it is protected: a correction takes no protection away.
    pub fn is_protected(&self) -> bool {
        let corrected = self.corrections().map(|(_, corrected)| corrected);
        self.referral.iter().chain(corrected).any(Referral::is_protected)
    }

    /// The referral as a source of answers, by its sender's latest word; `None` if it cannot be read.
    pub fn source(&self) -> Option<Source<'_>> {
        Some(Source { sender: &self.state.sender, referral: self.latest()? })
    }
}

/// Reads everything that an entry's referrals say, and what was written down on it.
pub(super) async fn read_all<W: Reading>(
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
    let log = worklog::read(world, &entry).await?;
    Ok(Opened { entry, reasons, reach, referrals, matches, log })
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
