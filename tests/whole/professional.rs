//! The professionals' pages on the real stack: signing in, writing of a family page by page, sending it
//! once, and the copy of what was sent.

use std::thread;

use e2e::family::unique;
use e2e::html::{forms, select};
use e2e::http::Answer;
use e2e::stack::Stack;
use e2e::visitor::{Answers, Visitor};
use serde_json::json;

use crate::form::entries_of;
use crate::stack;

pub(crate) const HOME: &str = "/refer/professional";
const CHECK: &str = "/refer/professional/check";
const PIMLICO: &str = "westminster-bessborough";
const FRONT_DOOR: &str = "westminster-front-door";

/// The answers of a form that can be sent, about a child of this name.
pub(crate) fn answers(child: &str) -> Answers {
    Answers::of(&[
        ("child-1-given-name", child),
        ("child-1-family-name", "Nguyễn"),
        ("child-1-day", "1"),
        ("child-1-month", "January"),
        ("child-1-year", "2021"),
        ("postcode", "sw1v 2aa"),
        ("given-name", "محمد"),
        ("phone", "\u{202a}+44 7700 900123\u{202c}"),
        ("safe-to", "call"),
        ("needs", "parenting"),
        ("urgency", "soon"),
        ("agreement", "agreed"),
        ("agreement-by", "parent_with_pr"),
        ("agreement-on", "27 November 2026"),
    ])
}

/// The path of an address of this machine, with its query.
fn path_of(address: &str) -> &str {
    let rest = address.split_once("://").expect("an address").1;
    &rest[rest.find('/').expect("a path")..]
}

/// Goes to the issuer, and answers the path to which a person is sent back.
fn back_as(stack: &Stack, visitor: &mut Visitor<'_>, person: &str) -> String {
    visitor.get(HOME);
    assert_eq!(visitor.path, "/refer/professional/sign-in", "{:?}", visitor.page);
    let sent = visitor.get("/refer/professional/sign-in/begin").clone();
    let issuers = stack.get(path_of(sent.header("location").unwrap())).send();
    let form = forms(&issuers.body).remove(0).filled(&[("person", person)]);
    let sent = stack.post(&form.action).form(&form.fields).send();
    path_of(sent.header("location").unwrap()).to_owned()
}

/// Somebody who has signed in as a person of the issuer.
fn signed_in<'s>(stack: &'s Stack, person: &str) -> Visitor<'s> {
    let mut visitor = stack.visitor();
    let back = back_as(stack, &mut visitor, person);
    visitor.get(&back);
    assert_eq!(visitor.page.status, 200, "{:?}", visitor.page);
    visitor.get(HOME);
    visitor
}

/// The school's SENCO, who has said who they are.
pub(crate) fn senco() -> Visitor<'static> {
    senco_of(stack())
}

/// The SENCO at a stack.
pub(crate) fn senco_of(stack: &Stack) -> Visitor<'_> {
    let mut visitor = signed_in(stack, "refer-school");
    assert_eq!(visitor.path, "/refer/professional/you", "the role is asked once");
    submit(&mut visitor, "/you", &Answers::of(&[("your-role", "SENCO")]));
    assert_eq!(visitor.path, HOME, "{:?}", visitor.page);
    visitor
}

/// Sends the form of the page that leads to an address with this end.
pub(crate) fn submit(visitor: &mut Visitor<'_>, action: &str, answers: &Answers) {
    let form = forms(&visitor.page.body).into_iter().find(|form| form.action.ends_with(action));
    let form = form.unwrap_or_else(|| panic!("no form for {action}: {:?}", visitor.page));
    let here: Vec<_> = answers.0.iter().filter(|(name, _)| form.names.contains(name)).collect();
    let mut fields = form.fields;
    fields.retain(|(name, _)| here.iter().all(|(other, _)| other != name));
    fields.extend(here.into_iter().cloned());
    visitor.post(&form.action, &fields);
}

/// Begins a form and answers page after page, until one is shown again or all are there.
pub(crate) fn walk(visitor: &mut Visitor<'_>, answers: &Answers) {
    submit(visitor, "/start", answers);
    for _ in 0..10 {
        let here = visitor.path.clone();
        if here == CHECK {
            return;
        }
        if here.ends_with("/numbers") {
            let on = select(&visitor.page.body, "main a.govuk-button").remove(0);
            visitor.get(on.get("href").unwrap());
        } else {
            submit(visitor, here.strip_prefix(HOME).unwrap(), answers);
        }
        if visitor.path == here {
            return;
        }
    }
}

