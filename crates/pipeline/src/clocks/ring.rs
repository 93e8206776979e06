//! Ringing: a clock that ran out is put to the manager of the inbox, and where nobody answers for as long
//! again, to the triage of the authority.
//!
//! Everything rests on the entry's version: an answer that comes at the same moment wins, and an answered
//! entry never rings.

use jiff::Timestamp;
use locality::{InboxKind, Localities};
use referral::{EntryId, InboxId};

use super::plan::next_look;
use super::{Hours, Ringing};
use crate::audit::{AuditAction, AuditEvent};
use crate::due::{DueRow, Work};
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{Fault, Nature as _, Placing, Store as _};
use crate::record;
use crate::rows::{Actor, EntryRow, Escalation, SecondRing};
use crate::write::{CommitError, Row, Write};

/// The ways in which a look at a clock ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rung {
    /// It ran out, and rang.
    Rang {
        /// The inbox of the entry.
        inbox: InboxId,
        /// Whether it was the second time.
        again: bool,
    },
    /// It has not run out, and is looked at again later.
    PutOff,
    /// No clock of the entry runs.
    Ended,
    /// There is no such entry (it was erased).
    Unknown,
}

/// Looks at the clock of an entry, by the rulebook in force now. Running it again, or twice at once, rings
/// no more often.
pub async fn ring<W: Placing>(world: &W, id: EntryId) -> Result<Rung, Fault> {
    let mut last = "others are changing the same entry";
    for attempt in 0..ATTEMPTS {
        let entry = world.store().entries(&[id]).await?.pop();
        let places = world.places();
        let (writes, rung) = match &entry {
            None => (vec![Write::Remove(Work::Clock(id))], Rung::Unknown),
            Some(entry) => looked_at(world, entry, &places.localities).await?,
        };
        match world.store().commit(&writes).await {
            Ok(()) => return Ok(rung),
            Err(CommitError::Fault(fault @ Fault::Broken(_))) => return Err(fault),
            Err(CommitError::Fault(Fault::Transient(why))) => last = why,
            Err(CommitError::Cancelled(_)) => {}
        }
        pause(world.nature(), attempt).await;
    }
    Err(Fault::Transient(last))
}

/// The writes of a look at the clock of an entry, each on the version that was read.
async fn looked_at<W: Placing>(
    world: &W,
    entry: &EntryRow,
    localities: &Localities,
) -> Result<(Vec<Write>, Rung), Fault> {
    let now = world.nature().now();
    let hours = Hours::of(localities, &entry.inbox);
    let unchanged = Write::Read { id: entry.id, rank: None, seen: entry.version };
    if !has_more(entry) {
        return Ok((vec![unchanged, Write::Remove(Work::Clock(entry.id))], Rung::Ended));
    }
    let look_at = |entry: &EntryRow| {
        let at = next_look(entry, hours, now);
        Write::Restart(DueRow::clock(entry.id, entry.is_concern(), at, now))
    };
    let Some(ringing) = entry.next_ring(hours, now).filter(|ringing| ringing.at <= now) else {
        return Ok((vec![unchanged, look_at(entry)], Rung::PutOff));
    };
    let next = rung(entry, ringing, localities, now);
    let event = record::next(world.store(), entry.id, event(&next, ringing, now)).await?;
    let row = if has_more(&next) { look_at(&next) } else { Write::Remove(Work::Clock(entry.id)) };
    let writes = vec![
        Write::Entry { row: next, seen: entry.version },
        Write::Insert(Row::Audit(event)),
        row,
    ];
    Ok((writes, Rung::Rang { inbox: entry.inbox.clone(), again: ringing.again }))
}

/// Whether a clock of the entry can still ring as the entry is.
fn has_more(entry: &EntryRow) -> bool {
    let rang_twice = entry.clock.escalated.as_ref().is_some_and(|first| first.again.is_some());
    entry.has_clock() && !rang_twice
}

/// The entry once its clock rang.
fn rung(entry: &EntryRow, ringing: Ringing, localities: &Localities, now: Timestamp) -> EntryRow {
    let mut next = EntryRow { version: entry.version + 1, ..entry.clone() };
    match &mut next.clock.escalated {
        Some(first) => {
            first.again = Some(SecondRing { at: now, triage: triage_of(entry, localities) });
        }
        none => *none = Some(Escalation { since: now, step: ringing.step, again: None }),
    }
    next
}

/// The triage that sends an entry on which nobody answers: that of its authority, unless it is there
/// already. A concern is for front doors alone, whose managers are told again.
fn triage_of(entry: &EntryRow, localities: &Localities) -> Option<InboxId> {
    if entry.is_concern() {
        return None;
    }
    let of_inbox = localities.inbox(&entry.inbox).and_then(|inbox| inbox.authority);
    let own = of_inbox.or(entry.authority.as_ref().map(|authority| authority.code))?;
    let mut inboxes = localities.inboxes().iter();
    let found =
        inboxes.find(|inbox| inbox.kind == InboxKind::Triage && inbox.authority == Some(own))?;
    (found.id != entry.inbox).then(|| found.id.clone())
}

fn event(next: &EntryRow, ringing: Ringing, now: Timestamp) -> AuditEvent {
    let event = AuditEvent::new(now, &Actor::system(), AuditAction::Escalated)
        .with("inbox", next.inbox.as_str())
        .with("step", ringing.step.code())
        .with("ring", if ringing.again { "second" } else { "first" });
    match next.put_to() {
        Some(triage) => event.with("triage", triage.as_str()),
        None => event,
    }
}
