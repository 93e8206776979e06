//! The check itself: each chain by its own hashes, then against the heads that were anchored.

use std::collections::BTreeMap;

use pipeline::audit::{self, AuditRow};
use referral::EntryId;
use serde::Serialize;
use store::AuditFound;

use super::anchors::Head;

/// The audit table, chain by chain.
#[derive(Debug, Default)]
pub(super) struct Trail {
    pub(super) chains: BTreeMap<EntryId, Vec<AuditRow>>,
    unreadable: Vec<(String, String)>,
}

/// Something that is not as it was written.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Break {
    pub(super) entry: String,
    pub(super) what: String,
}

impl Trail {
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

    /// The last event of each chain.
    pub(super) fn heads(&self) -> impl Iterator<Item = Head> {
        let last = self.chains.iter().filter_map(|(stream, rows)| Some((stream, rows.last()?)));
        last.map(|(stream, row)| Head { stream: *stream, seq: row.seq, hash: row.hash })
    }

    /// Everything that is broken.
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
