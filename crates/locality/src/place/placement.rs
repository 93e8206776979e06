//! Where a referral goes, and why. Stored in clear and shown to submitter and hub, so no text here
//! holds a postcode or any other personal detail.

use referral::{GssCode, InboxId};
use serde::{Deserialize, Serialize};

use crate::Authority;

/// The place a referral was given, with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// The inbox it goes to.
    pub inbox: InboxId,
    /// That inbox's name.
    pub inbox_name: String,
    /// The council that runs children's services where the family lives, when that is known.
    pub authority: Option<AuthorityRef>,
    /// Every reason on the way, in the order in which they were decided; at most eight.
    pub reasons: Vec<Reason>,
    /// Every rule that was looked at, in order, and why it did or did not apply; empty when the
    /// answer came before any rule. For the hub, not for the submitter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub considered: Vec<Considered>,
    /// The rulebook that answered, as `authority@version`; `None` when no authority's did.
    pub rulebook: Option<String>,
    /// The version of the postcode index.
    pub index: String,
}

/// An authority as a placement names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorityRef {
    /// Its GSS code, or a territory's pseudo-code.
    pub code: GssCode,
    /// Its name.
    pub name: String,
}

impl AuthorityRef {
    /// The upper tier of an authority; `None` only for a code that is not one.
    pub(crate) fn upper_of(authority: &Authority) -> Option<Self> {
        let upper = authority.upper_tier();
        upper.gss().map(|code| Self { code, name: upper.name.to_owned() })
    }
}

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Stable code, such as `nearest_hub`.
    pub code: String,
    /// Plain English, at most 140 characters.
    pub text: String,
}

/// One rule that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Considered {
    /// Which: `override langley-works`, `rule perinatal`, `catchments 1 to 3`, `hub langley`.
    pub rule: String,
    /// Whether it decided.
    pub applied: bool,
    /// Stable code of why, such as `other_need`.
    pub code: String,
    /// Why, in plain English, at most 140 characters.
    pub text: String,
}

impl Reason {
    /// A reason.
    pub(crate) fn new(code: &str, text: impl Into<String>) -> Self {
        Self { code: code.to_owned(), text: text.into() }
    }
}
