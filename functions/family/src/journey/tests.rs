//! Tests of the way through the form.

use std::collections::BTreeSet;

use formats::form::questions::{self as ask, IN_ORDER, OF_A_CHILD};
use proptest::prelude::*;
use proptest::sample::select;

use super::steps::CHILDREN;
use super::*;
use crate::draft::{Form, Way};
use crate::tests::{PARENT, TODAY, form, index};
use filling::{CHILD, KEPT};

/// A way through the form, page by page, as somebody presses "Continue" on each.
fn walked(form: &mut Form) -> Vec<String> {
    let index = index();
    let place = Place::of(&index);
    let mut pages = vec![Step::all(form.way)[0].address(None)];
    // A full way has fewer pages than this.
    for _ in 0..40 {
        let here = pages.last().unwrap().clone();
        let Some(step) = step_at(form, &here) else { break };
        form.tried.insert(step.noted(None));
        let next = Journey::of(form, &place, TODAY).after(step, None);
        if next == here {
            break;
        }
        pages.push(next);
    }
    pages
}

fn step_at(form: &Form, address: &str) -> Option<&'static Step> {
    Step::named(form.way, address.strip_prefix("/form/")?)
}

fn slugs(pages: &[String]) -> Vec<&str> {
    pages.iter().map(|page| page.trim_start_matches("/form/").trim_start_matches('/')).collect()
}

#[test]
fn the_short_way_has_five_pages_and_ends_with_all_answers() {
    let mut form = form(Way::Short, &PARENT[1..]);
    assert_eq!(slugs(&walked(&mut form)), ["where", "name", "contact", "help", "check"]);
}

#[test]
fn the_full_way_shows_the_pages_that_apply() {
    let walk = |answers: &[(&str, &str)]| {
        let mut form = form(Way::Full, &[PARENT, answers].concat());
        slugs(&walked(&mut form)).join(" ")
    };
    let rest = "help wait words language";
    assert_eq!(
        walk(&[]),
        format!("who where address name contact safety children {rest} agree check")
    );
    let young = &[("who", "self_young_person")][..];
    let of = |who: &str, answers: &[(&str, &str)]| {
        let mut own = PARENT.to_vec();
        own[0] = ("who", who);
        own.extend(answers);
        let mut form = form(Way::Full, &own);
        slugs(&walked(&mut form)).join(" ")
    };
    assert_eq!(young[0].1, ask::WHO_YOUNG_PERSON);
    assert_eq!(
        of(ask::WHO_YOUNG_PERSON, &[]),
        format!("who young where address name contact safety {rest} agree check")
    );
    assert_eq!(
        of(ask::WHO_HELPED, &[("family-asked", "agreed")]),
        format!("who helper asked where address name contact safety children {rest} check")
    );
    assert_eq!(
        of(ask::WHO_RELATIVE, &[("family-asked", "not-safe")]),
        format!("who asked where address name contact safety children {rest} check")
    );
    for place in [ask::WHERE_CONCEALED, ask::WHERE_NO_FIXED] {
        let mut own = PARENT.to_vec();
        own[1] = ("where", place);
        own.retain(|(name, _)| *name != "postcode");
        let mut form = form(Way::Full, &own);
        let walk = slugs(&walked(&mut form)).join(" ");
        assert!(walk.contains("where council name"), "{walk}");
    }
}

#[test]
fn every_question_is_on_exactly_one_page_of_the_full_way() {
    let mut asked: Vec<&str> =
        Step::all(Way::Full).iter().flat_map(Step::questions).map(|one| one.name).collect();
    let mut all: Vec<_> = IN_ORDER.iter().map(|question| question.name).collect();
    asked.sort_unstable();
    all.sort_unstable();
    assert_eq!(asked, all);
    assert_eq!(Step::named(Way::Full, CHILD).unwrap().questions(), OF_A_CHILD);
}

#[test]
fn the_short_way_asks_for_at_most_twelve_fields() {
    let shown = form(Way::Short, &PARENT[1..]);
    let pages = Step::all(Way::Short).iter().filter(|step| step.is_shown(&shown.answers));
    assert!(pages.map(|step| step.questions().len()).sum::<usize>() <= 12);
}

