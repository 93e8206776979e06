//! The log of an entry: what its workers wrote down. An item is read under the same names under which
//! it is written.

use jiff::civil::Date;
use pipeline::collect::{
    self, Appended, Contact, CorrectedPostcode, Logged, Onward, ScoreTaken, SenderAsked, Task,
    Worker,
};
use referral::{
    AskedFor, ContactDirection, ContactLog, ContactWay, ContactWith, FreeText, Line, LogId, Need,
    OnwardAgreement, OnwardAnswer, ScorePoint,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::code::Code;
use crate::entry::Entry;
use crate::texts;

/// An item on a log, with the earlier ones that it corrected or brought up to date.
#[derive(Serialize, JsonSchema)]
pub struct LogThread<'a> {
    /// The item as it stands now.
    #[serde(flatten)]
    pub now: LogItem<'a>,
    /// The items that it stands for, the latest one first.
    pub earlier: Vec<LogItem<'a>>,
}

/// An item on a log, as it was written.
#[derive(Serialize, JsonSchema)]
pub struct LogItem<'a> {
    /// The id of the item.
    #[schemars(with = "texts::Id")]
    pub id: LogId,
    /// The time when it was written.
    #[schemars(with = "texts::Moment")]
    pub written_at: jiff::Timestamp,
    /// Whether the caller wrote it; null where it cannot be read.
    pub yours: Option<bool>,
    /// The kind of item; null where it cannot be read.
    pub kind: Option<LogKind>,
    /// The result of a contact.
    #[schemars(with = "Option<Code<ContactLog>>")]
    pub code: Option<ContactLog>,
    /// The side that got in touch.
    #[schemars(with = "Option<Code<ContactDirection>>")]
    pub direction: Option<ContactDirection>,
    /// The way of a contact.
    #[schemars(with = "Option<Code<ContactWay>>")]
    pub way: Option<ContactWay>,
    /// The person with whom a contact was, or was tried.
    #[schemars(with = "Option<Code<ContactWith>>")]
    pub with: Option<ContactWith>,
    /// The day of a contact in the United Kingdom, or on which a score was taken.
    #[schemars(with = "Option<texts::Day>")]
    pub on: Option<Date>,
    /// The time of day of a contact: HH:MM.
    #[schemars(with = "Option<texts::TimeOfDay>")]
    pub at: Option<String>,
    /// The words of a note or a task, or about a contact, a score or an onward referral.
    #[schemars(with = "Option<String>")]
    pub words: Option<&'a FreeText>,
    /// The day by which a task is to be done.
    #[schemars(with = "Option<texts::Day>")]
    pub due: Option<Date>,
    /// Whether a task is done.
    pub done: Option<bool>,
    /// The need that an onward referral is for.
    #[schemars(with = "Option<Code<Need>>")]
    pub need: Option<Need>,
    /// The name of the partner service of an onward referral.
    #[schemars(with = "Option<String>")]
    pub partner: Option<&'a Line>,
    /// Whether the family agrees that this partner is told of them.
    #[schemars(with = "Option<Code<OnwardAgreement>>")]
    pub agreement: Option<OnwardAgreement>,
    /// The partner's answer.
    #[schemars(with = "Option<Code<OnwardAnswer>>")]
    pub answer: Option<OnwardAnswer>,
    /// The postcode of the home as it was put right; what was sent stays in the referral.
    pub postcode: Option<String>,
    /// The subject on which the sender was asked for more.
    #[schemars(with = "Option<Code<AskedFor>>")]
    pub about: Option<AskedFor>,
    /// The name of the scale of a score.
    #[schemars(with = "Option<String>")]
    pub scale: Option<&'a Line>,
    /// A score of how the family is doing, from 0 to 10.
    pub score: Option<u8>,
    /// The point at which a score was taken.
    #[schemars(with = "Option<Code<ScorePoint>>")]
    pub point: Option<ScorePoint>,
}

