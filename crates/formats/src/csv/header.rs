//! The header of a file: which column stands where.

use referral::{FieldError, Invalid};

use super::columns::{self, Found, normal};
use crate::document::shown_key;

/// The columns of a file, in its order; `None` where the header is blank.
#[derive(Debug)]
pub(super) struct Header(Vec<Option<Placed>>);

/// A column that stands in the file.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) name: String,
    pub(super) column: Found,
}

const NO_HEADER: Invalid = Invalid::new(
    "no_header",
    "The first row must hold the names of the columns, as the template has them.",
);
const TOO_MANY: Invalid = Invalid::new(
    "too_many_cells",
    "This row has more cells than there are columns. A cell with a comma in it needs quotation \
     marks around it.",
);

impl Header {
    /// Reads the cells of the header. Case, spaces and punctuation do not matter. A name that is not
    /// known is told, as long as another one is known: otherwise it is no header, and may be a person's
    /// name.
    pub(super) fn read(cells: &[String]) -> Result<Self, Vec<FieldError>> {
        let given: Vec<_> = cells.iter().map(|cell| normal(cell)).collect();
        let columns: Vec<_> = given.iter().map(|name| columns::found(name)).collect();
        let names: Vec<_> = columns.iter().map(|one| one.map(Found::name)).collect();
        if columns.iter().all(Option::is_none) {
            return Err(vec![NO_HEADER.at("")]);
        }
        let mut errors = Vec::new();
        for (at, (given, known)) in given.iter().zip(&names).enumerate() {
            let fault = match known {
                None if given.is_empty() => None,
                None => Some(unknown(at, given)),
                Some(_) if names[..at].contains(known) => Some(Invalid::with(
                    "repeated_column",
                    format!("Column {} is there twice. Remove one of them.", letters(at)),
                )),
                Some(_) => None,
            };
            errors.extend(fault.map(|fault| fault.at(shown_key(given))));
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let placed = columns.into_iter().zip(names);
        Ok(Self(
            placed.map(|(column, name)| Some(Placed { name: name?, column: column? })).collect(),
        ))
    }

    /// The columns, in the file's order.
    pub(super) fn columns(&self) -> impl Iterator<Item = Option<&Placed>> {
        self.0.iter().map(Option::as_ref)
    }

    /// The place of a column in the file; those that the file does not have come last.
    pub(super) fn place(&self, column: &str) -> usize {
        let is_it = |placed: Option<&Placed>| placed.is_some_and(|placed| placed.name == column);
        self.columns().position(is_it).unwrap_or(self.0.len())
    }

    /// The fault of a row that has text where there is no column.
    pub(super) fn fault_of(&self, cells: &[String]) -> Option<Invalid> {
        let filled = |cell: &String| !cell.trim().is_empty();
        let unnamed =
            self.0.iter().zip(cells).position(|(name, cell)| name.is_none() && filled(cell));
        if let Some(at) = unnamed {
            let message = format!("Column {} has no name in the header. Give it one.", letters(at));
            return Some(Invalid::with("unnamed_column", message));
        }
        cells.iter().skip(self.0.len()).any(filled).then_some(TOO_MANY)
    }
}

fn unknown(at: usize, given: &str) -> Invalid {
    let near = columns::nearest(given);
    let near = near.map(|name| format!(" Is it {name}?")).unwrap_or_default();
    let message = format!(
        "Column {} is not one that is known.{near} Use the template's names, or remove it.",
        letters(at)
    );
    Invalid::with("unknown_column", message)
}

/// The letters of a column, as a spreadsheet shows them: A, B, … Z, AA.
fn letters(mut at: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(at % 26).unwrap_or_default()));
        if at < 26 {
            break;
        }
        at = at / 26 - 1;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let all = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(all, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
