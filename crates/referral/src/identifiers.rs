//! Identifiers that other bodies give out: NHS number, UPN, URN, ODS code, UPRN.
//!
//! A failed check digit (`is_valid`) is a warning and never a refusal: a referral is worth more.

mod organisations;
mod people;

pub use organisations::{OdsCode, Uprn, Urn};
pub use people::{NhsNumber, Upn};

use crate::error::Invalid;
use crate::text::token;

/// The text without white space and hyphens, in capitals.
fn squeezed(text: &str) -> Result<String, Invalid> {
    let kept = |c: &char| !matches!(c, ' ' | '-');
    Ok(token(text)?.chars().filter(kept).map(|c| c.to_ascii_uppercase()).collect())
}
