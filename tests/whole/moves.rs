//! Tests of the moves of an entry: it is sent on, declined, given back, taken over and opened again, by forms
//! and through the API, and everybody is told what was done.

use e2e::family::family_at;
use e2e::http::Answer;
use e2e::inbox::id;
use e2e::pages::form_for;
use e2e::tables::Tables;
use serde_json::{Value, json};

use crate::hub_page::{asked_for, page, post, session};
use crate::stack;

const RYDE: &str = "isle-of-wight-ryde";
const NEWPORT: &str = "isle-of-wight-newport";
const TRIAGE: &str = "isle-of-wight-triage";

/// A new entry in Ryde's inbox.
fn entry() -> Value {
    let referral = stack().post_referral(&family_at("PO33 2LN"));
    stack().wait_until_in_inbox(&referral, RYDE)
}

/// The answer to an action of an inbox's worker, with these codes.
fn act(inbox: &str, entry: &Value, action: &str, codes: &Value) -> Answer {
    let path = format!("/v1/inbox/{}/{action}", id(entry));
    stack().post(path).by(stack().worker_of(inbox)).json(codes).send()
}

/// The facts of the last event with this action in an entry's trail.
fn facts(entry: &Value, action: &str) -> Value {
    let mut trail = Tables::of(stack()).dump("audit");
    trail.retain(|row| row["stream"]["S"] == entry["id"] && row["action"]["S"] == action);
    trail.pop().expect("an event")["facts"]["M"].take()
}

#[test]
fn an_entry_is_sent_on_by_forms_and_its_worker_is_told_where_it_went() {
    let entry = entry();
    let ryde = session(RYDE);
    let path = format!("/hub/entries/{}", id(&entry));
    let submit =
        |form: &e2e::html::Form| post(&form.action, &form.fields).header("cookie", &ryde).send();
    assert_eq!(submit(&form_for(&page(&ryde, &path), "/claim")).status, 303);
    let shown = page(&ryde, &path);
    assert!(shown.body.contains("You claimed it."), "a change says what it did");

    let asks = page(&ryde, &asked_for(&form_for(&shown, "/redirect")));
    assert_eq!(asks.status, 200);
    let form = form_for(&asks, "/redirect");
    let empty = submit(&form);
    assert_eq!(empty.status, 422);
    for words in ["Say where it should go", "Say why"] {
        assert_eq!(empty.body.matches(words).count(), 2, "{words}: above and at its field");
    }
    let form = form.filled(&[("to", TRIAGE), ("reason", "better_fit")]);
    // A second click on the form that sent it away is no error.
    for _ in 0..2 {
        let sent = submit(&form);
        let there = format!("{path}/sent");
        assert_eq!((sent.status, sent.header("location")), (303, Some(there.as_str())), "{sent:?}");
    }
    let sent = page(&ryde, &format!("{path}/sent"));
    assert!(sent.body.contains("It is with Isle of Wight triage now"), "{sent:?}");
    assert!(!sent.body.contains(" Street"), "it tells nothing of the family");
    assert_eq!(page(&ryde, &path).status, 404, "it is not theirs any more");
    assert_eq!(page(&session(NEWPORT), &format!("{path}/sent")).status, 404, "nor anybody else's");

    let there = page(&session(TRIAGE), &path);
    assert!(
        there.body.contains("sent it from Ryde Family Hub to Isle of Wight triage"),
        "{there:?}"
    );
    let moved = facts(&entry, "redirected");
    let fact = |name: &str| moved[name]["S"].clone();
    assert_eq!([fact("from"), fact("to"), fact("reason")], [RYDE, TRIAGE, "better_fit"]);
}

#[test]
fn an_entry_is_sent_only_where_its_authority_has_an_inbox() {
    let entry = entry();
    assert_eq!(act(RYDE, &entry, "claim", &json!({})).status, 200);
    let redirect = |codes: &Value| act(RYDE, &entry, "redirect", codes);
    assert_eq!(redirect(&json!({})).problem_paths(422), ["to", "reason"]);
    for to in ["essex-chelmsford", "nowhere", RYDE] {
        let wrong = redirect(&json!({"to": to, "reason": "better_fit"}));
        assert_eq!(wrong.problem_paths(422), ["to"], "{to}");
    }
    let moved = redirect(&json!({"to": NEWPORT, "reason": "better_fit"}));
    assert_eq!((moved.status, &moved.json()["inbox"]), (200, &json!(NEWPORT)));
    stack().inbox(RYDE).open(&entry).problem(404);
}

