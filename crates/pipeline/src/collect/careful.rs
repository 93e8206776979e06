//! Safe contact across the referrals of one entry: the most careful answer wins in what a worker
//! is shown. What each submission said stays as it was said.

use referral::{Adult, ContactMethod, Referral};

use super::OpenedReferral;

/// Shows each adult only the ways that every referral about them calls safe.
pub(super) fn most_careful(referrals: &mut [OpenedReferral]) {
    let said: Vec<Adult> = referrals
        .iter()
        .filter_map(|one| one.referral.as_ref())
        .flat_map(|referral: &Referral| referral.adults.iter().cloned())
        .collect();
    let adults = referrals
        .iter_mut()
        .filter_map(|one| one.referral.as_mut())
        .flat_map(|referral| referral.adults.iter_mut());
    for adult in adults {
        let everybody_says = |method: &ContactMethod| {
            said.iter()
                .filter(|other| is_one_person(adult, other))
                .all(|other| other.safe_contact.allows(*method))
        };
        let methods: Vec<ContactMethod> =
            adult.safe_contact.methods.iter().copied().filter(everybody_says).collect();
        adult.safe_contact.methods = methods;
    }
}

/// The same phone, the same mailbox, or the same name: when in doubt, one person.
fn is_one_person(a: &Adult, b: &Adult) -> bool {
    let phone = |adult: &Adult| adult.phone.as_ref().map(|phone| phone.as_str().to_owned());
    let email = |adult: &Adult| adult.email.as_ref().map(|email| email.as_str().to_lowercase());
    let name = |adult: &Adult| adult.name.as_ref().map(|name| name.full().to_lowercase());
    let same = |a: Option<String>, b: Option<String>| a.is_some() && a == b;
    same(phone(a), phone(b)) || same(email(a), email(b)) || same(name(a), name(b))
}
