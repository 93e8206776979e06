//! A notice that was taken: the text with its values in their places.

use jiff::Timestamp;
use notices::Email;

/// A notice that would have been sent.
pub(super) struct Taken {
    pub(super) at: Timestamp,
    pub(super) to: String,
    pub(super) subject: String,
    pub(super) body: String,
}

impl Taken {
    /// The notice that an e-mail makes of a text, whose first line is its subject; the name of a place for
    /// which there is no value.
    pub(super) fn of(text: &str, email: &Email<'_>, at: Timestamp) -> Result<Self, String> {
        let filled = filled(text, email)?;
        let (subject, body) = filled.split_once("\n\n").unwrap_or((&filled, ""));
        let to = email.email_address.clone().into_owned();
        Ok(Self { at, to, subject: subject.to_owned(), body: body.trim_end().to_owned() })
    }
}

/// The text, with the values of an e-mail in the places that `((name))` marks.
fn filled(text: &str, email: &Email<'_>) -> Result<String, String> {
    let mut parts = text.split("((");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, after) = part.split_once("))").unwrap_or((part, ""));
        let value = email.personalisation.get(name).ok_or(name)?;
        filled.push_str(value);
        filled.push_str(after);
    }
    Ok(filled)
}
