//! The one message that a family can choose to get once a team has its form: the ways on which it is
//! offered, and the one that was chosen. Whom it may reach is decided in [`pipeline::telling`].

use std::collections::BTreeSet;

use pipeline::ports::{Fault, Store as _, Template};
use pipeline::rows::TellBy;
use pipeline::telling::{Chosen, ways};
use referral::{ContactMethod, Referral, ReferralId};

use crate::serving::Serving;

/// The field of the question.
pub(crate) const FIELD: &str = "notice";
/// The answer by which nobody is sent a message.
pub(crate) const NONE: &str = "none";

/// A message that is offered.
pub(crate) struct Offer {
    /// The value that the answer is sent as.
    pub(crate) value: &'static str,
    /// The way, with the number or the address.
    pub(crate) chosen: Chosen,
}

/// The messages that the sender of a referral is offered, of those whose texts the deployment has.
pub(crate) fn offers(referral: &Referral, texts: &BTreeSet<Template>) -> Vec<Offer> {
    let offer = |way: ContactMethod| {
        let chosen = Chosen::of(referral, way).filter(|chosen| has_text(chosen, texts))?;
        Some(Offer { value: way.code(), chosen })
    };
    ways(referral).into_iter().filter_map(offer).collect()
}

fn has_text(chosen: &Chosen, texts: &BTreeSet<Template>) -> bool {
    match chosen {
        Chosen::FamilyText(_) => texts.contains(&Template::FamilyText),
        Chosen::FamilyEmail(_) => texts.contains(&Template::FamilyEmail),
        // Professionals have pages of their own.
        Chosen::ProfessionalEmail(_) => false,
    }
}

/// The message that was chosen: one of those that are offered, whatever else was sent.
pub(crate) fn chosen<'a>(offers: &'a [Offer], sent: &str) -> Option<&'a Chosen> {
    offers.iter().find(|offer| offer.value == sent).map(|offer| &offer.chosen)
}

/// Whether a referral that was accepted has a message to be sent. A second click may have chosen otherwise
/// than the first, whose choice is the one that holds.
pub(crate) async fn is_due<W: Serving>(world: &W, id: ReferralId) -> Result<bool, Fault> {
    let state = world.store().state(id).await?;
    Ok(state.is_some_and(|state| matches!(state.told, Some(TellBy::Notice(_)))))
}

#[cfg(test)]
mod tests {
    use formats::form::{self, questions as ask};

    use super::*;
    use crate::tests::TODAY;

    const BOTH: &[Template] = &[Template::FamilyText, Template::FamilyEmail];
    const SAFE: &[&str] = &["text", "email"];

    /// The messages that are offered to somebody for whom these ways are safe, of these texts.
    fn offered(who: &str, safe: &[&str], texts: &[Template]) -> Vec<Offer> {
        let mut answers = vec![
            (ask::WHO.name, who),
            (ask::GIVEN_NAME.name, "Gurpreet"),
            (ask::PHONE.name, "07700 900 982"),
            (ask::EMAIL.name, "gurpreet@example.com"),
            (ask::NEEDS.name, "not_sure"),
            (ask::CHILDREN_NOT_KNOWN.name, "yes"),
            // A form that tells of danger is read whatever else is wrong with it.
            (ask::SOMEONE_MAY_BE_HURT.name, "yes"),
        ];
        answers.extend(safe.iter().map(|way| (ask::SAFE_TO.name, *way)));
        let referral = form::read(answers, TODAY).unwrap();
        offers(&referral, &texts.iter().copied().collect())
    }

    fn values(offers: &[Offer]) -> Vec<&'static str> {
        offers.iter().map(|offer| offer.value).collect()
    }

    #[test]
    fn a_message_is_offered_on_the_ways_that_are_safe_and_have_a_text() {
        let of = |safe, texts| values(&offered(ask::WHO_PARENT, safe, texts));
        assert_eq!(of(SAFE, BOTH), ["text", "email"]);
        assert_eq!(of(&["text", "call"], BOTH), ["text"], "an email was not said to be safe");
        assert!(of(&["call", "voicemail"], BOTH).is_empty() && of(&[], BOTH).is_empty());
        assert_eq!(of(SAFE, &[Template::FamilyEmail]), ["email"]);
        assert!(of(SAFE, &[Template::ProfessionalEmail]).is_empty());
        assert_eq!(values(&offered(ask::WHO_YOUNG_PERSON, SAFE, BOTH)), ["text", "email"]);
    }

    #[test]
    fn nobody_who_asks_for_others_is_offered_a_message() {
        for who in [ask::WHO_RELATIVE, ask::WHO_FRIEND, ask::WHO_HELPED] {
            assert!(offered(who, SAFE, BOTH).is_empty(), "{who}");
        }
    }

    #[test]
    fn only_what_is_offered_can_be_chosen() {
        let offers = offered(ask::WHO_PARENT, &["text"], BOTH);
        assert!(matches!(chosen(&offers, "text"), Some(Chosen::FamilyText(_))));
        for other in ["", NONE, "email", "call", "TEXT"] {
            assert!(chosen(&offers, other).is_none(), "{other}");
        }
    }
}
