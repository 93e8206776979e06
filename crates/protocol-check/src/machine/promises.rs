//! The promises, as properties of every reachable state.

use stateright::{Model as _, Property};

use super::{Machine, Moment, settle::settles};
use crate::state::{Referral, Stage, State, TRIAGE, Work};

/// Every promise, as a property that must hold in every reachable state.
pub(super) fn all() -> Vec<Property<Machine>> {
    vec![
        Property::always("an acknowledged referral is never lost", |_, at: &Moment| {
            at.state.never_lost()
        }),
        Property::always(
            "a referral is in one entry or none, the one it names",
            |_, at: &Moment| one_entry(&at.state),
        ),
        Property::always("an entry is in exactly one inbox", |_, at: &Moment| {
            at.state.all_entries().all(|(_, entry)| entry.inboxes.len() == 1)
        }),
        Property::always("one submission makes one referral, and one answer", |_, at: &Moment| {
            one_referral(&at.state)
        }),
        Property::always("a child has one open entry", |machine: &Machine, at: &Moment| {
            one_open_entry(machine, &at.state)
        }),
        Property::always("a claim has one holder", |_, at: &Moment| one_holder(&at.state)),
        Property::always("a closed entry is never attached to", |_, at: &Moment| {
            closed_is_closed(&at.state)
        }),
        Property::always("an entry that was declined twice is in triage", |_, at: &Moment| {
            let mut entries = at.state.all_entries();
            entries.all(|(_, entry)| entry.declined < 2 || entry.inboxes.has(TRIAGE))
        }),
        Property::always("two entries that are about one child both say so", |_, at: &Moment| {
            at.state.all_entries().all(|(id, entry)| {
                let says = |other| at.state.entry(other).is_some_and(|other| other.same_as.has(id));
                entry.same_as.iter().all(says)
            })
        }),
        Property::always("a concern is alone in its entry", |machine: &Machine, at: &Moment| {
            concern_alone(machine, &at.state)
        }),
        Property::always(
            "a withdrawn concern is still in its entry",
            |machine: &Machine, at: &Moment| concern_stays(machine, &at.state),
        ),
        Property::always("only what waits is due", |_, at: &Moment| {
            at.state.all().all(|(_, row)| row.due == (row.stage == Stage::Accepted))
        }),
        Property::always("when nothing more can happen, all is placed", |machine, at: &Moment| {
            let mut next = Vec::new();
            machine.actions(at, &mut next);
            !next.is_empty() || at.state.all_placed()
        }),
        Property::always("without further faults, all is soon placed", settles),
    ]
}

/// Whether every concern that its sender withdrew is still in its entry, where people see it.
fn concern_stays(machine: &Machine, state: &State) -> bool {
    let concern = |row: &Referral| machine.0.submissions[usize::from(row.submission)].concern;
    state
        .all()
        .filter(|(_, row)| row.stage == Stage::Withdrawn && concern(row))
        .all(|(id, _)| state.holding(id).count() == 1)
}

fn one_entry(state: &State) -> bool {
    state.all().all(|(id, row)| {
        let mut holding = state.holding(id);
        holding.next() == row.entry && holding.next().is_none()
    })
}

fn one_referral(state: &State) -> bool {
    let of = |submission| state.all().filter(move |(_, row)| row.submission == submission);
    !state.contradicted && (0..3).all(|submission| of(submission).count() <= 1)
}

fn one_open_entry(machine: &Machine, state: &State) -> bool {
    let about = |row: &Referral| machine.0.submissions[usize::from(row.submission)];
    // A concern is alone by rule, and a referral that could not be read is not joined with any.
    let joins = |row: &Referral| !about(row).concern && !about(row).poison;
    let all = |child: u8| {
        state.all_entries().filter(move |(_, entry)| {
            let mut rows = entry.referrals.iter().filter_map(|id| state.referral(id));
            rows.any(|row| joins(row) && about(row).child == child)
        })
    };
    let open = |child: u8| all(child).filter(|(_, entry)| entry.work != Work::Closed);
    // A person who opens an entry again may leave its child with two.
    let by_hand = |child: u8| all(child).any(|(_, entry)| entry.reopened);
    let mut children = machine.0.submissions.iter().map(|submission| submission.child);
    children.all(|child| open(child).count() <= 1 || by_hand(child))
}

fn one_holder(state: &State) -> bool {
    let mut told = (0u8..).zip(state.holds).filter_map(|(worker, held)| Some((worker, held?)));
    told.all(|(worker, id)| state.entry(id).is_some_and(|entry| entry.holder == Some(worker)))
}

fn closed_is_closed(state: &State) -> bool {
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
