use jiff::civil::{Date, date};
use referral::{AgreementStatus, Birth, Children, Lane, Line, ReferrerKind};

use super::*;

const TODAY: Date = date(2026, 11, 30);

/// The fields of a form that can be sent as it is.
const WHOLE: &[(&str, &str)] = &[
    ("postcode", "sw1v 2aa"),
    ("given-name", "Nguyễn"),
    ("phone", "07700 900 123"),
    ("safe-to", "call"),
    ("child-1-given-name", "محمد"),
    ("child-1-day", "1"),
    ("child-1-month", "January"),
    ("child-1-year", "2021"),
    ("needs", "parenting"),
    ("agreement", "agreed"),
    ("agreement-by", "parent_with_pr"),
    ("agreement-on", "27 Nov 2026"),
];

fn school() -> Referrer {
    let role = Line::parse("SENCO").ok();
    Referrer { role, ..Referrer::of(ReferrerKind::School) }
}

/// The whole form with these fields in place of its own; an empty one is left out.
fn read(with: &[(&str, &str)]) -> Result<Referral, Vec<FieldError>> {
    let kept = WHOLE.iter().filter(|(name, _)| with.iter().all(|(other, _)| other != name));
    let pairs: Vec<_> = kept.chain(with).copied().collect();
    super::read(pairs, &school(), TODAY)
}

/// The fields that are wrong, with the codes of their errors.
fn errors(with: &[(&str, &str)]) -> Vec<(String, &'static str)> {
    read(with).unwrap_err().into_iter().map(|error| (error.path, error.code)).collect()
}

#[test]
fn the_referrer_is_the_one_who_signed_in_whatever_the_form_says() {
    let read = read(&[("who", "self_parent"), ("referrer.kind", "police")]).unwrap();
    assert_eq!(read.referrer, school());
    let Children::Known(children) = &read.children else { panic!("there is a child") };
    assert!(matches!(children[0].birth, Birth::Born(_)));
    assert_eq!(read.agreement.on, Some(date(2026, 11, 27)));
}

#[test]
fn nobody_is_refused_because_the_family_did_not_agree() {
    for status in ["declined", "not_asked_unsafe", "not_asked", "unable"] {
        let with = [("agreement", status), ("agreement-by", ""), ("agreement-on", "")];
        let read = read(&with).unwrap();
        assert_eq!((read.agreement.status.code(), read.lane()), (status, Lane::NotAgreed));
    }
}

#[test]
fn an_agreement_has_somebody_who_gave_it_and_a_day() {
    let nothing = [("agreement", ""), ("agreement-by", ""), ("agreement-on", "")];
    assert_eq!(errors(&nothing), [("agreement".to_owned(), "required")]);
    for status in ["agreed", "partly"] {
        let without = [("agreement", status), ("agreement-by", ""), ("agreement-on", "")];
        let missing = ["agreement-by", "agreement-on"].map(|name| (name.to_owned(), "required"));
        assert_eq!(errors(&without), missing);
    }
    for (typed, code) in [("March 2026", "day_missing"), ("1 May 2027", "date_in_future")] {
        let found = errors(&[("agreement-on", typed)]);
        assert_eq!(found, [("agreement-on".to_owned(), code)], "{typed}");
    }
}

#[test]
fn a_concern_waits_for_no_answer_about_agreement() {
    let with = [
        ("someone-may-be-hurt", "yes"),
        ("agreement", ""),
        ("agreement-by", ""),
        ("agreement-on", "some time last week"),
        ("needs", ""),
        ("phone", ""),
    ];
    let read = read(&with).unwrap();
    assert_eq!(
        (read.agreement.status, read.lane()),
        (AgreementStatus::NotAsked, Lane::Safeguarding)
    );
    assert_eq!(read.as_given[0].path, "agreement.on");
}

#[test]
fn a_second_adult_is_asked_for_the_number_of_a_safe_way_too() {
    let read = read(&[("other-given-name", "Ada"), ("other-relationship", "grandparent")]).unwrap();
    assert_eq!(read.adults.len(), 2);
    let found = errors(&[("other-given-name", "Ada"), ("other-safe-to", "text")]);
    assert_eq!(found, [("other-phone".to_owned(), "needed_for_safe_way")]);
    assert_eq!(errors(&[("phone", "")]), [("phone".to_owned(), "needed_for_safe_way")]);
}

#[test]
fn an_address_that_must_not_be_known_is_dropped_unread() {
    let read = read(&[("where", "concealed"), ("address-line-1", "1 Secret Road")]).unwrap();
    assert!(!format!("{:?}", read.household.location).contains("Address("));
}

#[test]
fn each_question_has_a_name_and_a_path_of_its_own() {
    let all = own::IN_ORDER;
    for (at, question) in all.iter().enumerate() {
        assert!(all[..at].iter().all(|other| other.name != question.name), "{question:?}");
        let same = |other: &&ask::Question| other.path == question.path;
        assert_eq!(all.iter().filter(same).count(), 1, "{question:?}");
    }
}
