//! The place where a family lives, found: what catchments and conditions ask about.

use crate::{Authority, PostcodeRecord};

/// The place where a family lives, as exact as it gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spot {
    /// The postcode lies in this lower-tier authority, at the place that the record gives.
    Postcode { authority: &'static Authority, record: PostcodeRecord },
    /// Somebody named this council; where in it the family lives is not known.
    Council(&'static Authority),
    /// The place is outside every council's table here: a Crown dependency or Northern Ireland.
    Territory { authority: &'static Authority, name: &'static str },
    /// The place is not known.
    Nowhere,
}

impl Spot {
    /// The authority or territory, when it is known.
    pub(crate) fn authority(&self) -> Option<&'static Authority> {
        match self {
            Self::Postcode { authority, .. }
            | Self::Council(authority)
            | Self::Territory { authority, .. } => Some(authority),
            Self::Nowhere => None,
        }
    }

    /// The index's record of the postcode.
    pub(crate) fn record(&self) -> Option<&PostcodeRecord> {
        match self {
            Self::Postcode { record, .. } => Some(record),
            _ => None,
        }
    }
}
