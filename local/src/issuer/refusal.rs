//! Reasons why a request to the issuer gets no token.

/// The reason why there is no token. The texts are for developers.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    InvalidRequest(&'static str),
    UnsupportedGrant,
    /// The client is not known. True if it used HTTP Basic, and so must be asked for it.
    InvalidClient(bool),
    InvalidScope,
    /// The code is not known, is used already, or is not this client's.
    InvalidGrant,
    Method,
    Signing,
}
