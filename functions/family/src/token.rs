//! The form's token: drawn for each form shown, and the name of what is sent with it, so that
//! sending twice is sending once.

use pipeline::ports::Nature;

/// The token's field.
pub(crate) const FIELD: &str = "form-token";

/// 128 unpredictable bits in hexadecimal.
pub(crate) fn fresh(nature: &impl Nature) -> String {
    nature.random().iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// Whether this is a token such as we draw.
pub(crate) fn is_ours(token: &str) -> bool {
    token.len() == 32 && token.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}
