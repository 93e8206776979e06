//! Facts → placement: one inbox for any input, with every reason on the way. The order of the steps
//! is the order of decision: safety, agreement, place (outside what is served?), catchment,
//! fallback. Each step is a file and either decides or leaves its reason and passes on; overrides,
//! rules, eligibility and capacity become steps of their own.

mod agreement;
mod boundary;
mod catchment;
mod facts;
mod fallback;
#[cfg(test)]
mod law_tests;
mod placement;
mod safety;
#[cfg(test)]
mod speed_tests;
#[cfg(test)]
mod tests;
mod whereabouts;

use referral::InboxId;

pub(crate) use self::whereabouts::{Spot, find};
pub use self::{
    facts::{Age, ChildFacts, Facts, Whereabouts},
    placement::{AuthorityRef, Placement, Reason},
};
use crate::{Authority, Localities, PostcodeIndex, rulebook::Rulebook};

/// What the steps decide on.
pub(crate) struct Case<'a> {
    facts: &'a Facts,
    spot: Spot,
    /// The rulebook of the council the family lives in, when it has one here.
    rulebook: Option<&'a Rulebook>,
}

/// Decides, or adds why it does not and returns `None`.
type Step = for<'a> fn(&Case<'a>, &mut Vec<Reason>) -> Option<InboxId>;

const STEPS: [Step; 4] = [safety::step, agreement::step, boundary::step, catchment::step];

/// Places one referral.
pub(crate) fn place(localities: &Localities, facts: &Facts, index: &PostcodeIndex) -> Placement {
    let found = find(&facts.whereabouts, index);
    let authority = found.spot.authority();
    let rulebook = authority.and_then(|authority| localities.rulebook_of(authority));
    let case = Case { facts, spot: found.spot, rulebook };
    let mut reasons = found.reasons;
    let inbox = STEPS
        .iter()
        .find_map(|step| step(&case, &mut reasons))
        .unwrap_or_else(|| fallback::inbox(&case, &mut reasons));
    Placement {
        inbox_name: localities
            .inbox(&inbox)
            .map_or_else(|| inbox.to_string(), |info| info.name.clone()),
        inbox,
        authority: authority.and_then(AuthorityRef::upper_of),
        reasons,
        rulebook: rulebook.map(|rulebook| rulebook.edition.clone()),
        index: index.about().version.clone(),
    }
}

impl Spot {
    /// The authority or territory, when it is known.
    pub(crate) fn authority(self) -> Option<&'static Authority> {
        match self {
            Self::Postcode { authority, .. }
            | Self::Council(authority)
            | Self::Territory { authority, .. } => Some(authority),
            Self::Nowhere => None,
        }
    }
}