#[test]
fn a_second_inbox_that_declines_an_entry_leaves_it_to_a_manager_in_triage() {
    let entry = entry();
    let decline = |inbox| {
        assert_eq!(act(inbox, &entry, "claim", &json!({})).status, 200);
        let declined = act(inbox, &entry, "decline", &json!({"reason": "age_outside_range"}));
        assert_eq!(declined.status, 200, "{declined:?}");
        declined.json()
    };
    let first = decline(RYDE);
    assert_eq!((&first["inbox"], &first["needs_manager"]), (&json!(TRIAGE), &json!(false)));
    assert_eq!(first["received_at"], entry["received_at"], "the time to answer goes on");
    assert_eq!(act(TRIAGE, &entry, "claim", &json!({})).status, 200);
    let on = act(TRIAGE, &entry, "redirect", &json!({"to": NEWPORT, "reason": "better_fit"}));
    assert_eq!(on.status, 200, "{on:?}");
    let second = decline(NEWPORT);
    assert_eq!((&second["inbox"], &second["needs_manager"]), (&json!(TRIAGE), &json!(true)));
    let path = format!("/hub/entries/{}", id(&entry));
    assert!(page(&session(TRIAGE), &path).body.contains("A manager must take it"));
}

#[test]
fn a_worker_whose_work_was_taken_over_is_told_by_whom_and_when() {
    let entry = entry();
    let client = stack().worker_of(RYDE);
    let [ada, ben] = ["ada", "ben"].map(|person| stack().token_of_person(client, person));
    let act = |token: &str, action: &str, codes: &Value| {
        let path = format!("/v1/inbox/{}/{action}", id(&entry));
        stack().post(path).bearing(token).json(codes).send()
    };
    assert_eq!(act(&ada, "claim", &json!({})).status, 200);
    let late = act(&ben, "claim", &json!({}));
    late.problem(409);
    assert!(late.json()["detail"].to_string().contains("ada claimed it on "), "{late:?}");
    assert_eq!(act(&ben, "take_over", &json!({})).problem_paths(422), ["reason"]);
    assert_eq!(act(&ben, "take_over", &json!({"reason": "absent"})).status, 200);
    act(&ben, "take_over", &json!({"reason": "absent"})).problem(409);
    let late = act(&ada, "accept", &json!({}));
    late.problem(409);
    assert!(late.json()["detail"].to_string().contains("ben took it over from ada"), "{late:?}");
    let back = act(&ben, "release", &json!({}));
    assert_eq!((back.status, &back.json()["state"]), (200, &json!("new")));
    assert_eq!(back.json()["claim"], Value::Null);
}

#[test]
fn a_closed_entry_is_opened_again_and_keeps_its_course() {
    let entry = entry();
    act(RYDE, &entry, "reopen", &json!({})).problem(409);
    for (action, codes) in [("claim", json!({})), ("close", json!({"outcome": "supported"}))] {
        assert_eq!(act(RYDE, &entry, action, &codes).status, 200, "{action}");
    }
    let ryde = session(RYDE);
    let path = format!("/hub/entries/{}", id(&entry));
    let asks = page(&ryde, &asked_for(&form_for(&page(&ryde, &path), "/reopen")));
    let form = form_for(&asks, "/reopen");
    let opened = post(&form.action, &form.fields).header("cookie", &ryde).send();
    assert_eq!((opened.status, opened.header("location")), (303, Some(path.as_str())));
    assert!(page(&ryde, &path).body.contains("You opened it again."));
    let opened = stack().inbox(RYDE).open(&entry).json();
    assert_eq!((&opened["state"], &opened["outcome"]), (&json!("new"), &Value::Null));
    let steps = opened["steps"].as_array().unwrap().iter().map(|step| step["step"].clone());
    assert_eq!(steps.collect::<Vec<_>>(), ["claimed", "closed", "reopened"]);
}
