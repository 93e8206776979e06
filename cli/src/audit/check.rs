//! Checks the audit trail: each chain by its own hashes, then against the heads that were anchored,
//! then against what the tables say was done.

mod entries;
mod logs;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use pipeline::audit::{self, AuditAction, AuditRow};
use pipeline::rows::{EntryRow, NoteRow, StateRow};
use referral::EntryId;
use serde::Serialize;
use store::AuditFound;

use super::anchors::Head;
use crate::deployment::Connected;

/// The events of the audit table, chain by chain.
#[derive(Debug, Default)]
pub(super) struct Trail {
    pub(super) chains: BTreeMap<EntryId, Vec<AuditRow>>,
    unreadable: Vec<(String, String)>,
}

/// A record that is not as it was written.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Break {
    pub(super) entry: String,
    pub(super) what: String,
}

impl Trail {
    /// Reads the whole trail, and everything that is broken in it.
    pub(super) async fn read(
        connected: &Connected,
        anchored: &[Head],
    ) -> Result<(Self, Vec<Break>)> {
        // The tables are read first, then the events: a change in between then has its event.
        let operator = &connected.operator;
        let referrals = connected.variable("HUBWARD_TABLE_REFERRALS")?;
        let states = operator.all_states(referrals).await?;
        let notes = operator.all_notes(referrals).await?;
        let before = operator.all_logs(referrals).await?;
        let entries = operator.all_entries(connected.variable("HUBWARD_TABLE_INBOX")?).await?;
        let mut trail = Self::default();
        let table = connected.variable("HUBWARD_TABLE_AUDIT")?;
        operator.audit_rows(table, |page| trail.add(page)).await?;
        let after = operator.all_logs(referrals).await?;
        let mut breaks = trail.breaks(anchored);
        breaks.extend(trail.untold(&states, &entries));
        breaks.extend(trail.untold_notes(&states, &notes));
        breaks.extend(logs::untold(&trail, &entries, &before, &after));
        Ok((trail, breaks))
    }

    pub(super) fn add(&mut self, rows: Vec<AuditFound>) {
        for row in rows {
            match row {
                AuditFound::Event(row) => self.chains.entry(row.stream).or_default().push(row),
                AuditFound::Unreadable { stream, seq } => self.unreadable.push((stream, seq)),
            }
        }
    }

    pub(super) fn events(&self) -> usize {
        self.chains.values().map(Vec::len).sum()
    }

    /// The last event of each chain that is not broken.
    pub(super) fn heads(&self, breaks: &[Break]) -> impl Iterator<Item = Head> {
        let broken: BTreeSet<String> = breaks.iter().map(|found| found.entry.clone()).collect();
        let whole = self.chains.iter().filter(move |(id, _)| !broken.contains(&id.to_string()));
        let last = whole.filter_map(|(stream, rows)| Some((stream, rows.last()?)));
        last.map(|(stream, row)| Head { stream: *stream, seq: row.seq, hash: row.hash })
    }

    /// Everything that is broken in the trail.
    pub(super) fn breaks(&mut self, anchored: &[Head]) -> Vec<Break> {
        let mut breaks: Vec<Break> = self
            .unreadable
            .iter()
            .map(|(stream, seq)| Break {
                entry: stream.clone(),
                what: format!("event {seq} was altered: it cannot be read"),
            })
            .collect();
        for (stream, rows) in &mut self.chains {
            rows.sort_by_key(|row| row.seq);
            if let Err(broken) = audit::verify(rows) {
                breaks.push(Break { entry: stream.to_string(), what: broken.to_string() });
            }
        }
        breaks.extend(anchored.iter().filter_map(|head| self.off_anchor(head)));
        breaks
    }

    /// Changes to referrals and entries that their own tables have and no event tells: a chain was
    /// removed, or cut, before it was ever anchored.
    fn untold(&self, states: &[StateRow], entries: &[EntryRow]) -> Vec<Break> {
        use AuditAction::{Accepted, Attached, Delivered, SentToReview};
        let told = |stream: EntryId, actions: &[AuditAction], of: Option<&str>| {
            self.chains.get(&stream).into_iter().flatten().any(|row| {
                let fact = row.event.facts.get("referral").map(String::as_str);
                actions.contains(&row.event.action) && (of.is_none() || fact == of)
            })
        };
        let untold = |stream: EntryId, what: String| Break { entry: stream.to_string(), what };
        let mut breaks = Vec::new();
        for state in states {
            let (own, id) = (EntryId::from(state.id), state.id.to_string());
            // The event is written when the referral is delivered; until then the state row tells.
            if state.entry.is_some() && !told(own, &[Accepted], None) {
                breaks.push(untold(own, "its referral is stored, and no event says so".to_owned()));
            }
            let placed = [Delivered, Attached, SentToReview];
            if let Some(entry) = state.entry.filter(|entry| !told(*entry, &placed, Some(&id))) {
                breaks.push(untold(entry, format!("it holds referral {id}, and no event says so")));
            }
        }
        for entry in entries {
            let events = self.chains.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
            let said = entries::untold(entry, events).into_iter();
            breaks
                .extend(said.map(|what| untold(entry.id, format!("{what}, and no event says so"))));
        }
        breaks
    }

