//! Figures one by one, as a file and a reply of the API list them.

use std::fmt;

use serde::Serialize;

use crate::published::{Count, Figures, Times, Waiting};
use crate::tables::Table;

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The code of the table, such as `source` or `need_housing`.
    pub table: String,
    /// The code of the row.
    pub row: &'static str,
    /// The row in plain words.
    pub words: String,
    /// The unit: `families`, `matches`, `hours` or `days`.
    pub unit: &'static str,
    /// The number; `null` where it is withheld, or measured for too few.
    pub value: Value,
    /// The share of the table's whole, in percent.
    pub percent: Option<u8>,
}

/// A number that may be shown, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Value(Option<u64>);

impl Value {
    /// Nobody.
    pub const NONE: Self = Self(Some(0));

    /// The number; `None` where there is none to show.
    pub fn get(self) -> Option<u64> {
        self.0
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(number) => number.fmt(f),
            None => f.write_str("withheld"),
        }
    }
}

impl From<Count> for Value {
    fn from(count: Count) -> Self {
        Self(count.get())
    }
}

impl Waiting {
    /// Each wait: its code, its words, its unit and how long it was.
    pub fn named(self) -> [(&'static str, &'static str, &'static str, Times); 3] {
        [
            ("to_claim", "Until somebody took it", "hours", self.hours_to_claim),
            ("to_contact", "Until the first contact or attempt", "days", self.days_to_contact),
            ("to_close", "Until it was closed", "hours", self.hours_to_close),
        ]
    }
}

impl Figures {
    /// Every figure, in the order of a page.
    pub fn readings(&self) -> Vec<Reading> {
        let received = Reading {
            table: "received".to_owned(),
            row: "all",
            words: "Received".to_owned(),
            unit: "families",
            value: self.families.into(),
            percent: None,
        };
        let waits = self.waiting.named().into_iter().flat_map(|(code, words, unit, times)| {
            let one = |row, which: &str, value: Option<u32>| Reading {
                table: code.to_owned(),
                row,
                words: format!("{words}, {which}"),
                unit,
                value: Value(value.map(u64::from)),
                percent: None,
            };
            [
                one("median", "half of them within", times.median),
                one("ninetieth", "nine of ten within", times.ninetieth),
            ]
        });
        let rows = self.tables.iter().flat_map(|(table, rows)| {
            rows.rows.iter().map(move |row| Reading {
                table: table.code(),
                row: row.code,
                words: format!("{}: {}", table.title(), row.words),
                unit: if *table == Table::Matches { "matches" } else { "families" },
                value: row.count.into(),
                percent: row.percent,
            })
        });
        std::iter::once(received).chain(waits).chain(rows).collect()
    }
}
