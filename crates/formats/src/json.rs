//! The referral document in JSON, as partners send it: `schemas/referral.v1.json`; and the document by
//! which they withdraw one.

pub(crate) mod parse;

use referral::Referral;

pub use crate::digest::digest_input;
pub use crate::document::Withdrawal;
pub use crate::write::write;

use crate::document;
use crate::errors::{Findings, Position};
use crate::unchecked;
use crate::{Context, Rejection};

/// The most bytes in one referral, at every channel: seven long texts in any script fit, even where a
/// form sends nine bytes for a letter.
pub const MAX_BYTES: usize = 256 * 1024;
/// The deepest nesting of objects and lists.
pub const MAX_DEPTH: usize = 16;

/// Reads a referral as sent in `context` (a day alone will do), and tells every error at once.
///
/// A `null` and a blank text count as left out. No error repeats a value. A safeguarding concern is
/// not refused for an optional field: one that cannot be read is kept in `as_given`.
pub fn read<'a>(bytes: &[u8], context: impl Into<Context<'a>>) -> Result<Referral, Rejection> {
    if bytes.len() > MAX_BYTES {
        return Err(Rejection::TooLarge);
    }
    let tree = parse::parse(bytes).map_err(Rejection::Malformed)?;
    let findings = Findings::new(context.into(), document::is_concern(&tree));
    let unchecked = document::unchecked(&tree, &findings);
    let referral = unchecked::referral(&unchecked, &Position::root(&findings));
    unchecked::finish(referral, findings).map_err(Rejection::Invalid)
}

/// Reads the document by which a referral is withdrawn, and tells every error at once.
pub fn read_withdrawal<'a>(
    bytes: &[u8],
    context: impl Into<Context<'a>>,
) -> Result<Withdrawal, Rejection> {
    if bytes.len() > MAX_BYTES {
        return Err(Rejection::TooLarge);
    }
    let tree = parse::parse(bytes).map_err(Rejection::Malformed)?;
    let findings = Findings::new(context.into(), false);
    let withdrawal = document::withdrawal(&tree, &findings);
    let (errors, _) = findings.into_inner();
    match withdrawal {
        Some(withdrawal) if errors.is_empty() => Ok(withdrawal),
        _ => Err(Rejection::Invalid(errors)),
    }
}
