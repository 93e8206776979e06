use super::*;
use crate::tests::{TODAY, form, index, senco};

const WHOLE: &[(&str, &str)] = &[
    ("postcode", "SW1V 2AA"),
    ("child-1-given-name", "Tobi"),
    ("child-1-age", "3"),
    ("needs", "parenting"),
    ("agreement", "declined"),
];

/// The pages that a form leads to, each sent as it is, until one has an error or all are there.
fn walked(pairs: &[(&str, &str)]) -> Vec<String> {
    let (mut form, index) = (form(pairs), index());
    let mut pages = Vec::new();
    loop {
        let at = Journey::of(&form, &senco(), &Place::of(&index), TODAY).resume();
        let Some(step) = STEPS.iter().find(|step| step.address() == at) else {
            pages.push(at);
            return pages;
        };
        if form.tried.contains(step.slug) {
            return pages;
        }
        pages.push(step.slug.to_owned());
        form.tried.insert(step.slug.to_owned());
    }
}

#[test]
fn five_pages_lead_to_the_answers_together() {
    assert_eq!(walked(WHOLE), ["children", "home", "adults", "help", "agreement", CHECK]);
}

#[test]
fn a_page_with_an_error_is_gone_back_to() {
    assert_eq!(walked(&WHOLE[1..]), ["children", "home"], "there is no postcode");
    assert_eq!(walked(&WHOLE[..4]), ["children", "home", "adults", "help", "agreement"]);
}

#[test]
fn a_concern_waits_for_no_page() {
    let with = [("someone-may-be-hurt", "yes"), ("children-not-known", "yes")];
    assert_eq!(walked(&with), [CHECK]);
    let (form, index) = (form(&with), index());
    let journey = Journey::of(&form, &senco(), &Place::of(&index), TODAY);
    assert!(journey.referral().unwrap().safeguarding_concern);
}

#[test]
fn every_question_stands_on_one_page() {
    for question in own::IN_ORDER {
        let pages = STEPS.iter().filter(|step| step.questions.contains(question));
        assert_eq!(pages.count(), 1, "{question:?}");
    }
}

#[test]
fn a_change_from_the_answers_leads_straight_back() {
    let (mut form, index) = (form(WHOLE), index());
    form.tried.extend(STEPS.iter().map(|step| step.slug.to_owned()));
    form.returning = true;
    let journey = Journey::of(&form, &senco(), &Place::of(&index), TODAY);
    for step in STEPS {
        assert_eq!(
            (journey.after(step), journey.before(step)),
            (CHECK.to_owned(), CHECK.to_owned())
        );
    }
}
