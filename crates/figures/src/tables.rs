//! The tables in which families are counted. The rows of a table add up to the number that it divides, so
//! no table says anything that another one withholds.

use referral::{ClosingOutcome, EntryState, Need, ReferrerKind};

use crate::facts::FamilyFacts;
use crate::times;

/// A table: families, or possible matches, divided into rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// How far the work is.
    Progress,
    /// The kinds of those who sent the referrals.
    Source,
    /// Whether a family has a need: a table for each, as one family may have several.
    Need(Need),
    /// How the work ended.
    Outcome,
    /// Whether somebody took the work at some time.
    Claimed,
    /// Whether somebody reached the family, or tried to.
    Contacted,
    /// Whether the family was referred more than once.
    ReferredAgain,
    /// Whether the family has a score at the start and one within six months of it.
    Scored,
    /// Whether the later of these scores is better.
    Improved,
    /// The decisions on possible matches.
    Matches,
}

/// The number that a table divides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whole {
    /// The families that were received.
    Families,
    /// The possible matches that people were asked about.
    Matches,
    /// A row of another table.
    Row(Table, usize),
}

/// The rows of a table with a yes and a no.
pub(crate) const YES: usize = 0;
/// The row of closed work.
pub(crate) const CLOSED: usize = 3;

impl Table {
    /// The code of the table.
    pub fn code(self) -> String {
        match self {
            Self::Progress => "progress".to_owned(),
            Self::Source => "source".to_owned(),
            Self::Need(need) => format!("need_{}", need.code()),
            Self::Outcome => "outcome".to_owned(),
            Self::Claimed => "claimed".to_owned(),
            Self::Contacted => "contacted".to_owned(),
            Self::ReferredAgain => "referred_again".to_owned(),
            Self::Scored => "scored".to_owned(),
            Self::Improved => "improved".to_owned(),
            Self::Matches => "matches".to_owned(),
        }
    }

    /// The title of the table.
    pub fn title(self) -> &'static str {
        match self {
            Self::Progress => "How far the work is",
            Self::Source => "Who asked for help",
            Self::Need(need) => need.label(),
            Self::Outcome => "How the work ended",
            Self::Claimed => "Somebody took the work at some time",
            Self::Contacted => "Somebody reached the family, or tried to",
            Self::ReferredAgain => "Referred more than once",
            Self::Scored => "Scored at the start and within six months",
            Self::Improved => "A better score within six months",
            Self::Matches => "Possible matches that people were asked about",
        }
    }

    /// Every table, those before others that divide a row of theirs.
    pub(crate) fn all() -> Vec<Self> {
        let needs = Need::ALL.iter().map(|need| Self::Need(*need));
        let mut all = vec![Self::Progress, Self::Source];
        all.extend(needs);
        all.extend([Self::Outcome, Self::Claimed, Self::Contacted, Self::ReferredAgain]);
        all.extend([Self::Scored, Self::Improved, Self::Matches]);
        all
    }

    /// The number that the table divides.
    pub(crate) fn divides(self) -> Whole {
        match self {
            Self::Outcome => Whole::Row(Self::Progress, CLOSED),
            Self::Improved => Whole::Row(Self::Scored, YES),
            Self::Matches => Whole::Matches,
            _ => Whole::Families,
        }
    }

    /// The codes of the rows and their words.
    pub(crate) fn rows(self) -> Vec<(&'static str, &'static str)> {
        let yes_no = || vec![("yes", "Yes"), ("no", "No")];
        match self {
            Self::Progress => {
                let words =
                    ["Waiting for somebody to take it", "Taken", "Being worked on", "Closed"];
                EntryState::ALL
                    .iter()
                    .zip(words)
                    .map(|(state, words)| (state.code(), words))
                    .collect()
            }
            Self::Source => {
                let kinds = ReferrerKind::ALL.iter().map(|kind| (kind.code(), kind.label()));
                kinds
                    .chain([("several", "More than one of these"), ("not_known", "Not known")])
                    .collect()
            }
            Self::Outcome => {
                let outcomes = ClosingOutcome::ALL.iter().map(|one| (one.code(), one.label()));
                outcomes.chain([("not_said", "Not said")]).collect()
            }
            Self::Matches => {
                vec![("open", "Not decided"), ("same", "One child"), ("different", "Two children")]
            }
            Self::Need(_)
            | Self::Claimed
            | Self::Contacted
            | Self::ReferredAgain
            | Self::Scored
            | Self::Improved => yes_no(),
        }
    }

    /// The row in which a family is counted; `None` where the table is not about it.
    pub(crate) fn row_of(self, facts: &FamilyFacts) -> Option<usize> {
        let yes_no = |yes: bool| Some(usize::from(!yes));
        match self {
            Self::Progress => EntryState::ALL.iter().position(|state| *state == facts.state),
            Self::Source => match facts.sources[..] {
                [] => Some(ReferrerKind::ALL.len() + 1),
                [kind] => ReferrerKind::ALL.iter().position(|one| *one == kind),
                _ => Some(ReferrerKind::ALL.len()),
            },
            Self::Need(need) => yes_no(facts.needs.contains(&need)),
            Self::Outcome if facts.state != EntryState::Closed => None,
            Self::Outcome => facts.outcome.map_or(Some(ClosingOutcome::ALL.len()), |outcome| {
                ClosingOutcome::ALL.iter().position(|one| *one == outcome)
            }),
            Self::Claimed => yes_no(facts.claimed.is_some()),
            Self::Contacted => yes_no(facts.contacted.is_some()),
            Self::ReferredAgain => yes_no(facts.referred_again),
            Self::Scored => yes_no(times::improved(facts).is_some()),
            Self::Improved => times::improved(facts).and_then(yes_no),
            Self::Matches => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_work_and_a_yes_are_in_the_rows_that_others_divide() {
        assert_eq!(Table::Progress.rows()[CLOSED].0, "closed");
        assert_eq!(Table::Scored.rows()[YES].0, "yes");
    }

    #[test]
    fn no_two_rows_of_a_table_have_one_code() {
        for table in Table::all() {
            let mut codes: Vec<_> = table.rows().into_iter().map(|(code, _)| code).collect();
            let rows = codes.len();
            codes.sort_unstable();
            codes.dedup();
            assert_eq!(codes.len(), rows, "{table:?}");
        }
    }
}
