//! The e-mail that a professional can choose to get once a referral is with the people who help. It goes to
//! an address at an organisation of the file of groups alone, so that no family's and no mistyped one is
//! written to.

use std::collections::BTreeSet;

use identity::Groups;
use pipeline::ports::{Fault, Store as _, Template};
use pipeline::rows::TellBy;
use pipeline::telling::Chosen;
use referral::{ContactMethod, EmailAddress, Referral, ReferralId};

use crate::app::Serving;

/// The field of the box.
pub(crate) const FIELD: &str = "notice";
/// The value of the box.
pub(crate) const EMAIL: &str = "email";

/// The address of the professional who sends this referral, where a message is offered.
pub(crate) fn offered(
    referral: &Referral,
    groups: &Groups,
    texts: &BTreeSet<Template>,
) -> Option<EmailAddress> {
    let chosen = Chosen::of(referral, ContactMethod::Email);
    let Some(Chosen::ProfessionalEmail(address)) = chosen else { return None };
    let is_known = !groups.refers_by_email(&address).is_empty();
    (is_known && texts.contains(&Template::ProfessionalEmail)).then_some(address)
}

/// The message that was chosen: the one that is offered, whatever else was sent.
pub(crate) fn chosen(offered: Option<&EmailAddress>, sent: &str) -> Option<Chosen> {
    offered.filter(|_| sent == EMAIL).cloned().map(Chosen::ProfessionalEmail)
}

/// Whether a referral that was accepted has a message to be sent. A second click may have chosen otherwise
/// than the first, whose choice is the one that holds.
pub(crate) async fn is_due<W: Serving>(world: &W, id: ReferralId) -> Result<bool, Fault> {
    let state = world.store().states(&[id]).await?.into_iter().next();
    Ok(state.is_some_and(|state| matches!(state.told, Some(TellBy::Notice(_)))))
}

#[cfg(test)]
mod tests {
    use referral::Referrer;

    use super::*;
    use crate::journey::Journey;
    use crate::tests::{TODAY, form, index, senco};

    const GROUPS: &str = r#"
[[referrer]]
domains = ["st-marys.example"]
kinds = ["school"]
organisation = "St Mary’s"
"#;

    /// The address that is offered to a professional who has this one.
    fn to(address: Option<&str>, texts: &[Template]) -> Option<String> {
        let email = address.map(|address| EmailAddress::parse(address).unwrap());
        let referrer = Referrer { email, ..senco() };
        let answers = form(&[
            ("children-not-known", "yes"),
            ("given-name", "Gurpreet"),
            ("email", "gurpreet@st-marys.example"),
            ("safe-to", "email"),
            ("where", "no-fixed-address"),
            ("needs", "parenting"),
            ("agreement", "agreed"),
            ("agreement-by", "parent_with_pr"),
            ("agreement-on", "27 November 2026"),
        ]);
        let (index, groups) = (index(), Groups::parse(GROUPS).unwrap());
        let journey = Journey::of(&answers, &referrer, &filling::Place::of(&index), TODAY);
        let texts = texts.iter().copied().collect();
        let offered = offered(journey.referral().unwrap(), &groups, &texts);
        offered.map(|address| address.as_str().to_owned())
    }

    const TEXTS: &[Template] = &[Template::ProfessionalEmail];

    #[test]
    fn a_message_is_offered_to_an_address_of_a_known_organisation_alone() {
        let own = "senco@st-marys.example";
        assert_eq!(to(Some(own), TEXTS).as_deref(), Some(own));
        for other in ["senco@st-mary.example", "senco@st-marys.example.net", "ada@example.com"] {
            assert_eq!(to(Some(other), TEXTS), None, "{other}");
        }
        assert_eq!(to(None, TEXTS), None, "the family's own address is not written to");
    }

    #[test]
    fn a_message_is_offered_only_where_there_is_a_text_for_it() {
        let family = [Template::FamilyText, Template::FamilyEmail];
        assert_eq!(to(Some("senco@st-marys.example"), &family), None);
    }

    #[test]
    fn only_what_is_offered_can_be_chosen() {
        let address = EmailAddress::parse("senco@st-marys.example").unwrap();
        assert!(chosen(Some(&address), EMAIL).is_some());
        assert!(chosen(Some(&address), "").is_none() && chosen(Some(&address), "text").is_none());
        assert!(chosen(None, EMAIL).is_none());
    }
}
