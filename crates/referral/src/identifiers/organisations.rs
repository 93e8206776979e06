//! The codes of organisations and places: a school's URN, a health organisation's ODS code, a
//! property's UPRN.

use super::squeezed;
use crate::error::Invalid;
use crate::personal::{as_text, hide_debug, serde_by_parser};

/// A school's unique reference number: six digits (seven are foreseen). `Debug` hides it, as a
/// child's school is personal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Urn(String);

impl Urn {
    /// Reads six or seven digits.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const WRONG: Invalid =
            Invalid::new("urn_shape", "A school's URN has 6 digits, such as 100001.");
        digits(text, 6..=7, WRONG).map(Self)
    }

    /// The digits, which `Debug` hides.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A health organisation's code of the Organisation Data Service: 3 to 12 letters and digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OdsCode(String);

impl OdsCode {
    /// Reads a code such as `A81001`, in any case.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let code = squeezed(text)?;
        if (3..=12).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric()) {
            Ok(Self(code))
        } else {
            Err(Invalid::new(
                "ods_code_shape",
                "An ODS code has 3 to 12 letters and digits, such as A81001.",
            ))
        }
    }

    /// The code, in capitals.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A property's unique reference number: up to twelve digits, leading zeros dropped.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uprn(String);

impl Uprn {
    /// Reads up to twelve digits.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const WRONG: Invalid = Invalid::new("uprn_shape", "A UPRN has up to 12 digits.");
        let digits = digits(text, 1..=12, WRONG)?.trim_start_matches('0').to_owned();
        if digits.is_empty() { Err(WRONG) } else { Ok(Self(digits)) }
    }

    /// The digits, which `Debug` hides.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The digits of a text, or the fault `wrong` if it holds anything else, or too few or too many.
fn digits(
    text: &str,
    length: std::ops::RangeInclusive<usize>,
    wrong: Invalid,
) -> Result<String, Invalid> {
    let digits = squeezed(text)?;
    let fits = length.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if fits { Ok(digits) } else { Err(wrong) }
}

hide_debug!(Urn, Uprn);
serde_by_parser!(Urn, OdsCode, Uprn);
as_text!(Urn, OdsCode, Uprn);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_organisations_are_read() {
        assert_eq!(Urn::parse(" 100001 ").unwrap().as_str(), "100001");
        assert_eq!(Urn::parse("१००००१").unwrap().as_str(), "100001");
        assert_eq!(OdsCode::parse("Ａ８１００１").unwrap().as_str(), "A81001");
        assert_eq!(OdsCode::parse("a81001").unwrap().as_str(), "A81001");
        assert_eq!(Uprn::parse("000100023336956").map(|u| u.as_str().to_owned()).ok(), None);
        assert_eq!(Uprn::parse("010002333695").unwrap().as_str(), "10002333695");
    }

    #[test]
    fn wrong_shapes_are_refused() {
        assert_eq!(Urn::parse("10000").unwrap_err().code, "urn_shape");
        assert_eq!(OdsCode::parse("A8").unwrap_err().code, "ods_code_shape");
        assert_eq!(Uprn::parse("0").unwrap_err().code, "uprn_shape");
    }
}
