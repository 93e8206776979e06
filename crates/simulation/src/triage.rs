//! The triage: a check that, once all is calm, its list holds every pair it is to decide, once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use locality::InboxKind;
use pipeline::collect::{Worker, possible_matches};
use pipeline::ports::Placing;
use pipeline::rows::EntryRow;
use referral::{EntryId, EntryState, InboxId, Role};

use crate::checker::Violation;
use crate::tables::Rows;
use crate::worker::person;
use crate::world::Shared;

type Pair = BTreeSet<EntryId>;

/// The result of looking through the list: `None` until it is over.
#[derive(Clone, Default)]
pub(crate) struct Look(Arc<Mutex<Option<Vec<Violation>>>>);

impl Look {
    /// The faults of the list, as violations.
    pub(crate) fn violations(&self) -> Vec<Violation> {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        seen.unwrap_or_else(|| vec![Violation::NotSettled])
    }
}

/// Pages through the list as a worker of the triage, and as one of every other inbox.
pub(crate) fn look(shared: &Shared) -> Look {
    let (shared, look) = (shared.clone(), Look::default());
    let kept = look.clone();
    shared.kernel.clone().spawn(async move {
        let process = shared.process();
        let places = process.places();
        let inboxes = places.localities.inboxes();
        let of = |triage: bool| -> BTreeSet<InboxId> {
            let kind = |kind: InboxKind| (kind == InboxKind::Triage) == triage;
            inboxes.iter().filter(|inbox| kind(inbox.kind)).map(|inbox| inbox.id.clone()).collect()
        };
        let mut wrong = Vec::new();
        for (inboxes, theirs) in [(of(true), true), (of(false), false)] {
            let roles = [if theirs { Role::Triage } else { Role::Worker }].into();
            let worker = Worker { actor: person("triage"), inboxes, roles };
            let before = if theirs { awaiting(&shared.store.rows()) } else { BTreeSet::new() };
            let mut listed: BTreeMap<Pair, usize> = BTreeMap::new();
            let mut after = None;
            loop {
                let Ok(page) = possible_matches(&process, &worker, after, 3).await else { return };
                for found in page.possible_matches {
                    let pair = found.entries.iter().map(|row| row.id).collect();
                    *listed.entry(pair).or_default() += 1;
                }
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            let then = if theirs { awaiting(&shared.store.rows()) } else { BTreeSet::new() };
            // A pair that changed meanwhile may be listed or not.
            let missing = before.intersection(&then).filter(|pair| !listed.contains_key(*pair));
            let more = listed.iter().filter(|(pair, times)| {
                **times > 1 || !(before.contains(*pair) || then.contains(*pair))
            });
            let pairs = missing.chain(more.map(|(pair, _)| pair));
            wrong.extend(
                pairs.filter_map(|pair| pair.first()).copied().map(Violation::PossibleMatch),
            );
        }
        *look.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(wrong);
    });
    kept
}

/// Every undecided possible match between two inboxes that an open entry knows of.
fn awaiting(rows: &Rows) -> BTreeSet<Pair> {
    let open = rows.entries.values().filter(|row| row.state != EntryState::Closed);
    let pairs = open.flat_map(|row: &EntryRow| {
        let awaiting = row.matches.iter().filter(|found| found.awaits().is_some());
        let others = awaiting.filter_map(|found| rows.entries.get(&found.other));
        let apart = others.filter(|other| other.inbox != row.inbox);
        apart.map(|other| BTreeSet::from([row.id, other.id]))
    });
    pairs.collect()
}
