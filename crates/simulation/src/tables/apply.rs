//! A transaction: the transactions it collides with, its conditions, and its writes.

use std::fmt;

use pipeline::due::Work;
use pipeline::rows::{AmendmentKind, DraftKey, EntryRow, LogKey, NoteKey, ReplayKey};
use pipeline::write::{Refusal, Row, Write};
use referral::{EntryId, EntryState, Reference, ReferralId, ReferralState};

use super::{Rows, SimStore, refused};
use crate::faults::Bug;
use crate::kernel::Micros;

/// The rows that a transaction is writing; they are released when it, or its process, has ended.
pub(super) struct Busy {
    store: SimStore,
    keys: Vec<Key>,
}

impl Drop for Busy {
    fn drop(&mut self) {
        let mut rows = self.store.rows();
        for key in &self.keys {
            if let Some(count) = rows.busy.get_mut(key) {
                *count -= 1;
                if *count == 0 {
                    rows.busy.remove(key);
                }
            }
        }
    }
}

/// Takes the rows of a transaction, unless another one is writing one of them.
pub(super) fn begin(store: &SimStore, writes: &[Write]) -> Result<Busy, Vec<Refusal>> {
    let keys: Vec<Key> = writes.iter().map(key).collect();
    let mut rows = store.rows();
    let taken = |key| if rows.busy.contains_key(key) { Refusal::Busy } else { Refusal::None };
    refused(keys.iter().map(taken).collect())?;
    for key in &keys {
        *rows.busy.entry(key.clone()).or_default() += 1;
    }
    drop(rows);
    Ok(Busy { store: store.clone(), keys })
}

/// Carries out all writes if every condition holds, or none.
pub(super) fn apply(store: &SimStore, writes: &[Write]) -> Result<(), Vec<Refusal>> {
    let lag = store.kernel.between(1_000, 2_000_000);
    let now = store.kernel.now();
    let mut rows = store.rows();
    let torn = store.bug == Some(Bug::TornTransactions);
    let moved = moved(&rows, writes);
    let verdicts: Vec<Refusal> = writes
        .iter()
        .map(|write| {
            let ignored = store.bug.is_some_and(|bug| ignores(bug, write));
            if ignored || holds(&rows, write) { Refusal::None } else { Refusal::Condition }
        })
        .collect();
    let ok = refused(verdicts.clone());
    for (write, verdict) in writes.iter().zip(&verdicts) {
        let alone = torn && *verdict == Refusal::None;
        let skipped = store.bug == Some(Bug::NoBump) && matches!(write, Write::Bump { .. });
        if (ok.is_ok() || alone) && !skipped {
            let ends_clocks = moved.is_some() && store.bug == Some(Bug::MoveEndsTheClock);
            if let (true, Write::Start(row)) = (ends_clocks, write) {
                rows.put_due(row.work, None, now + lag);
                continue;
            }
            put(&mut rows, write, now + lag, store.bug);
        }
    }
    if ok.is_ok() && store.bug == Some(Bug::WithdrawalClosesAnyEntry) {
        close_the_withdrawn(&mut rows, writes);
    }
    ok
}

/// Closes every entry whose workers are told of a withdrawal, as a planted bug does.
fn close_the_withdrawn(rows: &mut Rows, writes: &[Write]) {
    for write in writes {
        let Write::Told { note, entry } = write else { continue };
        let mark = rows.notes.get(note).and_then(|row| row.amendment.as_ref());
        if mark.is_some_and(|mark| matches!(mark.kind, AmendmentKind::Withdrawn { .. }))
            && let Some(row) = rows.entries.get_mut(entry)
        {
            row.state = EntryState::Closed;
        }
    }
}

/// The entry that these writes send to another inbox, as it was before.
fn moved(rows: &Rows, writes: &[Write]) -> Option<EntryRow> {
    writes.iter().find_map(|write| {
        let Write::Entry { row, .. } = write else { return None };
        rows.entries.get(&row.id).filter(|old| old.inbox != row.inbox).cloned()
    })
}

/// Whether a planted bug makes this write's condition count as held.
fn ignores(bug: Bug, write: &Write) -> bool {
    match bug {
        Bug::NoConditionOnTheReplayRow => matches!(write, Write::Insert(Row::Replay(_))),
        Bug::NoConditionOnTheReferenceRow => matches!(write, Write::Insert(Row::Reference(_))),
        Bug::NoConditionOnTheStateRow => matches!(write, Write::State { .. }),
        Bug::NoConditionOnTheEntry => matches!(write, Write::Entry { .. }),
        Bug::NoConditionOnTheLook => matches!(write, Write::Read { .. }),
        Bug::NoConditionOnTheNote => {
            matches!(write, Write::Told { .. } | Write::Insert(Row::Note(_)))
        }
        Bug::NoBump | Bug::NoConditionOnTheBump => matches!(write, Write::Bump { .. }),
        Bug::NoConditionOnTheIdleEnd => matches!(write, Write::EndDraft { .. }),
        Bug::NoConditionOnAuditEvents => matches!(write, Write::Insert(Row::Audit(_))),
        _ => false,
    }
}

