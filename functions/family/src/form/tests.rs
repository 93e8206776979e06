//! Tests of what a page that was sent does to the form, and where it leads.

use formats::form::questions as ask;
use lambda_kit::http::Method;

use super::*;
use crate::journey::CHECK;
use crate::tests::{PARENT, TODAY, form, index};

/// A parent with three children.
fn parent() -> Form {
    let more = [("child-2-given-name", "Ada"), ("child-3-given-name", "Wei")];
    form(Way::Full, &[PARENT, &more].concat())
}

/// Saves what a page sent; the answer is the page that it leads to.
fn sends(form: &mut Form, slug: &str, fields: &[(&str, &str)]) -> String {
    let (slug, number) = match slug.split_once('/') {
        Some((slug, number)) => (slug, Some(number.parse().unwrap())),
        None => (slug, None),
    };
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::builder(Method::POST, "POST /form/{page}").body(body).build();
    let asked = Asked { step: Step::named(form.way, slug).unwrap(), number };
    let index = index();
    Page::sent(&request).save(form, asked, &Place::of(&index), TODAY)
}

#[test]
fn a_second_press_of_remove_takes_no_other_child_away() {
    let mut form = parent();
    for _ in 0..2 {
        assert_eq!(sends(&mut form, "children", &[(REMOVE, "1-of-3")]), "/form/children");
        let names: Vec<_> = (1..=form.answers.children())
            .map(|number| form.answers.value(&ask::CHILD_GIVEN_NAME.of_child(number)).to_owned())
            .collect();
        assert_eq!(names, ["Ada", "Wei"]);
    }
    for unread in ["1", "0-of-2", "9-of-2", "one-of-2", ""] {
        sends(&mut form, "children", &[(REMOVE, unread)]);
        assert_eq!(form.answers.children(), 2, "{unread}");
    }
}

#[test]
fn the_numbers_come_at_once_when_danger_is_told_or_asked_for_and_then_no_more() {
    let mut form = form(Way::Short, PARENT);
    let hurt = [("needs", "parenting"), ("someone-may-be-hurt", "yes")];
    assert_eq!(sends(&mut form, "help", &hurt), NUMBERS);
    assert_ne!(sends(&mut form, "help", &hurt), NUMBERS, "they were shown");
    let afraid = [("needs", "domestic_abuse")];
    assert_eq!(sends(&mut form, "help", &afraid), NUMBERS);
    assert_ne!(sends(&mut form, "help", &afraid), NUMBERS);
    assert_eq!(sends(&mut form, "name", &[("given-name", "Ada"), (CALL, "now")]), NUMBERS);
    assert_eq!(form.answers.value("given-name"), "Ada", "what was typed is kept");
    assert!(!form.answers.ticked(SOMEONE_MAY_BE_HURT.name), "a call tells of no danger");
}

#[test]
fn with_a_worry_change_returns_on_the_full_way_too() {
    let mut form = parent();
    form.answers.put(SOMEONE_MAY_BE_HURT.name, "yes");
    // The pages that help to find somebody in danger were sent, and no other.
    for slug in ["who", "where", "name", "contact", "help"] {
        form.tried.insert(slug.to_owned());
    }
    assert!(!form.returning);
    sends(&mut form, "help", &[("needs", "parenting"), ("someone-may-be-hurt", "yes")]);
    let leads_to = sends(&mut form, "name", &[("given-name", "Ada")]);
    assert_eq!(leads_to, CHECK, "not on to the next page");
}

#[test]
fn what_a_page_asked_that_is_shown_no_more_is_not_sent() {
    let index = index();
    let place = Place::of(&index);
    let read = |form: &Form| Journey::of(form, &place, TODAY).referral().cloned().unwrap();
    let mut form = parent();
    form.tried.insert("children".to_owned());
    sends(&mut form, "where", &[("where", "address"), ("postcode", "SW1V")]);
    sends(&mut form, "council", &[("council", "E09000033")]);
    sends(&mut form, "children", &[("parents-disagree", "yes")]);
    let before = read(&form);
    assert!(before.household.parents_disagree_on_residence);
    sends(&mut form, "where", &[("where", "address"), ("postcode", "SW1V 2AA")]);
    sends(&mut form, "who", &[("who", "self_young_person")]);
    sends(&mut form, "young", &[("own-age", "16")]);
    let after = read(&form);
    assert!(!after.household.parents_disagree_on_residence);
    assert_eq!(after.children.iter().count(), 1, "the young person alone");
    assert_eq!(form.answers.value("council"), "E09000033", "it is kept, if it is asked again");
    // A postcode that is found tells its council, whatever was chosen before.
    let council = |form: &Form| format!("{:?}", read(form).household.location);
    assert!(!council(&form).contains("E09000033"), "{}", council(&form));
}

#[test]
fn a_text_that_is_too_long_is_kept_with_the_others_and_told_of() {
    let mut form = parent();
    let long = "ক".repeat(30_000);
    let leads_to =
        sends(&mut form, "words", &[("what-is-happening", &long), ("already-tried", "Ada")]);
    assert_eq!(leads_to, "/form/words");
    assert_eq!(form.answers.value("what-is-happening").chars().count(), MOST_KEPT);
    assert_eq!(form.answers.value("already-tried"), "Ada");
}

#[test]
fn a_child_of_whom_only_the_birth_is_not_known_is_asked_more_and_lost_nowhere() {
    let mut form = form(Way::Full, &PARENT[..5]);
    let page = sends(&mut form, "child/1", &[("child-1-birth", "not-sure")]);
    assert_eq!(page, "/form/child/1", "a name, or more of the birth, is needed");
    assert_eq!(form.answers.children(), 1);
    // The list says so, and leads to the child.
    assert_eq!(sends(&mut form, "children", &[]), "/form/children");
    let more = [("child-1-birth", "not-sure"), ("child-1-given-name", "Ada")];
    assert_eq!(sends(&mut form, "child/1", &more), "/form/children");
}

#[test]
fn a_birth_that_is_told_in_another_box_than_the_chosen_one_counts_and_an_empty_one_is_asked_for() {
    let mut form = parent();
    let chosen = [("child-1-given-name", "Ada"), ("child-1-birth", "about")];
    assert_eq!(sends(&mut form, "child/1", &chosen), "/form/child/1");
    let other =
        [("child-1-given-name", "Ada"), ("child-1-birth", "about"), ("child-1-year", "2021")];
    assert_eq!(sends(&mut form, "child/1", &other), "/form/children");
    let index = index();
    form.tried.insert("children".to_owned());
    for step in Step::all(Way::Full) {
        form.tried.insert(step.slug.to_owned());
    }
    let referral = Journey::of(&form, &Place::of(&index), TODAY).referral().cloned().unwrap();
    let births = format!("{:?}", referral.children.iter().next().unwrap().birth);
    assert!(!births.contains("NotKnown"), "{births}");
}
