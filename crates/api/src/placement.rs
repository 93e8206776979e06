//! Placements: where a referral goes, and why.

use referral::{GssCode, InboxId};
use schemars::JsonSchema;
use serde::Serialize;

use crate::texts;

/// The placement of a referral by the rulebook alone, for the hub.
#[derive(Serialize, JsonSchema)]
pub struct Placement<'a> {
    /// The inbox that the referral goes to.
    #[schemars(with = "texts::InboxId")]
    pub inbox: &'a InboxId,
    /// The name of that inbox.
    pub inbox_name: &'a str,
    /// The council that runs children's services where the family lives, when that is known.
    pub authority: Option<Authority<'a>>,
    /// Every reason on the way, in the order in which they were decided.
    pub reasons: Vec<Reason<'a>>,
    /// Every rule that was looked at, in order; left out when the answer came before any rule.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub considered: Vec<Considered<'a>>,
    /// The rulebook that answered, as `authority@version`; null when no authority's did.
    pub rulebook: Option<&'a str>,
    /// The version of the postcode index.
    pub index: &'a str,
}

/// An authority as a placement names it.
#[derive(Serialize, JsonSchema)]
pub struct Authority<'a> {
    /// The authority's GSS code, or a territory's pseudo-code.
    #[schemars(with = "texts::AuthorityCode")]
    pub code: GssCode,
    /// The authority's name.
    pub name: &'a str,
}

/// One reason for a placement.
#[derive(Serialize, JsonSchema)]
pub struct Reason<'a> {
    /// The stable code, such as `nearest_hub`.
    pub code: &'a str,
    /// The reason in plain English.
    pub text: &'a str,
}

/// One rule that was looked at.
#[derive(Serialize, JsonSchema)]
pub struct Considered<'a> {
    /// The rule's name: `override langley-works`, `rule perinatal`, `hub langley`.
    pub rule: &'a str,
    /// Whether the rule decided.
    pub applied: bool,
    /// The stable code of the reason, such as `other_need`.
    pub code: &'a str,
    /// The reason in plain English.
    pub text: &'a str,
}

impl<'a> From<&'a locality::Placement> for Placement<'a> {
    fn from(placement: &'a locality::Placement) -> Self {
        let locality::Placement {
            inbox,
            inbox_name,
            authority,
            reasons,
            considered,
            rulebook,
            index,
        } = placement;
        Self {
            inbox,
            inbox_name,
            authority: authority.as_ref().map(Authority::from),
            reasons: Reason::all(reasons),
            considered: considered.iter().map(Considered::from).collect(),
            rulebook: rulebook.as_deref(),
            index,
        }
    }
}

impl<'a> From<&'a locality::AuthorityRef> for Authority<'a> {
    fn from(authority: &'a locality::AuthorityRef) -> Self {
        let locality::AuthorityRef { code, name } = authority;
        Self { code: *code, name }
    }
}

impl<'a> Reason<'a> {
    /// The reasons, in their order.
    pub(crate) fn all(reasons: &'a [locality::Reason]) -> Vec<Self> {
        reasons.iter().map(Self::from).collect()
    }
}

impl<'a> From<&'a locality::Reason> for Reason<'a> {
    fn from(reason: &'a locality::Reason) -> Self {
        let locality::Reason { code, text } = reason;
        Self { code, text }
    }
}

impl<'a> From<&'a locality::Considered> for Considered<'a> {
    fn from(considered: &'a locality::Considered) -> Self {
        let locality::Considered { rule, applied, code, text } = considered;
        Self { rule, applied: *applied, code, text }
    }
}
