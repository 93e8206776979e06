//! The notes that a family adds to its referral.

use jiff::Timestamp;
use pipeline::collect::OpenedNote;
use pipeline::notes;
use referral::{FreeText, NoteId};
use schemars::JsonSchema;
use serde::Serialize;

use crate::texts;

/// A note that a family added to its referral.
#[derive(Serialize, JsonSchema)]
pub struct Note<'a> {
    /// The id of the note.
    #[schemars(with = "texts::Id")]
    pub id: NoteId,
    /// The time when it was written.
    #[schemars(with = "texts::Moment")]
    pub written_at: Timestamp,
    /// The kind of note; null where the note cannot be read.
    pub kind: Option<NoteKind>,
    /// The words of the family; null where there are none or the note cannot be read.
    #[schemars(with = "Option<String>")]
    pub text: Option<&'a FreeText>,
}

/// The kind of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// More that the family wants the workers to know.
    MoreToTell,
    /// A safeguarding concern: somebody is being hurt, or could be.
    Concern,
    /// The family asks to withdraw: confirm it in a safe way. Nothing is withdrawn yet.
    AskToWithdraw,
}

impl<'a> From<&'a OpenedNote> for Note<'a> {
    fn from(opened: &'a OpenedNote) -> Self {
        let OpenedNote { id, written_at, said } = opened;
        let kind = said.as_ref().map(|note| match note {
            notes::Note::MoreToTell(_) => NoteKind::MoreToTell,
            notes::Note::Concern(_) => NoteKind::Concern,
            notes::Note::AskToWithdraw(_) => NoteKind::AskToWithdraw,
        });
        let text = said.as_ref().and_then(notes::Note::text);
        Self { id: *id, written_at: *written_at, kind, text }
    }
}
