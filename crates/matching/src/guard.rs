//! Hard guards: what no sum of weights can outvote. With any of them the machine merges nobody.

use crate::compare::Comparison;
use crate::level::{Field, Level};
use crate::profile::Profile;

/// Why the machine does not merge two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guard {
    /// The given names differ beyond nickname and misspelling: twins, brothers, sisters.
    DifferentGivenName,
    /// No given name on one side or both.
    NoGivenName,
    /// Two valid NHS numbers, and they differ.
    DifferentNhsNumber,
    /// Two valid unique pupil numbers, and they differ.
    DifferentUpn,
    /// The same identifier, with another given name.
    IdentifierOfAnother,
    /// Their further given names do not fit one child.
    DifferentFurtherName,
    /// Nothing differs but the given name, and though both may be forms of one, a twin may be called
    /// that.
    OnlyGivenNameDiffers,
    /// Another record of the same child is nearer to this one, and has another given name.
    OtherRecordDiffers,
    /// One of the two is protected.
    Protected,
    /// Only an identifier speaks for it.
    IdentifierAlone,
    /// Two known children are about equally near.
    NearTie,
}

impl Guard {
    /// Its name in records.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DifferentGivenName => "different_given_name",
            Self::NoGivenName => "no_given_name",
            Self::DifferentNhsNumber => "different_nhs_number",
            Self::DifferentUpn => "different_upn",
            Self::IdentifierOfAnother => "identifier_of_another",
            Self::DifferentFurtherName => "further_name",
            Self::OnlyGivenNameDiffers => "only_given_name",
            Self::OtherRecordDiffers => "other_record",
            Self::Protected => "protected",
            Self::IdentifierAlone => "identifier_alone",
            Self::NearTie => "near_tie",
        }
    }

    /// From its name in records.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|guard| guard.code() == code)
    }

    /// Every guard.
    pub const ALL: [Self; 11] = [
        Self::DifferentGivenName,
        Self::NoGivenName,
        Self::DifferentNhsNumber,
        Self::DifferentUpn,
        Self::IdentifierOfAnother,
        Self::DifferentFurtherName,
        Self::OnlyGivenNameDiffers,
        Self::OtherRecordDiffers,
        Self::Protected,
        Self::IdentifierAlone,
        Self::NearTie,
    ];

    /// What to tell a worker.
    pub const fn text(self) -> &'static str {
        match self {
            Self::DifferentGivenName => {
                "The given names are different: it may be a twin, a brother or a sister."
            }
            Self::NoGivenName => "A given name is missing, so they were not joined.",
            Self::DifferentNhsNumber => "They have different NHS numbers.",
            Self::DifferentUpn => "They have different unique pupil numbers.",
            Self::IdentifierOfAnother => {
                "The same NHS number or pupil number was given with another given name."
            }
            Self::DifferentFurtherName => {
                "Their further given names do not fit: it may be a brother or a sister."
            }
            Self::OnlyGivenNameDiffers => {
                "Only the given name differs, by little: it may be a twin with a similar name."
            }
            Self::OtherRecordDiffers => {
                "Another record of that child has a different given name: it may be a twin."
            }
            Self::Protected => "One of the two is protected: take great care whom you tell.",
            Self::IdentifierAlone => {
                "Only a number agrees: it may have been copied from another record."
            }
            Self::NearTie => "Two known children are about equally like this one.",
        }
    }
}

/// The guards that a comparison of two meets.
pub fn guards(a: &Profile, b: &Profile, comparison: &Comparison) -> Vec<Guard> {
    let mut met = Vec::new();
    let level = |field| comparison.level(field);
    match level(Field::Given) {
        Level::Missing | Level::Initial => met.push(Guard::NoGivenName),
        Level::Different => met.push(Guard::DifferentGivenName),
        _ => {}
    }
    if level(Field::NhsNumber) == Level::Different {
        met.push(Guard::DifferentNhsNumber);
    }
    if level(Field::Upn) == Level::Different {
        met.push(Guard::DifferentUpn);
    }
    let identified = [Field::NhsNumber, Field::Upn].map(level).contains(&Level::Same);
    if identified && level(Field::Given) == Level::Different {
        met.push(Guard::IdentifierOfAnother);
    }
    if comparison.further_names_differ && level(Field::Given).agrees() {
        met.push(Guard::DifferentFurtherName);
    }
    let identified = [Field::NhsNumber, Field::Upn].map(level).contains(&Level::Same);
    if comparison.only_given_name_differs && comparison.two_known_names && !identified {
        met.push(Guard::OnlyGivenNameDiffers);
    }
    if a.protected || b.protected {
        met.push(Guard::Protected);
    }
    met
}
