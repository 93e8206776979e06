//! UK postcodes as people write them: their shape, and in [`typed`] the postcode that was meant
//! where the text is not quite one. The crate `locality` knows where a postcode lies.

use std::fmt;
use std::str::FromStr;

use crate::error::Invalid;
use crate::personal::{hide_debug, serde_by_parser};
use crate::text::clean_token;

pub mod typed;

const WRONG: Invalid = Invalid::new(
    "postcode_not_recognised",
    "Give a UK postcode, such as SW1V 2AA, or its first part, such as SW1V. \
     Leave it out if it is not known.",
);

/// Outward codes of another shape that the postcode directory still has: that of Girobank, and that
/// of Newport before 1984.
const OLD_OUTWARD: [&[u8]; 2] = [b"GIR", b"NPT"];

/// A whole postcode in the normal form, `SW1V 2AA`: four characters of outward code (padded), three
/// of inward code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode([u8; 7]);

/// The first part of a postcode, with or without the sector's digit: `EH1`, `SW1V 2`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialPostcode {
    outward: [u8; 4],
    sector: Option<u8>,
}

/// A postcode as it was given, whole or in part.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GivenPostcode {
    /// A text that is shaped like a whole postcode, whether or not the postcode exists.
    Full(Postcode),
    /// Only the first part of a postcode.
    Partial(PartialPostcode),
}

impl Postcode {
    /// Reads a whole postcode in any case, with any spaces and punctuation.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        match GivenPostcode::parse(text)? {
            GivenPostcode::Full(postcode) => Ok(postcode),
            GivenPostcode::Partial(_) => {
                Err(Invalid::new("postcode_partial", "Give the whole postcode, such as SW1V 2AA."))
            }
        }
    }

    /// The postcode that these capitals and digits make, if they have the shape of one.
    fn of(symbols: &[u8]) -> Option<Self> {
        let (outward, inward) = symbols.split_at_checked(symbols.len().checked_sub(3)?)?;
        let fits = (is_outward(outward) || OLD_OUTWARD.contains(&outward)) && is_inward(inward);
        fits.then(|| {
            let mut whole = [b' '; 7];
            whole[..outward.len()].copy_from_slice(outward);
            whole[4..].copy_from_slice(inward);
            Self(whole)
        })
    }

    /// The outward code: `SW1V`.
    pub fn outward(&self) -> &str {
        text_of(&self.0[..4])
    }

    /// The inward code: `2AA`.
    pub fn inward(&self) -> &str {
        text_of(&self.0[4..])
    }

    /// The postcode's seven characters: four of outward code, padded with spaces, and three of
    /// inward code.
    #[inline]
    pub fn padded(&self) -> [u8; 7] {
        self.0
    }

    /// The sector: `SW1V 2`.
    pub fn sector(&self) -> String {
        format!("{} {}", self.outward(), char::from(self.0[4]))
    }

    /// The normal form: `SW1V 2AA`.
    pub fn as_str(&self) -> String {
        self.to_string()
    }
}

impl PartialPostcode {
    /// The outward code: `EH1`.
    pub fn outward(&self) -> &str {
        text_of(&self.outward)
    }
}

impl GivenPostcode {
    /// Reads a whole postcode or its first part, in any case, with any spaces and punctuation.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let mut symbols = Vec::with_capacity(8);
        let mut parted_at = None;
        for symbol in clean_token(text).chars() {
            match symbol {
                _ if symbol.is_ascii_alphanumeric() => {
                    if symbols.len() == 7 {
                        return Err(WRONG);
                    }
                    // ASCII, so this cannot fail.
                    symbols.push(u8::try_from(symbol).map_err(|_| WRONG)?.to_ascii_uppercase());
                }
                _ if symbol.is_alphanumeric() => return Err(WRONG),
                _ if symbol.is_whitespace() && !symbols.is_empty() => {
                    parted_at = Some(symbols.len());
                }
                _ => {}
            }
        }
        match Postcode::of(&symbols) {
            Some(postcode) => Ok(Self::Full(postcode)),
            None => Self::partial(&symbols, parted_at).ok_or(WRONG),
        }
    }

    /// Reads the first part of a postcode: `EH12` is an outward code; `EH1 2` and `SW1V2` have a
    /// sector.
    fn partial(symbols: &[u8], parted_at: Option<usize>) -> Option<Self> {
        let (outward, sector) = match symbols.split_last() {
            Some((&digit, outward))
                if digit.is_ascii_digit()
                    && is_outward(outward)
                    && (parted_at == Some(outward.len()) || !is_outward(symbols)) =>
            {
                (outward, Some(digit))
            }
            _ if is_outward(symbols) => (symbols, None),
            _ => return None,
        };
        let mut padded = [b' '; 4];
        padded[..outward.len()].copy_from_slice(outward);
        Some(Self::Partial(PartialPostcode { outward: padded, sector }))
    }

    /// The outward code of the whole or partial postcode.
    pub fn outward(&self) -> &str {
        match self {
            Self::Full(postcode) => postcode.outward(),
            Self::Partial(partial) => partial.outward(),
        }
    }

    /// The whole postcode, if it was given.
    pub fn full(&self) -> Option<Postcode> {
        match self {
            Self::Full(postcode) => Some(*postcode),
            Self::Partial(_) => None,
        }
    }

    /// The normal form, such as `SW1V 2AA` or `EH1`.
    pub fn as_str(&self) -> String {
        self.to_string()
    }
}

/// Whether a text has the shape `A9`, `A99`, `A9A`, `AA9`, `AA99` or `AA9A`.
fn is_outward(text: &[u8]) -> bool {
    let letters = text.iter().take_while(|b| b.is_ascii_uppercase()).count();
    (1..=2).contains(&letters)
        && matches!(&text[letters..], [digit] | [digit, _] if digit.is_ascii_digit())
}

fn is_inward(text: &[u8]) -> bool {
    matches!(text, [digit, one, two]
        if digit.is_ascii_digit() && one.is_ascii_uppercase() && two.is_ascii_uppercase())
}

/// The text of a stored code, which is always ASCII, without its padding.
fn text_of(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default().trim_end()
}

impl From<Postcode> for GivenPostcode {
    fn from(postcode: Postcode) -> Self {
        Self::Full(postcode)
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.outward(), self.inward())
    }
}

impl fmt::Display for PartialPostcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.outward())?;
        self.sector.map_or(Ok(()), |digit| write!(f, " {}", char::from(digit)))
    }
}

impl fmt::Display for GivenPostcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full(postcode) => postcode.fmt(f),
            Self::Partial(partial) => partial.fmt(f),
        }
    }
}

impl FromStr for Postcode {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::parse(text)
    }
}

hide_debug!(Postcode, PartialPostcode, GivenPostcode);
serde_by_parser!(Postcode, GivenPostcode);

#[cfg(test)]
mod tests;
