//! The reference that a family is given: unguessable, easy to read aloud, and self-checking.

use std::fmt;
use std::str::FromStr;

use crate::error::Invalid;
use crate::personal::serde_by_parser;
use crate::symbols::{self, ALPHABET};

const LENGTH: usize = 12;

const WRONG: Invalid = Invalid::new(
    "reference_not_recognised",
    "Check the reference: it has 12 letters and numbers, such as 3467-89CD-FGHR.",
);

/// A reference: eleven random symbols and a check symbol, shown as `XXXX-XXXX-XXXX`.
///
/// Position × value sums to 0 modulo 23. As 23 is prime and all positions differ modulo 23, every
/// wrong symbol and every swap of two different symbols, near or far, is caught.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference([u8; LENGTH]);

impl Reference {
    /// A reference from 128 random bits.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        let mut values: [usize; LENGTH] = symbols::draw(bytes);
        let last = LENGTH - 1;
        values[last] = (0..23)
            .find(|&check| (weighted(&values[..last]) + LENGTH * check).is_multiple_of(23))
            .unwrap_or_default();
        Self(values.map(|value| ALPHABET[value]))
    }

    /// Reads a reference in any case, with any spaces or hyphens.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let values = symbols::read(text).ok_or(WRONG)?;
        if weighted(&values).is_multiple_of(23) {
            Ok(Self(values.map(|value| ALPHABET[value])))
        } else {
            Err(WRONG)
        }
    }

    /// The reference as it is shown: `XXXX-XXXX-XXXX`.
    pub fn as_str(&self) -> String {
        self.to_string()
    }
}

/// The sum of each position (from 1) × its value.
fn weighted(values: &[usize]) -> usize {
    values.iter().enumerate().map(|(index, value)| (index + 1) * value).sum()
}

/// `Debug` hides a reference, because anybody who has it may ask how its referral is getting on.
impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reference(..)")
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        symbols::show(&self.0, f)
    }
}

impl FromStr for Reference {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::parse(text)
    }
}

serde_by_parser!(Reference);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_reference_is_shown_in_three_groups_and_read_back_however_typed() {
        let reference = Reference::from_random([7; 16]);
        let shown = reference.to_string();
        assert_eq!(shown.len(), 14);
        let typed = format!("  {} ", shown.to_lowercase().replace('-', " "));
        assert_eq!(typed.parse::<Reference>().unwrap(), reference);
        assert_eq!(serde_json::to_string(&reference).unwrap(), format!("\"{shown}\""));
    }

    #[test]
    fn the_example_in_the_message_is_a_real_one() {
        let words = WRONG.message;
        let shown = words.rsplit(' ').next().unwrap().trim_end_matches('.');
        Reference::parse(shown).unwrap();
    }

    proptest! {
        #[test]
        fn every_wrong_symbol_is_caught(bytes: [u8; 16], at in 0..LENGTH, by in 1..23_usize) {
            let mut symbols = Reference::from_random(bytes).0;
            let value = ALPHABET.iter().position(|&symbol| symbol == symbols[at]).unwrap();
            symbols[at] = ALPHABET[(value + by) % 23];
            prop_assert!(Reference::parse(std::str::from_utf8(&symbols).unwrap()).is_err());
        }

        #[test]
        fn every_swap_is_caught(bytes: [u8; 16], one in 0..LENGTH, by in 1..LENGTH) {
            let mut symbols = Reference::from_random(bytes).0;
            let other = (one + by) % LENGTH;
            let differ = symbols[one] != symbols[other];
            symbols.swap(one, other);
            let read = Reference::parse(std::str::from_utf8(&symbols).unwrap());
            prop_assert_eq!(read.is_err(), differ);
        }

        #[test]
        fn every_reference_reads_back(bytes: [u8; 16]) {
            let reference = Reference::from_random(bytes);
            prop_assert_eq!(Reference::parse(&reference.to_string()), Ok(reference));
        }

        #[test]
        fn reading_never_panics(text: String) {
            let _ = Reference::parse(&text);
        }
    }
}
