//! The check of the matches: referrals that could not be joined are shown, and workers' decisions
//! on them are on record with both entries, the latest last.

use std::collections::BTreeMap;

use pipeline::audit::AuditAction;
use pipeline::rows::EntryRow;
use referral::{EntryId, InboxId, ReferralId};

use super::{Told, Violation, submission_of};
use crate::plan::Planned;
use crate::tables::Rows;
use crate::world::Shared;

/// Checks two referrals for one child in two entries, where one is protected or they are spelt
/// differently: at least one of the entries must know of the other. (Other referrals are joined,
/// which is checked elsewhere.)
pub(super) fn possible_matches_are_shown(
    rows: &Rows,
    told: &Told<'_>,
    shared: &Shared,
) -> Vec<Violation> {
    let mut children: BTreeMap<usize, Vec<(&EntryRow, &Planned, ReferralId)>> = BTreeMap::new();
    for entry in rows.entries.values().filter(|entry| entry.inbox != InboxId::review()) {
        for id in entry.referrals.iter().filter(|id| !shared.is_poisoned(**id)) {
            let planned = submission_of(rows, *id).and_then(|number| told.planned.get(number));
            if let Some(planned) = planned {
                children.entry(planned.child).or_default().push((entry, planned, *id));
            }
        }
    }
    let mut found = Vec::new();
    for known in children.values() {
        for (at, (one, first, id)) in known.iter().enumerate() {
            for (other, second, _) in &known[..at] {
                let possible = first.protected || second.protected || first.name() != second.name();
                let possible = possible && one.id != other.id;
                if possible && !knows(one, other) && !knows(other, one) {
                    found.push(Violation::Unshown(*id));
                }
            }
        }
    }
    found
}

/// Whether an entry knows of another. One that has no room for more matches counts as knowing it;
/// so does a concern that could not wait to be compared, and says so.
fn knows(one: &EntryRow, other: &EntryRow) -> bool {
    one.matches.len() >= EntryRow::MOST_MATCHES
        || one.remarks.iter().any(|remark| remark.code == "not_compared")
        || one.matches.iter().any(|found| found.other == other.id)
}

/// Checks that both entries of a pair hold the last verdict that was audited, and that each verdict
/// that a worker was told of is in the audit stream.
pub(super) fn verdicts_stand(rows: &Rows, told: &Told<'_>) -> Vec<Violation> {
    let mut found = Vec::new();
    for (pair, _) in &told.workers.verdicts {
        let (one, other) = *pair;
        let said = told
            .workers
            .verdicts
            .iter()
            .filter(|(told, _)| *told == (one, other) || *told == (other, one));
        let audited = audited(rows, one, other);
        let last = audited.last().cloned();
        let stands = [(one, other), (other, one)]
            .into_iter()
            .all(|(of, with)| decision(rows, of, with).as_deref() == last.as_deref());
        if audited.len() < said.count() || audited != self::audited(rows, other, one) || !stands {
            found.push(Violation::Verdict(one));
        }
    }
    found
}

fn audited(rows: &Rows, one: EntryId, other: EntryId) -> Vec<String> {
    let other = other.to_string();
    rows.audit
        .get(&one)
        .into_iter()
        .flatten()
        .filter(|row| row.event.action == AuditAction::MatchDecided)
        .filter(|row| row.event.facts.get("other") == Some(&other))
        .filter_map(|row| row.event.facts.get("verdict").cloned())
        .collect()
}

fn decision(rows: &Rows, one: EntryId, other: EntryId) -> Option<String> {
    let found = rows.entries.get(&one)?.matches.iter().find(|found| found.other == other)?;
    let word = match &found.decision {
        None => "undecided",
        Some(decision) if decision.same => "same",
        Some(_) => "different",
    };
    Some(word.to_owned())
}