pub(crate) fn reference(page: &Answer) -> String {
    select(&page.body, "strong.whole").pop().expect("a reference is shown").text
}

#[test]
fn a_referral_is_in_its_hubs_inbox_with_the_one_who_signed_in() {
    let child = unique();
    let mut visitor = senco();
    walk(&mut visitor, &answers(&child));
    assert_eq!(visitor.path, CHECK, "{:?}", visitor.page);
    submit(&mut visitor, "/send", &Answers::default());
    assert_eq!(visitor.path, "/refer/professional/sent", "{:?}", visitor.page);
    let reference = reference(&visitor.page);
    let entry = entries_of(&child, PIMLICO).remove(0);
    let referral = &entry["referrals"][0];
    assert!(referral.to_string().contains(&reference), "{referral}");
    let content = &referral["referral"];
    assert_eq!(content["referrer"]["kind"], "school", "{referral}");
    assert_eq!(content["referrer"]["organisation"]["urn"], "101101");
    assert_eq!(content["referrer"]["name"], "Wanjiru Kamau");
    assert_eq!(content["referrer"]["role"], "SENCO");
    assert_eq!(content["agreement"]["by"], "parent_with_pr");
    assert_eq!(content["agreement"]["on"], "2026-11-27");
    assert_eq!(content["urgency"], "soon");
    assert_eq!(content["adults"][0]["safe_to"], json!(["call"]));
}

#[test]
fn a_double_click_and_ten_tabs_make_one_referral() {
    let child = unique();
    let mut visitor = senco();
    walk(&mut visitor, &answers(&child));
    let form = forms(&visitor.page.body).into_iter().find(|form| form.action.ends_with("/send"));
    let form = form.expect("the form that sends");
    thread::scope(|scope| {
        for _ in 0..10 {
            let mut tab = visitor.clone();
            let (action, fields) = (&form.action, &form.fields);
            scope.spawn(move || assert_eq!(tab.answer_to_post(action, fields).status, 303));
        }
    });
    let entry = entries_of(&child, PIMLICO).remove(0);
    assert_eq!(entry["referrals"].as_array().unwrap().len(), 1, "{entry}");
    visitor.get(HOME);
    visitor.get("/refer/professional/sent");
    assert!(entry.to_string().contains(&reference(&visitor.page)));
}

#[test]
fn nobody_is_refused_because_the_family_was_not_asked() {
    let child = unique();
    let mut visitor = senco();
    let unasked = answers(&child).without(&["agreement-by", "agreement-on"]);
    walk(&mut visitor, &unasked.with(&[("agreement", "not_asked_unsafe")]));
    submit(&mut visitor, "/send", &Answers::default());
    assert_eq!(visitor.path, "/refer/professional/sent", "{:?}", visitor.page);
}

#[test]
fn a_concern_is_led_to_the_numbers_and_goes_to_the_front_door() {
    let child = unique();
    let mut visitor = senco();
    let concern = answers(&child).with(&[("someone-may-be-hurt", "yes"), ("agreement", "")]);
    walk(&mut visitor, &concern);
    assert!(visitor.walked.iter().any(|path| path.ends_with("/numbers")), "{:?}", visitor.walked);
    submit(&mut visitor, "/send", &Answers::default());
    let calls = select(&visitor.page.body, "main a[href^='tel:']");
    assert!(calls.len() >= 3, "999, in hours and out of hours: {:?}", visitor.page);
    assert_eq!(entries_of(&child, FRONT_DOOR).len(), 1);
}

#[test]
fn what_is_wrong_is_shown_beside_its_field_and_kept() {
    let mut visitor = senco();
    let wrong = answers(&unique()).with(&[("agreement-by", ""), ("agreement-on", "yesterday-ish")]);
    walk(&mut visitor, &wrong);
    assert_eq!(visitor.path, "/refer/professional/form/agreement");
    let fields: Vec<_> = visitor.errors().into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["#agreement-by", "#agreement-on"]);
    assert!(visitor.page.body.contains("yesterday-ish"));
}

