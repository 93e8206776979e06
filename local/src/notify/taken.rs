//! A notice that was taken: the text with its values in their places.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::Timestamp;
use notices::{Email, Text};

/// The values of a notice, by the names of their places.
type Values<'a> = BTreeMap<Cow<'a, str>, Cow<'a, str>>;

/// A notice that would have been sent.
pub(super) struct Taken {
    pub(super) at: Timestamp,
    pub(super) to: String,
    /// The subject of an e-mail; a text message has none.
    pub(super) subject: Option<String>,
    pub(super) body: String,
    /// The sender's own name for it.
    pub(super) reference: Option<String>,
}

impl Taken {
    /// The notice that an e-mail makes of a text, whose first line is its subject; the name of a place for
    /// which there is no value.
    pub(super) fn of_email(text: &str, email: &Email<'_>, at: Timestamp) -> Result<Self, String> {
        let filled = filled(text, &email.personalisation)?;
        let (subject, body) = filled.split_once("\n\n").unwrap_or((&filled, ""));
        Ok(Self {
            at,
            to: email.email_address.clone().into_owned(),
            subject: Some(subject.to_owned()),
            body: body.trim_end().to_owned(),
            reference: email.reference.clone().map(Cow::into_owned),
        })
    }

    /// The notice that a text message makes of a text.
    pub(super) fn of_text(text: &str, message: &Text<'_>, at: Timestamp) -> Result<Self, String> {
        Ok(Self {
            at,
            to: message.phone_number.clone().into_owned(),
            subject: None,
            body: filled(text, &message.personalisation)?.trim_end().to_owned(),
            reference: message.reference.clone().map(Cow::into_owned),
        })
    }
}

/// The text, with the values in the places that `((name))` marks.
fn filled(text: &str, values: &Values<'_>) -> Result<String, String> {
    let mut parts = text.split("((");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, after) = part.split_once("))").unwrap_or((part, ""));
        let value = values.get(name).ok_or(name)?;
        filled.push_str(value);
        filled.push_str(after);
    }
    Ok(filled)
}
