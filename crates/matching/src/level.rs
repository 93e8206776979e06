//! Levels: the possible results of comparing one field. Each has a weight in the table, and words
//! for people.

use std::fmt;

/// A field that two children are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The child's given name.
    Given,
    /// The child's family name.
    Family,
    /// The date of birth, or the due date.
    Birth,
    /// The household's postcode.
    Postcode,
    /// The house and the road.
    Home,
    /// An adult's phone number.
    Phone,
    /// An adult's e-mail address.
    Email,
    /// A parent's name and date of birth.
    Parent,
    /// The child's NHS number.
    NhsNumber,
    /// The child's unique pupil number.
    Upn,
}

impl Field {
    /// All fields, in their order.
    pub const ALL: [Self; 10] = [
        Self::Given,
        Self::Family,
        Self::Birth,
        Self::Postcode,
        Self::Home,
        Self::Phone,
        Self::Email,
        Self::Parent,
        Self::NhsNumber,
        Self::Upn,
    ];

    /// The field's name in the table and in records.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Given => "given_name",
            Self::Family => "family_name",
            Self::Birth => "date_of_birth",
            Self::Postcode => "postcode",
            Self::Home => "address",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Parent => "parent",
            Self::NhsNumber => "nhs_number",
            Self::Upn => "upn",
        }
    }

    /// The field's name in words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Given => "given name",
            Self::Family => "family name",
            Self::Birth => "date of birth",
            Self::Postcode => "postcode",
            Self::Home => "address",
            Self::Phone => "phone number",
            Self::Email => "email address",
            Self::Parent => "parent",
            Self::NhsNumber => "NHS number",
            Self::Upn => "unique pupil number",
        }
    }

    /// The levels that the field can have, the nearest first.
    pub const fn levels(self) -> &'static [Level] {
        use Level::{
            Around, Different, DigitOff, Initial, Misspelt, Nickname, Part, Same, Swapped, Variant,
        };
        match self {
            Self::Given => &[Same, Variant, Nickname, Misspelt, Part, Swapped, Initial, Different],
            Self::Family => &[Same, Part, Misspelt, Swapped, Different],
            Self::Birth => &[Same, Swapped, DigitOff, Part, Around, Different],
            Self::Postcode => &[Same, DigitOff, Part, Different],
            Self::Home | Self::Parent => &[Same, Part, Different],
            Self::Phone | Self::Email | Self::NhsNumber | Self::Upn => &[Same, Different],
        }
    }
}

/// The result of comparing two values of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// One side or both have no value to compare.
    Missing,
    /// The values are the same.
    Same,
    /// The values are spellings of one name, which is written in another script.
    Variant,
    /// One value is perhaps a short or pet form, or the name that the child is called by.
    Nickname,
    /// The values are nearly the same: a slip of the hand or the ear.
    Misspelt,
    /// Day and month, or given and family name, are exchanged.
    Swapped,
    /// Only a first letter can be compared.
    Initial,
    /// One digit or letter differs, or two neighbours are exchanged.
    DigitOff,
    /// Part of the value agrees.
    Part,
    /// One day is a due date, and the other is near it.
    Around,
    /// The values are different.
    Different,
}

impl Level {
    /// The level's name in the table and in records.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Same => "same",
            Self::Variant => "variant",
            Self::Nickname => "nickname",
            Self::Misspelt => "misspelt",
            Self::Swapped => "swapped",
            Self::Initial => "initial",
            Self::DigitOff => "digit_off",
            Self::Part => "part",
            Self::Around => "around",
            Self::Different => "different",
        }
    }

    /// Whether the level speaks for one and the same child. Its weight is then never below zero.
    pub const fn agrees(self) -> bool {
        !matches!(self, Self::Missing | Self::Different)
    }

    /// The level with this name.
    pub fn of_code(code: &str) -> Option<Self> {
        const ALL: [Level; 11] = [
            Level::Missing,
            Level::Same,
            Level::Variant,
            Level::Nickname,
            Level::Misspelt,
            Level::Swapped,
            Level::Initial,
            Level::DigitOff,
            Level::Part,
            Level::Around,
            Level::Different,
        ];
        ALL.into_iter().find(|level| level.code() == code)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
