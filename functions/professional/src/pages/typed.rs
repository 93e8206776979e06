//! The fields of a small form as they were typed, with the words of their errors.

use ::pages::components::{ErrorLink, ErrorMessage};

/// The fields as they were typed, with the words of their errors.
#[derive(Default)]
pub(crate) struct Typed {
    /// The values, by the names of their fields.
    pub(crate) values: Vec<(String, String)>,
    /// The fields that are wrong, in the page's order.
    pub(crate) errors: Vec<(&'static str, String)>,
}

impl Typed {
    /// The error beside a field.
    pub(super) fn error(&self, name: &str) -> Option<ErrorMessage> {
        let found = self.errors.iter().find(|(field, _)| *field == name);
        found.map(|(_, words)| ErrorMessage::from(words.as_str()))
    }

    /// The errors of the summary, each leading to its field.
    pub(super) fn links(&self) -> Vec<ErrorLink> {
        self.errors.iter().map(|(field, words)| ErrorLink::to(field, words.as_str())).collect()
    }
}
