//! The facts of one family's work, by which it is counted: codes and times, and nothing that names
//! anybody.

use jiff::Timestamp;
use jiff::civil::Date;
use referral::{ClosingOutcome, EntryState, Need, ReferrerKind, ScorePoint};

/// The facts of one entry: one family's referrals, worked on together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyFacts {
    /// The time when the first of its referrals was accepted.
    pub received: Timestamp,
    /// The day in the United Kingdom on which that was.
    pub received_on: Date,
    /// The kinds of those who sent its referrals, each once; empty where they cannot be read.
    pub sources: Vec<ReferrerKind>,
    /// The needs of its referrals, each once.
    pub needs: Vec<Need>,
    /// The state of the work.
    pub state: EntryState,
    /// The time when somebody first took it.
    pub claimed: Option<Timestamp>,
    /// The day in the United Kingdom on which somebody first reached the family, or tried to in a safe way.
    pub contacted: Option<Date>,
    /// The time when it was closed, if it is.
    pub closed: Option<Timestamp>,
    /// The outcome with which it was closed, if the worker said.
    pub outcome: Option<ClosingOutcome>,
    /// The family's scores, in the order in which they were taken.
    pub scores: Vec<Score>,
    /// Whether there is more than one referral for a child of the family: in the entry itself, or in
    /// another one that is linked with it.
    pub referred_again: bool,
    /// The number of possible matches that people were asked about, and of which nobody has decided.
    pub matches_open: u32,
    /// The number of possible matches that a person found to be one child.
    pub matches_same: u32,
    /// The number of possible matches that a person found to be two children.
    pub matches_different: u32,
}

/// A score of a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// The scale, by a number that stands for its name.
    pub scale: u16,
    /// The day on which it was taken.
    pub on: Date,
    /// The point at which it was taken.
    pub at: ScorePoint,
    /// The score, from 0 to 10; more is better.
    pub value: u8,
}
