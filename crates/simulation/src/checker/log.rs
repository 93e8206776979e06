//! The check of logs: an item that was acknowledged is stored once, and an entry and its audit stream
//! tell of each that is stored.

use std::collections::BTreeMap;

use pipeline::audit::AuditAction;
use pipeline::rows::LogRow;
use referral::EntryId;

use super::{Told, Violation};
use crate::tables::Rows;

/// Checks every log against what workers were told, the entry's marks and its events.
pub(super) fn logs_are_kept(rows: &Rows, told: &Told<'_>) -> Vec<Violation> {
    let mut stored: BTreeMap<EntryId, Vec<&LogRow>> = BTreeMap::new();
    for row in rows.logs.values() {
        stored.entry(row.key.entry).or_default().push(row);
    }
    let mut found = Vec::new();
    for one in &told.workers.logged {
        let items = stored.get(&one.entry).into_iter().flatten();
        match items.filter(|row| says(row, &one.words)).count() {
            1 => {}
            0 => found.push(Violation::LogLost(one.entry)),
            _ => found.push(Violation::LogDoubled(one.entry)),
        }
    }
    let held = |id: &EntryId| stored.get(id).map_or(&[][..], Vec::as_slice);
    let tells_of_all = |id: &EntryId, items: usize| {
        let told: Vec<_> = rows
            .audit
            .get(id)
            .into_iter()
            .flatten()
            .filter(|row| row.event.action == AuditAction::Logged)
            .filter_map(|row| row.event.facts.get("item"))
            .collect();
        told.len() == items && held(id).iter().all(|row| told.contains(&&row.key.item.to_string()))
    };
    let is_wrong = |id: &EntryId, items: u16, marks: &[pipeline::rows::ContactMark]| {
        let has = |mark: &pipeline::rows::ContactMark| {
            held(id).iter().any(|row| row.key.item == mark.item)
        };
        usize::from(items) != held(id).len()
            || !tells_of_all(id, usize::from(items))
            || !marks.iter().all(has)
    };
    let wrong = rows
        .entries
        .values()
        .filter(|entry| is_wrong(&entry.id, entry.log.items, &entry.log.contacts));
    found.extend(wrong.map(|entry| Violation::LogCount(entry.id)));
    let without = stored.keys().filter(|id| !rows.entries.contains_key(id));
    found.extend(without.map(|id| Violation::LogCount(*id)));
    found
}

fn says(row: &LogRow, words: &str) -> bool {
    let plain = std::str::from_utf8(row.sealed.get(16..).unwrap_or_default());
    plain.is_ok_and(|plain| plain.contains(words))
}
