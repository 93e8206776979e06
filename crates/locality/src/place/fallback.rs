//! Last: what no step decided goes to the authority's triage, and without an authority to review.

use referral::InboxId;

use super::{Case, placement::Reason};

/// The inbox of last resort.
pub(super) fn inbox(case: &Case<'_>, reasons: &mut Vec<Reason>) -> InboxId {
    let Some(rulebook) = case.rulebook else { return InboxId::review() };
    reasons.push(Reason::new("triage_decides", "Triage will find the right hub."));
    rulebook.triage.inbox.clone()
}
