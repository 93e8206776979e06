//! Tests of how a family is reached.

use proptest::prelude::*;
use referral::{
    Accessibility, Address, Adult, Agreement, AgreementStatus, Children, EmailAddress, Household,
    Line, Location, Needs, Organisation, PersonName, PhoneNumber, Referrer, ReferrerKind,
    SafeContact,
};

use super::*;
use crate::rows::Actor;
use ContactMethod::{Call, Email, Letter, Text};

const PHONE: &str = "07700 900 982";

fn adult(given: &str, phone: &str, safe_to: Option<&[ContactMethod]>) -> Adult {
    let methods = safe_to.map(<[_]>::to_vec);
    Adult {
        name: PersonName::read(Some(given), Some("Okafor"), None).unwrap(),
        relationship: None,
        parental_responsibility: None,
        date_of_birth: None,
        phone: PhoneNumber::parse(phone).ok(),
        email: None,
        safe_contact: SafeContact { methods, ..SafeContact::default() },
    }
}

fn of(kind: ReferrerKind, adults: Vec<Adult>) -> Referral {
    Referral {
        referrer: Referrer::of(kind),
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

/// A referral from a sender who signed in, or from a form.
fn said(signed_in: bool, referral: Referral) -> (Sender, Referral) {
    let client = || Actor::person("https://issuer.example", "client", "client");
    let by = if signed_in { client() } else { Actor::family() };
    (Sender::of(&by), referral)
}

fn school(adult: Adult) -> (Sender, Referral) {
    let mut referral = of(ReferrerKind::School, vec![adult]);
    let name = Some(Line::parse("Example Primary School").unwrap());
    referral.referrer.organisation = Some(Organisation { name, urn: None, ods: None });
    said(true, referral)
}

fn midwife(adult: Adult) -> (Sender, Referral) {
    said(true, of(ReferrerKind::Midwife, vec![adult]))
}

fn form(adult: Adult) -> (Sender, Referral) {
    said(false, of(ReferrerKind::SelfParent, vec![adult]))
}

fn told(all: &[(Sender, Referral)]) -> Reach {
    let sources: Vec<_> =
        all.iter().map(|(sender, referral)| Source { sender, referral }).collect();
    reach(&sources)
}

/// The ways to the only person in `reach`.
fn ways(reach: &Reach) -> Vec<(ContactMethod, Option<&str>)> {
    let [person] = reach.people.as_slice() else { panic!("{} people", reach.people.len()) };
    person
        .ways
        .iter()
        .map(|way| (way.method, way.to.as_ref().map(|to| to.expose().as_str())))
        .collect()
}

#[test]
fn a_source_that_does_not_answer_takes_no_safe_way_away() {
    for other in [form(adult("Amina", PHONE, None)), midwife(adult("Amina", PHONE, None))] {
        let reach = told(&[school(adult("Amina", PHONE, Some(&[Call, Text]))), other]);
        assert_eq!(ways(&reach), [(Call, Some(PHONE)), (Text, Some(PHONE))]);
        let person = &reach.people[0];
        assert_eq!(person.ways[0].said_by, ["Example Primary School (School)"]);
        assert_eq!(person.warnings, [""; 0]);
        let answers: Vec<_> = person.answers.iter().map(|one| one.safe_to.clone()).collect();
        assert_eq!(answers, [Some(vec![Call, Text]), None]);
    }
}

#[test]
fn a_person_has_no_safe_way_if_no_source_names_one() {
    assert_eq!(ways(&told(&[school(adult("Amina", PHONE, None))])), []);
    assert_eq!(ways(&told(&[school(adult("Amina", PHONE, Some(&[])))])), []);
}

#[test]
fn a_way_that_signed_in_sources_disagree_on_is_not_safe_and_a_warning_says_why() {
    let reach = told(&[
        school(adult("Amina", PHONE, Some(&[Call, Text]))),
        midwife(adult("Amina", PHONE, Some(&[Text]))),
    ]);
    assert_eq!(ways(&reach), [(Text, Some(PHONE))]);
    assert_eq!(reach.people[0].ways[0].said_by, ["Example Primary School (School)", "Midwife"]);
    assert_eq!(
        reach.people[0].warnings,
        [
            "Example Primary School (School) said that a phone call is safe. Midwife said that it is not."
        ]
    );
}

#[test]
fn a_form_adds_warnings_and_takes_no_way_of_a_signed_in_source_away() {
    let reach = told(&[
        school(adult("Amina", PHONE, Some(&[Call]))),
        form(adult("Amina", "+447700900982", Some(&[Text]))),
    ]);
    assert_eq!(ways(&reach), [(Call, Some(PHONE))]);
    assert_eq!(
        reach.people[0].warnings,
        [
            "Example Primary School (School) said that a phone call is safe. \
             A form sent without signing in (Parent or carer) said that it is not.",
            "A form sent without signing in (Parent or carer) said that a text message is safe. \
             Example Primary School (School) said that it is not.",
        ]
    );
}

#[test]
fn a_form_adds_no_way_for_a_number_that_a_signed_in_source_gave() {
    for number in [PHONE, "+44 7700 900982"] {
        let reach = told(&[
            school(adult("Amina", PHONE, None)),
            form(adult("Somebody", number, Some(&[Call]))),
        ]);
        assert_eq!(ways(&reach), []);
        assert_eq!(
            reach.people[0].warnings,
            ["A form sent without signing in (Parent or carer) said that a phone call is safe. \
              Nobody who signed in has said so."]
        );
    }
    let own = told(&[
        school(adult("Amina", PHONE, None)),
        form(adult("Amina", "07700 900 123", Some(&[Call]))),
    ]);
    assert_eq!(ways(&own), [(Call, Some("07700 900 123"))]);
    assert!(own.people[0].ways[0].said_by[0].starts_with("A form sent without signing in"));
    let none =
        told(&[school(adult("Amina", PHONE, None)), form(adult("Amina", "", Some(&[Call])))]);
    assert_eq!(ways(&none), [], "without a number of its own it leads to another's");
}

#[test]
fn a_form_adds_no_letter_to_a_home_that_a_signed_in_source_gave() {
    let at_home = |(sender, mut referral): (Sender, Referral)| {
        let lines = vec![Personal::new("12 Example Street".to_owned())];
        referral.household.location = Location::Address(Address { lines, ..Address::default() });
        (sender, referral)
    };
    let letter = || form(adult("Amina", "", Some(&[Letter])));
    let known = || school(adult("Amina", PHONE, None));
    assert_eq!(ways(&told(&[at_home(known()), at_home(letter())])), []);
    assert_eq!(ways(&told(&[known(), at_home(letter())])), [(Letter, None)]);
    assert_eq!(ways(&told(&[at_home(letter())])), [(Letter, None)]);
}

#[test]
fn a_form_does_not_join_two_people_into_one() {
    let mother = adult("Amina", PHONE, Some(&[Call]));
    let father = adult("Sam", "07700 900 123", Some(&[]));
    let both = said(true, of(ReferrerKind::School, vec![mother, father]));
    let mixed = form(adult("Amina", "07700 900 123", None));
    let reach = told(&[both, mixed]);
    assert_eq!(reach.people.len(), 2);
    assert_eq!(reach.people[0].ways.len(), 1, "the mother can be called");
    let names: Vec<_> = reach.people[1].names.iter().map(|name| name.expose().as_str()).collect();
    assert_eq!(names, ["Sam Okafor"], "and the father is not called by her name");
}

#[test]
fn adults_with_the_same_mailbox_or_name_are_one_person() {
    let with_mail = |given: &str, mail: &str| {
        let email = EmailAddress::parse(mail).ok();
        Adult { email, ..adult(given, "", Some(&[Email])) }
    };
    let reach = told(&[
        school(with_mail("Amina", "Amina@mail.example")),
        midwife(with_mail("Mina", "amina@mail.example")),
        midwife(adult("amina", PHONE, Some(&[Email, Call]))),
    ]);
    assert_eq!(reach.people.len(), 1);
    assert_eq!(reach.people[0].names.len(), 3);
    assert!(reach.people[0].ways.iter().all(|way| way.method == Email));
}

#[test]
fn there_is_no_safe_way_to_somebody_who_must_not_know() {
    let father =
        || Adult { relationship: Some(Relationship::Father), ..adult("Sam", PHONE, Some(&[Call])) };
    let avoid = |given: Option<&str>, relationship| MustNotKnow {
        name: PersonName::read(given, None, None).unwrap(),
        relationship,
        note: None,
    };
    for one in [
        avoid(Some("SAM"), None),
        avoid(Some("Sam"), Some(Relationship::Father)),
        avoid(None, Some(Relationship::Father)),
    ] {
        let (sender, mut referral) = school(father());
        referral.must_not_know.push(one.clone());
        let reach = told(&[(sender, referral)]);
        assert_eq!(ways(&reach), []);
        assert!(reach.people[0].warnings[0].contains("must not know"));
        assert_eq!(reach.must_not_know[0].said_by, "Example Primary School (School)");

        // A form adds a warning, and takes no way away.
        let mut warning = of(ReferrerKind::SelfParent, Vec::new());
        warning.must_not_know.push(one);
        let reach = told(&[school(father()), said(false, warning)]);
        assert_eq!(ways(&reach), [(Call, Some(PHONE))]);
        assert!(reach.people[0].warnings[0].contains("must not know"));
    }
    for other in [avoid(Some("Samuel"), None), avoid(Some("Sam"), Some(Relationship::Mother))] {
        let (sender, mut referral) = school(father());
        referral.must_not_know.push(other);
        assert_eq!(ways(&told(&[(sender, referral)])), [(Call, Some(PHONE))]);
    }
}

#[test]
fn somebody_who_must_not_know_is_found_under_every_way_to_write_the_name() {
    let name = |given, family, called| PersonName::read(Some(given), Some(family), called).unwrap();
    let is_safe = |avoid: &MustNotKnow, named: Option<PersonName>, relationship| {
        let adult = Adult { name: named, relationship, ..adult("", PHONE, Some(&[Call])) };
        let (sender, mut referral) = school(adult);
        referral.must_not_know.push(avoid.clone());
        !ways(&told(&[(sender, referral)])).is_empty()
    };
    let avoid = |name, relationship| MustNotKnow { name, relationship, note: None };
    for (one, other) in [
        (name("José", "García", None), name("Jose", "Garcia", None)),
        (name("Zoë", "O\u{2019}Neill", None), name("Zoe", "O'Neill", None)),
        (name("مُحَمَّد", "علي", None), name("محمد", "علي", None)),
        (name("Sam", "Okafor", None), name("Samuel", "Okafor", Some("Sam"))),
        (name("Samuel", "Okafor", Some("Sam")), name("Sam", "Okafor", None)),
        (name("Sam James", "Okafor", None), name("Sam", "Okafor", None)),
        (name("Okafor", "Sam", None), name("Sam", "Okafor", None)),
    ] {
        assert!(!is_safe(&avoid(one.clone(), None), other.clone(), None), "{other:?}");
        assert!(!is_safe(&avoid(other, None), one, None));
    }
    // A relationship that may be the same as the other does not tell two people apart.
    let sam = || name("Sam", "", None);
    for (one, other) in [
        (Relationship::ParentsPartner, Relationship::StepParent),
        (Relationship::Father, Relationship::Parent),
        (Relationship::NotKnown, Relationship::Father),
        (Relationship::Other, Relationship::Grandparent),
        (Relationship::OtherRelative, Relationship::Father),
    ] {
        let named = || name("Sam", "Okafor", None);
        assert!(!is_safe(&avoid(sam(), Some(one)), named(), Some(other)), "{one:?} {other:?}");
        assert!(!is_safe(&avoid(sam(), Some(other)), named(), Some(one)), "{other:?} {one:?}");
    }
    let mother = avoid(name("Sam", "Okafor", None), Some(Relationship::Mother));
    let father = Some(Relationship::Father);
    assert!(!is_safe(&mother, name("Sam", "Okafor", None), father), "one full name is one person");
    assert!(is_safe(&mother, name("Sam", "", None), father));
}

fn any_adult() -> impl Strategy<Value = Adult> {
    let given = prop::sample::select(vec!["Amina", "Sam", "José", "Jose", "مُحَمَّد", "محمد"]);
    let numbers = vec!["", PHONE, "+447700900982", "07700 900 123", "01632 960 001 x12"];
    let ways = prop::collection::btree_set(prop::sample::select(ContactMethod::ALL), 0..5);
    (given, prop::sample::select(numbers), prop::option::of(ways)).prop_map(
        |(given, phone, ways)| {
            let ways = ways.map(|ways| ways.into_iter().collect::<Vec<_>>());
            adult(given, phone, ways.as_deref())
        },
    )
}

fn any_source(signed_in: bool) -> impl Strategy<Value = (Sender, Referral)> {
    let adults = prop::collection::vec(any_adult(), 0..3);
    (adults, any::<bool>(), prop::option::of(any_adult())).prop_map(
        move |(adults, at_home, avoid)| {
            let mut referral = of(ReferrerKind::School, adults);
            if at_home {
                let address =
                    Address { town: Some(Personal::new("Ryde".to_owned())), ..Address::default() };
                referral.household.location = Location::Address(address);
            }
            referral.must_not_know.extend(avoid.map(|one| MustNotKnow {
                name: one.name,
                relationship: None,
                note: None,
            }));
            said(signed_in, referral)
        },
    )
}

/// The ways that signed-in sources call safe, with those sources.
fn signed_ways(reach: &Reach) -> Vec<(ContactMethod, Option<String>, Vec<String>)> {
    let all = reach.people.iter().flat_map(|person| &person.ways).map(|way| {
        let is_form = |by: &&String| by.starts_with("A form");
        let by = way.said_by.iter().filter(|by| !is_form(by)).cloned().collect();
        (way.method, way.to.clone().map(Personal::into_exposed), by)
    });
    all.filter(|(_, _, by): &(_, _, Vec<String>)| !by.is_empty()).collect()
}

proptest! {
    #[test]
    fn no_form_changes_the_safe_ways_that_signed_in_sources_gave(
        signed in prop::collection::vec(any_source(true), 0..4),
        forms in prop::collection::vec(any_source(false), 0..4),
    ) {
        let before = signed_ways(&told(&signed));
        let both: Vec<_> = signed.into_iter().chain(forms).collect();
        prop_assert_eq!(signed_ways(&told(&both)), before);
    }

    #[test]
    fn a_number_that_a_signed_in_source_gave_is_never_safe_by_a_form(
        signed in prop::collection::vec(any_source(true), 1..4),
        forms in prop::collection::vec(any_source(false), 0..4),
    ) {
        let given: Vec<String> = signed
            .iter()
            .flat_map(|(_, referral)| &referral.adults)
            .filter_map(|adult| Some(adult.phone.as_ref()?.as_dialled()))
            .collect();
        let both: Vec<_> = signed.into_iter().chain(forms).collect();
        for way in told(&both).people.iter().flat_map(|person| &person.ways) {
            if way.to.as_ref().is_some_and(|to| given.contains(to.expose())) {
                prop_assert!(way.said_by.iter().all(|by| !by.starts_with("A form")));
            }
        }
    }

    #[test]
    fn a_safe_way_is_called_safe_by_a_source_and_unsafe_by_none_of_equal_standing(
        sources in prop::collection::vec(prop_oneof![any_source(true), any_source(false)], 0..5),
    ) {
        for person in told(&sources).people {
            for way in &person.ways {
                let by_form = way.said_by.iter().any(|by| by.starts_with("A form"));
                for answer in person.answers.iter().filter(|one| by_form || one.sender.has_signed_in()) {
                    prop_assert!(answer.safe_to.as_ref().is_none_or(|ways| ways.contains(&way.method)));
                }
                let safe = person.answers.iter().filter(|one| way.said_by.contains(&one.by));
                let mut ways = safe.filter_map(|one| one.safe_to.as_ref());
                prop_assert!(ways.any(|ways| ways.contains(&way.method)));
            }
        }
    }

    #[test]
    fn a_source_that_does_not_answer_changes_no_way(
        sources in prop::collection::vec(prop_oneof![any_source(true), any_source(false)], 1..5),
        which: prop::sample::Index,
    ) {
        let mut with_silent = sources.clone();
        let (sender, mut silent) = which.get(&sources).clone();
        silent.must_not_know.clear();
        silent.household.location = Location::NotGiven { authority: None };
        silent.adults.truncate(1);
        for adult in &mut silent.adults {
            adult.safe_contact = SafeContact::default();
        }
        with_silent.push((sender, silent));
        let ways = |reach: Reach| -> Vec<Vec<Way>> {
            reach.people.into_iter().map(|person| person.ways).collect()
        };
        prop_assert_eq!(ways(told(&with_silent)), ways(told(&sources)));
    }
}
