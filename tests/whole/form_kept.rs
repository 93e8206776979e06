//! Tests of the draft: nothing is lost by a fault, a second click or another tab, and nothing comes
//! back after it ended.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use e2e::family::unique;
use e2e::relay::{Engine, Relay};
use e2e::stack::Stack;
use e2e::tables::Tables;
use e2e::visitor::CHECK;
use serde_json::json;

use crate::form::{at_check, entries_of, filled, reference};
use crate::stack;

#[test]
fn a_form_that_nobody_began_is_told_gently() {
    let mut visitor = stack().visitor();
    for path in ["/form/name", "/check"] {
        visitor.get(path);
        assert!(visitor.path.starts_with("/?form="), "{}", visitor.path);
        assert_eq!(visitor.page.status, 200, "{:?}", visitor.page);
    }
    visitor.post("/form/name", &[]);
    assert!(visitor.path.starts_with("/?form="), "{}", visitor.path);
}

#[test]
fn the_numbers_to_call_are_one_press_away_on_every_page_and_nothing_is_lost() {
    let mut visitor = stack().visitor().begin("short");
    for path in ["/form/where", "/form/name", "/form/contact", "/form/help"] {
        visitor.get(path);
        let mut form = visitor.form();
        if path == "/form/name" {
            form = form.filled(&[("given-name", "Gurpreet")]);
        }
        form.fields.push(("call".to_owned(), "now".to_owned()));
        visitor.post(path, &form.fields);
        assert_eq!(visitor.path, "/numbers");
        assert!(visitor.page.body.contains("tel:999"), "{:?}", visitor.page);
        assert!(!visitor.page.body.contains("will read it first"), "nothing was told yet");
    }
    let mark = visitor.form();
    assert_eq!(mark.action, "/numbers");
    visitor.get("/form/name");
    assert!(visitor.page.body.contains("value=\"Gurpreet\""), "{:?}", visitor.page);
    assert_eq!(visitor.errors(), [], "nobody is told of errors who needed a number");
    // A press there marks the form, and only then the page says who reads it first.
    visitor.post(&mark.action, &mark.fields);
    assert!(visitor.path.starts_with("/form/"), "{}", visitor.path);
    visitor.get("/numbers");
    assert!(visitor.page.body.contains("will read it first"), "{:?}", visitor.page);
    visitor.get("/form/help");
    let told = ("someone-may-be-hurt".to_owned(), "yes".to_owned());
    assert!(visitor.form().fields.contains(&told));
}

#[test]
fn two_tabs_do_not_mix() {
    let mut first = stack().visitor().begin("full");
    first.get("/form/name");
    let form = first.form();
    // The other tab has the same cookies, and begins another form.
    let mut second = first.clone().begin("short");
    let mut answers = form.fields.clone();
    answers.retain(|(name, _)| name != "given-name");
    answers.push(("given-name".to_owned(), "Mixed".to_owned()));
    second.post("/form/name", &answers);
    assert!(second.path.starts_with("/?form=another"), "{}", second.path);
    second.get("/form/name");
    assert!(!second.page.body.contains("Mixed"), "{:?}", second.page);
    // The first form has ended.
    first.get("/form/name");
    assert!(first.path.starts_with("/?form=ended"), "{}", first.path);
}

#[test]
fn after_exit_no_page_shows_what_was_typed() {
    let child = unique();
    let mut visitor = at_check(stack(), &filled(&child, &[]));
    let before = visitor.clone();
    let left = visitor.get("/exit").clone();
    assert!(left.header("clear-site-data").is_some(), "{left:?}");
    // A browser that kept its cookie all the same is shown nothing.
    let mut back = before;
    for path in [CHECK, "/form/child/1", "/form/name", "/form/contact", "/sent", "/numbers", "/"] {
        let page = back.get(path);
        assert!(!page.body.contains(&child) && !page.body.contains("Amina"), "{path}: {page:?}");
    }
}

#[test]
fn once_sent_the_draft_holds_nothing_that_was_typed_and_the_confirmation_can_be_seen_again() {
    let child = unique();
    let mut visitor = at_check(stack(), &filled(&child, &[]));
    let sent = reference(visitor.send());
    assert_eq!(visitor.path, "/sent");
    for path in ["/sent", CHECK, "/form/name"] {
        visitor.get(path);
        assert_eq!((visitor.path.as_str(), reference(&visitor.page)), ("/sent", sent.clone()));
        assert!(!visitor.page.body.contains("Amina"));
    }
}

