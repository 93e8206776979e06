//! Figures that may be shown: every number that could tell of a few families is withheld in them. They are
//! made in this crate alone, and a page, a file and a reply of the API show the same value.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::tables::Table;

/// A number, or the mark that it is withheld. As JSON it is the number, or `null`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count(Option<u64>);

impl Count {
    /// A number that may be shown, unless it is withheld.
    pub(crate) fn new(number: u64, is_withheld: bool) -> Self {
        Self((!is_withheld).then_some(number))
    }

    /// The number; `None` where it is withheld.
    pub fn get(self) -> Option<u64> {
        self.0
    }

    /// The share of a whole in percent, rounded; `None` where either is withheld or the whole is 0.
    pub(crate) fn percent_of(self, whole: Self) -> Option<u8> {
        let (part, whole) = (self.0?, whole.0.filter(|whole| *whole > 0)?);
        u8::try_from((part * 100 + whole / 2) / whole).ok()
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(number) => number.fmt(f),
            None => f.write_str("withheld"),
        }
    }
}

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// The figures of one hub, or of a council's hubs together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The families that were received.
    pub families: Count,
    /// How long they waited.
    pub waiting: Waiting,
    /// The families, divided in each table.
    pub tables: BTreeMap<Table, Rows>,
}

/// How long families waited, by the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// The hours until somebody took the work.
    pub hours_to_claim: Times,
    /// The days until somebody reached the family, or tried to.
    pub days_to_contact: Times,
    /// The hours until the work ended.
    pub hours_to_close: Times,
}

/// The middle and the long end of what families waited; `None` where too few of them were measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Times {
    /// The time within which half of them were served.
    pub median: Option<u32>,
    /// The time within which nine of ten were served.
    pub ninetieth: Option<u32>,
}

/// The rows of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The number that the table divides.
    pub whole: Count,
    /// Its rows, in the table's order.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The code of the row.
    pub code: &'static str,
    /// The row in plain words.
    pub words: &'static str,
    /// The number of families in it.
    pub count: Count,
    /// Their share of the whole, in percent.
    pub percent: Option<u8>,
}

impl Figures {
    /// The first row of a table: of one with a yes and a no, the yes.
    pub fn yes(&self, table: Table) -> (Count, Option<u8>) {
        let row = self.tables.get(&table).and_then(|rows| rows.rows.first());
        row.map_or((Count(None), None), |row| (row.count, row.percent))
    }

    /// The rows of a table.
    pub fn rows(&self, table: Table) -> &[Row] {
        self.tables.get(&table).map_or(&[], |rows| &rows.rows)
    }
}
