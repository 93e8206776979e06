//! Entries as the indexes of an inbox and of a triage show them, and the query for an inbox.

use referral::{EntryId, EntryState};

use super::{Access, Claim, ClockMarks, ClockStart, EntryRow};

/// The query for the entries of one inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxQuery {
    /// The part of the inbox that is asked for.
    pub part: Part,
    /// The state that the entries must have; `None` for any.
    pub state: Option<EntryState>,
    /// The rank after which the entries begin; `None` for the first ones.
    pub after: Option<String>,
    /// The most entries.
    pub limit: usize,
}

impl InboxQuery {
    /// The query for the first `limit` entries that a person still has to do something about.
    pub fn waiting(limit: usize) -> Self {
        Self { part: Part::Waiting, state: None, after: None, limit }
    }
}

/// A part of an inbox, as ranks tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// Every entry.
    #[default]
    All,
    /// The entries that a person still has to do something about: open ones, and those with news.
    Waiting,
    /// The others, which are closed.
    Done,
}

impl Part {
    /// The ranks of the part: from the first to before the second, as text.
    pub fn ranks(self) -> (&'static str, &'static str) {
        match self {
            Self::All => ("0", "2"),
            Self::Waiting => ("0", "1"),
            Self::Done => ("1", "2"),
        }
    }
}

/// An entry as the index of its inbox shows it, as far as a list is ordered and filtered by it.
#[derive(Debug, Clone, PartialEq)]
pub struct InboxMark {
    /// The rank of the entry in its inbox.
    pub rank: String,
    /// The id of the entry.
    pub entry: EntryId,
    /// The state of the work.
    pub state: EntryState,
    /// The claim of the worker who works on it.
    pub claim: Option<Claim>,
    /// The starts of its clocks.
    pub clocks: Vec<ClockStart>,
    /// The sealed summary of its referrals.
    pub summary: Option<Vec<u8>>,
    /// The limits to who may see it.
    pub access: Access,
    /// The marks of its clocks.
    pub marks: ClockMarks,
}

impl From<&EntryRow> for InboxMark {
    fn from(row: &EntryRow) -> Self {
        Self {
            rank: row.rank(),
            entry: row.id,
            state: row.state,
            claim: row.claim.clone(),
            clocks: row.clock_starts(),
            summary: row.summary.clone(),
            access: row.access.clone(),
            marks: row.clock.clone(),
        }
    }
}

/// An entry as a triage's index shows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TriageMark {
    /// The rank of the entry in that index.
    pub rank: String,
    /// The id of the entry.
    pub entry: EntryId,
}
