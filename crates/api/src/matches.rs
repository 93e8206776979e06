//! Matches between entries: which others may be about the same child, and why. They name fields and
//! how these compare, never a value.

use pipeline::collect::{self, PossibleMatches, Worker};
use pipeline::rows::{self, ActorId};
use referral::EntryId;
use schemars::JsonSchema;
use serde::Serialize;

use crate::cursor::Cursor;
use crate::entry::Entry;
use crate::texts;

/// A match of an opened entry with another one.
#[derive(Serialize, JsonSchema)]
pub struct ShownMatch<'a> {
    /// The id of the other entry.
    #[schemars(with = "texts::Id")]
    pub entry: EntryId,
    /// The relation of the two children, as matching judged it.
    pub outcome: MatchKind,
    /// The match in words, with a worker's decision.
    pub words: &'a str,
    /// The evidence of each field that was compared.
    pub evidence: Vec<Evidence<'a>>,
    /// The reasons why the machine did not join the two entries, in words.
    pub not_joined_because: &'a [&'a str],
    /// The decision of a worker; null where there is none.
    pub decision: Option<Decision>,
    /// The worker who took up the other entry; null where nobody did.
    pub worked_by: Option<WorkedBy>,
}

/// The worker who took up an entry, as far as the caller may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WorkedBy {
    /// The caller did.
    You,
    /// Another worker did.
    Colleague,
}

/// The relation of two children.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MatchKind {
    /// One child, in two entries that could not be joined.
    SameChild,
    /// Perhaps one child: a person decides.
    Possible,
    /// Two children of one family.
    Household,
}

/// A worker's decision on a match.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The two are about one child.
    Same,
    /// The two are about two children.
    Different,
}

/// The comparison of one field, in codes and in words.
#[derive(Serialize, JsonSchema)]
pub struct Evidence<'a> {
    /// The code of the field, such as `date_of_birth`.
    pub field: &'a str,
    /// The code of the level at which it agrees, such as `swapped`.
    pub level: &'a str,
    /// The comparison in words: `date of birth: day and month swapped`.
    pub text: &'a str,
}

/// A page of the possible matches that the workers of a triage are to decide.
#[derive(Serialize, JsonSchema)]
pub struct PossibleMatchPage<'a> {
    /// The pairs, the most pressing first, then the longest waiting.
    pub matches: Vec<PossibleMatch<'a>>,
    /// The cursor of the next page; null on the last one.
    pub next: Option<Cursor>,
}

/// Two entries that may be about one child.
#[derive(Serialize, JsonSchema)]
pub struct PossibleMatch<'a> {
    /// The two entries; the list is ordered by the first.
    pub entries: [Entry<'a>; 2],
    /// The evidence of each field that was compared.
    pub evidence: Vec<Evidence<'a>>,
    /// The reasons why the machine did not join the two entries, in words.
    pub not_joined_because: &'a [&'a str],
}

impl<'a> ShownMatch<'a> {
    /// The match, as this worker sees it.
    pub(crate) fn new(shown: &'a collect::ShownMatch, worker: &Worker) -> Self {
        let collect::ShownMatch {
            other,
            kind,
            evidence,
            guards,
            decision,
            worked_by,
            inbox: _,
            summary: _,
        } = shown;
        let by = |by: &ActorId| {
            if *by == worker.actor.id { WorkedBy::You } else { WorkedBy::Colleague }
        };
        let worked_by = worked_by.as_ref().map(by);
        Self {
            entry: *other,
            outcome: MatchKind::from(*kind),
            words: shown.words(),
            evidence: Evidence::all(evidence),
            not_joined_because: guards,
            decision: decision.map(Decision::of),
            worked_by,
        }
    }
}

impl From<rows::MatchKind> for MatchKind {
    fn from(kind: rows::MatchKind) -> Self {
        match kind {
            rows::MatchKind::SameChild => Self::SameChild,
            rows::MatchKind::Possible => Self::Possible,
            rows::MatchKind::Household => Self::Household,
        }
    }
}

impl Decision {
    fn of(same: bool) -> Self {
        if same { Self::Same } else { Self::Different }
    }
}

impl<'a> Evidence<'a> {
    fn all(evidence: &'a [matching::Evidence]) -> Vec<Self> {
        let one = |one: &'a matching::Evidence| {
            let matching::Evidence { field, level, text } = one;
            Self { field, level, text }
        };
        evidence.iter().map(one).collect()
    }
}

impl<'a> PossibleMatchPage<'a> {
    /// The page, as this worker sees it.
    pub fn new(page: &'a PossibleMatches, worker: &Worker) -> Self {
        let shown = |pair: &'a collect::PossibleMatch| PossibleMatch {
            entries: pair.entries.each_ref().map(|row| Entry::new(row, worker)),
            evidence: Evidence::all(&pair.evidence),
            not_joined_because: &pair.guards,
        };
        Self {
            matches: page.possible_matches.iter().map(shown).collect(),
            next: page.next.as_deref().map(Cursor::after),
        }
    }
}
