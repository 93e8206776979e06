//! Figures: how long families wait and what came of it, as far as it may be shown.

use figures::{Period, Reading};
use jiff::civil::Date;
use pipeline::collect::InboxFigures;
use referral::InboxId;
use schemars::JsonSchema;
use serde::Serialize;

use crate::texts;

/// The figures of the caller's inboxes for one calendar quarter.
#[derive(Serialize, JsonSchema)]
pub struct FigureList<'a> {
    /// The quarter, such as `2026-Q4`.
    pub quarter: String,
    /// The first day on which families of the quarter were received.
    #[schemars(with = "texts::Day")]
    pub from: Date,
    /// The last day.
    #[schemars(with = "texts::Day")]
    pub to: Date,
    /// The figures of each inbox.
    pub inboxes: Vec<FiguresOfInbox<'a>>,
}

/// The figures of one inbox.
#[derive(Serialize, JsonSchema)]
pub struct FiguresOfInbox<'a> {
    /// The inbox.
    #[schemars(with = "texts::InboxId")]
    pub inbox: &'a InboxId,
    /// Every figure of it.
    pub figures: Vec<Figure>,
}

/// One figure.
#[derive(Serialize, JsonSchema)]
pub struct Figure {
    /// The code of the table, such as `source` or `need_housing`; `received` for the number of all, and
    /// `to_claim`, `to_contact` and `to_close` for how long families waited.
    pub table: String,
    /// The code of the row: of a wait `median` or `ninetieth`.
    pub row: String,
    /// The row in plain words.
    pub words: String,
    /// The unit of the value.
    pub unit: FigureUnit,
    /// The number; null where it is withheld, as it could tell of a few families, or where too few were
    /// measured.
    pub value: Option<u64>,
    /// The share of the table's whole in percent; null where there is none to show.
    pub percent: Option<u8>,
}

/// The unit of a figure.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FigureUnit {
    /// A number of families.
    Families,
    /// A number of possible matches.
    Matches,
    /// Hours by the calendar, nights and weekends too.
    Hours,
    /// Days by the calendar.
    Days,
}

impl<'a> FigureList<'a> {
    /// The reply for these inboxes.
    pub fn new(period: Period, inboxes: &'a [InboxFigures]) -> Self {
        let inboxes = inboxes.iter().map(|one| FiguresOfInbox {
            inbox: &one.inbox,
            figures: one.figures.readings().into_iter().map(Figure::from).collect(),
        });
        Self {
            quarter: period.quarter().unwrap_or_default(),
            from: period.first(),
            to: period.last(),
            inboxes: inboxes.collect(),
        }
    }
}

impl From<Reading> for Figure {
    fn from(reading: Reading) -> Self {
        let Reading { table, row, words, unit, value, percent } = reading;
        let unit = match unit {
            "matches" => FigureUnit::Matches,
            "hours" => FigureUnit::Hours,
            "days" => FigureUnit::Days,
            _ => FigureUnit::Families,
        };
        Self { table, row: row.to_owned(), words, unit, value: value.get(), percent }
    }
}