#[test]
fn a_second_click_and_many_at_once_make_one_referral() {
    let child = unique();
    let mut visitor = at_check(stack(), &filled(&child, &[]));
    visitor.wait_as_a_person_does();
    let form = visitor.form();
    let start = Barrier::new(8);
    thread::scope(|scope| {
        let send = || {
            start.wait();
            visitor.call(&form.action, &form.fields).send()
        };
        let sending: Vec<_> = (0..8).map(|_| scope.spawn(send)).collect();
        for one in sending {
            let answer = one.join().unwrap();
            assert_eq!((answer.status, answer.header("location")), (303, Some("/sent")));
        }
    });
    let sent = reference(visitor.get("/sent"));
    visitor.post(&form.action, &form.fields);
    assert_eq!(reference(&visitor.page), sent);
    let entries = entries_of(&child, "essex-chelmsford");
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0]["referral_ids"].as_array().unwrap().len(), 1);
}

/// A stack whose tables refuse the next requests of an action about a table, as many as are set.
fn refusing(action: &'static str, table: &'static str) -> (Stack, Arc<AtomicUsize>) {
    let left = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&left);
    let stack = Stack::start_with(move |state| {
        let relay = Relay::before(Engine::Tables, state.to_owned(), move |call| {
            let is_meant = call.action == action && call.body.to_string().contains(table);
            let refuses = is_meant
                && counted
                    .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1))
                    .is_ok();
            if refuses { Some(e2e::relay::Answer::refused()) } else { call.pass_on() }
        });
        relay.arguments().to_vec()
    });
    (stack, left)
}

#[test]
fn what_cannot_be_accepted_now_stays_in_the_draft_and_is_sent_once_later() {
    let (stack, refuses) = refusing("TransactWriteItems", "referrals");
    let child = unique();
    let mut visitor = at_check(&stack, &filled(&child, &[]));
    refuses.store(1_000, Ordering::SeqCst);
    let page = visitor.send().clone();
    assert_eq!(page.status, 503, "{page:?}");
    refuses.store(0, Ordering::SeqCst);
    visitor.get(CHECK);
    assert!(visitor.page.body.contains(&child), "every answer is there");
    reference(visitor.send());
    let states = Tables::of(&stack).dump("referrals");
    let states = states.iter().filter(|row| row.to_string().contains("STATE")).count();
    assert_eq!(states, 1, "one referral");
}

#[test]
fn a_form_whose_confirmation_was_not_kept_is_confirmed_by_sending_it_again() {
    let (stack, refuses) = refusing("PutItem", "drafts");
    let child = unique();
    let mut visitor = at_check(&stack, &filled(&child, &[]));
    refuses.store(1_000, Ordering::SeqCst);
    let page = visitor.send().clone();
    assert_eq!(page.status, 503, "{page:?}");
    refuses.store(0, Ordering::SeqCst);
    visitor.get(CHECK);
    reference(visitor.send());
    let states = Tables::of(&stack).dump("referrals");
    let states = states.iter().filter(|row| row.to_string().contains("STATE")).count();
    assert_eq!(states, 1, "one referral");
}

#[test]
fn what_a_machine_sends_is_accepted_and_looked_at_first() {
    let child = unique();
    let mut visitor = at_check(stack(), &filled(&child, &[]));
    visitor.wait_as_a_person_does();
    let form = visitor.form().filled(&[("website", "https://spam.example")]);
    visitor.post(&form.action, &form.fields);
    reference(&visitor.page);
    let entries = entries_of(&child, "review");
    assert!(json!(entries).to_string().contains("looks_automatic"), "{entries:?}");
}

#[test]
fn a_concern_told_after_the_form_was_accepted_is_accepted_too() {
    let (stack, refuses) = refusing("PutItem", "drafts");
    let child = unique();
    let mut visitor = at_check(&stack, &filled(&child, &[]));
    refuses.store(1_000, Ordering::SeqCst);
    assert_eq!(visitor.send().status, 503);
    refuses.store(0, Ordering::SeqCst);
    visitor.get("/form/help");
    visitor.answer(&filled(&child, &[("someone-may-be-hurt", "yes")]));
    assert_eq!(visitor.path, "/numbers");
    visitor.get(CHECK);
    let second = reference(visitor.send());
    assert!(visitor.page.body.contains("before anything else"), "{:?}", visitor.page);
    let states = || {
        let rows = Tables::of(&stack).dump("referrals");
        rows.iter().filter(|row| row.to_string().contains("STATE")).count()
    };
    assert_eq!(states(), 2, "the one with the concern is a referral of its own");
    // Sending that again finds the same.
    visitor.get("/sent");
    assert!(visitor.page.body.contains(&second));
    assert_eq!(states(), 2);
}
