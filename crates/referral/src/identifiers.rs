//! Identifiers that others give: NHS number, UPN, URN, ODS code, UPRN.
//!
//! A failed check digit is a warning (`is_valid`), never a refusal: a referral is worth more.

mod organisations;
mod people;

pub use organisations::{OdsCode, Uprn, Urn};
pub use people::{NhsNumber, Upn};

/// The text without white space and hyphens, in capitals.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}'))
        .map(|c| c.to_ascii_uppercase())
        .collect()
}
