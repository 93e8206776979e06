//! The people of a referral: adults, children, and those who must not know of it.

use serde::{Deserialize, Serialize};

use crate::codes::{Relationship, SendStatus};
use crate::contact::{EmailAddress, PhoneNumber, SafeContact};
use crate::dates::{BornAbout, DateOfBirth, DueDate};
use crate::identifiers::{NhsNumber, Upn, Urn};
use crate::name::PersonName;
use crate::text::FreeText;

/// An adult of the household, or near it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adult {
    /// The adult's name.
    pub name: Option<PersonName>,
    /// The adult's relationship to the children.
    pub relationship: Option<Relationship>,
    /// Whether the adult has parental responsibility, if known.
    pub parental_responsibility: Option<bool>,
    /// The adult's date of birth.
    pub date_of_birth: Option<DateOfBirth>,
    /// The adult's phone number.
    pub phone: Option<PhoneNumber>,
    /// The adult's e-mail address.
    pub email: Option<EmailAddress>,
    /// The ways in which it is safe to reach the adult.
    pub safe_contact: SafeContact,
}

/// A person who must not know of this referral, which makes it protected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MustNotKnow {
    /// The person's name.
    pub name: Option<PersonName>,
    /// The person's relationship to the children.
    pub relationship: Option<Relationship>,
    /// The note on what to be careful about.
    pub note: Option<FreeText>,
}

/// The children, or an explicit "not known".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Children {
    /// One or more children, as far as known.
    Known(Vec<Child>),
    /// The referrer says that they do not know of the children.
    NotKnown,
}

impl Children {
    /// The known children, in the order given.
    pub fn iter(&self) -> std::slice::Iter<'_, Child> {
        match self {
            Self::Known(children) => children.iter(),
            Self::NotKnown => [].iter(),
        }
    }

    /// The number of known children.
    pub fn len(&self) -> usize {
        self.iter().len()
    }

    /// Whether no child is known.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<'a> IntoIterator for &'a Children {
    type Item = &'a Child;
    type IntoIter = std::slice::Iter<'a, Child>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A child, born already or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Child {
    /// The child's name.
    pub name: Option<PersonName>,
    /// The day on which the child was or will be born.
    pub birth: Birth,
    /// The child's NHS number; a failed check digit is a warning.
    pub nhs_number: Option<NhsNumber>,
    /// The child's unique pupil number; a failed check letter is a warning.
    pub upn: Option<Upn>,
    /// The unique reference number of the child's school.
    pub school: Option<Urn>,
    /// The child's special educational needs or disability.
    pub send: SendStatus,
    /// Whether the child is adopted or being adopted, which makes the referral protected.
    pub adopted: bool,
    /// Whether access to the child's record is restricted, which makes the referral protected.
    pub restricted: bool,
}

/// The day on which a child was or will be born.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Birth {
    /// The child was born on this day.
    Born(DateOfBirth),
    /// The child was born in this year or month; the day is not known.
    About(BornAbout),
    /// The child is due on this day, and not born yet or not said to be.
    Due(DueDate),
    /// The day is not known.
    NotKnown,
}
