//! What can be wrong with an index, or with what one is built from.

use std::path::PathBuf;

/// An index file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IndexError {
    /// The file is not there or cannot be read.
    #[error("cannot open the postcode index {path}: {source}; build it with `make postcodes`")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// It is some other file.
    #[error("this is not a postcode index; build one with `hubward postcodes build`")]
    NotAnIndex,
    /// It was written in a format this program does not read.
    #[error(
        "the postcode index has format {found}, this program reads {expected}; remove it and run `make postcodes`"
    )]
    OtherFormat {
        /// Format version in the file.
        found: u16,
        /// Format version of this program.
        expected: u16,
    },
    /// It is shorter or longer than it says.
    #[error(
        "the postcode index has the wrong length: {found} bytes of {expected}; remove it and run `make postcodes`"
    )]
    WrongLength {
        /// Bytes there are.
        found: u64,
        /// Bytes there should be.
        expected: u64,
    },
    /// A checksum does not match.
    #[error(transparent)]
    Damaged(#[from] DamagedIndex),
}

/// Part of an index does not match its checksum: nothing read from it can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the postcode index is damaged in its {part}; remove it and run `make postcodes`")]
pub struct DamagedIndex {
    /// Which part: "head" or "sector table".
    pub(super) part: &'static str,
}

/// A source row that cannot be put into an index.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// Its postcode is not shaped like one.
    #[error("`{0}` is not a postcode")]
    NotAPostcode(String),
    /// A postcode stands twice in the source.
    #[error("{0} stands twice in the source")]
    Twice(String),
    /// Its grid reference lies off the grid.
    #[error("{0} has a grid reference outside Great Britain")]
    OffTheGrid(String),
    /// The source has more distinct codes than the format can name.
    #[error("more than {most} distinct {column} codes")]
    TooManyCodes {
        /// Which column.
        column: &'static str,
        /// How many the format holds.
        most: usize,
    },
    /// The index would not fit its format.
    #[error("the index grew beyond what its format can address")]
    TooLarge,
}
