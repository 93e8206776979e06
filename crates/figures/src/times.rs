//! How long things took, by the calendar: every hour and every day counts, nights and weekends too, as a
//! family waits through them.

use jiff::{Timestamp, ToSpan as _};
use referral::{EntryState, ScorePoint};

use crate::facts::FamilyFacts;

/// The whole hours from when a family's first referral was accepted until somebody took it.
pub(crate) fn to_claim(facts: &FamilyFacts) -> Option<u32> {
    facts.claimed.map(|at| hours(facts.received, at))
}

/// The days from when it was accepted to the first contact, or the first safe attempt at one: 0 on the
/// same day. Workers write down the day of a contact, and often no time.
pub(crate) fn to_contact(facts: &FamilyFacts) -> Option<u32> {
    let days = facts.received_on.until(facts.contacted?).ok()?.get_days();
    Some(u32::try_from(days).unwrap_or(0))
}

/// The whole hours from when it was accepted until the work ended, if it has.
pub(crate) fn to_close(facts: &FamilyFacts) -> Option<u32> {
    let closed = facts.closed.filter(|_| facts.state == EntryState::Closed);
    closed.map(|at| hours(facts.received, at))
}

/// The hours between two moments; none where clocks disagree.
fn hours(from: Timestamp, to: Timestamp) -> u32 {
    u32::try_from((to.as_second() - from.as_second()) / 3600).unwrap_or(0)
}

/// Whether a family's last score within six months of its first one at the start is better than that, on
/// the same scale; `None` where it does not have both.
pub(crate) fn improved(facts: &FamilyFacts) -> Option<bool> {
    let start = facts.scores.iter().find(|score| score.at == ScorePoint::Start)?;
    let until = start.on.saturating_add(6.months());
    let later = facts.scores.iter().filter(|score| {
        score.at != ScorePoint::Start
            && score.scale == start.scale
            && (start.on..=until).contains(&score.on)
    });
    // Of two on one day the one that was written down later counts.
    let last = later.max_by_key(|score| score.on)?;
    Some(last.value > start.value)
}

/// The smallest of these values, which are sorted, that is not exceeded by this many percent of them.
pub(crate) fn percentile(sorted: &[u32], percent: usize) -> Option<u32> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_a_value_that_was_measured() {
        assert_eq!(percentile(&[], 50), None);
        assert_eq!(percentile(&[7], 90), Some(7));
        let ten: Vec<u32> = (1..=10).collect();
        assert_eq!((percentile(&ten, 50), percentile(&ten, 90)), (Some(5), Some(9)));
        let eleven: Vec<u32> = (1..=11).collect();
        assert_eq!((percentile(&eleven, 50), percentile(&eleven, 90)), (Some(6), Some(10)));
    }
}
