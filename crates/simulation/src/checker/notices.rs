//! The check of notices: each that was chosen goes once, to the one who chose it, and no other goes.

use std::collections::BTreeMap;

use pipeline::due::Work;
use pipeline::ports::Recipient;
use pipeline::rows::{StateRow, TellBy};
use pipeline::telling::Chosen;
use referral::{Reference, ReferralState};

use super::telling::is_late;
use super::{Told, Violation, submission_of};
use crate::kernel::Micros;
use crate::notices::{self, TakenNotice};
use crate::tables::Rows;
use crate::world::Shared;

/// Checks each referral, and each notice that was taken.
pub(super) fn go_once_to_who_chose(
    rows: &Rows,
    told: &Told<'_>,
    shared: &Shared,
    now: Micros,
) -> Vec<Violation> {
    let mut about: BTreeMap<Reference, Vec<TakenNotice>> = BTreeMap::new();
    let mut found = Vec::new();
    for taken in shared.notify.taken().into_values() {
        if taken.len() > 1 {
            found.push(Violation::NoticeSentTwice);
        }
        for one in taken {
            match one.about {
                Some(reference) => about.entry(reference).or_default().push(one),
                None => found.push(Violation::NoticeNotChosen),
            }
        }
    }
    for state in rows.states.values() {
        let sent = about.remove(&state.reference).unwrap_or_default();
        let planned = submission_of(rows, state.id).and_then(|number| told.planned.get(number));
        let chosen = planned.and_then(|one| notices::chosen(one.number, &one.referral));
        found.extend(fault(rows, state, chosen.as_ref(), &sent, now));
    }
    if !about.is_empty() {
        found.push(Violation::NoticeNotChosen);
    }
    found
}

/// The fault with the notice of one referral.
fn fault(
    rows: &Rows,
    state: &StateRow,
    chosen: Option<&Chosen>,
    sent: &[TakenNotice],
    now: Micros,
) -> Option<Violation> {
    let is_noted = matches!(state.told, Some(TellBy::Notice(_)));
    let own = chosen.map(|chosen| match chosen {
        Chosen::FamilyText(number) => Recipient::Text(number.clone()),
        Chosen::FamilyEmail(address) | Chosen::ProfessionalEmail(address) => {
            Recipient::Email(address.clone())
        }
    });
    // A choice that could not be sealed is not kept, and nobody is promised anything then.
    let is_own = |one: &TakenNotice| Some(&one.to) == own.as_ref();
    if (is_noted && own.is_none()) || !sent.iter().all(is_own) {
        return Some(Violation::NoticeNotChosen);
    }
    let due = rows.due.get(&Work::TellSender(state.id));
    let waits = due.is_some_and(|due| !is_late(due, now));
    let is_placed = state.sender_state() == ReferralState::Routed;
    let is_kept = !is_noted || !is_placed || !sent.is_empty() || waits;
    (!is_kept).then_some(Violation::NoticeLost(state.id))
}