fn holds(rows: &Rows, write: &Write) -> bool {
    match write {
        Write::Insert(row) => match row {
            Row::State(row) => !rows.states.contains_key(&row.id),
            Row::Body(row) => !rows.bodies.contains_key(&row.id),
            Row::Replay(row) => {
                rows.replays.get(&row.key).is_none_or(|old| old.expires_at <= row.written_at)
            }
            Row::Reference(row) => !rows.references.contains_key(&row.reference),
            Row::Placement(row) => !rows.placements.contains_key(&row.id),
            Row::Note(row) => !rows.notes.contains_key(&row.key),
            Row::Log(row) => !rows.logs.contains_key(&row.key),
            Row::Entry(row) => !rows.entries.contains_key(&row.id),
            Row::Draft(row) => !rows.drafts.contains_key(&row.key),
            Row::Due(row) => !rows.due.contains_key(&row.work),
            Row::Audit(row) => rows
                .audit
                .get(&row.stream)
                .is_none_or(|events| events.iter().all(|event| event.seq != row.seq)),
        },
        Write::State { row, seen } => {
            rows.states.get(&row.id).is_some_and(|old| old.version == *seen)
        }
        Write::Entry { row, seen } => {
            rows.entries.get(&row.id).is_some_and(|old| old.version == *seen)
        }
        Write::EndDraft { key, idle_at } => {
            idle_at.is_none_or(|at| rows.drafts.get(key).is_none_or(|draft| draft.idle_until <= at))
        }
        Write::Remove(_) | Write::Start(_) | Write::Restart(_) => true,
        Write::Told { note, .. } => rows.notes.get(note).is_some_and(|row| row.entry.is_none()),
        Write::Read { id, seen, .. } => {
            rows.entries.get(id).is_some_and(|old| old.version == *seen)
        }
        Write::Bump { id, seen } => rows
            .states
            .get(id)
            .is_some_and(|old| old.version == *seen && old.state == ReferralState::Accepted),
    }
}

fn put(rows: &mut Rows, write: &Write, shown_at: Micros, bug: Option<Bug>) {
    match write {
        Write::Insert(Row::State(row)) | Write::State { row, .. } => {
            rows.states.insert(row.id, row.clone());
        }
        Write::Insert(Row::Due(_)) | Write::Start(_) | Write::Restart(_)
            if bug == Some(Bug::NoDueMark) => {}
        Write::Restart(row)
            if matches!(row.work, Work::Clock(_)) && bug == Some(Bug::ClocksAreNotPlanned) => {}
        // A clock that runs goes on as it is.
        Write::Start(row) if rows.due.contains_key(&row.work) => {}
        Write::Insert(Row::Due(row)) | Write::Start(row) | Write::Restart(row) => {
            rows.put_due(row.work, Some(*row), shown_at);
        }
        Write::Remove(_) if bug == Some(Bug::DueWorkStays) => {}
        Write::Remove(work) => rows.put_due(*work, None, shown_at),
        Write::Insert(Row::Draft(row)) => {
            rows.drafts.insert(row.key, row.clone());
        }
        Write::EndDraft { key, .. } => {
            rows.drafts.remove(key);
        }
        Write::Entry { row, .. } if bug == Some(Bug::MoveWritesASecondEntry) => {
            let old = rows.entries.insert(row.id, row.clone());
            if let Some(old) = old.filter(|old| old.inbox != row.inbox) {
                let [first, rest @ ..] = *old.id.as_bytes();
                let mut other = [first ^ 1; 16];
                other[1..].copy_from_slice(&rest);
                let id = EntryId::from_random(other);
                rows.entries.insert(id, EntryRow { id, ..old });
            }
        }
        Write::Insert(Row::Entry(row)) | Write::Entry { row, .. } => {
            rows.entries.insert(row.id, row.clone());
        }
        Write::Insert(Row::Body(row)) => {
            rows.bodies.insert(row.id, row.clone());
        }
        Write::Insert(Row::Replay(row)) => {
            rows.replays.insert(row.key.clone(), row.clone());
        }
        Write::Insert(Row::Reference(row)) => {
            rows.references.insert(row.reference, row.clone());
        }
        Write::Insert(Row::Placement(row)) => {
            rows.placements.insert(row.id, row.clone());
        }
        Write::Insert(Row::Audit(row)) => {
            let events = rows.audit.entry(row.stream).or_default();
            events.retain(|event| event.seq != row.seq);
            events.push(row.clone());
        }
        Write::Insert(Row::Note(row)) => {
            rows.notes.insert(row.key, row.clone());
        }
        Write::Insert(Row::Log(row)) => {
            rows.logs.insert(row.key, row.clone());
        }
        Write::Told { note, entry } => {
            if let Some(row) = rows.notes.get_mut(note) {
                row.entry = Some(*entry);
            }
        }
        Write::Read { rank: None, .. } => {}
        Write::Read { id, .. } => {
            if takes_the_mark_of_unshown_words(rows, *id) {
                rows.unshown.push(*id);
            }
            if let Some(row) = rows.entries.get_mut(id) {
                row.unread_since = None;
                row.news_since = None;
            }
        }
        Write::Bump { id, seen } => {
            if let Some(row) = rows.states.get_mut(id) {
                row.version = seen + 1;
            }
        }
    }
}