#[test]
fn the_copy_is_what_was_sent_and_goes_with_signing_out() {
    let child = unique();
    let mut visitor = senco();
    walk(&mut visitor, &answers(&child));
    submit(&mut visitor, "/send", &Answers::default());
    let reference = reference(&visitor.page);
    let copy = visitor.get("/refer/professional/copy").clone();
    let name = copy.header("content-disposition").unwrap();
    assert!(name.starts_with("attachment;") && name.contains(&reference), "{name}");
    assert!(copy.body.contains(&child) && copy.body.contains("SENCO"), "{}", copy.body);
    assert_eq!(copy.header("cache-control"), Some("no-store"));
    visitor.get(HOME);
    submit(&mut visitor, "/sign-out", &Answers::default());
    for path in ["/refer/professional/copy", "/refer/professional/sent", CHECK] {
        visitor.get(path);
        assert_eq!(visitor.path, "/refer/professional/sign-in", "{path}");
        assert!(!visitor.page.body.contains(&child));
    }
}

#[test]
fn a_form_is_shown_to_nobody_but_the_one_who_began_it() {
    let child = unique();
    let mut visitor = senco();
    walk(&mut visitor, &answers(&child));
    assert!(visitor.page.body.contains(&child));
    // Somebody else signs in at the same browser, over the session that was there.
    let sent = visitor.get("/refer/professional/sign-in/begin").clone();
    let issuers = stack().get(path_of(sent.header("location").unwrap())).send();
    let form = forms(&issuers.body).remove(0).filled(&[("person", "refer-health")]);
    let sent = stack().post(&form.action).form(&form.fields).send();
    visitor.get(path_of(sent.header("location").unwrap()));
    visitor.get(HOME);
    submit(&mut visitor, "/you", &Answers::of(&[("your-role", "Health visitor")]));
    for path in [HOME, CHECK, "/refer/professional/form/children"] {
        visitor.get(path);
        assert!(!visitor.page.body.contains(&child), "{path}");
    }
}

#[test]
fn somebody_of_two_organisations_says_for_which_they_write() {
    let mut visitor = signed_in(stack(), "refer-two");
    submit(&mut visitor, "/you", &Answers::of(&[("your-role", "Volunteer")]));
    assert_eq!(visitor.page.status, 422);
    assert_eq!(visitor.errors()[0].0, "#capacity");
    submit(&mut visitor, "/you", &Answers::of(&[("your-role", "Volunteer"), ("capacity", "1")]));
    assert_eq!(visitor.path, HOME);
    assert!(visitor.page.body.contains("Pimlico Community Larder"));
}

#[test]
fn nobody_is_signed_in_without_a_group_of_referrers_or_by_an_answer_used_before() {
    for person in ["stranger", &format!("hub-{PIMLICO}")] {
        let mut visitor = stack().visitor();
        let back = back_as(stack(), &mut visitor, person);
        visitor.get(&back);
        assert_eq!(visitor.page.status, 403, "{person}");
        visitor.get(CHECK);
        assert_eq!(visitor.path, "/refer/professional/sign-in", "{person}");
    }
    let mut visitor = stack().visitor();
    let back = back_as(stack(), &mut visitor, "refer-school");
    let mut thief = stack().visitor();
    thief.get(&back);
    assert_eq!(thief.page.status, 403, "an answer counts in the browser that left alone");
    visitor.get(&back);
    assert_eq!(visitor.page.status, 200);
    let mut again = visitor.clone();
    again.get(&back);
    assert_eq!(again.page.status, 403, "an answer counts once");
}

#[test]
fn a_form_of_another_site_or_of_another_draft_changes_nothing() {
    let mut visitor = senco();
    walk(&mut visitor, &answers(&unique()));
    let form = forms(&visitor.page.body).into_iter().find(|form| form.action.ends_with("/send"));
    let form = form.expect("the form that sends");
    let call = visitor.call(&form.action, &form.fields);
    let foreign = call.header("origin", "https://elsewhere.example");
    assert_eq!(foreign.header("sec-fetch-site", "cross-site").send().status, 403);
    let unmarked = vec![("form".to_owned(), "00000000".to_owned())];
    let answer = visitor.answer_to_post(&form.action, &unmarked);
    assert_eq!(answer.header("location"), Some("/refer/professional?lost=1"));
    visitor.get(CHECK);
    assert_eq!(visitor.path, CHECK, "it is still there to be sent");
}
