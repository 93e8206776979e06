//! The identity of a child as one text: equal for two children only if their normalised names,
//! date of birth and postcode are all the same. Twins differ in their given names.

use referral::{Birth, Child, GivenPostcode, Location, Postcode, Referral};
use unicode_normalization::UnicodeNormalization;

/// What identifies one child of a referral. It holds a child's details: never store or log it, only
/// a keyed token made from it.
#[derive(Clone, PartialEq, Eq)]
pub struct ChildKey {
    /// Which of the referral's children, from 0.
    pub child: u8,
    /// The identity.
    pub identity: String,
}

/// The identities of a referral's children. A child without a full name, a date of birth or a full
/// postcode has none, and neither has anyone at a concealed address.
pub fn keys(referral: &Referral) -> Vec<ChildKey> {
    let Location::Address(address) = &referral.household.location else {
        return Vec::new();
    };
    let Some(GivenPostcode::Full(postcode)) = &address.postcode else {
        return Vec::new();
    };
    (0..=u8::MAX)
        .zip(referral.children.iter())
        .filter_map(|(child, one)| Some(ChildKey { child, identity: identity(one, *postcode)? }))
        .collect()
}

fn identity(child: &Child, postcode: Postcode) -> Option<String> {
    let Birth::Born(born) = &child.birth else {
        return None;
    };
    let name = child.name.as_ref()?;
    let given = normalise(name.given.as_ref()?.expose());
    let family = normalise(name.family.as_ref()?.expose());
    if given.is_empty() || family.is_empty() {
        return None;
    }
    Some(format!("{given}|{family}|{}|{postcode}", born.day()))
}

/// Letters and digits in lower case, without accents; everything else is punctuation that people
/// write or leave out.
fn normalise(name: &str) -> String {
    name.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::normalise;

    #[test]
    fn accents_case_and_punctuation_do_not_tell_children_apart() {
        assert_eq!(normalise("Zoë-Mae O'Brien"), normalise("ZOE MAE OBRIEN"));
    }

    #[test]
    fn different_names_stay_different() {
        assert_ne!(normalise("Marie"), normalise("Maria"));
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing(name in "\\PC{0,40}") {
            let once = normalise(&name);
            prop_assert_eq!(normalise(&once), once.clone());
        }
    }
}