/// Whether the look that was just recorded showed fewer referrals than the entry holds, and one of
/// the others has pressing words.
fn takes_the_mark_of_unshown_words(rows: &Rows, id: EntryId) -> bool {
    let look = rows.audit.get(&id).and_then(|events| events.last());
    let shown = look.and_then(|row| row.event.facts.get("referrals")?.parse().ok()).unwrap_or(0);
    let held = rows.entries.get(&id).map_or(&[][..], |entry| &entry.referrals);
    held.iter().skip(shown).any(|id| rows.states.get(id).is_some_and(|row| row.pressing_words))
}

/// The name of a row, unique across the tables.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    State(ReferralId),
    Body(ReferralId),
    Placement(ReferralId),
    Note(NoteKey),
    Log(LogKey),
    Replay(ReplayKey),
    Reference(Reference),
    Entry(EntryId),
    Audit(EntryId, u64),
    Due(Work),
    Draft(DraftKey),
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::State(id) => write!(f, "state {id}"),
            Self::Body(id) => write!(f, "body {id}"),
            Self::Placement(id) => write!(f, "placement {id}"),
            Self::Note(key) => write!(f, "note {} of state {}", key.note, key.referral),
            Self::Log(key) => write!(f, "log item {} of entry {}", key.item, key.entry),
            Self::Replay(key) => write!(f, "replay {}", key.as_str()),
            Self::Reference(reference) => write!(f, "reference {reference}"),
            Self::Entry(id) => write!(f, "entry {id}"),
            Self::Audit(stream, seq) => write!(f, "audit {stream} {seq}"),
            Self::Due(Work::Route(id)) => write!(f, "due routing {id}"),
            Self::Due(Work::OpenConcern(id)) => write!(f, "due opening of concern {id}"),
            Self::Due(Work::DeliverNote(key)) => write!(f, "due telling of {}", Self::Note(*key)),
            Self::Due(Work::Clock(id)) => write!(f, "due look at the clock of {id}"),
            Self::Due(Work::TellSender(id)) => write!(f, "due telling of state {id}"),
            Self::Due(Work::EndDraft(key)) => write!(f, "due ending of draft {key}"),
            Self::Draft(key) => write!(f, "draft {key}"),
        }
    }
}

pub(super) fn key(write: &Write) -> Key {
    match write {
        Write::Insert(Row::State(row)) | Write::State { row, .. } => Key::State(row.id),
        Write::Bump { id, .. } => Key::State(*id),
        Write::Read { id, .. } => Key::Entry(*id),
        Write::Insert(Row::Entry(row)) | Write::Entry { row, .. } => Key::Entry(row.id),
        Write::Insert(Row::Body(row)) => Key::Body(row.id),
        Write::Insert(Row::Replay(row)) => Key::Replay(row.key.clone()),
        Write::Insert(Row::Reference(row)) => Key::Reference(row.reference),
        Write::Insert(Row::Placement(row)) => Key::Placement(row.id),
        Write::Insert(Row::Audit(row)) => Key::Audit(row.stream, row.seq),
        Write::Insert(Row::Note(row)) => Key::Note(row.key),
        Write::Insert(Row::Log(row)) => Key::Log(row.key),
        Write::Told { note, .. } => Key::Note(*note),
        Write::Insert(Row::Due(row)) | Write::Start(row) | Write::Restart(row) => {
            Key::Due(row.work)
        }
        Write::Insert(Row::Draft(row)) => Key::Draft(row.key),
        Write::EndDraft { key, .. } => Key::Draft(*key),
        Write::Remove(work) => Key::Due(*work),
    }
}
