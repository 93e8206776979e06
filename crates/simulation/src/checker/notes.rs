//! The check of notes and of what looks automatic: a note that was acknowledged is stored once and told
//! once, with the entry that holds its referral; a suspect is in review unless it is a concern.

use std::collections::{BTreeMap, BTreeSet};

use pipeline::audit::{AuditAction, AuditRow};
use pipeline::due::Work;
use pipeline::rows::{EntryRow, NoteRow, StateRow};
use referral::{InboxId, ReferralId};

use super::amendments;
use super::moves::was_moved;
use super::{Told, Violation, submission_of};
use crate::tables::Rows;
use crate::world::Shared;

/// Checks that each acknowledged note is stored once, whatever was sent again.
pub(super) fn acknowledged_are_stored(rows: &Rows, told: &Told<'_>) -> Vec<Violation> {
    let mut stored: BTreeMap<usize, Vec<&NoteRow>> = BTreeMap::new();
    for row in rows.notes.values() {
        if let Some(number) = submission_of(rows, row.key.referral) {
            stored.entry(number).or_default().push(row);
        }
    }
    let times = |number: &usize, words: &str| {
        let rows = stored.get(number).into_iter().flatten();
        rows.filter(|row| says(row, words)).count()
    };
    let mut found = Vec::new();
    for (number, planned) in &told.families.added {
        let words = planned.note.text().map(referral::FreeText::as_str).unwrap_or_default();
        match times(number, words) {
            0 => found.push(Violation::NoteLost(*number)),
            1 => {}
            _ => found.push(Violation::NoteDoubled(*number)),
        }
    }
    found.extend(told.families.not_found.iter().copied().map(Violation::StatusNotFound));
    found
}

fn says(row: &NoteRow, words: &str) -> bool {
    let plain = std::str::from_utf8(row.sealed.get(16..).unwrap_or_default());
    plain.is_ok_and(|plain| plain.contains(words))
}

/// Checks that every stored note is counted, and told once to the workers of the entry that holds its
/// referral, which has news until somebody opens it.
pub(super) fn stored_are_told(rows: &Rows) -> Vec<Violation> {
    let mut counted: BTreeMap<ReferralId, u8> = BTreeMap::new();
    let mut found: Vec<Violation> = Vec::new();
    for row in rows.notes.values() {
        *counted.entry(row.key.referral).or_default() += 1;
        let state = rows.states.get(&row.key.referral);
        if !state.is_some_and(|state| is_told_once(rows, row, state)) {
            found.push(Violation::NoteNotTold(row.key.referral));
        }
    }
    let wrong = rows
        .states
        .values()
        .filter(|state| state.notes != counted.get(&state.id).copied().unwrap_or_default());
    found.extend(wrong.map(|state| Violation::NoteNotTold(state.id)));
    found
}

fn is_told_once(rows: &Rows, note: &NoteRow, state: &StateRow) -> bool {
    let id = note.key.note.to_string();
    let told_of = |row: &&AuditRow| {
        row.event.action == AuditAction::NoteDelivered && row.event.facts.get("note") == Some(&id)
    };
    let told: Vec<_> = rows.audit.values().flatten().filter(told_of).collect();
    let (Some(entry), [event]) = (state.entry, told.as_slice()) else { return false };
    let events = rows.audit.get(&entry).map(Vec::as_slice).unwrap_or_default();
    let is_read = shows_its_notes(events).any(|row| row.seq > event.seq);
    // A withdrawal may have ended the entry instead, in the same transaction.
    let is_ended = events.iter().any(|row| row.seq == event.seq + 1 && amendments::is_ended(row));
    let has_news = rows.entries.get(&entry).is_some_and(EntryRow::has_news);
    note.entry == Some(entry)
        && event.stream == entry
        && !rows.due.contains_key(&Work::DeliverNote(note.key))
        && (has_news || is_read || is_ended)
}

/// The looks of a chain that showed every note which was told before them.
pub(super) fn shows_its_notes(events: &[AuditRow]) -> impl Iterator<Item = &AuditRow> {
    let told = |seq: u64| {
        let before = events.iter().filter(move |row| row.seq < seq);
        before.filter(|row| row.event.action == AuditAction::NoteDelivered).count()
    };
    let shown = |row: &AuditRow| row.event.facts.get("notes")?.parse::<usize>().ok();
    events.iter().filter(move |row| {
        row.event.action == AuditAction::Viewed
            && shown(row).is_some_and(|shown| shown >= told(row.seq))
    })
}

/// Checks that what looks automatic is in review by itself, and says why, unless it is a concern.
pub(super) fn suspects_are_reviewed(
    rows: &Rows,
    told: &Told<'_>,
    shared: &Shared,
) -> Vec<Violation> {
    let suspects: BTreeSet<usize> = told
        .planned
        .iter()
        .filter(|one| one.suspect && !one.concern)
        .map(|one| one.number)
        .collect();
    let is_reviewed = |entry: &EntryRow| {
        let says_why = entry.remarks.iter().any(|remark| remark.code == "looks_automatic");
        // A person who looked at it may have sent it on.
        let is_there = entry.inbox == InboxId::review() && entry.referrals.len() == 1;
        (is_there || was_moved(entry)) && says_why
    };
    let held = rows.states.values().filter(|state| {
        let is_suspect = submission_of(rows, state.id).is_some_and(|it| suspects.contains(&it));
        is_suspect && !shared.is_poisoned(state.id)
    });
    held.filter_map(|state| Some((state, rows.entries.get(&state.entry?)?)))
        .filter(|(_, entry)| !is_reviewed(entry))
        .map(|(state, _)| Violation::Suspect(state.id))
        .collect()
}
