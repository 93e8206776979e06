//! A spreadsheet saved as CSV: reads each row into the same document as JSON, and so into a referral.
//!
//! The columns stand in one table ([`columns`]), of which the template and the guide are made. A cell
//! is read by the kind of its column, with the habits of spreadsheets understood (dates with the day
//! first, `="0770…"`, a first 0 that is gone) or refused by name (a number of which digits are lost).
//! A fault names the column and never what stands in the cell. The rows are numbered as Excel numbers
//! them, the header being row 1.

mod cells;
pub mod columns;
mod file;
mod filling;
mod header;
mod naming;

use std::sync::Arc;

use referral::text::clean_text;
use referral::{FieldError, Referral};

use self::header::{Header, Placed};
use self::naming::Naming;
use crate::errors::{Findings, Position};
use crate::{Context, document, unchecked};

/// A file whose header was understood, with its rows, which are not read yet.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// The header as it stands in the file, with its own separators.
    pub(crate) head: String,
    pub(crate) rows: Vec<Row>,
}

/// A row of a file.
#[derive(Debug)]
pub(crate) struct Row {
    header: Arc<Header>,
    /// The number of the row, as Excel shows it.
    pub(crate) number: usize,
    /// The row as it stands in the file.
    pub(crate) text: String,
    /// The cells that are not blank, in the order of the names of their columns.
    cells: Vec<Cell>,
    /// A fault of the row as a whole, such as a quotation mark that is not closed.
    fault: Option<FieldError>,
}

/// A cell that is not blank.
#[derive(Debug)]
struct Cell {
    at: Placed,
    /// The text, cleaned.
    text: String,
}

/// Reads the header and the rows. An error is about the file as a whole; nothing of it can be read
/// then.
pub(crate) fn sheet(bytes: &[u8]) -> Result<Sheet, Vec<FieldError>> {
    let file = file::read(bytes).map_err(|fault| vec![fault.at("")])?;
    let header = Arc::new(Header::read(&file.head)?);
    let rows = file.rows.into_iter().filter_map(|record| Row::new(&header, record)).collect();
    Ok(Sheet { head: file.head_text, rows })
}

impl Row {
    /// The row, unless all of its cells are blank.
    fn new(header: &Arc<Header>, record: file::Record) -> Option<Self> {
        let blank = record.cells.iter().all(|cell| clean_text(cell).is_empty());
        if blank {
            return None;
        }
        let fault =
            record.fault.or_else(|| header.fault_of(&record.cells)).map(|fault| fault.at(""));
        let cells = header.columns().zip(&record.cells).filter_map(|(placed, cell)| {
            let text = cells::unwrapped(cell);
            let at = placed.filter(|_| !text.is_empty())?.clone();
            Some(Cell { at, text })
        });
        let mut cells: Vec<_> = cells.collect();
        cells.sort_by(|one, other| one.at.name.cmp(&other.at.name));
        let (number, text) = (record.number, record.text);
        Some(Self { header: Arc::clone(header), number, text, cells, fault })
    }

    /// The text of the cell in a column; `None` where it is blank.
    pub(crate) fn cell(&self, column: &str) -> Option<&str> {
        let cell = self.cells.iter().find(|cell| cell.at.name == column)?;
        Some(&cell.text)
    }

    /// Whether the row says that there is a safeguarding concern.
    pub(crate) fn is_concern(&self) -> bool {
        let said = self.cell(columns::CONCERN.name);
        said.is_some_and(|said| cells::yes_or_no(said) == Some(true))
    }

    /// Whether the row as a whole is at fault.
    pub(crate) fn has_fault(&self) -> bool {
        self.fault.is_some()
    }

    /// Whether its quotation marks are closed.
    pub(crate) fn is_whole(&self) -> bool {
        self.fault.as_ref().is_none_or(|fault| fault.code != file::NOT_CLOSED.code)
    }

    /// Bytes that are equal for two rows exactly when the same columns hold the same text, whatever
    /// the order of the columns. They do not depend on the day, nor on how cells are read.
    pub(crate) fn content(&self) -> Vec<u8> {
        let mut bytes = b"hubward csv row v1".to_vec();
        for Cell { at, text } in self.cells.iter().filter(|cell| cell.at.name != columns::KEY.name)
        {
            for part in [&at.name, text] {
                bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
                bytes.extend_from_slice(part.as_bytes());
            }
        }
        bytes
    }

    /// The referral that the row holds, or all that is wrong, each under the name of its column.
    pub(crate) fn read<'a>(
        &self,
        context: impl Into<Context<'a>>,
    ) -> Result<Referral, Vec<FieldError>> {
        if let Some(fault) = &self.fault {
            return Err(vec![fault.clone()]);
        }
        let findings = Findings::new(context.into(), self.is_concern());
        let position = Position::root(&findings);
        let naming = self.naming();
        let document = filling::document(&self.cells, &naming, &position);
        let unchecked = document::unchecked(&document, &findings);
        let referral = unchecked::referral(&unchecked, &position);
        unchecked::finish(referral, findings).map_err(|errors| self.named(errors))
    }

    /// The column of a field of the document, such as `child1_upn` for `children[0].upn`.
    pub(crate) fn column_of(&self, path: &str) -> String {
        self.naming().column_of(path)
    }

    fn naming(&self) -> Naming {
        Naming::of(&self.cells)
    }

    /// The errors under the names of their columns, in the order of the file's columns.
    fn named(&self, errors: Vec<FieldError>) -> Vec<FieldError> {
        let naming = self.naming();
        let mut errors: Vec<_> = errors
            .into_iter()
            .map(|error| FieldError { path: naming.column_of(&error.path), ..error })
            .collect();
        errors.sort_by_key(|error| self.header.place(&error.path));
        errors.dedup();
        errors
    }
}

#[cfg(test)]
mod tests;
