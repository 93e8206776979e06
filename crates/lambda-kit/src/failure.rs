//! Failures: the reason why one message or one scheduled run could not be done.

/// A failure to be logged once at the boundary and tried again by the platform.
///
/// The detail goes to the logs: it must hold no personal detail.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {detail}")]
pub struct Failure {
    code: &'static str,
    detail: String,
}

impl Failure {
    /// Makes a failure with a stable code (`store_unreachable`) and a line for the operator.
    pub fn new(code: &'static str, detail: impl std::fmt::Display) -> Self {
        Self { code, detail: detail.to_string() }
    }

    /// Makes a failure that carries an error and its causes.
    pub fn of(code: &'static str, error: &(dyn std::error::Error + 'static)) -> Self {
        Self { code, detail: crate::boot::chain(error) }
    }

    /// The failure's stable code.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The line for the operator.
    pub fn detail(&self) -> &str {
        &self.detail
    }
}
