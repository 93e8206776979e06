//! The reasons why a document is not a referral.

use referral::FieldError;

/// The reason why a document was not taken. No variant holds any of what was sent but names of
/// fields.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    /// The document is over 256 KiB: 413.
    #[error("the document is larger than 256 KiB")]
    TooLarge,
    /// The document is not JSON, or JSON that cannot be trusted (a key twice, nested too deep):
    /// 400.
    #[error("the document is malformed")]
    Malformed(Vec<FieldError>),
    /// The document is JSON, but not a referral: 422, with every error found.
    #[error("the document is not a valid referral")]
    Invalid(Vec<FieldError>),
}

impl Rejection {
    /// The errors by field; none for a document that is too large.
    pub fn errors(&self) -> &[FieldError] {
        match self {
            Self::TooLarge => &[],
            Self::Malformed(errors) | Self::Invalid(errors) => errors,
        }
    }
}