    /// Notes that are missing from the chains, or from their table: one that was brought to an entry
    /// without an event, one that an event tells of and is gone, and fewer than a referral counts.
    fn untold_notes(&self, states: &[StateRow], notes: &[NoteRow]) -> Vec<Break> {
        let events =
            self.chains.iter().flat_map(|(stream, rows)| rows.iter().map(move |row| (stream, row)));
        let told: BTreeSet<(EntryId, String)> = events
            .filter(|(_, row)| row.event.action == AuditAction::NoteDelivered)
            .filter_map(|(stream, row)| Some((*stream, row.event.facts.get("note")?.clone())))
            .collect();
        let stored: BTreeSet<String> = notes.iter().map(|row| row.key.note.to_string()).collect();
        let brought = notes.iter().filter_map(|row| Some((row.entry?, row.key.note.to_string())));
        let broken = |entry: EntryId, what: String| Break { entry: entry.to_string(), what };
        let mut breaks: Vec<Break> = brought
            .filter(|note| !told.contains(note))
            .map(|(entry, note)| {
                broken(entry, format!("it was told of the note {note}, and no event says so"))
            })
            .collect();
        let gone = told.iter().filter(|(_, note)| !stored.contains(note));
        breaks.extend(gone.map(|(entry, note)| {
            broken(*entry, format!("an event tells of the note {note}, which is gone"))
        }));
        let mut kept: BTreeMap<_, usize> = BTreeMap::new();
        for row in notes {
            *kept.entry(row.key.referral).or_default() += 1;
        }
        let short = states.iter().filter(|state| {
            kept.get(&state.id).copied().unwrap_or_default() < usize::from(state.notes)
        });
        breaks.extend(
            short.map(|state| broken(state.id.into(), "notes to its referral are gone".to_owned())),
        );
        breaks
    }

    fn off_anchor(&self, head: &Head) -> Option<Break> {
        let Head { stream, seq, hash } = head;
        let row = self.chains.get(stream).map(|rows| rows.iter().find(|row| row.seq == *seq));
        let what = match row {
            None => "its whole chain is gone, though it was anchored".to_owned(),
            Some(None) => format!("event {seq} is gone, though it was anchored"),
            Some(Some(row)) if row.hash != *hash => {
                format!("event {seq} is not the one that was anchored")
            }
            Some(Some(_)) => return None,
        };
        Some(Break { entry: stream.to_string(), what })
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use pipeline::audit::AuditEvent;
    use pipeline::rows::{Actor, NoteKey};
    use referral::{NoteId, ReferralId};

    use super::*;

    fn chain(actor: &str) -> Vec<AuditRow> {
        let stream = EntryId::from(ReferralId::from_random([7; 16]));
        let actor = Actor::operator(actor);
        let actions = [AuditAction::Accepted, AuditAction::Delivered, AuditAction::Viewed];
        actions.into_iter().fold(Vec::new(), |mut rows, action| {
            let event = AuditEvent::new(Timestamp::UNIX_EPOCH, &actor, action);
            rows.push(event.after(stream, rows.last()));
            rows
        })
    }

    fn trail(rows: Vec<AuditRow>) -> Trail {
        let mut trail = Trail::default();
        trail.add(rows.into_iter().map(AuditFound::Event).collect());
        trail
    }

    #[test]
    fn a_chain_written_anew_with_hashes_that_fit_is_found_by_its_anchor_alone() {
        let anchored: Vec<Head> = trail(chain("worker-a")).heads(&[]).collect();
        assert_eq!(anchored.len(), 1);
        let mut rewritten = trail(chain("worker-b"));
        assert_eq!(rewritten.breaks(&[]), []);
        let breaks = rewritten.breaks(&anchored);
        assert_eq!(breaks.len(), 1);
        assert!(breaks[0].what.contains("not the one that was anchored"), "{breaks:?}");
        assert_eq!(rewritten.heads(&breaks).count(), 0, "it is not anchored anew");
        assert_eq!(trail(chain("worker-a")).breaks(&anchored), []);
    }

    #[test]
    fn a_note_without_an_event_and_an_event_without_a_note_are_found() {
        let referral = ReferralId::from_random([7; 16]);
        let key = NoteKey { referral, note: NoteId::from_random([8; 16]) };
        let waits = NoteRow {
            key,
            written_at: Timestamp::UNIX_EPOCH,
            concern: false,
            pressing: false,
            amendment: None,
            sealed: Vec::new(),
            entry: None,
        };
        let brought = NoteRow { entry: Some(referral.into()), ..waits.clone() };
        assert_eq!(trail(chain("worker")).untold_notes(&[], &[waits]), []);
        let breaks = trail(chain("worker")).untold_notes(&[], std::slice::from_ref(&brought));
        assert!(breaks[0].what.contains("no event says so"), "{breaks:?}");

        let mut rows = chain("worker");
        let told =
            AuditEvent::new(Timestamp::UNIX_EPOCH, &Actor::system(), AuditAction::NoteDelivered)
                .with("note", key.note);
        rows.push(told.after(referral.into(), rows.last()));
        assert_eq!(trail(rows.clone()).untold_notes(&[], &[brought]), []);
        let breaks = trail(rows).untold_notes(&[], &[]);
        assert!(breaks[0].what.contains("which is gone"), "{breaks:?}");
    }
}
