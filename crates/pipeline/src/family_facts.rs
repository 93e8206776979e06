//! The facts by which a family's work is counted, read from its entry: codes and times. Of the entry's
//! sealed summary only the kinds of senders and the needs are taken.

use figures::{FamilyFacts, Score};
use locality::Calendar;
use referral::{EntryId, EntryState};

use crate::ports::{Fault, Open};
use crate::rows::{Course, Done, EntryRow, MatchKind, ScoreMark, Step};
use crate::summary::{self, Summary};

/// The facts of an entry. Where its summary is missing or cannot be read, its senders are not known, and
/// no need is counted.
pub async fn read(vault: &impl Open<EntryId>, entry: &EntryRow) -> Result<FamilyFacts, Fault> {
    let summary = match &entry.summary {
        None => None,
        Some(sealed) => match summary::opened_with(vault, entry.id, sealed).await {
            Ok(summary) => Some(summary),
            Err(Fault::Broken(_)) => None,
            Err(fault) => return Err(fault),
        },
    };
    Ok(of(entry, summary.unwrap_or_default()))
}

fn of(entry: &EntryRow, summary: Summary) -> FamilyFacts {
    let possible = || entry.matches.iter().filter(|found| found.kind == MatchKind::Possible);
    let decided = |same: Option<bool>| {
        let those = possible().filter(|found| found.decision.as_ref().map(|one| one.same) == same);
        u32::try_from(those.count()).unwrap_or(u32::MAX)
    };
    FamilyFacts {
        received: entry.received_at,
        received_on: Calendar::day_of(entry.received_at),
        sources: summary.senders,
        needs: summary.needs,
        state: entry.state,
        claimed: first(&entry.course, |done| matches!(done, Done::Claimed)),
        contacted: entry.log.contacts.iter().map(|contact| contact.on).min(),
        closed: last(&entry.course, |done| matches!(done, Done::Closed { .. }))
            .filter(|_| entry.state == EntryState::Closed),
        outcome: entry.outcome,
        scores: entry.log.scores.iter().map(score).collect(),
        referred_again: entry.referrals.len() > 1 || !entry.linked.is_empty(),
        matches_open: decided(None),
        matches_same: decided(Some(true)),
        matches_different: decided(Some(false)),
    }
}

fn score(mark: &ScoreMark) -> Score {
    Score { scale: mark.scale, on: mark.on, at: mark.at, value: mark.value }
}

/// The time of the first such step. An entry of very many steps has lost its earliest ones: then it is the
/// earliest that is left.
fn first(course: &Course, is_it: impl Fn(&Done) -> bool) -> Option<jiff::Timestamp> {
    course.steps.iter().find(|step| is_it(&step.done)).map(|step| step.at)
}

fn last(course: &Course, is_it: impl Fn(&Done) -> bool) -> Option<jiff::Timestamp> {
    course.steps.iter().rfind(|step: &&Step| is_it(&step.done)).map(|step| step.at)
}
