//! The promises, as properties of every reachable state.

use stateright::{Model as _, Property};

use crate::machine::Machine;
use crate::settle::settles;
use crate::state::{Referral, Stage, State, Work};

/// Every promise, as a property that must hold in every reachable state.
pub(crate) fn all() -> Vec<Property<Machine>> {
    vec![
        Property::always("an acknowledged referral is never lost", never_lost),
        Property::always("a referral is in one entry or none, the one it names", one_entry),
        Property::always("an entry is in exactly one inbox", |_, state: &State| {
            state.all_entries().all(|(_, entry)| entry.inboxes.len() == 1)
        }),
        Property::always("one submission makes one referral, and one answer", one_referral),
        Property::always("a child has one open entry", one_open_entry),
        Property::always("a claim has one holder", one_holder),
        Property::always("a closed entry is never attached to", closed_is_closed),
        Property::always("a concern is alone in its entry", concern_alone),
        Property::always("a withdrawn concern is still in its entry", concern_stays),
        Property::always("only what waits is due", |_, state: &State| {
            state.all().all(|(_, row)| row.due == (row.stage == Stage::Accepted))
        }),
        Property::always(
            "when nothing more can happen, all is placed",
            |machine, state: &State| {
                let mut next = Vec::new();
                machine.actions(state, &mut next);
                !next.is_empty() || all_placed(state)
            },
        ),
        Property::always("without further faults, all is soon placed", settles),
    ]
}

pub(crate) fn all_placed(state: &State) -> bool {
    state.all().all(|(_, row)| row.stage != Stage::Accepted) && never_lost_in(state)
}

fn never_lost(_: &Machine, state: &State) -> bool {
    never_lost_in(state)
}

fn never_lost_in(state: &State) -> bool {
    state.answered.iter().flatten().all(|id| {
        state.referral(*id).is_some_and(|row| match row.stage {
            Stage::Accepted => row.due,
            Stage::Routed => state.holding(*id).count() == 1,
            Stage::Withdrawn => true,
        })
    })
}

/// Whether every concern that its sender withdrew is still in its entry, where people see it.
fn concern_stays(machine: &Machine, state: &State) -> bool {
    let concern = |row: &Referral| machine.0.submissions[usize::from(row.submission)].concern;
    state
        .all()
        .filter(|(_, row)| row.stage == Stage::Withdrawn && concern(row))
        .all(|(id, _)| state.holding(id).count() == 1)
}

fn one_entry(_: &Machine, state: &State) -> bool {
    state.all().all(|(id, row)| {
        let mut holding = state.holding(id);
        holding.next() == row.entry && holding.next().is_none()
    })
}

fn one_referral(_: &Machine, state: &State) -> bool {
    let of = |submission| state.all().filter(move |(_, row)| row.submission == submission);
    !state.contradicted && (0..3).all(|submission| of(submission).count() <= 1)
}

fn one_open_entry(machine: &Machine, state: &State) -> bool {
    let about = |row: &Referral| machine.0.submissions[usize::from(row.submission)];
    // A concern is alone by rule, and a referral that could not be read is not joined with any.
    let joins = |row: &Referral| !about(row).concern && !about(row).poison;
    let holds = |child: u8| {
        state.all_entries().filter(move |(_, entry)| {
            let mut rows = entry.referrals.iter().filter_map(|id| state.referral(id));
            entry.work != Work::Closed && rows.any(|row| joins(row) && about(row).child == child)
        })
    };
    machine.0.submissions.iter().all(|submission| holds(submission.child).count() <= 1)
}

fn one_holder(_: &Machine, state: &State) -> bool {
    let mut told = (0u8..).zip(state.holds).filter_map(|(worker, held)| Some((worker, held?)));
    told.all(|(worker, id)| state.entry(id).is_some_and(|entry| entry.holder == Some(worker)))
}

fn closed_is_closed(_: &Machine, state: &State) -> bool {
    let mut entries = state.all_entries();
    entries.all(|(_, entry)| entry.closed_with.is_none_or(|held| entry.referrals == held))
}

fn concern_alone(machine: &Machine, state: &State) -> bool {
    let concern = |row: &Referral| machine.0.submissions[usize::from(row.submission)].concern;
    state.all_entries().filter(|(_, entry)| entry.referrals.len() > 1).all(|(_, entry)| {
        let mut rows = entry.referrals.iter().filter_map(|id| state.referral(id));
        rows.all(|row| !concern(row))
    })
}
