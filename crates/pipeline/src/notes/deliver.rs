//! Delivering a note: the workers of the entry that holds its referral are told of it, once. A
//! withdrawal may end an entry that nobody has in hand instead ([`super::ended`]).

use jiff::Timestamp;
use referral::InboxId;

use super::ended;
use crate::audit::{AuditAction, AuditEvent};
use crate::clocks;
use crate::due::{DueRow, Work};
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{Fault, Nature as _, Store as _, World};
use crate::record;
use crate::rows::{Actor, EntryRow, NoteKey, NoteRow, StateRow};
use crate::write::{CommitError, Row, Write};

/// The ways in which delivering a note ends well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteDelivered {
    /// The entry in this inbox has news.
    Told(InboxId),
    /// Its workers were told before.
    Already,
    /// The referral itself is not in an inbox yet: the note stays due.
    Waits,
    /// There is no such note, or it has no referral or entry (it was erased).
    Unknown,
}

/// Tells the workers of the entry that holds a note's referral of the note. Running it again, or twice at
/// once, changes nothing.
pub async fn deliver<W: World>(world: &W, key: NoteKey) -> Result<NoteDelivered, Fault> {
    let store = world.store();
    let mut last = "others are changing the same entry";
    for attempt in 0..ATTEMPTS {
        let Some(note) = store.notes(key.referral).await?.into_iter().find(|row| row.key == key)
        else {
            return Ok(NoteDelivered::Unknown);
        };
        if note.entry.is_some() {
            return Ok(NoteDelivered::Already);
        }
        let states = store.states(&[key.referral]).await?;
        let Some(state) = states.first() else { return Ok(NoteDelivered::Unknown) };
        let Some(id) = state.entry else { return Ok(NoteDelivered::Waits) };
        let entries = store.entries(&[id]).await?;
        let Some(entry) = entries.first() else { return Ok(NoteDelivered::Unknown) };
        match tell(world, &note, state, entry).await {
            Ok(()) => return Ok(NoteDelivered::Told(entry.inbox.clone())),
            Err(CommitError::Fault(fault @ Fault::Broken(_))) => return Err(fault),
            Err(CommitError::Fault(Fault::Transient(why))) => last = why,
            Err(CommitError::Cancelled(_)) => {}
        }
        pause(world.nature(), attempt).await;
    }
    Err(Fault::Transient(last))
}

/// Delivers the notes that came before their referral was delivered, which was just now, on this state
/// row: their messages found it waiting. Where that fails they are still due.
pub(crate) async fn deliver_those_of<W: World>(world: &W, state: &StateRow) {
    if state.notes == 0 {
        return;
    }
    let rows = world.store().notes(state.id).await.unwrap_or_default();
    for row in rows.iter().filter(|row| row.entry.is_none()) {
        let _ = deliver(world, row.key).await;
    }
}

async fn tell<W: World>(
    world: &W,
    note: &NoteRow,
    state: &StateRow,
    entry: &EntryRow,
) -> Result<(), CommitError> {
    let now = world.nature().now();
    let mut event = AuditEvent::new(now, &Actor::system(), AuditAction::NoteDelivered)
        .with("referral", note.key.referral)
        .with("note", note.key.note)
        .with("inbox", entry.inbox.as_str());
    if note.concern {
        event = event.with("concern", "yes");
    }
    if let Some(mark) = &note.amendment {
        event = event.with("amendment", mark.kind.code());
    }
    let event = record::next(world.store(), entry.id, event).await?;
    let ended = ended::by_withdrawal(entry, note, state, now);
    let (next, closed) = match ended {
        Some(ended) => (ended.entry, Some(ended.event.after(entry.id, Some(&event)))),
        None => (with_news(entry, note, state, now), None),
    };
    let clock = clocks::planned(Some(entry), &next, now);
    let mut writes = vec![
        Write::Told { note: note.key, entry: entry.id },
        Write::Entry { row: next, seen: entry.version },
        Write::Insert(Row::Audit(event)),
        Write::Remove(Work::DeliverNote(note.key)),
    ];
    writes.extend(closed.map(|event| Write::Insert(Row::Audit(event))));
    writes.extend(clock);
    // More about a concern must be read as soon as the concern itself, and so must one that is new.
    if entry.is_concern() || note.concern {
        writes.push(Write::Start(DueRow::open_concern(entry.id, now)));
    }
    world.store().commit(&writes).await
}

/// The entry with its news. A closed one stays closed, and ranks among the open ones until it was read.
/// Where its sender was asked for more, the sender's note is the answer.
fn with_news(entry: &EntryRow, note: &NoteRow, state: &StateRow, now: Timestamp) -> EntryRow {
    let earlier = |since: Option<_>| since.into_iter().chain([note.written_at]).min();
    let mut row = EntryRow { version: entry.version + 1, ..entry.clone() };
    row.news_since = earlier(row.news_since);
    if note.amendment.is_some() {
        row.clock.go_on(now);
    }
    if note.concern || note.pressing || state.has_pressing_notes() {
        row.unread_since = earlier(row.unread_since);
    }
    row
}
