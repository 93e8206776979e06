//! Placements: the inbox that a referral goes to, and why. They are stored in clear and shown to
//! submitter and hub, so no text here holds a postcode or any other personal detail.

use referral::{GssCode, InboxId};
use serde::{Deserialize, Serialize};

use crate::Authority;

/// The place a referral was given, with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// The inbox that the referral goes to.
    pub inbox: InboxId,
    /// The name of that inbox.
    pub inbox_name: String,
    /// The council that runs children's services where the family lives, when that is known.
    pub authority: Option<AuthorityRef>,
    /// Every reason on the way, in the order in which they were decided; at most eight.
    pub reasons: Vec<Reason>,
    /// Every rule that was looked at, in order, and why it did or did not apply; empty when the
    /// answer came before any rule. It is for the hub, not for the submitter.
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
    /// The authority's GSS code, or a territory's pseudo-code.
    pub code: GssCode,
    /// The authority's name.
    pub name: String,
}

impl AuthorityRef {
    /// The upper tier of an authority; `None` only for a code that is not one.
    pub(crate) fn upper_of(authority: &Authority) -> Option<Self> {
        let upper = authority.upper_tier();
        upper.gss().map(|code| Self { code, name: upper.name.to_owned() })
    }
}

/// One reason for a placement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The stable code, such as `nearest_hub`.
    pub code: String,
    /// The reason in plain English, at most 140 characters.
    pub text: String,
}

/// One rule that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Considered {
    /// The rule's name: `override langley-works`, `rule perinatal`, `catchments 1 to 3`, `hub
    /// langley`.
    pub rule: String,
    /// Whether the rule decided.
    pub applied: bool,
    /// The stable code of the reason, such as `other_need`.
    pub code: String,
    /// The reason in plain English, at most 140 characters.
    pub text: String,
}

impl Reason {
    /// Makes a reason from its code and text.
    pub(crate) fn new(code: &str, text: impl Into<String>) -> Self {
        Self { code: code.to_owned(), text: text.into() }
    }
}
