//! Guards: the law that no sum of weights outvotes. The machine joins two records only where no
//! guard is met: the given names and the day of birth are the same, and something else in their
//! lives is shared.

use crate::compare::Comparison;
use crate::level::{Field, Level};
use crate::profile::Profile;

/// A reason why the machine does not join two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guard {
    /// The given names are different, as those of twins, siblings and strangers are.
    DifferentGivenName,
    /// The given names are alike, but not the same: a letter differs, one is a short form, or one
    /// has a further name.
    GivenNameNotTheSame,
    /// A given name is missing or only an initial, on one side or both.
    NoGivenName,
    /// The family names are different.
    DifferentFamilyName,
    /// The days of birth differ, or one is missing.
    DateOfBirthNotTheSame,
    /// Both have valid NHS numbers, and the numbers differ.
    DifferentNhsNumber,
    /// Both have valid unique pupil numbers, and the numbers differ.
    DifferentUpn,
    /// The same identifier was given with another given name.
    IdentifierOfAnother,
    /// Each record names a parent whom the other does not.
    DifferentParent,
    /// Too little agrees besides the names and the day of birth: no home, contact, parent or
    /// number.
    NothingElseShared,
    /// Another record of the entry contradicts the referral.
    OtherRecordDiffers,
    /// One of the two children is protected.
    Protected,
    /// Several known children are equally near, and they are not one child.
    NearTie,
}

impl Guard {
    /// The guard's name in records.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DifferentGivenName => "different_given_name",
            Self::GivenNameNotTheSame => "given_name_not_the_same",
            Self::NoGivenName => "no_given_name",
            Self::DifferentFamilyName => "different_family_name",
            Self::DateOfBirthNotTheSame => "date_of_birth_not_the_same",
            Self::DifferentNhsNumber => "different_nhs_number",
            Self::DifferentUpn => "different_upn",
            Self::IdentifierOfAnother => "identifier_of_another",
            Self::DifferentParent => "different_parent",
            Self::NothingElseShared => "nothing_else_shared",
            Self::OtherRecordDiffers => "other_record",
            Self::Protected => "protected",
            Self::NearTie => "near_tie",
        }
    }

    /// The guard with this name in records.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|guard| guard.code() == code)
    }

    /// All guards, in their order.
    pub const ALL: [Self; 13] = [
        Self::DifferentGivenName,
        Self::GivenNameNotTheSame,
        Self::NoGivenName,
        Self::DifferentFamilyName,
        Self::DateOfBirthNotTheSame,
        Self::DifferentNhsNumber,
        Self::DifferentUpn,
        Self::IdentifierOfAnother,
        Self::DifferentParent,
        Self::NothingElseShared,
        Self::OtherRecordDiffers,
        Self::Protected,
        Self::NearTie,
    ];

    /// The sentence that a worker reads.
    pub const fn text(self) -> &'static str {
        match self {
            Self::DifferentGivenName => {
                "The given names are different: it may be a twin, a brother or a sister."
            }
            Self::GivenNameNotTheSame => {
                "The given names are alike, but not the same: it may be a twin, a brother or a sister."
            }
            Self::NoGivenName => "A given name is missing, so they were not joined.",
            Self::DifferentFamilyName => "The family names are different.",
            Self::DateOfBirthNotTheSame => {
                "The dates of birth are not the same, or one of them is missing."
            }
            Self::DifferentNhsNumber => "They have different NHS numbers.",
            Self::DifferentUpn => "They have different unique pupil numbers.",
            Self::IdentifierOfAnother => {
                "The same NHS number or pupil number was given with another given name."
            }
            Self::DifferentParent => "They have different parents, as far as they are named.",
            Self::NothingElseShared => {
                "Too little is the same besides the names and the date of birth."
            }
            Self::OtherRecordDiffers => "Another referral in that entry says something different.",
            Self::Protected => "One of the two is protected: take great care whom you tell.",
            Self::NearTie => "Two known children are about equally like this one.",
        }
    }

    /// Whether the guard says that two records with like names are of two children, and not only
    /// that too little is known.
    pub(crate) const fn contradicts(self) -> bool {
        matches!(
            self,
            Self::GivenNameNotTheSame
                | Self::DifferentFamilyName
                | Self::DateOfBirthNotTheSame
                | Self::DifferentNhsNumber
                | Self::DifferentUpn
                | Self::IdentifierOfAnother
                | Self::DifferentParent
        )
    }
}

/// The guards that a comparison of two records meets. Two records that meet none are one child.
pub fn guards(a: &Profile, b: &Profile, comparison: &Comparison) -> Vec<Guard> {
    let level = |field| comparison.level(field);
    let (given, family) = (level(Field::Given), level(Field::Family));
    let differs = |field| level(field) == Level::Different;
    let identified = [Field::NhsNumber, Field::Upn].map(level).contains(&Level::Same);
    let same_name = is_same_name(comparison);
    let life = shared_life(comparison);
    let of_one_parent = level(Field::Parent) == Level::Same && life > 1 && !comparison.weak_day;
    let named = !matches!(given, Level::Missing | Level::Initial);
    let alike = named && !same_name && given.agrees();
    // With a weak day, or a slip between the two days, two shared things are needed. Brothers of
    // one name (Mohammed) may share everything but the day.
    let enough = match level(Field::Birth) {
        Level::Same if !comparison.weak_day => Some(1),
        Level::Same => Some(2),
        Level::Swapped | Level::DigitOff if comparison.near_days || identified => Some(2),
        _ => None,
    };
    let met = [
        (Guard::DifferentGivenName, differs(Field::Given)),
        (Guard::GivenNameNotTheSame, alike),
        (Guard::NoGivenName, !named),
        // One child may be known by its mother's family name and by its father's.
        (Guard::DifferentFamilyName, family == Level::Different && !of_one_parent),
        (Guard::DateOfBirthNotTheSame, enough.is_none()),
        (Guard::DifferentNhsNumber, differs(Field::NhsNumber)),
        (Guard::DifferentUpn, differs(Field::Upn)),
        (Guard::IdentifierOfAnother, identified && named && !same_name),
        (Guard::DifferentParent, comparison.other_parent),
        (Guard::NothingElseShared, enough.is_some_and(|enough| life < enough)),
        (Guard::Protected, a.is_protected() || b.is_protected()),
    ];
    met.into_iter().filter(|(_, met)| *met).map(|(guard, _)| guard).collect()
}

/// Whether the given names are equal in their normal form, or are spellings of one name.
fn is_same_name(comparison: &Comparison) -> bool {
    matches!(comparison.level(Field::Given), Level::Same | Level::Variant)
}

/// The number of things that tie two records of one name and day to one life, each enough by
/// itself: the home, a phone, a mailbox, a parent's full name, an identifier. A postcode, a road or
/// a district does not count.
fn shared_life(comparison: &Comparison) -> usize {
    let same = [Field::Phone, Field::Email, Field::Parent, Field::NhsNumber, Field::Upn]
        .into_iter()
        .filter(|field| comparison.level(*field) == Level::Same)
        .count();
    same + usize::from(comparison.same_home)
}
