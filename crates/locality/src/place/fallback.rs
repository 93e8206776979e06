//! Last step: a referral that no step decided goes to the authority's triage, and without an
//! authority to review.

use referral::InboxId;

use super::{Case, trail::Trail};

/// The inbox of last resort.
pub(super) fn inbox(case: &Case<'_>, trail: &mut Trail<'_>) -> InboxId {
    let Some(rulebook) = case.rulebook else { return InboxId::review() };
    trail.because("triage_decides", "Triage will find the right hub.");
    rulebook.triage.inbox.clone()
}
