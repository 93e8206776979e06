//! Faults in a rulebook file, told to the officer who wrote it.

use std::fmt;

use serde::Serialize;

/// One fault in one file: where it is, what is wrong, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct RulebookError {
    /// The file's name.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The sentence that says what is wrong.
    pub message: String,
    /// The sentence that says how to mend it.
    pub help: String,
}

impl fmt::Display for RulebookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; {}", self.file, self.line, self.message, self.help)
    }
}

impl std::error::Error for RulebookError {}
