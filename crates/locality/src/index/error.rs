//! The ways in which an index, or the source that one is built from, can be wrong.

use std::path::PathBuf;

/// An index file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IndexError {
    /// The file is not there or cannot be read.
    #[error("cannot open the postcode index {path}: {source}; build it with `make postcodes`")]
    Unreadable {
        /// The path of the file.
        path: PathBuf,
        /// The error that the system gave.
        source: std::io::Error,
    },
    /// The file is something other than an index.
    #[error("this is not a postcode index; build one with `hubward postcodes build`")]
    NotAnIndex,
    /// The index was written in a format that this program does not read.
    #[error(
        "the postcode index has format {found}, this program reads {expected}; remove it and run `make postcodes`"
    )]
    OtherFormat {
        /// The format version in the file.
        found: u16,
        /// The format version of this program.
        expected: u16,
    },
    /// The index is shorter or longer than its head says.
    #[error(
        "the postcode index has the wrong length: {found} bytes of {expected}; remove it and run `make postcodes`"
    )]
    WrongLength {
        /// The number of bytes that there are.
        found: u64,
        /// The number of bytes that there should be.
        expected: u64,
    },
    /// A checksum of the index does not match.
    #[error(transparent)]
    Damaged(#[from] DamagedIndex),
}

/// An index of which part does not match its checksum: nothing read from that part can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the postcode index is damaged in its {part}; remove it and run `make postcodes`")]
pub struct DamagedIndex {
    /// The part that is damaged: "head" or "sector table".
    pub(super) part: &'static str,
}

/// A source row that cannot be put into an index.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The row's postcode is not shaped like one.
    #[error("`{0}` is not a postcode")]
    NotAPostcode(String),
    /// The postcode stands twice in the source.
    #[error("{0} stands twice in the source")]
    Twice(String),
    /// The row's grid reference lies off the grid.
    #[error("{0} has a grid reference outside Great Britain")]
    OffTheGrid(String),
    /// The source has more distinct codes than the format can name.
    #[error("more than {most} distinct {column} codes")]
    TooManyCodes {
        /// The column with too many codes.
        column: &'static str,
        /// The number of codes that the format holds.
        most: usize,
    },
    /// The index would not fit its format.
    #[error("the index grew beyond what its format can address")]
    TooLarge,
}
