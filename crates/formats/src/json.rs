//! The referral document in JSON, as partners send it: `schemas/referral.v1.json`; and the document by
//! which they withdraw one.

pub(crate) mod parse;

use referral::{FieldError, Referral};

pub use crate::digest::digest_input;
pub use crate::document::Withdrawal;
pub use crate::write::write;

use crate::document::{self, Tree};
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
    let tree = tree(bytes).map_err(Rejection::Malformed)?;
    referral(&tree, context.into()).map_err(Rejection::Invalid)
}

/// The document as a tree, whatever it holds.
pub(crate) fn tree(bytes: &[u8]) -> Result<Tree, Vec<FieldError>> {
    parse::parse(bytes)
}

/// The referral that a document holds.
pub(crate) fn referral(tree: &Tree, context: Context<'_>) -> Result<Referral, Vec<FieldError>> {
    let findings = Findings::new(context, document::is_concern(tree));
    let unchecked = document::unchecked(tree, &findings);
    let referral = unchecked::referral(&unchecked, &Position::root(&findings));
    unchecked::finish(referral, findings)
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
