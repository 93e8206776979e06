//! Rows of drafts.

use std::fmt;

use jiff::Timestamp;

use super::Digest;

/// The key under which a draft is stored: the digest of its id, so that a reader of the table cannot
/// come to the draft by the family's pages. It is a type of its own, apart from a session's key, so
/// that keys which seal and open drafts do nothing for sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftKey(Digest);

impl DraftKey {
    /// The key that is this digest.
    pub fn of(digest: Digest) -> Self {
        Self(digest)
    }

    /// Reads a key as it is displayed, in hexadecimal.
    pub fn parse(text: &str) -> Option<Self> {
        Digest::parse(text).map(Self)
    }

    /// The first byte, which is as good as drawn by chance.
    pub(crate) fn first_byte(self) -> u8 {
        self.0.first_byte()
    }
}

impl fmt::Display for DraftKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A draft as it is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// The key of the draft.
    pub key: DraftKey,
    /// The bytes that [`crate::ports::Seal::seal`] made of the draft's contents.
    pub sealed: Vec<u8>,
    /// The version of the row: it goes up by one each time that the draft is saved.
    pub version: u64,
    /// The time at which the draft ends if it is not saved before.
    pub idle_until: Timestamp,
}

impl fmt::Debug for DraftRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, sealed, version, .. } = self;
        write!(f, "DraftRow({key:?}, version {version}, {} sealed bytes)", sealed.len())
    }
}
