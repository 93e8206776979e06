//! The form's token: drawn for each form shown, it names the sending, so that sending twice is
//! sending once.

use pipeline::ports::Nature;

/// The name of the field that holds the token.
pub(crate) const FIELD: &str = "form-token";

/// Draws a token: 128 unpredictable bits in hexadecimal.
pub(crate) fn fresh(nature: &impl Nature) -> String {
    nature.random().iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// Whether a text has the shape of a token that we draw.
pub(crate) fn is_ours(token: &str) -> bool {
    token.len() == 32 && token.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}