#[test]
fn names_of_pages_are_unique_in_a_way_and_every_page_can_be_reached() {
    for way in [Way::Short, Way::Full] {
        let slugs: Vec<_> = Step::all(way).iter().map(|step| step.slug).collect();
        let unique: BTreeSet<_> = slugs.iter().collect();
        assert_eq!(unique.len(), slugs.len());
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for who in ["self_parent", "self_young_person", "relative", "helped_by"] {
            for place in ["address", "concealed"] {
                let mut own = PARENT.to_vec();
                own[0] = ("who", who);
                own[1] = ("where", place);
                own.push(("family-asked", "agreed"));
                let form = form(way, &own);
                seen.extend(
                    Step::all(way)
                        .iter()
                        .filter(|step| step.is_shown(&form.answers))
                        .map(|s| s.slug),
                );
            }
        }
        assert_eq!(seen, slugs.into_iter().collect());
    }
}

#[test]
fn back_is_the_inverse_of_on() {
    for way in [Way::Short, Way::Full] {
        let mut form = form(way, PARENT);
        let pages = walked(&mut form);
        let index = index();
        let journey = Journey::of(&form, &Place::of(&index), TODAY);
        for (before, page) in
            std::iter::once("/").chain(pages.iter().map(String::as_str)).zip(&pages)
        {
            let came_from = match step_at(&form, page) {
                Some(step) => journey.before(step, None),
                None => journey.before_check(),
            };
            assert_eq!(came_from, before);
        }
    }
}

#[test]
fn change_leads_straight_back_and_new_pages_are_asked_first() {
    let mut form = form(Way::Full, PARENT);
    walked(&mut form);
    form.returning = true;
    let index = index();
    let place = Place::of(&index);
    let name = Step::named(Way::Full, "name").unwrap();
    assert_eq!(Journey::of(&form, &place, TODAY).after(name, None), CHECK);
    assert_eq!(Journey::of(&form, &place, TODAY).before(name, None), CHECK);
    // Another answer makes a page apply that nobody has seen.
    form.answers.put("who", ask::WHO_HELPED);
    let who = Step::named(Way::Full, "who").unwrap();
    assert_eq!(Journey::of(&form, &place, TODAY).after(who, None), "/form/helper");
}

#[test]
fn a_page_with_an_error_leads_nowhere_and_shows_it_once_it_was_sent() {
    let mut form = form(Way::Short, &[("phone", "ring me"), ("safe-to", "call")]);
    let index = index();
    let place = Place::of(&index);
    let contact = Step::named(Way::Short, "contact").unwrap();
    let codes = |form: &Form| {
        let errors = Journey::of(form, &place, TODAY).shown_errors(contact, None);
        errors.into_iter().map(|error| (error.path, error.code)).collect::<Vec<_>>()
    };
    assert_eq!(codes(&form), []);
    form.tried.insert("contact".to_owned());
    assert_eq!(codes(&form), [("phone".to_owned(), "phone_not_recognised")]);
    let after = Journey::of(&form, &place, TODAY).after(contact, None);
    assert_eq!(after, "/form/contact");
}

#[test]
fn a_postcode_is_asked_about_by_its_class_until_it_is_kept() {
    let index = index();
    let place = Place::of(&index);
    let whereabouts = Step::named(Way::Short, "where").unwrap();
    for (postcode, code) in [
        ("sw1v2aa", None),
        ("SWIV 2AA", None),
        ("SW1V", None),
        ("SW1V 9ZZ", Some("postcode_not_found")),
        ("SW1V 2AE", Some("postcode_ended")),
        ("EH1 1AA", Some("postcode_outside_england")),
        ("BT1 1AA", Some("postcode_outside_england")),
        ("BX1 1LT", Some("postcode_of_no_home")),
        ("N1 0AA", Some("postcode_ended")),
        ("nowhere", Some("postcode_not_recognised")),
    ] {
        let mut form = form(Way::Short, &[("where", "address"), ("postcode", postcode)]);
        let found = |form: &Form| {
            let errors = Journey::of(form, &place, TODAY).errors_of(whereabouts, None);
            errors.first().map(|error| error.code)
        };
        assert_eq!(found(&form), code, "{postcode}");
        if let Some(read) = place.postcode(&form.answers) {
            form.answers.put(KEPT, &read.to_string());
            assert_eq!(found(&form), None, "{postcode}");
            // Another postcode is asked about again.
            form.answers.put("postcode", "SW1V 9ZY");
            assert_eq!(found(&form), Some("postcode_not_found"));
        }
    }
}

