//! Rows of an entry's log: what its workers write down while they work on it.

use std::fmt;

use jiff::Timestamp;
use referral::{EntryId, LogId};

/// The most items on the log of one entry.
pub const MOST_LOGGED: u16 = 1_000;

/// The key of a log item: its entry, and its own id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogKey {
    /// The entry that the item is about.
    pub entry: EntryId,
    /// The id of the item.
    pub item: LogId,
}

/// A log item as it is stored: it is written once, and never changed. Even its kind and its worker
/// are sealed.
#[derive(Clone, PartialEq, Eq)]
pub struct LogRow {
    /// The key of the item.
    pub key: LogKey,
    /// The time when it was written.
    pub written_at: Timestamp,
    /// The earlier item that this one stands for from now on, if it corrects or updates one.
    pub replaces: Option<LogId>,
    /// The bytes that [`crate::ports::Seal::seal`] made of the item.
    pub sealed: Vec<u8>,
}

impl fmt::Debug for LogRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key: LogKey { entry, item }, sealed, replaces, .. } = self;
        write!(f, "LogRow({entry}, {item}, {replaces:?}, {} sealed bytes)", sealed.len())
    }
}
