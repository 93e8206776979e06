//! The referral document in JSON, as partners send it: `schemas/referral.v1.json`.

mod fields;
mod reader;
mod tree;
mod write;

use jiff::civil::Date;
use referral::Referral;

pub use crate::digest::digest_input;
pub use write::write;

use crate::Rejection;
use crate::draft;
use crate::errors::Errors;

/// Most bytes in one referral.
pub const MAX_BYTES: usize = 64 * 1024;
/// Deepest nesting of objects and lists.
pub const MAX_DEPTH: usize = 16;

/// Reads a referral as sent on `today`, strictly, and tells every error at once.
///
/// A `null` and a blank text count as left out. No error repeats a value.
pub fn read(bytes: &[u8], today: Date) -> Result<Referral, Rejection> {
    if bytes.len() > MAX_BYTES {
        return Err(Rejection::TooLarge);
    }
    let tree = tree::parse(bytes).map_err(Rejection::Malformed)?;
    let errors = Errors::default();
    let draft = reader::draft(&tree, &errors, today);
    draft::check(&draft, errors, today).map_err(Rejection::Invalid)
}