/// The kind of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LogKind {
    /// A contact with the family or about it, or an attempt at one.
    Contact,
    /// A note of the worker's.
    Note,
    /// Something to do.
    Task,
    /// A referral onward to a partner service.
    Onward,
    /// The postcode of the home, put right.
    Postcode,
    /// A question to the sender.
    SenderAsked,
    /// A score of how the family is doing.
    Score,
    /// The earlier item was written in error.
    Retracted,
}

/// The reply to an item that was written.
#[derive(Serialize, JsonSchema)]
pub struct LogReceipt<'a> {
    /// The id of the item: the same however often it was sent.
    #[schemars(with = "texts::Id")]
    pub item: LogId,
    /// The entry as it is now.
    pub entry: Entry<'a>,
}

impl<'a> LogReceipt<'a> {
    /// The reply, as this worker sees the entry.
    pub fn new(appended: &'a Appended, worker: &Worker) -> Self {
        Self { item: appended.item, entry: Entry::new(&appended.entry, worker) }
    }
}

impl<'a> LogThread<'a> {
    /// The item, as this worker sees it.
    pub(crate) fn new(thread: &'a collect::LogThread, worker: &Worker) -> Self {
        let earlier = thread.earlier.iter().map(|item| LogItem::new(item, worker)).collect();
        Self { now: LogItem::new(&thread.now, worker), earlier }
    }
}

impl<'a> LogItem<'a> {
    fn new(item: &'a collect::LogItem, worker: &Worker) -> Self {
        let collect::LogItem { id, written_at, said } = item;
        let bare = Self {
            id: *id,
            written_at: *written_at,
            yours: said.as_ref().map(|(by, _)| *by == worker.actor.id),
            kind: said.as_ref().map(|(_, said)| LogKind::of(said)),
            words: said.as_ref().and_then(|(_, said)| said.words()),
            code: None,
            direction: None,
            way: None,
            with: None,
            on: None,
            at: None,
            due: None,
            done: None,
            need: None,
            partner: None,
            agreement: None,
            answer: None,
            postcode: None,
            about: None,
            scale: None,
            score: None,
            point: None,
        };
        match said.as_ref().map(|(_, said)| said) {
            Some(Logged::Contact(Contact { code, direction, way, with, on, at, words: _ })) => {
                Self {
                    code: Some(*code),
                    direction: Some(*direction),
                    way: Some(*way),
                    with: Some(*with),
                    on: Some(*on),
                    at: at.map(|at| at.strftime("%H:%M").to_string()),
                    ..bare
                }
            }
            Some(Logged::Task(Task { due, done, words: _ })) => {
                Self { due: *due, done: Some(*done), ..bare }
            }
            Some(Logged::Onward(Onward { need, partner, agreement, answer, words: _ })) => Self {
                need: Some(*need),
                partner: Some(partner),
                agreement: Some(*agreement),
                answer: Some(*answer),
                ..bare
            },
            Some(Logged::Postcode(CorrectedPostcode { postcode, .. })) => {
                Self { postcode: Some(postcode.to_string()), ..bare }
            }
            Some(Logged::SenderAsked(SenderAsked { about, words: _ })) => {
                Self { about: Some(*about), ..bare }
            }
            Some(Logged::Score(ScoreTaken { score, on, words: _ })) => Self {
                on: Some(*on),
                scale: Some(&score.scale),
                score: Some(score.value),
                point: Some(score.at),
                ..bare
            },
            Some(Logged::Note { .. } | Logged::Retracted { .. }) | None => bare,
        }
    }
}

impl LogKind {
    fn of(said: &Logged) -> Self {
        match said {
            Logged::Contact(_) => Self::Contact,
            Logged::Note { .. } => Self::Note,
            Logged::Task(_) => Self::Task,
            Logged::Onward(_) => Self::Onward,
            Logged::Postcode(_) => Self::Postcode,
            Logged::SenderAsked(_) => Self::SenderAsked,
            Logged::Score(_) => Self::Score,
            Logged::Retracted { .. } => Self::Retracted,
        }
    }
}
