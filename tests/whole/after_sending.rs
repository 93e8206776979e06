//! Tests of what becomes of a family's notes in the inbox, and of forms that look as if a machine had
//! sent them, from the family's pages to the worker.

use e2e::family::unique;
use e2e::html::select;
use e2e::inbox::reason_codes;
use e2e::tables::Tables;
use e2e::visitor::Visitor;
use serde_json::{Value, json};

use crate::around::{asked, send_checked};
use crate::stack;

const HUB: &str = "essex-chelmsford";

/// The id of the referral that a reference was given to.
fn referral(reference: &str) -> String {
    let tables = Tables::of(stack());
    let key = format!("F#{reference}");
    let mut rows = tables.dump("referrals").into_iter();
    let row = rows.find(|row| row["pk"]["S"] == key.as_str()).expect("the reference is kept");
    row["referral"]["S"].as_str().unwrap().to_owned()
}

/// Somebody whose form was sent, with its reference and the entry that it has in the hub's inbox.
#[track_caller]
fn in_inbox() -> (Visitor<'static>, String, Value) {
    let mut visitor = asked(&unique(), &[]);
    let [_, reference, _] = send_checked(&mut visitor);
    let referral = referral(&reference);
    let entry = stack().wait_until_in_inbox(&referral, HUB);
    (visitor, referral, entry)
}

/// Adds a note by the page at `path`.
#[track_caller]
fn add(visitor: &mut Visitor<'_>, path: &str, words: &str) {
    visitor.get(path);
    let form = visitor.form().filled(&[("text", words)]);
    let answer = visitor.answer_to_post(&form.action, &form.fields);
    assert_eq!(answer.status, 303, "{answer:?}");
}

/// The entry that holds a referral, as the list shows it once it has news.
#[track_caller]
fn with_news(referral: &str) -> Value {
    stack().wait("the news to be listed", || {
        let entry = stack().inbox(HUB).entry_with(referral)?;
        (entry["has_news"] == true).then_some(entry)
    })
}

#[test]
fn the_list_says_that_there_is_news_until_a_worker_has_read_it() {
    let (mut visitor, referral, new) = in_inbox();
    assert_eq!(new["has_news"], false);
    add(&mut visitor, "/status/note", "Nguyễn starts school in May.");
    let listed = with_news(&referral);
    // Whoever decided on the entry as it was is told that it is no longer so.
    assert_eq!(stack().inbox(HUB).change(&new, "claim").status, 409);
    let session = stack().session(HUB);
    let row = format!("a[href='/hub/entries/{}']", listed["id"].as_str().unwrap());
    let list = stack().page(&session, "/hub?state=new");
    assert!(list.body.contains("News from the family") && select(&list.body, &row).len() == 1);
    assert!(!list.body.contains("Nguyễn starts school"), "the list shows nothing that was said");
    let opened = stack().inbox(HUB).open(&listed).json();
    let note = &opened["referrals"][0]["notes"][0];
    assert_eq!(
        (&note["kind"], &note["text"]),
        (&json!("more_to_tell"), &json!("Nguyễn starts school in May."))
    );
    let after = stack().inbox(HUB).entry_with(&referral).unwrap();
    assert_eq!((&after["has_news"], &after["version"]), (&json!(false), &listed["version"]));
}

#[test]
fn a_wish_to_withdraw_comes_back_from_a_closed_entry_and_withdraws_nothing() {
    let (mut visitor, referral, entry) = in_inbox();
    let inbox = stack().inbox(HUB);
    for action in ["claim", "close"] {
        let answer = inbox.change_unseen(&entry, action);
        assert_eq!(answer.status, 200, "{answer:?}");
    }
    add(&mut visitor, "/status/withdraw", "");
    let closed = with_news(&referral);
    assert_eq!(closed["state"], "closed");
    // It stands before what is closed and read.
    let ranked = inbox.entries();
    let place = |id: &Value| ranked.iter().position(|entry| entry["id"] == *id).unwrap();
    let settled = ranked.iter().find(|one| one["state"] == "closed" && one["has_news"] == false);
    assert!(settled.is_none_or(|other| place(&closed["id"]) < place(&other["id"])));
    let path = format!("/hub/entries/{}", closed["id"].as_str().unwrap());
    let page = stack().page(&stack().session(HUB), &path).body;
    assert!(page.contains("The family asks to withdraw") && page.contains("Confirm it"), "{page}");
    let read = inbox.entry_with(&referral).unwrap();
    assert_eq!((&read["has_news"], &read["state"]), (&json!(false), &json!("closed")));
    assert_eq!(Tables::of(stack()).state_of(&referral).as_deref(), Some("routed"));
}

/// Sends a form that is filled in as only a machine does, and answers its referral.
#[track_caller]
fn sent_by_a_machine(more: &[(&str, &str)]) -> (Visitor<'static>, String) {
    let mut visitor = asked(&unique(), more);
    let mut form = visitor.form();
    form.fields.retain(|(name, _)| name != "website");
    form.fields.push(("website".to_owned(), "https://example.org".to_owned()));
    visitor.post(&form.action, &form.fields);
    assert_eq!(visitor.path, "/sent", "{:?}", visitor.page);
    let reference = select(&visitor.page.body, ".reference strong").remove(0).text;
    let referral = referral(&reference);
    (visitor, referral)
}

#[test]
fn what_a_machine_fills_in_waits_in_review_and_looks_the_same_from_outside() {
    let (visitor, referral) = sent_by_a_machine(&[]);
    let entry = stack().wait_until_in_inbox(&referral, "review");
    assert_eq!(reason_codes(&entry).last(), Some(&"looks_automatic"), "{entry}");
    let mut other = asked(&unique(), &[]);
    send_checked(&mut other);
    // The page that confirms it, and the status, differ in nothing but what is each one's own.
    let [shown, usual] = [visitor, other].map(|mut visitor| {
        let reference = select(&visitor.page.body, ".reference strong").remove(0).text;
        let code = select(&visitor.page.body, ".code").remove(0).text;
        let confirmed = visitor.page.body.replace(&reference, "R").replace(&code, "C");
        let status = stack().wait("it to be with a team", || {
            let page = visitor.get("/status").body.clone();
            page.contains("It is with the people who can help").then_some(page)
        });
        [confirmed, status.replace(&reference, "R")].map(|page| text(&page))
    });
    assert_eq!(shown, usual);
}

/// The words of a page's content, without what is drawn anew for each.
fn text(page: &str) -> String {
    let words = select(page, "main").remove(0).text;
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_concern_goes_to_the_front_door_whatever_it_looks_like() {
    let (_, referral) = sent_by_a_machine(&[("someone-may-be-hurt", "yes")]);
    let entry = stack().wait_until_in_inbox(&referral, "essex-front-door");
    assert!(reason_codes(&entry).contains(&"looks_automatic"), "{entry}");
}
