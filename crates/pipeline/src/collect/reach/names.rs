//! Names of adults as sets of words, and the test whether an adult may be a person who must not
//! know. Accents, vowel marks and apostrophes in a spelling do not make another person.

use std::collections::BTreeSet;

use matching::normal_words;
use referral::{Adult, MustNotKnow, PersonName, Relationship};

/// The words of a name in their normal form.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Words(BTreeSet<String>);

impl Words {
    /// The words of the full name; `None` if there are no words in it.
    pub(super) fn of_full(name: &PersonName) -> Option<Self> {
        Self::of(&[&name.full()])
    }

    /// As [`Words::of_full`], with the name by which the person is called.
    fn of_all(name: &PersonName) -> Option<Self> {
        let called = name.known_as.as_ref().map_or("", |called| called.expose().as_str());
        Self::of(&[&name.full(), called])
    }

    fn of(texts: &[&str]) -> Option<Self> {
        let words: BTreeSet<_> = texts.iter().flat_map(|text| normal_words(text)).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// Whether one name has every word of the other.
    fn may_be(&self, other: &Self) -> bool {
        self.0.is_subset(&other.0) || other.0.is_subset(&self.0)
    }
}

/// Whether this adult may be the person who must not know. The same full name is enough. So is a
/// name that has every word of the other, unless the two are known to be different kinds of
/// relative. Where a name is missing, the same relationship is enough.
pub(super) fn is_avoided(avoid: &MustNotKnow, adult: &Adult) -> bool {
    let both = avoid.relationship.zip(adult.relationship);
    let names = avoid.name.as_ref().zip(adult.name.as_ref());
    let full = names.and_then(|(one, other)| Words::of_full(one).zip(Words::of_full(other)));
    let all = names.and_then(|(one, other)| Words::of_all(one).zip(Words::of_all(other)));
    match (full, all) {
        (Some((one, other)), _) if one == other => true,
        (_, Some((one, other))) => one.may_be(&other) && !both.is_some_and(are_two),
        _ => both.is_some_and(|(one, other)| one == other && is_told(one)),
    }
}

/// Whether no person can be both kinds of relative. A parent's partner may be a step-parent, a
/// guardian a grandmother, and any of them "someone else".
fn are_two((one, other): (Relationship, Relationship)) -> bool {
    let tells = |relationship| {
        use Relationship::{AuntOrUncle, Father, Grandparent, Mother, Sibling, YoungPerson};
        matches!(relationship, Mother | Father | Grandparent | AuntOrUncle | Sibling | YoungPerson)
    };
    one != other && tells(one) && tells(other)
}

fn is_told(relationship: Relationship) -> bool {
    !matches!(relationship, Relationship::Other | Relationship::NotKnown)
}
