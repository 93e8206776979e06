//! Questions to a family that ticked a safe way without giving its number or address, or gave one
//! without a tick. A worry about somebody's safety is not held up by them.

use referral::{ContactDetail, ContactMethod, Invalid};

use crate::errors::Position;
use crate::unchecked::{UncheckedAdult, UncheckedHousehold, UncheckedReferral};

/// Asks beside the number, or beside the ways where there is no place for an address.
pub(super) fn check(unchecked: &UncheckedReferral, position: &Position<'_>) {
    if position.keeps_unread() {
        return;
    }
    let Some(adult) = unchecked.adults.first() else { return };
    if adult.safe_to.as_ref().is_some_and(Vec::is_empty) {
        // Nobody is to get in touch, so there is nothing to go together.
        return;
    }
    let at = position.field("adults").index(0);
    let phone = (adult.phone.is_some(), is_safe(adult, ContactDetail::Phone));
    match phone {
        (false, true) => at.field("phone").fault(Invalid::new(
            "needed_for_safe_way",
            "You told us it is safe to call or text you. Enter your phone number, \
             or take those ticks away.",
        )),
        (true, false) => at.field("phone").fault(Invalid::new(
            "is_it_safe",
            "Is it safe to call or text you on this number? Tick each way that is safe, \
             or take the number out.",
        )),
        _ => {}
    }
    let email = (adult.email.is_some(), is_safe(adult, ContactDetail::Email));
    match email {
        (false, true) => at.field("email").fault(Invalid::new(
            "needed_for_safe_way",
            "You told us it is safe to email you. Enter your email address, \
             or take that tick away.",
        )),
        (true, false) => at.field("email").fault(Invalid::new(
            "is_it_safe",
            "Is it safe to email you? Tick ‘Email’ if it is, or take the address out.",
        )),
        _ => {}
    }
    if is_safe(adult, ContactDetail::Address) {
        letter(&unchecked.household, position);
    }
}

/// Asks for the house that a letter needs to go to; a secret or no fixed home is none.
fn letter(household: &UncheckedHousehold, position: &Position<'_>) {
    let address = household.address.as_ref();
    let postcode = address.and_then(|address| address.postcode.as_deref());
    let nowhere = household.concealed
        || household.no_fixed_address
        || postcode.is_some_and(referral::postcode::typed::is_concealed);
    if address.is_some_and(|address| address.lines.iter().any(|line| !line.is_empty())) && !nowhere
    {
        return;
    }
    if nowhere {
        position.field("adults").index(0).field("safe_to").fault(Invalid::new(
            "needed_for_safe_way",
            "We cannot send a letter without an address. Take the tick at ‘Letter’ away.",
        ));
    } else {
        position.field("household").field("address").field("lines").index(0).fault(Invalid::new(
            "needed_for_safe_way",
            "You told us it is safe to send you a letter. Enter your address, \
             or take that tick away.",
        ));
    }
}

/// Whether a way that needs this detail is ticked.
fn is_safe(adult: &UncheckedAdult, detail: ContactDetail) -> bool {
    let ways = adult.safe_to.iter().flatten().filter_map(|way| way.parse::<ContactMethod>().ok());
    ways.filter(|way| way.needs() == detail).count() > 0
}
