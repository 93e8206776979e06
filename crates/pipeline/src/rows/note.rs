//! Rows of the notes that a family or a sender adds to its referral.

use std::fmt;

use jiff::Timestamp;
use referral::{EntryId, NoteId, ReferralId};

use super::AmendmentMark;

/// The most notes that a family may add to one referral.
pub const MOST_NOTES: u8 = 20;

/// The key of a note: its referral, and its own id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteKey {
    /// The referral that the note belongs to.
    pub referral: ReferralId,
    /// The id of the note.
    pub note: NoteId,
}

/// A note as it is stored. Even whether it asks to withdraw is sealed; that it tells of a concern is not, as
/// the lane of a referral is not.
#[derive(Clone, PartialEq, Eq)]
pub struct NoteRow {
    /// The key of the note.
    pub key: NoteKey,
    /// The time when it was written.
    pub written_at: Timestamp,
    /// Whether it tells of a safeguarding concern, so that it must be read at once.
    pub concern: bool,
    /// Whether it should be read soon by what it says itself.
    pub pressing: bool,
    /// The mark of a sender's amendment; `None` for a family's note.
    pub amendment: Option<AmendmentMark>,
    /// The bytes that [`crate::ports::Seal::seal`] made of the note.
    pub sealed: Vec<u8>,
    /// The entry whose workers were told of it; `None` while it waits.
    pub entry: Option<EntryId>,
}

impl fmt::Debug for NoteRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key: NoteKey { referral, note }, sealed, entry, .. } = self;
        write!(f, "NoteRow({referral}, {note}, {entry:?}, {} sealed bytes)", sealed.len())
    }
}
