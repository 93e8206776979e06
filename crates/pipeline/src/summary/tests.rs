//! Tests of summaries: what they hold, and how they are put together and searched.

use jiff::civil::date;
use referral::{BornAbout, DateOfBirth, DueDate};

use super::*;

const TODAY: Date = date(2026, 11, 29);

/// A child with this name and birth: a day, `about 2019`, `due 2027-03-01`, or nothing.
pub(crate) fn child(given: &str, family: &str, birth: &str) -> SummaryChild {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let birth = match birth.split_once(' ') {
        Some(("about", year)) => Birth::About(BornAbout::parse(year, TODAY).unwrap()),
        Some((_, due)) => Birth::Due(DueDate::new(day(due), TODAY).unwrap()),
        None if birth.is_empty() => Birth::NotKnown,
        None => Birth::Born(DateOfBirth::new(day(birth), TODAY).unwrap()),
    };
    SummaryChild { name: name(given, family), birth }
}

fn name(given: &str, family: &str) -> Option<PersonName> {
    PersonName::read(Some(given), Some(family), None).unwrap()
}

/// A summary with these children, whose mother is Ngozi Okafor.
pub(crate) fn summary(children: Vec<SummaryChild>) -> Summary {
    Summary {
        children,
        adults: name("Ngozi", "Okafor").into_iter().collect(),
        needs: vec![Need::SpeechAndLanguage],
        senders: vec![ReferrerKind::School],
        protected: false,
    }
}

#[test]
fn a_further_referral_adds_what_was_not_known() {
    let first = summary(vec![child("Amina", "Okafor", "")]);
    let mut further =
        summary(vec![child("AMINA", "O", "2020-05-06"), child("Tobi", "Okafor", "2016-05-06")]);
    further.needs = vec![Need::Parenting, Need::SpeechAndLanguage];
    further.senders = vec![ReferrerKind::SelfParent];
    further.protected = true;
    let both = first.with(&further);
    assert_eq!(both.children.len(), 2);
    assert_eq!(both.children[0], child("Amina", "Okafor", "2020-05-06"), "as first named");
    assert_eq!(both.adults.len(), 1, "one mother");
    assert_eq!(both.needs, [Need::Parenting, Need::SpeechAndLanguage]);
    assert_eq!(both.senders, [ReferrerKind::SelfParent, ReferrerKind::School]);
    assert!(both.protected, "one protected referral protects the row");
}

#[test]
fn twins_of_two_names_are_two_children() {
    let first = summary(vec![child("Arjun", "Rao", "2020-05-06")]);
    let both = first.with(&summary(vec![child("Arjan", "Rao", "2020-05-06")]));
    assert_eq!(both.children.len(), 2);
}

#[test]
fn rows_are_found_by_age_name_and_birth() {
    let row =
        summary(vec![child("Muhammad", "Nguyễn", "2020-05-06"), child("", "", "due 2027-03-01")]);
    let bands = AgeBand::ALL.iter().filter(|band| row.has_age(**band, TODAY));
    assert_eq!(bands.collect::<Vec<_>>(), [&AgeBand::Unborn, &AgeBand::FiveToTen]);
    assert!(summary(Vec::new()).has_age(AgeBand::NotKnown, TODAY));
    let found = |text| row.has_name(&SoughtName::parse(text).unwrap());
    assert!(found("nguyen") && found("mohammed") && found("ngozi") && !found("smith"));
    assert!(row.has_birth(date(2020, 5, 6)) && row.has_birth(date(2027, 3, 1)));
    assert!(!row.has_birth(date(2020, 6, 5)));
}

#[test]
fn a_crowd_of_children_is_cut_to_what_a_row_has_room_for() {
    let many = |from: usize| {
        let named = |at| child(&format!("Child {at}"), "Okafor", "2020-05-06");
        summary((from..from + 10).map(named).collect())
    };
    assert_eq!(many(0).with(&many(10)).children.len(), MOST_PEOPLE);
}
