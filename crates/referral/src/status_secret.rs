//! The status secret: what a family has beside its reference, to see how its request is getting on.

use std::fmt;
use std::str::FromStr;

use crate::error::Invalid;
use crate::personal::serde_by_parser;
use crate::symbols::{self, ALPHABET};

const LENGTH: usize = 8;

const WRONG: Invalid = Invalid::new(
    "status_secret_not_recognised",
    "Check the code: it has 8 letters and numbers, such as 3467-89CD.",
);

/// A status secret: eight random symbols of a reference's alphabet, shown as `XXXX-XXXX`. There are 78
/// thousand million of them.
///
/// It is stored as keyed tokens alone, and nobody but the family is shown it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct StatusSecret([u8; LENGTH]);

impl StatusSecret {
    /// A secret from 128 random bits.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(symbols::draw(bytes).map(|value: usize| ALPHABET[value]))
    }

    /// Reads a secret in any case, with any spaces or hyphens.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let values: [usize; LENGTH] = symbols::read(text).ok_or(WRONG)?;
        Ok(Self(values.map(|value| ALPHABET[value])))
    }

    /// The secret as it is shown: `XXXX-XXXX`.
    pub fn as_str(&self) -> String {
        self.to_string()
    }
}

/// `Debug` hides the secret.
impl fmt::Debug for StatusSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StatusSecret(..)")
    }
}

impl fmt::Display for StatusSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        symbols::show(&self.0, f)
    }
}

impl FromStr for StatusSecret {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::parse(text)
    }
}

serde_by_parser!(StatusSecret);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_secret_is_shown_in_two_groups_and_read_back_however_typed() {
        let secret = StatusSecret::from_random([9; 16]);
        let shown = secret.to_string();
        assert_eq!((shown.len(), shown.find('-')), (9, Some(4)));
        for typed in [shown.to_lowercase(), shown.replace('-', " "), shown.replace('-', "–")] {
            assert_eq!(StatusSecret::parse(&format!(" {typed}\n")), Ok(secret));
        }
        assert_eq!(serde_json::to_string(&secret).unwrap(), format!("\"{shown}\""));
        assert_eq!(format!("{secret:?}"), "StatusSecret(..)");
    }

    #[test]
    fn the_example_in_the_message_is_a_real_one() {
        let shown = WRONG.message.rsplit(' ').next().unwrap().trim_end_matches('.').to_owned();
        StatusSecret::parse(&shown).unwrap();
    }

    #[test]
    fn a_secret_too_short_too_long_or_of_other_symbols_is_none() {
        for text in ["", "3467-89C", "3467-89CDF", "AAAA-AAAA", "3467-89C1", "3467_89CD"] {
            assert!(StatusSecret::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_secret_reads_back(bytes: [u8; 16]) {
            let secret = StatusSecret::from_random(bytes);
            prop_assert_eq!(StatusSecret::parse(&secret.to_string()), Ok(secret));
        }

        #[test]
        fn reading_never_panics(text: String) {
            let _ = StatusSecret::parse(&text);
        }
    }
}
