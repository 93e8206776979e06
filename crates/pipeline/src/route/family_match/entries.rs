//! Entries: the one that a referral joins, those that it is linked to, and those that are told of
//! it.

use std::collections::{BTreeMap, BTreeSet};

use referral::{EntryId, EntryState, InboxId, Lane, ReferralId};

use super::FamilyMatch;
use super::judged::Judged;
use crate::rows::{EntryMatch, EntryRow, MatchKind, StateRow};

/// The most referrals in one entry, as one that joins it is compared with each of them. The next
/// referral gets an entry of its own, linked to it.
const MOST_ATTACHED: usize = 400;
/// The most other entries that are told of a match, the nearest first.
const MOST_TOLD: usize = 5;
/// The time within which referrals of one child are counted together, in seconds: twelve months.
const A_YEAR: i64 = 366 * 24 * 60 * 60;

/// The open entries that hold a child of this referral, and that it may join.
pub(super) fn open_entries<'a>(
    state: &StateRow,
    states: &[StateRow],
    entries: &'a [EntryRow],
    found: &Judged,
) -> Vec<&'a EntryRow> {
    // A concern always has an entry of its own, and so has what looks automatic; any other referral
    // joins only its own lane.
    let joinable = |other: &&StateRow| {
        state.lane != Lane::Safeguarding
            && !state.suspect
            && state.lane == other.lane
            && found.is_same(other.id)
    };
    let joining: BTreeSet<EntryId> =
        states.iter().filter(joinable).filter_map(|other| other.entry).collect();
    entries
        .iter()
        .filter(|entry| {
            joining.contains(&entry.id)
                && entry.state != EntryState::Closed
                // An entry in review waits for a person: nothing joins it, so that neither delays
                // the other.
                && entry.inbox != InboxId::review()
                && entry.referrals.len() < MOST_ATTACHED
        })
        .collect()
}

/// The family, as it is known from the entries that hold it.
pub(super) fn assemble(
    state: &StateRow,
    states: &[StateRow],
    entries: Vec<EntryRow>,
    found: &Judged,
    triage: Option<&InboxId>,
    capped: bool,
) -> FamilyMatch {
    let open = open_entries(state, states, &entries, found);
    let open = one_of(&open).cloned().map(Box::new);
    // Each other entry counts as the nearest of its referrals.
    let mut by_entry: BTreeMap<EntryId, ReferralId> = BTreeMap::new();
    for other in states {
        let Some(entry) = other.entry.filter(|id| open.as_ref().is_none_or(|e| e.id != *id)) else {
            continue;
        };
        let nearer = |held: &ReferralId| found.kind(other.id) < found.kind(*held);
        if by_entry.get(&entry).is_none_or(nearer) {
            by_entry.insert(entry, other.id);
        }
    }
    let mut matches: Vec<EntryMatch> = by_entry
        .iter()
        .filter_map(|(entry, referral)| found.entry_match(*entry, *referral, triage))
        .collect();
    matches.sort_by_key(|found| (found.kind, found.other));
    let capped = capped || matches.len() > EntryRow::MOST_MATCHES;
    matches.truncate(EntryRow::MOST_MATCHES);
    let linked: Vec<EntryId> = matches
        .iter()
        .filter(|found| found.kind == MatchKind::SameChild)
        .map(|found| found.other)
        .collect();
    let same = |other: &&StateRow| found.is_same(other.id);
    let attached_by = states
        .iter()
        .filter(same)
        .find(|other| open.as_ref().is_some_and(|open| other.entry == Some(open.id)));
    let evidence = attached_by.map(|other| found.words(other.id)).unwrap_or_default();
    let in_a_year = 1 + states
        .iter()
        .filter(same)
        .filter(|other| {
            let apart = other.accepted_at.as_second() - state.accepted_at.as_second();
            apart.abs() <= A_YEAR
        })
        .count();
    let told: BTreeSet<EntryId> = matches.iter().take(MOST_TOLD).map(|found| found.other).collect();
    // A concern waits for no other entry's version, so the other entries are not told of it. What looks
    // automatic must not fill their room for matches.
    let may_tell = state.lane != Lane::Safeguarding && !state.suspect;
    let others = entries
        .into_iter()
        .filter(|entry| may_tell && told.contains(&entry.id) && entry.state != EntryState::Closed)
        .filter(|entry| entry.inbox != InboxId::review())
        .collect();
    let again = attached_by.is_some_and(|other| found.is_again(other.id));
    let racing = Vec::new();
    let uncompared = false;
    FamilyMatch {
        racing,
        open,
        linked,
        matches,
        others,
        evidence,
        again,
        in_a_year,
        capped,
        uncompared,
    }
}

/// The one open entry; of several, the first, if a person decided that all are about one child.
fn one_of<'a>(open: &[&'a EntryRow]) -> Option<&'a EntryRow> {
    let first = open.iter().min_by_key(|entry| (entry.received_at, entry.id))?;
    let said_same = |entry: &EntryRow| {
        first.matches.iter().any(|known| {
            known.other == entry.id && known.decision.as_ref().is_some_and(|decided| decided.same)
        })
    };
    open.iter().all(|entry| entry.id == first.id || said_same(entry)).then_some(*first)
}
