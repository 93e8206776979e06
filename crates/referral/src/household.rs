//! Where a family lives, and what it needs in order to be talked with.

use serde::{Deserialize, Serialize};

use crate::codes::AccessNeed;
use crate::identifiers::Uprn;
use crate::ids::GssCode;
use crate::language::LanguageTag;
use crate::personal::Personal;
use crate::postcode::GivenPostcode;
use crate::text::FreeText;

/// The household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// Where it lives, as far as it says.
    pub location: Location,
    /// The language to speak with it.
    pub language: Option<LanguageTag>,
    /// Whether an interpreter is needed, if anybody said.
    pub interpreter_needed: Option<bool>,
    /// What it needs in order to use a hub.
    pub accessibility: Accessibility,
    /// The parents disagree on where a child lives: makes the referral protected.
    pub parents_disagree_on_residence: bool,
}

/// Where the household lives. `authority` is the council that somebody named, if they did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Location {
    /// An address, whole or in part.
    Address(Address),
    /// No fixed address.
    NoFixedAddress {
        /// The council the family names.
        authority: Option<GssCode>,
    },
    /// The address must not be known: nothing but the council's area is ever asked for.
    Concealed {
        /// The council whose area it is in.
        authority: Option<GssCode>,
    },
    /// Nothing was said.
    NotGiven {
        /// The council the referrer names.
        authority: Option<GssCode>,
    },
}

impl Location {
    /// The council that was named, whatever else was.
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
    /// House, road and so on, in order.
    pub lines: Vec<Personal<String>>,
    /// Town or city.
    pub town: Option<Personal<String>>,
    /// The postcode, whole or in part.
    pub postcode: Option<GivenPostcode>,
    /// The property's number.
    pub uprn: Option<Uprn>,
    /// The council that was named.
    pub authority: Option<GssCode>,
}

/// What somebody in the household needs in order to use a hub.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accessibility {
    /// By code, in the list's order, each once.
    pub needs: Vec<AccessNeed>,
    /// In words.
    pub note: Option<FreeText>,
}
