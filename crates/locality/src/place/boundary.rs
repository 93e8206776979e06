//! Fourth step: families outside every authority served here, and families whose authority is not
//! known.

use referral::InboxId;

use super::{Case, trail::Trail};
use crate::{Authority, spot::Spot};

/// Decides for a family that is not in an authority served here.
pub(super) fn step<'a>(case: &Case<'a>, trail: &mut Trail<'a>) -> Option<InboxId> {
    if case.rulebook.is_some() {
        return None;
    }
    let councils = case.spot.authority().map(|council| council.standing(case.facts.on));
    let councils = councils.unwrap_or_default();
    let name = match &case.spot {
        Spot::Postcode { authority, .. } | Spot::Council(authority) => {
            let name = authority.in_sentence();
            if councils.contains(authority) {
                name
            } else {
                let now = names(&councils);
                let served = |one: &&&Authority| case.localities.rulebook_of(one).is_some();
                if let Some(here) = councils.iter().find(served) {
                    trail.because(
                        "council_replaced",
                        format!(
                            "{name} is now {now}, and hubs here serve {}: a person must find out \
                             in which of them the family lives.",
                            here.in_sentence()
                        ),
                    );
                    return Some(InboxId::review());
                }
                format!("{name}, which is now {now}")
            }
        }
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
    for contact in councils.iter().filter_map(|council| case.localities.contact_in(council)) {
        trail.because("contact_there", format!("Call {} on {}.", contact.name, contact.phone));
    }
    Some(InboxId::out_of_area())
}

/// The names of councils, parted by "or": "Cumberland and Westmorland and Furness" would seem to
/// name three.
fn names(councils: &[&Authority]) -> String {
    councils.iter().map(|one| one.in_sentence()).collect::<Vec<_>>().join(" or ")
}
