//! Fourth: families outside every authority served here, and those of whom it is not known.

use referral::InboxId;

use super::{Case, Spot, trail::Trail};

/// Decides for whoever is not in an authority served here.
pub(super) fn step<'a>(case: &Case<'a>, trail: &mut Trail<'a>) -> Option<InboxId> {
    if case.rulebook.is_some() {
        return None;
    }
    let name = match &case.spot {
        Spot::Postcode { authority, .. } | Spot::Council(authority) => authority.in_sentence(),
        Spot::Territory { name, .. } => (*name).to_owned(),
        Spot::Nowhere => {
            trail.because(
                "area_not_known",
                "The family’s council is not known, so a person must find the right place.",
            );
            return Some(InboxId::review());
        }
    };
    trail.because(
        "outside_area",
        format!("No hub here serves {name}: hand this over to services there."),
    );
    let contact = case.spot.authority().and_then(|council| case.localities.contact_in(council));
    if let Some(contact) = contact {
        trail.because("contact_there", format!("Call {} on {}.", contact.name, contact.phone));
    }
    Some(InboxId::out_of_area())
}
