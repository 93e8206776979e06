//! The plain form of a sealed note, in JSON, under a version of its own.

use referral::FreeText;
use serde::{Deserialize, Serialize};

use super::Note;
use crate::ports::Fault;

const VERSION: u8 = 1;

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    MoreToTell,
    Concern,
    AskToWithdraw,
}

#[derive(Serialize)]
struct Out<'a> {
    v: u8,
    kind: Kind,
    text: Option<&'a FreeText>,
}

#[derive(Deserialize)]
struct In {
    v: u8,
    kind: Kind,
    text: Option<FreeText>,
}

pub(super) fn write(note: &Note) -> Result<Vec<u8>, Fault> {
    let kind = match note {
        Note::MoreToTell(_) => Kind::MoreToTell,
        Note::Concern(_) => Kind::Concern,
        Note::AskToWithdraw(_) => Kind::AskToWithdraw,
    };
    serde_json::to_vec(&Out { v: VERSION, kind, text: note.text() })
        .map_err(|_| Fault::Broken("a note cannot be written"))
}

// serde_json's own error may quote the note: it is dropped.
pub(crate) fn read(plain: &[u8]) -> Result<Note, Fault> {
    const UNREADABLE: Fault = Fault::Broken("a note cannot be read");
    let found: In = serde_json::from_slice(plain).map_err(|_| UNREADABLE)?;
    match found {
        In { v: VERSION, kind: Kind::MoreToTell, text: Some(text) } => Ok(Note::MoreToTell(text)),
        In { v: VERSION, kind: Kind::Concern, text } => Ok(Note::Concern(text)),
        In { v: VERSION, kind: Kind::AskToWithdraw, text } => Ok(Note::AskToWithdraw(text)),
        In { .. } => Err(UNREADABLE),
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
            Note::AskToWithdraw(Some(text)),
        ] {
            assert_eq!(read(&write(&note).unwrap()), Ok(note));
        }
    }

    #[test]
    fn a_note_without_words_or_of_a_later_version_is_not_read() {
        for other in
            [r#"{"v":1,"kind":"more_to_tell","text":null}"#, r#"{"v":2,"kind":"ask_to_withdraw"}"#]
        {
            assert!(matches!(read(other.as_bytes()), Err(Fault::Broken(_))), "{other}");
        }
    }
}
