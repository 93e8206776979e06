//! The kinds of items on a log.

use jiff::civil::{Date, Time};
use referral::{
    AskedFor, ContactDirection, ContactLog, ContactWay, ContactWith, FreeText, GssCode, Line,
    LogId, Need, OnwardAgreement, OnwardAnswer, OutcomeScore, Postcode,
};
use serde::{Deserialize, Serialize};

/// An item that a worker wants to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewItem {
    /// The item itself.
    pub said: Logged,
    /// The earlier item that it corrects, or brings up to date.
    pub replaces: Option<LogId>,
}

/// An item as a worker wrote it down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Logged {
    /// A contact with the family or about it, or an attempt at one.
    Contact(Contact),
    /// A note of the worker's.
    Note {
        /// The words of the note.
        words: FreeText,
    },
    /// Something to do.
    Task(Task),
    /// A referral onward to a partner service.
    Onward(Onward),
    /// The postcode of the home, put right. What was said stays as it was said.
    Postcode(CorrectedPostcode),
    /// The sender was asked for more.
    SenderAsked(SenderAsked),
    /// A score of how the family is doing.
    Score(ScoreTaken),
    /// An earlier item was written in error.
    Retracted {
        /// The worker's words about it.
        words: Option<FreeText>,
    },
}

/// A contact, or an attempt at one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The result of the contact.
    pub code: ContactLog,
    /// The side that got in touch.
    pub direction: ContactDirection,
    /// The way of the contact.
    pub way: ContactWay,
    /// The person with whom it was, or was tried.
    pub with: ContactWith,
    /// The day of the contact in the United Kingdom.
    pub on: Date,
    /// The time of day, if the worker says.
    pub at: Option<Time>,
    /// The worker's words about it.
    pub words: Option<FreeText>,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The words of the task.
    pub words: FreeText,
    /// The day by which it is to be done.
    pub due: Option<Date>,
    /// Whether it is done.
    pub done: bool,
}

/// A referral onward to a partner service, for one need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Onward {
    /// The need that it is for.
    pub need: Need,
    /// The name of the partner service.
    pub partner: Line,
    /// Whether the family agrees that this partner is told of them.
    pub agreement: OnwardAgreement,
    /// The partner's answer, as far as there is one.
    pub answer: OnwardAnswer,
    /// The worker's words about it.
    pub words: Option<FreeText>,
}

/// The postcode of the home as a worker put it right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectedPostcode {
    /// The postcode.
    pub postcode: Postcode,
    /// The authority that runs children's services there, by its code; `None` where no list of
    /// postcodes tells.
    pub authority: Option<GssCode>,
    /// The worker's words about it: how they know.
    pub words: Option<FreeText>,
}

/// A question to the sender.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SenderAsked {
    /// The subject that it is about.
    pub about: AskedFor,
    /// The question in words.
    pub words: FreeText,
}

/// A score of how the family is doing, on a scale that the hub uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreTaken {
    /// The score, with its scale and the point at which it was taken.
    pub score: OutcomeScore,
    /// The day on which it was taken.
    pub on: Date,
    /// The worker's words about it.
    pub words: Option<FreeText>,
}

impl Logged {
    /// The name of the kind in records and replies.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Contact(_) => "contact",
            Self::Note { .. } => "note",
            Self::Task(_) => "task",
            Self::Onward(_) => "onward",
            Self::Postcode(_) => "postcode",
            Self::SenderAsked(_) => "sender_asked",
            Self::Score(_) => "score",
            Self::Retracted { .. } => "retracted",
        }
    }

    /// The code that the audit trail tells of it; `None` where there are words alone.
    pub fn code(&self) -> Option<&'static str> {
        match self {
            Self::Contact(contact) => Some(contact.code.code()),
            Self::Task(task) => Some(if task.done { "done" } else { "to_do" }),
            Self::Onward(onward) => Some(onward.answer.code()),
            Self::SenderAsked(asked) => Some(asked.about.code()),
            Self::Score(taken) => Some(taken.score.at.code()),
            Self::Note { .. } | Self::Postcode(_) | Self::Retracted { .. } => None,
        }
    }

    /// The words of the item.
    pub fn words(&self) -> Option<&FreeText> {
        match self {
            Self::Note { words }
            | Self::Task(Task { words, .. })
            | Self::SenderAsked(SenderAsked { words, .. }) => Some(words),
            Self::Contact(Contact { words, .. })
            | Self::Onward(Onward { words, .. })
            | Self::Postcode(CorrectedPostcode { words, .. })
            | Self::Score(ScoreTaken { words, .. })
            | Self::Retracted { words } => words.as_ref(),
        }
    }
}
