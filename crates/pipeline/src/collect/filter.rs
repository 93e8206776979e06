//! Filters: which rows of an inbox a worker wants to see.
//!
//! State and part are the index's own. Everything else is tried on the row itself, with its summary
//! opened where the filter is about the family.

use jiff::Timestamp;
use jiff::civil::Date;
use matching::search::SoughtName;
use referral::{AgeBand, EntryState, Need, Reference, ReferrerKind};

use super::Worker;
use crate::clocks::Hours;
use crate::ports::{Fault, Searches, Tokens};
use crate::rows::{InboxMark, Part, Token};
use crate::summary::Summary;

/// The filter of a list. Without any, it lets every row pass.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// The part of the inbox.
    pub part: Part,
    /// The state that the entries must have.
    pub state: Option<EntryState>,
    /// The ages of which a child must be.
    pub age: Option<AgeBand>,
    /// The need that must be among theirs.
    pub need: Option<Need>,
    /// The kind of sender that must be among theirs.
    pub sender: Option<ReferrerKind>,
    /// Whether the worker must hold them.
    pub mine: bool,
    /// Whether the next step on them must be late.
    pub late: bool,
    /// The family that is searched for.
    pub sought: Option<Sought>,
}

/// A search for a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// The reference of a referral.
    Reference(Reference),
    /// The name of a child or an adult.
    Name(SoughtName),
    /// The day on which a child was or will be born.
    Birth(Date),
}

impl Sought {
    /// The kind of the search in records, which tells nothing of the family.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Reference(_) => "reference",
            Self::Name(_) => "name",
            Self::Birth(_) => "date_of_birth",
        }
    }

    /// The token of what is searched for, in the key space of an inbox's authority: with the secret, and
    /// only with it, the audit trail can be asked whether somebody searched for a family.
    pub(super) fn token(
        &self,
        vault: &impl Tokens<Searches>,
        scope: &str,
    ) -> Result<Option<Token>, Fault> {
        let value = match self {
            Self::Reference(reference) => reference.as_str(),
            Self::Name(name) => name.normal(),
            Self::Birth(day) => day.to_string(),
        };
        let value = format!("{}|{value}", self.code());
        Ok(vault.tokens(scope, Searches, value.as_bytes())?.into_iter().next())
    }
}

/// The facts on which a row is tried.
#[derive(Clone, Copy)]
pub(super) struct Trial<'a> {
    pub(super) worker: &'a Worker,
    pub(super) hours: Hours<'a>,
    pub(super) now: Timestamp,
    pub(super) today: Date,
}

impl Filter {
    /// Whether it can only be tried with the summary.
    pub(super) fn needs_summary(&self) -> bool {
        self.age.is_some()
            || self.need.is_some()
            || self.sender.is_some()
            || matches!(self.sought, Some(Sought::Name(_) | Sought::Birth(_)))
    }

    /// Whether more than the index can do is asked of each row.
    pub(super) fn tries_rows(&self) -> bool {
        self.mine || self.late || self.needs_summary()
    }

    /// Whether all rows that pass are found at once, as for any filter that is not the index's own. An
    /// entry that is closed to the worker passes none of these: whether it does would tell of it.
    pub(super) fn is_tried_on_rows(&self) -> bool {
        self.tries_rows() || self.sought.is_some()
    }

    /// Whether a row passes, as far as the index shows it.
    pub(super) fn passes(&self, mark: &InboxMark, trial: Trial<'_>) -> bool {
        let is_mine =
            || mark.holder(trial.now).is_some_and(|claim| claim.by == trial.worker.actor.id);
        let is_late = || mark.due(trial.hours, trial.now).is_some_and(|due| due.is_late(trial.now));
        (!self.mine || is_mine()) && (!self.late || is_late())
    }

    /// Whether a row passes by what its referrals say.
    pub(super) fn passes_with(&self, summary: &Summary, today: Date) -> bool {
        let sought = match &self.sought {
            Some(Sought::Name(name)) => summary.has_name(name),
            Some(Sought::Birth(day)) => summary.has_birth(*day),
            Some(Sought::Reference(_)) | None => true,
        };
        sought
            && self.age.is_none_or(|age| summary.has_age(age, today))
            && self.need.is_none_or(|need| summary.needs.contains(&need))
            && self.sender.is_none_or(|kind| summary.senders.contains(&kind))
    }

    /// The filter as codes, for the audit trail.
    pub(super) fn facts(&self) -> Vec<(&'static str, &'static str)> {
        let part = match self.part {
            Part::All => None,
            Part::Waiting => Some("waiting"),
            Part::Done => Some("done"),
        };
        let chosen = [
            ("part", part),
            ("state", self.state.map(EntryState::code)),
            ("age", self.age.map(AgeBand::code)),
            ("need", self.need.map(Need::code)),
            ("sender", self.sender.map(ReferrerKind::code)),
            ("mine", self.mine.then_some("yes")),
            ("late", self.late.then_some("yes")),
            ("search", self.sought.as_ref().map(Sought::code)),
        ];
        chosen.into_iter().filter_map(|(name, code)| Some((name, code?))).collect()
    }
}
