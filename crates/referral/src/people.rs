//! The people of a referral: adults, children, and whoever must not know.

use serde::{Deserialize, Serialize};

use crate::codes::{Relationship, SendStatus};
use crate::contact::{EmailAddress, PhoneNumber, SafeContact};
use crate::dates::{DateOfBirth, DueDate};
use crate::identifiers::{NhsNumber, Upn, Urn};
use crate::name::PersonName;
use crate::text::FreeText;

/// An adult of the household, or near it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adult {
    /// Their name.
    pub name: Option<PersonName>,
    /// What they are to the children.
    pub relationship: Option<Relationship>,
    /// Whether they have parental responsibility, if known.
    pub parental_responsibility: Option<bool>,
    /// When they were born.
    pub date_of_birth: Option<DateOfBirth>,
    /// Their phone number.
    pub phone: Option<PhoneNumber>,
    /// Their e-mail address.
    pub email: Option<EmailAddress>,
    /// How it is safe to reach them.
    pub safe_contact: SafeContact,
}

/// A person who must not know of this referral: makes it protected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MustNotKnow {
    /// Their name.
    pub name: Option<PersonName>,
    /// What they are to the children.
    pub relationship: Option<Relationship>,
    /// What to be careful about.
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

    /// How many are known.
    pub fn len(&self) -> usize {
        self.iter().len()
    }

    /// Whether none is known.
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

/// A child, born or not yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Child {
    /// Their name.
    pub name: Option<PersonName>,
    /// When they were or will be born.
    pub birth: Birth,
    /// Their NHS number; a failed check digit is a warning.
    pub nhs_number: Option<NhsNumber>,
    /// Their unique pupil number; a failed check letter is a warning.
    pub upn: Option<Upn>,
    /// Their school.
    pub school: Option<Urn>,
    /// Special educational needs or disability.
    pub send: SendStatus,
    /// Adopted, or being adopted: makes the referral protected.
    pub adopted: bool,
    /// Access to their record is restricted: makes the referral protected.
    pub restricted: bool,
}

/// When a child was or will be born.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Birth {
    /// Born on this day.
    Born(DateOfBirth),
    /// Not born yet, or not said so: due on this day.
    Due(DueDate),
    /// Not known.
    NotKnown,
}
