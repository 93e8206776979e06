//! The notes that a family or a sender adds to its referral.

use jiff::Timestamp;
use pipeline::collect::OpenedNote;
use pipeline::notes;
use referral::{FreeText, NoteId, WithdrawalReason};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::code::Code;
use crate::texts;

/// A note that a family or a sender added to its referral.
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
    /// The words that came with it; null where there are none or the note cannot be read.
    #[schemars(with = "Option<String>")]
    pub text: Option<&'a FreeText>,
    /// The reason for which the sender withdraws; left out of every other note.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Code<WithdrawalReason>")]
    pub reason: Option<WithdrawalReason>,
    /// The whole referral as the sender corrected it; left out of every other note.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "texts::Referral")]
    pub referral: Option<Value>,
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
    /// The sender withdraws its referral. What becomes of the work is for a worker to decide, unless
    /// the entry was closed by it.
    Withdrawal,
    /// The sender corrects its referral, as it is from then on.
    Correction,
}

impl<'a> From<&'a OpenedNote> for Note<'a> {
    fn from(opened: &'a OpenedNote) -> Self {
        let OpenedNote { id, written_at, said } = opened;
        let kind = said.as_ref().map(|note| match note {
            notes::Note::MoreToTell(_) => NoteKind::MoreToTell,
            notes::Note::Concern(_) => NoteKind::Concern,
            notes::Note::AskToWithdraw(_) => NoteKind::AskToWithdraw,
            notes::Note::Withdrawal { .. } => NoteKind::Withdrawal,
            notes::Note::Correction(_) => NoteKind::Correction,
        });
        let text = said.as_ref().and_then(notes::Note::text);
        let (reason, referral) = match said {
            Some(notes::Note::Withdrawal { reason, .. }) => (Some(*reason), None),
            Some(notes::Note::Correction(corrected)) => {
                (None, Some(formats::json::write(corrected)))
            }
            _ => (None, None),
        };
        Self { id: *id, written_at: *written_at, kind, text, reason, referral }
    }
}
