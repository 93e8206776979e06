//! First step: a safeguarding concern goes straight to the front door of the family's authority,
//! whatever the rest says. Where there is no front door here, the reason says that it is a concern.

use referral::{InboxId, Lane};

use super::{Case, trail::Trail};

/// Decides for a concern in an authority served here.
pub(super) fn step<'a>(case: &Case<'a>, trail: &mut Trail<'a>) -> Option<InboxId> {
    if case.facts.lane != Lane::Safeguarding {
        return None;
    }
    if let Some(rulebook) = case.rulebook {
        trail.because(
            "safeguarding_concern",
            "There is a safeguarding concern, so this goes straight to the front door.",
        );
        return Some(rulebook.front_door.inbox.clone());
    }
    trail.because(
        "safeguarding_concern",
        "There is a safeguarding concern: pass it on at once, by phone.",
    );
    None
}
