//! The transactions: each checks every condition first, then makes every write, or none.

use crate::setup::{Planted, Setup};
use crate::state::{Entry, Id, Ids, Racing, Referral, Stage, State, Work};

/// Accepts a submission: writes its replay, body and state rows, and answers the referral's id.
/// `None` if there is no room, which only a bug can bring about.
pub(crate) fn accepted(setup: &Setup, state: &mut State, submission: u8) -> Option<Id> {
    let own = usize::from(submission);
    let free = |at: &usize| state.referrals[*at].is_none();
    let at = Some(own).filter(free).or_else(|| Some(state.referrals.len() - 1).filter(free))?;
    let due = !setup.has(Planted::NoDueMark);
    state.referrals[at] = Some(Referral {
        submission,
        stage: Stage::Accepted,
        version: 1,
        due,
        entry: None,
        known: false,
    });
    let id = u8::try_from(at).ok()?;
    state.replay[own] = Some(id);
    Some(id)
}

/// The reads that a delivery rests on.
pub(crate) struct Delivery {
    /// The version of the referral that was read.
    pub(crate) seen: u8,
    /// The referrals it matched that were still accepted.
    pub(crate) racing: Racing,
    /// The open entry to attach to, and its version.
    pub(crate) open: Option<(Id, u8)>,
}

/// Delivers a referral; `false` if it was cancelled, and nothing is written.
pub(crate) fn delivered(setup: &Setup, state: &mut State, id: Id, plan: &Delivery) -> bool {
    let Some(own) = state.referral(id).copied() else { return false };
    if own.version != plan.seen && !setup.has(Planted::DeliverUnconditionally) {
        return false;
    }
    // The delivery that made an open entry has bumped all referrals that were then on their way.
    let tells = plan.open.is_none() && !setup.has(Planted::NoBump);
    let bumped: Vec<usize> = plan
        .racing
        .iter()
        .enumerate()
        .filter(|(_, seen)| seen.is_some() && tells)
        .map(|(at, _)| at)
        .collect();
    let still = |at: &usize| {
        state.referrals[*at].is_some_and(|row| {
            row.stage == Stage::Accepted && Some(row.version) == plan.racing[*at]
        })
    };
    if !bumped.iter().all(still) {
        return false;
    }
    let Some(at) = put_into(setup, state, id, plan.open) else { return false };
    for at in bumped {
        if let Some(row) = &mut state.referrals[at] {
            row.version += 1;
        }
    }
    state.referrals[usize::from(id)] = Some(Referral {
        stage: Stage::Routed,
        version: plan.seen + 1,
        due: false,
        entry: Some(at),
        ..own
    });
    true
}

/// Puts a referral into the open entry, or into one of its own. `None` if the condition does not
/// hold.
fn put_into(setup: &Setup, state: &mut State, id: Id, open: Option<(Id, u8)>) -> Option<Id> {
    if let Some((at, seen)) = open {
        let entry = state.entries[usize::from(at)].as_mut()?;
        if entry.version != seen && !setup.has(Planted::AttachUnconditionally) {
            return None;
        }
        entry.version += 1;
        entry.referrals = entry.referrals.with(id);
        return Some(at);
    }
    let slot = &mut state.entries[usize::from(id)];
    if slot.is_some() {
        return None;
    }
    *slot = Some(Entry {
        work: Work::New,
        holder: None,
        inboxes: Ids::of(0),
        version: 1,
        referrals: Ids::of(id),
        closed_with: None,
        declined: 0,
        same_as: Ids::default(),
        reopened: false,
    });
    Some(id)
}

/// Changes an entry; `false` if it was cancelled, and nothing is written.
pub(crate) fn changed(
    state: &mut State,
    (id, seen): (Id, Entry),
    written: Entry,
    careless: bool,
) -> bool {
    let Some(entry) = &mut state.entries[usize::from(id)] else { return false };
    if entry.version != seen.version && !careless {
        return false;
    }
    *entry = written;
    true
}
