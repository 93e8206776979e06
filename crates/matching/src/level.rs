//! What a comparison of one field can come out as. Each level has its weight in the table, and its
//! words for people.

use std::fmt;

/// A field that two children are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Given name.
    Given,
    /// Family name.
    Family,
    /// Date of birth, or due date.
    Birth,
    /// Postcode.
    Postcode,
    /// House and road.
    Home,
    /// An adult's phone number.
    Phone,
    /// An adult's e-mail address.
    Email,
    /// A parent's name and date of birth.
    Parent,
    /// NHS number.
    NhsNumber,
    /// Unique pupil number.
    Upn,
}

impl Field {
    /// Every field.
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

    /// Its name in the table and in records.
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

    /// Its name in words.
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

    /// The levels it can come out as, the nearest first.
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

/// How two values of one field compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing to compare on one side or both.
    Missing,
    /// The same.
    Same,
    /// Another spelling of the same name, which is written in another script.
    Variant,
    /// Perhaps a short or pet form, or what the child is called.
    Nickname,
    /// Nearly the same: a slip of the hand or the ear.
    Misspelt,
    /// Day and month, or given and family name, exchanged.
    Swapped,
    /// Only a first letter to go by.
    Initial,
    /// One digit or letter differs, or two neighbours are exchanged.
    DigitOff,
    /// Part of it agrees.
    Part,
    /// A due date near the day of birth.
    Around,
    /// Different.
    Different,
}

impl Level {
    /// Its name in the table and in records.
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

    /// Whether it speaks for one and the same child: its weight is never below zero.
    pub const fn agrees(self) -> bool {
        !matches!(self, Self::Missing | Self::Different)
    }

    /// From its name.
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
