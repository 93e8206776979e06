//! An API key: a prefix by which it is known for one, 128 random bits, and a check part, so that a key
//! with a typing mistake is told apart from one that nobody has.

use sha2::{Digest as _, Sha256};

use crate::rows::Digest;
use crate::secret_id::digest;

/// Digits and small letters, without those that are taken for others (`i`, `l`, `o`, `u`).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// The number of characters that hold 128 bits.
const RANDOM: usize = 26;
/// The number of characters of the check part: thirty bits.
const CHECK: usize = 6;

/// An API key. It has no `Debug`: the holder of the key is taken for the partner.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(String);

/// A text that is no API key: a character is wrong, or some are missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text is not a whole API key")]
pub struct NotAnApiKey;

impl ApiKey {
    /// The beginning of every key.
    pub const PREFIX: &str = "hwk_";

    /// The key of these bits, which must be unpredictable.
    pub fn from_random(bits: [u8; 16]) -> Self {
        let random = write(u128::from_be_bytes(bits), RANDOM);
        Self(format!("{}{random}{}", Self::PREFIX, check(&random)))
    }

    /// Reads a key, and looks at its check part.
    pub fn parse(text: &str) -> Result<Self, NotAnApiKey> {
        let rest = text.strip_prefix(Self::PREFIX).ok_or(NotAnApiKey)?;
        let is_whole = rest.len() == RANDOM + CHECK && rest.is_ascii();
        let (random, found) = is_whole.then(|| rest.split_at(RANDOM)).ok_or(NotAnApiKey)?;
        if found == check(random) { Ok(Self(text.to_owned())) } else { Err(NotAnApiKey) }
    }

    /// The key as text, for the partner alone.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// The digest under which the key is stored (SHA-256).
    pub fn digest(&self) -> Digest {
        digest("api-key", self.0.as_bytes())
    }
}

/// The name of a key in lists and in the audit trail: the beginning of its digest.
pub fn name_of(key: Digest) -> String {
    key.to_string().chars().take(12).collect()
}

/// The check part of these characters.
fn check(random: &str) -> String {
    let hash =
        Sha256::new().chain_update(b"hubward-api-key-check|").chain_update(random).finalize();
    let bits = hash.iter().take(4).fold(0_u128, |bits, byte| (bits << 8) | u128::from(*byte));
    write(bits >> 2, CHECK)
}

/// The lowest bits in base 32, the highest first.
fn write(bits: u128, characters: usize) -> String {
    let digit = |place: usize| {
        let five = (bits >> (5 * place)) & 31;
        usize::try_from(five).ok().and_then(|five| ALPHABET.get(five)).map(|byte| char::from(*byte))
    };
    (0..characters).rev().filter_map(digit).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_key_is_as_it_always_was() {
        let key = ApiKey::from_random([0; 16]);
        assert_eq!(key.secret(), "hwk_00000000000000000000000000z202xb");
        assert!(ApiKey::parse(key.secret()) == Ok(key));
    }

    #[test]
    fn what_is_not_a_whole_key_is_none() {
        let good = ApiKey::from_random([7; 16]);
        let good = good.secret();
        for other in ["", "hwk_", "hwk_é", &good[..35], &good.to_uppercase(), &good[4..]] {
            assert!(ApiKey::parse(other) == Err(NotAnApiKey), "{other}");
        }
        assert!(ApiKey::parse(&format!("{good}0")) == Err(NotAnApiKey));
        assert!(ApiKey::parse(&format!(" {good}")) == Err(NotAnApiKey));
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_noticed(bits: [u8; 16], at in 4_usize..36, to in 0_usize..32) {
            let good = ApiKey::from_random(bits);
            let mut typed = good.secret().as_bytes().to_vec();
            prop_assume!(typed[at] != ALPHABET[to]);
            typed[at] = ALPHABET[to];
            prop_assert!(ApiKey::parse(std::str::from_utf8(&typed).unwrap()) == Err(NotAnApiKey));
        }

        #[test]
        fn two_swapped_characters_are_noticed(bits: [u8; 16], at in 4_usize..35) {
            let good = ApiKey::from_random(bits);
            let mut typed = good.secret().as_bytes().to_vec();
            prop_assume!(typed[at] != typed[at + 1]);
            typed.swap(at, at + 1);
            prop_assert!(ApiKey::parse(std::str::from_utf8(&typed).unwrap()) == Err(NotAnApiKey));
        }

        #[test]
        fn two_keys_have_two_digests_which_show_neither(one: [u8; 16], two: [u8; 16]) {
            prop_assume!(one != two);
            let (one, two) = (ApiKey::from_random(one), ApiKey::from_random(two));
            prop_assert_ne!(one.digest(), two.digest());
            prop_assert!(!one.digest().to_string().contains(&one.secret()[4..]));
        }
    }
}
