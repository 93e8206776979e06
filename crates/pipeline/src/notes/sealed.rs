//! The plain form of a sealed note, in JSON, under a version of its own.

use referral::{FreeText, WithdrawalReason};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Note;
use crate::body;
use crate::ports::Fault;

const VERSION: u8 = 1;

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    MoreToTell,
    Concern,
    AskToWithdraw,
    Withdrawal,
    Correction,
}

#[derive(Serialize)]
struct Out<'a> {
    v: u8,
    kind: Kind,
    text: Option<&'a FreeText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<WithdrawalReason>,
    /// The corrected referral, as a body is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Value>,
}

#[derive(Deserialize)]
struct In {
    v: u8,
    kind: Kind,
    text: Option<FreeText>,
    #[serde(default)]
    reason: Option<WithdrawalReason>,
    #[serde(default)]
    body: Option<Value>,
}

const UNWRITABLE: Fault = Fault::Broken("a note cannot be written");
const UNREADABLE: Fault = Fault::Broken("a note cannot be read");

pub(crate) fn write(note: &Note) -> Result<Vec<u8>, Fault> {
    let kind = match note {
        Note::MoreToTell(_) => Kind::MoreToTell,
        Note::Concern(_) => Kind::Concern,
        Note::AskToWithdraw(_) => Kind::AskToWithdraw,
        Note::Withdrawal { .. } => Kind::Withdrawal,
        Note::Correction(_) => Kind::Correction,
    };
    let (mut reason, mut body) = (None, None);
    match note {
        Note::Withdrawal { reason: said, .. } => reason = Some(*said),
        Note::Correction(corrected) => {
            let plain = body::write(corrected)?;
            body = Some(serde_json::from_slice(&plain).map_err(|_| UNWRITABLE)?);
        }
        Note::MoreToTell(_) | Note::Concern(_) | Note::AskToWithdraw(_) => {}
    }
    serde_json::to_vec(&Out { v: VERSION, kind, text: note.text(), reason, body })
        .map_err(|_| UNWRITABLE)
}

// serde_json's own error may quote the note: it is dropped.
pub(crate) fn read(plain: &[u8]) -> Result<Note, Fault> {
    let In { v, kind, text, reason, body } =
        serde_json::from_slice(plain).map_err(|_| UNREADABLE)?;
    if v != VERSION {
        return Err(UNREADABLE);
    }
    match kind {
        Kind::MoreToTell => text.map(Note::MoreToTell).ok_or(UNREADABLE),
        Kind::Concern => Ok(Note::Concern(text)),
        Kind::AskToWithdraw => Ok(Note::AskToWithdraw(text)),
        Kind::Withdrawal => {
            let reason = reason.ok_or(UNREADABLE)?;
            Ok(Note::Withdrawal { reason, text })
        }
        Kind::Correction => {
            let body = serde_json::to_vec(&body.ok_or(UNREADABLE)?).map_err(|_| UNREADABLE)?;
            body::read(&body).map(|corrected| Note::Correction(Box::new(corrected)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_read_as_it_was_written() {
        let text = FreeText::parse("Wir sind umgezogen.\nمحمد").unwrap();
        for note in [
            Note::MoreToTell(text.clone()),
            Note::Concern(None),
            Note::Concern(Some(text.clone())),
            Note::AskToWithdraw(None),
            Note::AskToWithdraw(Some(text.clone())),
            Note::Withdrawal { reason: WithdrawalReason::EnteredInError, text: Some(text) },
            Note::Withdrawal { reason: WithdrawalReason::FamilyWithdrew, text: None },
        ] {
            assert_eq!(read(&write(&note).unwrap()), Ok(note));
        }
    }

    #[test]
    fn a_note_without_words_or_of_a_later_version_is_not_read() {
        for other in [
            r#"{"v":1,"kind":"more_to_tell","text":null}"#,
            r#"{"v":1,"kind":"withdrawal","text":null}"#,
            r#"{"v":1,"kind":"correction","text":null}"#,
            r#"{"v":2,"kind":"ask_to_withdraw"}"#,
        ] {
            assert!(matches!(read(other.as_bytes()), Err(Fault::Broken(_))), "{other}");
        }
    }
}
