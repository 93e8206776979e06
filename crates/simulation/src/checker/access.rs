//! The check of access: a worker who said that they know a family does nothing more with its entry, and
//! only the worker who has an entry offers it.

use pipeline::audit::AuditAction::{ConflictDeclared, Viewed};
use pipeline::rows::{ActorId, EntryRow};

use super::Violation;
use crate::tables::Rows;

/// Checks who did what with each entry. A look that began before the worker said so may be recorded after.
pub(super) fn closed_entries_are_left_alone(rows: &Rows) -> Vec<Violation> {
    let is_wrong = |entry: &EntryRow| {
        let events = rows.audit.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
        let mut declared: Vec<&ActorId> = Vec::new();
        for row in events {
            if declared.contains(&&row.event.actor) && row.event.action != Viewed {
                return true;
            }
            if row.event.action == ConflictDeclared {
                declared.push(&row.event.actor);
            }
        }
        let holder = entry.claim.as_ref().map(|claim| &claim.by);
        let is_offered_by_another =
            entry.log.offered_by.as_ref().is_some_and(|by| holder != Some(by));
        is_offered_by_another || entry.access.conflicts.iter().ne(declared)
    };
    let wrong = rows.entries.values().filter(|entry| is_wrong(entry));
    wrong.map(|entry| Violation::Access(entry.id)).collect()
}
