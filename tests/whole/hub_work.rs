//! Tests of the work on an entry: its log, referrals onward, who may see it, and what is masked.

use e2e::family::{family, family_at};
use e2e::html::Form;
use e2e::http::Answer;
use e2e::inbox::id;
use e2e::pages::form_for;
use e2e::tables::Tables;
use serde_json::{Value, json};

use crate::hub_page::{page, post, session};
use crate::stack;

const RYDE: &str = "isle-of-wight-ryde";

fn entry() -> Value {
    let referral = stack().post_referral(&family_at("PO33 2LN"));
    stack().wait_until_in_inbox(&referral, RYDE)
}

fn path_of(entry: &Value) -> String {
    format!("/hub/entries/{}", id(entry))
}

/// Sends a form of a page, as its browser does.
fn send(session: &str, form: &Form) -> Answer {
    post(&form.action, &form.fields).header("cookie", session).send()
}

/// Writes an item on the log of an entry, as a system does.
fn write(entry: &Value, key: &str, item: &Value) -> Answer {
    let call = stack().post(format!("/v1/inbox/{}/log", id(entry))).by(stack().worker_of(RYDE));
    call.header("idempotency-key", key).json(item).send()
}

#[test]
fn a_contact_is_logged_once_by_a_form_sent_twice_and_once_by_a_system() {
    let entry = entry();
    let (session, path) = (session(RYDE), path_of(&entry));
    let form = form_for(&page(&session, &path), "/log/contact").filled(&[
        ("code", "no_answer"),
        ("direction", "to_family"),
        ("way", "call"),
        ("with", "nobody"),
        ("words", "Zqlogged rang twice"),
    ]);
    for _ in 0..2 {
        let done = send(&session, &form);
        let to = format!("{path}?done=contact#log");
        assert_eq!((done.status, done.header("location")), (303, Some(to.as_str())), "{done:?}");
    }
    for _ in 0..2 {
        let item = json!({"kind": "note", "words": "Zqlogged by a system"});
        let written = write(&entry, "its-own-1", &item);
        assert_eq!(written.status, 200, "{written:?}");
    }
    let opened = stack().inbox(RYDE).open(&entry).json();
    assert_eq!((opened["log"].as_array().unwrap().len(), &opened["attempt_days"]), (2, &1.into()));
    let shown = page(&session, &format!("{path}/print"));
    assert_eq!(shown.body.matches("Zqlogged").count(), 2);
    let tables = Tables::of(stack());
    for table in ["referrals", "inbox", "audit"] {
        let stored = format!("{:?}", tables.dump(table));
        assert!(!stored.contains("Zqlogged"), "{table}");
    }
}

#[test]
fn an_onward_referral_needs_the_familys_agreement_and_its_answer_is_kept_beside_it() {
    let entry = entry();
    let onward = |agreement: &str, answer: &str| {
        json!({"kind": "onward", "need": "housing", "partner": "Homes for Ryde",
            "agreement": agreement, "answer": answer})
    };
    let refused = write(&entry, "onward-1", &onward("not_asked", "sent"));
    assert_eq!(refused.problem_paths(422), ["answer"]);
    let sent = write(&entry, "onward-2", &onward("agreed", "sent"));
    assert_eq!(sent.status, 200, "{sent:?}");
    let mut answered = onward("agreed", "accepted");
    answered["replaces"] = sent.json()["item"].clone();
    assert_eq!(write(&entry, "onward-3", &answered).status, 200);
    // The answer was told already: only one item stands for another.
    answered["answer"] = "declined".into();
    write(&entry, "onward-4", &answered).problem(409);
    let log = stack().inbox(RYDE).open(&entry).json()["log"].clone();
    let [thread] = log.as_array().unwrap().as_slice() else { panic!("{log}") };
    assert_eq!(
        (&thread["answer"], &thread["earlier"][0]["answer"]),
        (&"accepted".into(), &"sent".into())
    );
    let shown = page(&session(RYDE), &path_of(&entry));
    assert!(shown.body.contains("Homes for Ryde") && shown.body.contains("Written before"));
}

#[test]
fn a_family_that_nobody_tried_to_reach_is_not_out_of_reach() {
    let entry = entry();
    let inbox = stack().inbox(RYDE);
    assert_eq!(inbox.change(&entry, "claim").status, 200);
    let close = stack().post(format!("/v1/inbox/{}/close", id(&entry))).by(stack().worker_of(RYDE));
    let refused = close.json(&json!({"outcome": "could_not_reach"})).send();
    let told = ("outcome".to_owned(), "too_few_attempts".to_owned());
    assert_eq!(refused.problem(422), [told]);
    let asked = format!("{}/close?outcome=could_not_reach", path_of(&entry));
    let shown = page(&session(RYDE), &asked);
    assert_eq!(shown.status, 422);
    assert!(shown.body.contains("no safe attempt is on the log"), "{}", shown.body);
}

#[test]
fn an_entry_is_closed_to_a_worker_who_knows_the_family_on_the_page_and_in_the_api() {
    let entry = entry();
    let (session, path) = (session(RYDE), path_of(&entry));
    let form = form_for(&page(&session, &path), "/access/declare_conflict");
    for _ in 0..2 {
        let done = send(&session, &form);
        assert_eq!((done.status, done.header("location")), (303, Some("/hub")), "{done:?}");
    }
    let closed = page(&session, &path);
    assert_eq!(closed.status, 403);
    assert!(closed.body.contains("closed to you") && !closed.body.contains(" Street"));
    let refused = stack().inbox(RYDE).open(&entry);
    refused.problem(403);
    assert_eq!(refused.json()["code"], "closed_to_you");
    let listed = stack().inbox(RYDE).entries();
    let line = listed.iter().find(|line| line["id"] == entry["id"]).unwrap();
    assert_eq!((&line["closed_to_you"], &line["reasons"]), (&"conflict".into(), &json!([])));
}

#[test]
fn a_masked_address_is_shown_once_and_why_it_was_is_in_the_audit_trail() {
    let mut referral = family();
    referral["needs"] = json!(["domestic_abuse"]);
    let referral = stack().post_referral(&referral);
    stack().status_once_routed(&referral);
    let (inbox, entry) = stack().entries_with(&referral).remove(0);
    let (session, path) = (session(&inbox), path_of(&entry));
    let masked = page(&session, &path);
    assert!(!masked.body.contains(" Street"), "{}", masked.body);
    let form = form_for(&masked, "/access/address");
    assert_eq!(send(&session, &form).status, 422, "without a reason");
    let asked = send(&session, &form.filled(&[("reason", "visit_or_letter")]));
    assert_eq!(asked.status, 303, "{asked:?}");
    let to = asked.header("location").unwrap().to_owned();
    assert!(page(&session, &to).body.contains(" Street"));
    assert!(!page(&session, &to).body.contains(" Street"), "it was shown once");
    let events = Tables::of(stack()).dump("audit");
    let shown: Vec<_> = events
        .iter()
        .filter(|event| {
            event["stream"]["S"] == id(&entry) && event["action"]["S"] == "address_shown"
        })
        .collect();
    assert_eq!(shown.len(), 1);
    assert!(shown[0].to_string().contains("visit_or_letter"), "{}", shown[0]);
}
