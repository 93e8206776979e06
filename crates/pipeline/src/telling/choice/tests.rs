//! Tests of who can get a notice: the sender, on a way that they gave and said is safe, and nobody else.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use referral::{
    Accessibility, Adult, Agreement, AgreementStatus, Children, HelpedBy, Household, Location,
    Needs, PersonName, Referrer, SafeContact,
};

use super::*;

const MOBILE: &str = "+447700900982";

fn adult(phone: Option<&str>, email: Option<&str>, safe: Option<Vec<ContactMethod>>) -> Adult {
    Adult {
        name: PersonName::read(Some("Oluwaseun"), None, None).unwrap(),
        relationship: None,
        parental_responsibility: None,
        date_of_birth: None,
        phone: phone.and_then(|phone| PhoneNumber::parse(phone).ok()),
        email: email.and_then(|email| EmailAddress::parse(email).ok()),
        safe_contact: SafeContact { methods: safe, ..SafeContact::default() },
    }
}

fn referral(referrer: Referrer, adults: Vec<Adult>) -> Referral {
    Referral {
        referrer,
        agreement: Agreement { status: AgreementStatus::Agreed, by: None, on: None, reason: None },
        household: Household {
            location: Location::NotGiven { authority: None },
            language: None,
            interpreter_needed: None,
            accessibility: Accessibility::default(),
            parents_disagree_on_residence: false,
        },
        adults,
        must_not_know: Vec::new(),
        children: Children::NotKnown,
        needs: Needs::default(),
        reason: None,
        already_tried: None,
        others_helping: None,
        family_voice: None,
        urgency: None,
        level_of_need: None,
        safeguarding_concern: false,
        as_given: Vec::new(),
    }
}

fn safe_ways() -> impl Strategy<Value = Option<Vec<ContactMethod>>> {
    let all = ContactMethod::ALL.to_vec();
    prop::option::of(subsequence(all.clone(), 0..=all.len()))
}

fn adults() -> impl Strategy<Value = Vec<Adult>> {
    let phones = select(vec![
        None,
        Some(MOBILE),
        Some("01632 960 001"),
        Some("07700 900 982 ext 3"),
        Some("+48 22 123 45 67"),
        Some("101"),
        Some("070 0900 0982"),
        Some("07600 900 982"),
        Some("07700 900 982 or 07700 900 983"),
    ]);
    let emails = select(vec![None, Some("gurpreet@mail.example")]);
    let one = (phones, emails, safe_ways());
    prop::collection::vec(one.prop_map(|(phone, email, safe)| adult(phone, email, safe)), 0..3)
}

fn referrers() -> impl Strategy<Value = Referrer> {
    let emails = select(vec![None, Some("senco@school.example")]);
    let numbers = select(vec![None, Some(MOBILE)]);
    (select(ReferrerKind::ALL), any::<bool>(), any::<bool>(), emails, numbers).prop_map(
        |(kind, anonymous, helped, email, phone)| {
            let mut referrer = Referrer::of(kind);
            referrer.anonymous = anonymous;
            let helper = HelpedBy { setting: None, organisation: None, name: None };
            referrer.helped_by = helped.then_some(helper);
            referrer.email = email.and_then(|email| EmailAddress::parse(email).ok());
            referrer.phone = phone.and_then(|phone| PhoneNumber::parse(phone).ok());
            referrer
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_096))]

    /// The rule, said another way: by what each notice that can be chosen holds.
    #[test]
    fn nobody_gets_a_notice_but_the_sender_on_a_way_that_is_theirs_and_safe(
        referrer in referrers(),
        adults in adults(),
        way in select(ContactMethod::ALL),
    ) {
        let referral = referral(referrer, adults);
        let (kind, first) = (referral.referrer.kind, referral.adults.first());
        let is_safe = |way| first.is_some_and(|one| one.safe_contact.safe().contains(&way));
        let chosen = Chosen::of(&referral, way);
        prop_assert_eq!(chosen.is_some(), ways(&referral).contains(&way));
        if referral.referrer.anonymous || referral.referrer.helped_by.is_some() {
            prop_assert_eq!(chosen, None);
            return Ok(());
        }
        match &chosen {
            Some(Chosen::FamilyText(number)) => {
                prop_assert!(kind.is_self() && way == ContactMethod::Text && is_safe(way));
                prop_assert_eq!(Some(number), first.unwrap().phone.as_ref());
                prop_assert_eq!(number.as_str(), MOBILE);
            }
            Some(Chosen::FamilyEmail(address)) => {
                prop_assert!(kind.is_self() && way == ContactMethod::Email && is_safe(way));
                prop_assert_eq!(Some(address), first.unwrap().email.as_ref());
            }
            Some(Chosen::ProfessionalEmail(address)) => {
                let private = ["self_parent", "self_young_person", "relative", "friend_or_neighbour", "other"];
                prop_assert!(!private.contains(&kind.code()) && way == ContactMethod::Email);
                prop_assert_eq!(Some(address), referral.referrer.email.as_ref());
            }
            None => {
                let own = kind.is_self().then_some(first).flatten();
                let text = own.filter(|_| way == ContactMethod::Text && is_safe(way));
                let number = text.and_then(|one| one.phone.as_ref());
                prop_assert!(number.is_none_or(|number| number.as_str() != MOBILE));
                let email = own.filter(|_| way == ContactMethod::Email && is_safe(way));
                prop_assert!(email.is_none_or(|one| one.email.is_none()));
            }
        }
    }

    #[test]
    fn a_choice_is_read_as_it_was_written(referrer in referrers(), adults in adults()) {
        let referral = referral(referrer, adults);
        for way in ways(&referral) {
            let chosen = Chosen::of(&referral, way).unwrap();
            prop_assert_eq!(Chosen::read(&chosen.write().unwrap()).unwrap(), chosen);
        }
    }
}

#[test]
fn a_choice_shows_nobody_in_a_log() {
    let own = adult(Some(MOBILE), Some("a@mail.example"), Some(ContactMethod::ALL.to_vec()));
    let referral = referral(Referrer::of(ReferrerKind::SelfParent), vec![own]);
    assert_eq!(ways(&referral), [ContactMethod::Text, ContactMethod::Email]);
    for way in ways(&referral) {
        let shown = format!("{:?}", Chosen::of(&referral, way));
        assert!(!shown.contains("7700") && !shown.contains("example"), "{shown}");
    }
}