#[test]
fn a_young_person_may_ask_up_to_19_or_25_with_a_disability() {
    let index = index();
    let place = Place::of(&index);
    let young = Step::named(Way::Full, "young").unwrap();
    for (age, send, code) in [
        ("15", "", None),
        ("19", "", None),
        ("20", "", Some("too_old")),
        ("20", "yes", None),
        ("26", "yes", Some("too_old")),
        ("3/4/2011", "", None),
        ("old", "", Some("age_not_read")),
        ("", "", None),
    ] {
        let mut own = PARENT.to_vec();
        own[0] = ("who", ask::WHO_YOUNG_PERSON);
        own.extend([("own-age", age), ("own-send", send)]);
        let form = form(Way::Full, &own);
        let errors = Journey::of(&form, &place, TODAY).errors_of(young, None);
        assert_eq!(errors.first().map(|error| error.code), code, "{age} {send}");
    }
}

#[test]
fn a_worry_waits_for_no_page() {
    let index = index();
    let form = form(Way::Short, &[("someone-may-be-hurt", "yes")]);
    let journey = Journey::of(&form, &Place::of(&index), TODAY);
    assert_eq!(journey.resume(), CHECK);
    assert!(journey.referral().unwrap().safeguarding_concern);
}

#[test]
fn the_list_of_children_tells_of_an_error_in_one_of_them() {
    let index = index();
    let more = [("child-2-given-name", "Ada"), ("child-2-birth", "born"), ("child-2-year", "21")];
    let form = form(Way::Full, &[PARENT, &more].concat());
    let journey = Journey::of(&form, &Place::of(&index), TODAY);
    let list = Step::named(Way::Full, CHILDREN).unwrap();
    let child = Step::named(Way::Full, CHILD).unwrap();
    assert_eq!(journey.errors_of(list, None)[0].path, "child-2-year");
    assert_eq!(journey.errors_of(child, Some(2))[0].path, "child-2-year");
    assert_eq!(journey.errors_of(child, Some(1)).len(), 0);
    assert_eq!(journey.errors_of(child, Some(3))[0].code, "required");
}

/// Any answer to a question: right for some question, or for none.
fn answer() -> impl Strategy<Value = (String, String)> {
    let own = select(IN_ORDER).prop_map(|question| question.name.to_owned());
    let child = (1..4_usize, select(OF_A_CHILD)).prop_map(|(n, question)| question.of_child(n));
    let known = vec![
        "",
        "yes",
        "no",
        "self_parent",
        "self_young_person",
        "relative",
        "helped_by",
        "agreed",
        "not-safe",
        "address",
        "concealed",
        "no-fixed-address",
        "SW1V 2AA",
        "SW1V",
        "SW1V 9ZZ",
        "07700 900 982",
        "a@b.example",
        "call",
        "email",
        "born",
        "due",
        "about",
        "3",
        "2021",
        "parenting",
        "not-yet",
        "محمد",
    ];
    let value = prop_oneof![6 => select(known).prop_map(str::to_owned), 1 => "\\PC{0,40}"];
    (prop_oneof![3 => own, 1 => child], value)
}

proptest! {
    #[test]
    fn the_walk_ends_and_what_was_answered_is_read(
        short in any::<bool>(),
        sent in prop::collection::vec(answer(), 0..30),
    ) {
        let way = if short { Way::Short } else { Way::Full };
        let pairs: Vec<_> = sent.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let mut form = form(way, &pairs);
        let pages = walked(&mut form);
        let unique: BTreeSet<_> = pages.iter().collect();
        prop_assert_eq!(unique.len(), pages.len(), "no page comes twice");
        let index = index();
        let journey = Journey::of(&form, &Place::of(&index), TODAY);
        let last = pages.last().unwrap();
        if last == CHECK {
            // Every page that applies was sent without an error, so nothing stands in the way; but
            // for a page of the other way, which is then the next one.
            prop_assert!(journey.resume() != CHECK || journey.referral().is_some());
        } else {
            // The walk stopped at a page with an error, which is shown there.
            let step = step_at(&form, last).unwrap();
            prop_assert!(!journey.shown_errors(step, None).is_empty());
            prop_assert_eq!(&journey.unfinished().map(|step| step.address(None)), &Some(last.clone()));
        }
    }

    #[test]
    fn every_error_that_stands_in_the_way_is_on_a_page(
        short in any::<bool>(),
        sent in prop::collection::vec(answer(), 0..30),
    ) {
        let way = if short { Way::Short } else { Way::Full };
        let pairs: Vec<_> = sent.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let form = form(way, &pairs);
        let index = index();
        let journey = Journey::of(&form, &Place::of(&index), TODAY);
        if journey.resume() == CHECK {
            prop_assert!(journey.referral().is_some());
        }
    }
}
