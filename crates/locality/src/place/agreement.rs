//! Second step: a family that has not agreed is for its authority's triage to think about, not for
//! a hub.

use referral::{InboxId, Lane};

use super::{Case, trail::Trail};

/// Decides for a family of an authority served here that has not agreed.
pub(super) fn step<'a>(case: &Case<'a>, trail: &mut Trail<'a>) -> Option<InboxId> {
    if case.facts.lane != Lane::NotAgreed {
        return None;
    }
    trail.because(
        "family_not_asked",
        "The family has not been asked, or has not agreed, so triage decides what to do.",
    );
    case.rulebook.map(|rulebook| rulebook.triage.inbox.clone())
}
