//! The check of what is promised of drafts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use pipeline::due::Work;
use pipeline::rows::DraftKey;

use super::families::{Event, What};
use super::{FEW_MINUTES, IDLE, MINUTE, SKEW};
use crate::faults::Faults;
use crate::kernel::{Micros, SECOND};
use crate::world::Shared;

/// A promise that was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Violation {
    /// A draft was read that somebody had been told has ended.
    ReadAfterItsEnd,
    /// A draft was saved that somebody had been told has ended.
    SavedAfterItsEnd,
    /// Two were told that they saved one version.
    SavedTwice,
    /// A draft was read as it was before a saving that somebody had been told of.
    SavingLost,
    /// A draft was gone before its idle end, and nobody had ended it.
    EndedEarly,
    /// A draft was read after its idle end.
    ReadTooLate,
    /// A draft is there without due work that ends it.
    WithoutItsWork,
    /// Due work is there whose draft is not.
    WithoutItsDraft,
    /// A draft is there some minutes after its idle end, and no fault has struck for a while.
    Survived,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// The violations that a look at the tables has found so far.
#[derive(Clone, Default)]
pub(super) struct Watch(Arc<Mutex<BTreeSet<Violation>>>);

impl Watch {
    pub(super) fn violations(&self) -> BTreeSet<Violation> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Looks at the tables every half a minute: each draft has its due work and each due work its draft;
/// and once it was calm for a while, no draft is there long after its idle end.
pub(super) fn watch(shared: &Shared, calm_from: Micros, until: Micros) -> Watch {
    let late = FEW_MINUTES + slack(&shared.faults);
    let (shared, watch) = (shared.clone(), Watch::default());
    let (kernel, kept) = (shared.kernel.clone(), watch.clone());
    kernel.clone().spawn(async move {
        while kernel.now() < until {
            kernel.sleep(30 * SECOND).await;
            let rows = shared.store.rows();
            let mut found = BTreeSet::new();
            let has_work = |key: &DraftKey| rows.due.contains_key(&Work::EndDraft(*key));
            if !rows.drafts.keys().all(has_work) {
                found.insert(Violation::WithoutItsWork);
            }
            let has_draft = |work: &Work| match work {
                Work::EndDraft(key) => rows.drafts.contains_key(key),
                _ => true,
            };
            if !rows.due.keys().all(has_draft) {
                found.insert(Violation::WithoutItsDraft);
            }
            let latest = kernel.now() - late;
            let is_late = |at: jiff::Timestamp| at.as_microsecond() < latest;
            if latest > calm_from && rows.drafts.values().any(|row| is_late(row.idle_until)) {
                found.insert(Violation::Survived);
            }
            drop(rows);
            watch.0.lock().unwrap_or_else(PoisonError::into_inner).extend(found);
        }
    });
    kept
}

/// The time by which ends may be off where clocks may be wrong: that which made an end or a mark, and
/// that which compares it.
fn slack(faults: &Faults) -> Micros {
    if faults.skew > 0.0 { 2 * SKEW } else { 0 }
}

/// Every promise that was not kept to a family.
pub(super) fn check(events: &[Event], faults: &Faults) -> BTreeSet<Violation> {
    let mut by_draft: BTreeMap<DraftKey, Vec<&Event>> = BTreeMap::new();
    for event in events {
        by_draft.entry(event.draft).or_default().push(event);
    }
    by_draft.values().flat_map(|events| check_one(events, slack(faults))).collect()
}

fn check_one(events: &[&Event], slack: Micros) -> BTreeSet<Violation> {
    let mut found = BTreeSet::new();
    let of = |wanted: fn(What) -> bool| events.iter().filter(move |event| wanted(event.what));
    let ended = of(|what| what == What::Ended).map(|event| event.to).min().unwrap_or(Micros::MAX);
    let ends = of(|what| what == What::Ends).map(|event| event.from).min().unwrap_or(Micros::MAX);
    let mut versions = BTreeSet::new();
    for event in events {
        match event.what {
            What::Saved(version) => {
                if event.from >= ended {
                    found.insert(Violation::SavedAfterItsEnd);
                }
                if !versions.insert(version) {
                    found.insert(Violation::SavedTwice);
                }
            }
            What::Read(version) => {
                let before = saved_before(events, event.from);
                match version {
                    Some(_) if event.from >= ended => {
                        found.insert(Violation::ReadAfterItsEnd);
                    }
                    Some(_) if event.from > last_try(events, event.to) + IDLE + slack => {
                        found.insert(Violation::ReadTooLate);
                    }
                    Some(version) if before.iter().any(|(saved, _)| *saved > version) => {
                        found.insert(Violation::SavingLost);
                    }
                    None if event.to < ends
                        && before.iter().any(|(_, at)| event.to < at + IDLE - slack) =>
                    {
                        found.insert(Violation::EndedEarly);
                    }
                    _ => {}
                }
            }
            What::Gone => {
                let before = saved_before(events, event.from);
                let early = before.iter().any(|(_, at)| event.to < at + IDLE - slack);
                if event.to < ends && early {
                    found.insert(Violation::EndedEarly);
                }
            }
            What::Begun | What::Saves | What::Changed | What::Ends | What::Ended => {}
        }
    }
    found
}

/// The versions that were saved before a time, as somebody was told, each with the time when its
/// request began.
fn saved_before(events: &[&Event], time: Micros) -> Vec<(u64, Micros)> {
    let saved = events.iter().filter(|event| event.to <= time);
    let saved = saved.filter_map(|event| match event.what {
        What::Begun => Some((1, event.from)),
        What::Saved(version) => Some((version, event.from)),
        _ => None,
    });
    saved.collect()
}

/// The latest time at which a saving that began before `time` may have been carried out: a process
/// may stand still for some minutes.
fn last_try(events: &[&Event], time: Micros) -> Micros {
    let tries = events.iter().filter(|event| event.from <= time);
    let tries = tries.filter_map(|event| match event.what {
        What::Begun => Some(event.to),
        What::Saves => Some(event.from + 5 * MINUTE),
        _ => None,
    });
    tries.max().unwrap_or(Micros::MAX - 2 * IDLE)
}
