//! Traces that finding the hub by hand leaves on an entry: the postcode as a worker corrected it, and that
//! its sender was asked for more.

use jiff::Timestamp;
use referral::{ContactDirection, ContactWith, EntryState, LogId};

use super::{Contact, Logged, NewItem};
use crate::collect::CollectError;
use crate::rows::{EntryRow, PostcodeMark};

/// Whether an item about finding the hub may be written on the entry as it stands: it is open, and a
/// correction rests on the one that is in force.
pub(super) fn stands(entry: &EntryRow, item: &NewItem) -> Result<(), CollectError> {
    if !matches!(item.said, Logged::Postcode(_) | Logged::SenderAsked(_)) {
        return Ok(());
    }
    if entry.state == EntryState::Closed {
        return Err(CollectError::Conflict("it is closed"));
    }
    let in_force = entry.log.postcode.map(|mark| mark.item);
    if matches!(item.said, Logged::Postcode(_)) && in_force != item.replaces {
        return Err(CollectError::Conflict("somebody has corrected the postcode meanwhile"));
    }
    Ok(())
}

/// Leaves the marks of an item on the entry. `earlier` is the item that it stands for.
pub(super) fn mark(
    entry: &mut EntryRow,
    id: LogId,
    item: &NewItem,
    earlier: Option<&Logged>,
    now: Timestamp,
) {
    match (&item.said, earlier) {
        (Logged::Postcode(corrected), _) => {
            entry.log.postcode = Some(PostcodeMark { item: id, authority: corrected.authority });
        }
        (Logged::Contact(contact), _) if is_answer(contact) => answered(entry, now),
        (Logged::SenderAsked(_), _) => {
            entry.course.asked_at = Some(now);
            entry.clock.pause(now);
        }
        (Logged::Retracted { .. }, Some(Logged::Postcode(_))) => entry.log.postcode = None,
        (Logged::Retracted { .. }, Some(Logged::SenderAsked(_))) => answered(entry, now),
        _ => {}
    }
}

/// No answer is awaited any more, and the clocks go on.
fn answered(entry: &mut EntryRow, now: Timestamp) {
    entry.course.asked_at = None;
    entry.clock.go_on(now);
}

/// Whether the sender got in touch: then no answer is awaited.
fn is_answer(contact: &Contact) -> bool {
    contact.with == ContactWith::Referrer && contact.direction == ContactDirection::FromFamily
}
