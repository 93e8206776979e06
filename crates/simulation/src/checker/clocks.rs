//! The check of clocks: an entry that nobody has taken up has one that runs, and no other entry has.

use pipeline::due::Work;
use pipeline::rows::EntryRow;
use referral::EntryState;

use super::Violation;
use crate::tables::Rows;

/// The entries that would never ring, and those that would though somebody has them in hand.
pub(super) fn run_for_open_entries(rows: &Rows) -> Vec<Violation> {
    let wrong = rows.entries.values().filter(|entry| {
        let waits = matches!(entry.state, EntryState::New | EntryState::Claimed);
        let runs = rows.due.contains_key(&Work::Clock(entry.id));
        runs != (waits && !rang_twice(entry))
    });
    wrong.map(|entry| Violation::Clock(entry.id)).collect()
}

fn rang_twice(entry: &EntryRow) -> bool {
    entry.clock.escalated.as_ref().is_some_and(|first| first.again.is_some())
}
