//! Third: families outside every authority served here, and those of whom it is not known.

use referral::InboxId;

use super::{Case, Spot, placement::Reason};

/// Decides for whoever is not in an authority served here.
pub(super) fn step(case: &Case<'_>, reasons: &mut Vec<Reason>) -> Option<InboxId> {
    if case.rulebook.is_some() {
        return None;
    }
    let name = match case.spot {
        Spot::Postcode { authority, .. } | Spot::Council(authority) => authority.in_sentence(),
        Spot::Territory { name, .. } => name.to_owned(),
        Spot::Nowhere => {
            reasons.push(Reason::new(
                "area_not_known",
                "The family’s council is not known, so a person must find the right place.",
            ));
            return Some(InboxId::review());
        }
    };
    reasons.push(Reason::new(
        "outside_area",
        format!("No hub here serves {name}: hand this over to services there."),
    ));
    Some(InboxId::out_of_area())
}
