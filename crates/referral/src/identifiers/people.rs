//! A child's NHS number and unique pupil number.

use super::squeezed;
use crate::error::Invalid;
use crate::personal::{as_text, hide_debug, serde_by_parser};

/// A ten-digit NHS number. [`NhsNumber::is_valid`] says whether its check digit holds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NhsNumber(String);

impl NhsNumber {
    /// Reads ten digits, with any spaces and hyphens.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let digits = squeezed(text)?;
        if digits.len() == 10 && digits.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(digits))
        } else {
            Err(Invalid::new(
                "nhs_number_shape",
                "An NHS number has 10 digits, such as 999 000 0018.",
            ))
        }
    }

    /// The digits, which `Debug` hides.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the last digit is the Modulus 11 check digit of the others.
    pub fn is_valid(&self) -> bool {
        // Weights 10 to 2 and then 1: the check digit makes the whole sum a multiple of 11.
        let sum: u32 =
            self.0.bytes().zip((1..=10).rev()).map(|(b, w)| u32::from(b - b'0') * w).sum();
        sum > 0 && sum.is_multiple_of(11)
    }
}

/// The letters a UPN begins with; I, O and S are not among them.
const UPN_LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

/// A unique pupil number: a check letter, eleven digits, and a digit (a letter in a temporary one).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Upn(String);

impl Upn {
    /// Reads the thirteen characters, with any spaces, in any case.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let upn = squeezed(text)?;
        let fits = matches!(upn.as_bytes(), [letter, middle @ .., last]
            if upn.len() == 13
                && letter.is_ascii_uppercase()
                && middle.iter().all(u8::is_ascii_digit)
                && last.is_ascii_alphanumeric());
        if fits {
            Ok(Self(upn))
        } else {
            Err(Invalid::new(
                "upn_shape",
                "A UPN has a letter and 12 digits, such as B801200005001 (a temporary one ends in a letter).",
            ))
        }
    }

    /// The characters, which `Debug` hides.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the first letter is the check letter of the rest: the sum of each value × its
    /// position (2 to 13), modulo 23. A temporary UPN's last letter counts as its place in the list.
    pub fn is_valid(&self) -> bool {
        let bytes = self.0.as_bytes();
        let value = |&b: &u8| {
            if b.is_ascii_digit() {
                Some(usize::from(b - b'0'))
            } else {
                UPN_LETTERS.iter().position(|&letter| letter == b)
            }
        };
        let sum: Option<usize> =
            bytes[1..].iter().zip(2..).map(|(b, weight)| value(b).map(|v| v * weight)).sum();
        sum.is_some_and(|sum| UPN_LETTERS[sum % 23] == bytes[0])
    }
}

hide_debug!(NhsNumber, Upn);
serde_by_parser!(NhsNumber, Upn);
as_text!(NhsNumber, Upn);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_nhs_number_is_checked_but_not_refused() {
        let valid = NhsNumber::parse("943 476 5919").unwrap();
        assert!(valid.is_valid());
        assert_eq!(valid.as_str(), "9434765919");
        assert!(NhsNumber::parse("999-000-0018").unwrap().is_valid());
        assert!(NhsNumber::parse("\u{200e}٩٩٩ ٠٠٠\u{2009}٠٠١٨").unwrap().is_valid());
        assert!(!NhsNumber::parse("943 476 5910").unwrap().is_valid());
        assert!(!NhsNumber::parse("0000000000").unwrap().is_valid());
        for wrong in ["", "943476591", "94347659191", "94347659I9"] {
            assert_eq!(NhsNumber::parse(wrong).unwrap_err().code, "nhs_number_shape");
        }
    }

    #[test]
    fn a_upn_is_checked_but_not_refused() {
        assert!(Upn::parse("b8012 0000 5001").unwrap().is_valid());
        assert!(!Upn::parse("A801200005001").unwrap().is_valid());
        assert!(!Upn::parse("B801200005002").unwrap().is_valid());
        assert!(Upn::parse("B80120000500A").is_ok());
        for wrong in ["", "801200005001", "BB01200005001", "B8012000050011", "É801200005001"] {
            assert_eq!(Upn::parse(wrong).unwrap_err().code, "upn_shape");
        }
    }
}
