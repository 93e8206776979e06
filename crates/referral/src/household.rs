//! The household: where a family lives, and its needs when it talks with a hub or uses one.

use serde::{Deserialize, Serialize};

use crate::codes::AccessNeed;
use crate::identifiers::Uprn;
use crate::ids::GssCode;
use crate::language::LanguageTag;
use crate::personal::Personal;
use crate::postcode::GivenPostcode;
use crate::text::FreeText;

/// The household that a referral is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// The place where the household lives, as far as it says.
    pub location: Location,
    /// The language to speak with the household.
    pub language: Option<LanguageTag>,
    /// Whether an interpreter is needed, if anybody said.
    pub interpreter_needed: Option<bool>,
    /// The needs of the household in order to use a hub.
    pub accessibility: Accessibility,
    /// Whether the parents disagree on where a child lives, which makes the referral protected.
    pub parents_disagree_on_residence: bool,
}

/// The place where the household lives. `authority` is the council that somebody named, if they
/// did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Location {
    /// An address, whole or in part.
    Address(Address),
    /// The household has no fixed address.
    NoFixedAddress {
        /// The council that the family names.
        authority: Option<GssCode>,
    },
    /// The address must not be known: nothing but the council's area is ever asked for.
    Concealed {
        /// The council whose area the address is in.
        authority: Option<GssCode>,
    },
    /// No place was given.
    NotGiven {
        /// The council that the referrer names.
        authority: Option<GssCode>,
    },
}

impl Location {
    /// The council that was named, whatever else was given.
    pub const fn authority(&self) -> Option<GssCode> {
        match self {
            Self::Address(address) => address.authority,
            Self::NoFixedAddress { authority }
            | Self::Concealed { authority }
            | Self::NotGiven { authority } => *authority,
        }
    }

    /// The postcode that was given.
    pub const fn postcode(&self) -> Option<GivenPostcode> {
        match self {
            Self::Address(address) => address.postcode,
            _ => None,
        }
    }
}

/// An address; any part of it may be missing, but not every part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The house, road and so on, in order.
    pub lines: Vec<Personal<String>>,
    /// The town or city.
    pub town: Option<Personal<String>>,
    /// The postcode, whole or in part.
    pub postcode: Option<GivenPostcode>,
    /// The property's unique reference number.
    pub uprn: Option<Uprn>,
    /// The council that was named.
    pub authority: Option<GssCode>,
}

/// The needs that people in the household have in order to use a hub.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accessibility {
    /// The needs by code, in the list's order, each once.
    pub needs: Vec<AccessNeed>,
    /// The needs in words.
    pub note: Option<FreeText>,
}
