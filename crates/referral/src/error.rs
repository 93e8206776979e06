//! The faults that a value can have, told without the value.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A fault of one value: a stable code for programs and a sentence for people.
///
/// It never holds the value itself, so it may be shown, logged and stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
#[non_exhaustive]
pub struct Invalid {
    /// The stable code, in `snake_case`: `date_in_future`, `postcode_not_recognised`.
    pub code: &'static str,
    /// A plain sentence that says what to do about the fault.
    pub message: Cow<'static, str>,
}

impl Invalid {
    /// A fault with a fixed message.
    pub const fn new(code: &'static str, message: &'static str) -> Self {
        Self { code, message: Cow::Borrowed(message) }
    }

    /// A fault whose message is put together, from limits and code lists only.
    pub fn with(code: &'static str, message: String) -> Self {
        Self { code, message: Cow::Owned(message) }
    }

    /// The same fault, with the path of the field that it is in.
    pub fn at(self, path: impl Into<String>) -> FieldError {
        FieldError { path: path.into(), code: self.code, message: self.message.into_owned() }
    }
}

/// A fault and the field that it is in, as every channel answers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, thiserror::Error)]
#[error("{path}: {message}")]
pub struct FieldError {
    /// The field's path, dotted, with indexes: `children[0].date_of_birth`; empty for the whole
    /// document.
    pub path: String,
    /// The stable code, in `snake_case`.
    pub code: &'static str,
    /// A plain sentence, without the value.
    pub message: String,
}

/// A remark on a referral that stands, for a person to look at. It is told to the sender, never
/// logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// The field's path, dotted, with indexes: `children[0].nhs_number`.
    pub path: String,
    /// The stable code, in `snake_case`.
    pub code: String,
    /// A plain sentence, without what was sent.
    pub message: String,
}
