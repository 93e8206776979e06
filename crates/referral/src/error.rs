//! What can be wrong with a value, said without the value.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// What is wrong with one value: a stable code for programs and a sentence for people.
///
/// It never holds the value itself, so it may be shown, logged and stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
#[non_exhaustive]
pub struct Fault {
    /// Stable and `snake_case`: `date_in_future`, `postcode_not_recognised`.
    pub code: &'static str,
    /// A plain sentence that says what to do about it.
    pub message: Cow<'static, str>,
}

impl Fault {
    /// A fault with a fixed message.
    pub const fn new(code: &'static str, message: &'static str) -> Self {
        Self { code, message: Cow::Borrowed(message) }
    }

    /// A fault whose message is put together, from limits and code lists only.
    pub fn with(code: &'static str, message: String) -> Self {
        Self { code, message: Cow::Owned(message) }
    }

    /// The same fault, said of a field.
    pub fn at(self, path: impl Into<String>) -> FieldError {
        FieldError { path: path.into(), code: self.code, message: self.message.into_owned() }
    }
}

/// A fault and the field it is in: what every door answers with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, thiserror::Error)]
#[error("{path}: {message}")]
pub struct FieldError {
    /// Dotted, with indexes: `children[0].date_of_birth`; empty for the whole document.
    pub path: String,
    /// Stable and `snake_case`.
    pub code: &'static str,
    /// A plain sentence, without the value.
    pub message: String,
}

/// Something a person should look at, though the referral stands. Told to its sender, never logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// Dotted, with indexes: `children[0].nhs_number`.
    pub path: String,
    /// Stable and `snake_case`.
    pub code: String,
    /// A plain sentence, without what was sent.
    pub message: String,
}
