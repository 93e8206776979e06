//! Tests of the inbox: list, open, claim, accept and close, each for its own workers only.

use std::collections::BTreeSet;
use std::thread;

use e2e::family::family_at;
use e2e::inbox::{Inbox, id};
use e2e::tables::Tables;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::stack;

const RYDE: &str = "isle-of-wight-ryde";

fn ryde() -> Inbox<'static> {
    stack().inbox(RYDE)
}

/// A new entry in Ryde's inbox.
fn entry() -> Value {
    let referral = stack().post_referral(&family_at("PO33 2LN"));
    stack().wait_until_in_inbox(&referral, RYDE)
}

#[test]
fn an_entry_is_claimed_accepted_and_closed() {
    let new = entry();
    let opened = ryde().open(&new);
    assert_eq!(opened.status, 200);
    assert_eq!(opened.json()["referrals"][0]["referral"]["adults"][0]["relationship"], "mother");
    let mut seen = new;
    for (action, state) in [("claim", "claimed"), ("accept", "in_progress"), ("close", "closed")] {
        let changed = ryde().change(&seen, action);
        assert_eq!(changed.status, 200, "{action}: {changed:?}");
        let changed = changed.json();
        assert_eq!(changed["state"], state);
        assert!(changed["version"].as_u64() > seen["version"].as_u64());
        seen = changed;
    }
    let referral = seen["referral_ids"][0].as_str().unwrap();
    // The sender does not see what becomes of the work: it would tell whether the child was known.
    assert_eq!(stack().status(referral)["status"], "routed");
}

#[test]
fn a_hubs_own_system_collects_and_what_it_does_not_acknowledge_stays_listed() {
    let (first, second) = (entry(), entry());
    let is_listed = |entry: &Value, state: &str| {
        let pages = ryde().pages(&format!("limit=100&state={state}"));
        pages.iter().flatten().any(|listed| listed["id"] == entry["id"])
    };
    for new in [&first, &second] {
        assert!(is_listed(new, "new"));
        let fetched = ryde().open(new).json();
        assert_eq!(fetched["referrals"].as_array().unwrap().len(), 1);
        assert!(is_listed(new, "new"), "fetching acknowledges nothing");
        assert_eq!(ryde().change_unseen(new, "claim").status, 200);
        assert!(is_listed(new, "claimed"), "nor does taking it");
    }
    assert_eq!(ryde().change_unseen(&first, "accept").status, 200);
    ryde().change_unseen(&first, "accept").problem(409);
    assert!(!is_listed(&first, "new") && !is_listed(&first, "claimed"));
    assert!(is_listed(&second, "claimed"));
    assert_eq!(ryde().change_unseen(&second, "accept").status, 200);
}

#[test]
fn a_second_claim_is_a_409() {
    let entry = entry();
    assert_eq!(ryde().change(&entry, "claim").status, 200);
    ryde().change(&entry, "claim").problem(409);
    ryde().change_unseen(&entry, "claim").problem(409);
}

#[test]
fn two_people_of_one_client_are_two_workers_by_whatever_name() {
    let entry = entry();
    let client = stack().worker_of(RYDE);
    // Names that Hubward has for itself, and the client's own name, are taken by nobody else.
    let people = ["hubward", "family", "operator:ada", client];
    let tokens = people.map(|person| stack().token_of_person(client, person));
    let [first, others @ ..] = &tokens;
    let change = |token: &str, action: &str| {
        let call = stack().post(format!("/v1/inbox/{}/{action}", id(&entry))).bearing(token);
        call.json(&if action == "close" { json!({"outcome": "supported"}) } else { json!({}) })
            .send()
    };
    let claimed = change(first, "claim");
    assert_eq!((claimed.status, &claimed.json()["claim"]["yours"]), (200, &json!(true)));
    for other in others {
        for action in ["claim", "accept", "close"] {
            change(other, action).problem(409);
        }
        let seen = stack().get(format!("/v1/inbox/{}", id(&entry))).bearing(other).send();
        assert_eq!(seen.json()["claim"]["yours"], false);
    }
    assert_eq!(change(first, "accept").status, 200);

    // The trail names the person and, beside them, the client.
    let mut trail = Tables::of(stack()).dump("audit");
    trail.retain(|row| row["stream"]["S"] == entry["id"]);
    let done = |action: &str| {
        let row = trail.iter().find(|row| row["action"]["S"] == action).unwrap();
        (row["actor"]["S"].as_str().unwrap().to_owned(), row["client"]["S"].clone())
    };
    for action in ["claimed", "work_accepted"] {
        assert_eq!(done(action), (format!("{}#hubward", stack().url()), json!(client)));
    }
    assert_eq!(done("delivered"), ("hubward".to_owned(), Value::Null));
    let school = stack().partner("school");
    assert_eq!(done("accepted"), (format!("{}#{school}", stack().url()), json!(school)));
    let held = Tables::of(stack()).dump("inbox");
    let held = held.iter().find(|row| row["entry"]["S"] == entry["id"]).unwrap();
    let claim = &held["claim"]["M"];
    assert_eq!(claim["by"]["S"], format!("{}#hubward", stack().url()));
    assert_eq!(claim["client"]["S"], client);
}

#[test]
fn a_change_on_a_version_that_has_passed_is_a_409() {
    let entry = entry();
    assert_eq!(ryde().change(&entry, "claim").status, 200);
    ryde().change(&entry, "accept").problem(409);
    ryde().change(&entry, "close").problem(409);
    assert_eq!(ryde().change_unseen(&entry, "accept").status, 200);
}

#[test]
fn an_entry_cannot_be_accepted_or_closed_before_it_is_claimed() {
    let entry = entry();
    ryde().change(&entry, "accept").problem(409);
    ryde().change(&entry, "close").problem(409);
    assert_eq!(ryde().change(&entry, "claim").status, 200);
}

#[test]
fn one_of_many_claims_at_once_succeeds() {
    let entry = entry();
    let statuses: Vec<u16> = thread::scope(|scope| {
        let claim = || scope.spawn(|| ryde().change(&entry, "claim").status);
        let claims: Vec<_> = (0..12).map(|_| claim()).collect();
        claims.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 11, "{statuses:?}");
}

#[test]
fn another_inboxs_entry_does_not_exist() {
    let entry = entry();
    let others = stack().inbox("isle-of-wight-newport");
    let unknown = json!({"id": "11111111-2222-4333-8444-555555555555", "version": 1});
    let no_id = json!({"id": "..", "version": 1});
    let missing = others.open(&unknown);
    missing.problem(404);
    assert_eq!(others.open(&entry).body, missing.body, "it looks like one that never was");
    for entry in [&entry, &unknown, &no_id] {
        others.open(entry).problem(404);
        for action in ["claim", "accept", "close"] {
            others.change(entry, action).problem(404);
        }
    }
    let untouched = ryde().open(&entry).json();
    assert_eq!((&untouched["state"], &untouched["version"]), (&entry["state"], &entry["version"]));
    assert!(others.entries().iter().all(|other| other["id"] != entry["id"]));
}

#[test]
fn an_action_that_does_not_exist_is_a_404() {
    let entry = entry();
    ryde().change_unseen(&entry, "delete").problem(404);
    assert_eq!(stack().call("DELETE", format!("/v1/inbox/{}", id(&entry))).send().status, 404);
}

#[test]
fn the_list_comes_in_pages_and_by_state() {
    let inbox = stack().inbox("essex-colchester");
    let sent: BTreeSet<String> =
        (0..5).map(|_| stack().post_referral(&family_at("CO1 1JB"))).collect();
    for referral in &sent {
        stack().wait_until_in_inbox(referral, "essex-colchester");
    }
    let pages = inbox.pages("limit=2");
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 1]);
    let referral = |entry: &Value| entry["referral_ids"][0].as_str().unwrap().to_owned();
    let listed: Vec<String> = pages.iter().flatten().map(referral).collect();
    assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), sent);
    assert_eq!(listed.len(), sent.len(), "none is on two pages");
    // They are compared as times: as text, 33.979 comes before 33.97.
    let time = |entry: &Value| entry["received_at"].as_str().unwrap().parse::<Timestamp>().unwrap();
    let received: Vec<Timestamp> = pages.iter().flatten().map(time).collect();
    assert!(received.is_sorted(), "the longest waiting first: {received:?}");

    let first = &pages[0][0];
    assert_eq!(inbox.change(first, "claim").status, 200);
    let claimed = inbox.pages("state=claimed&limit=2").concat();
    assert_eq!(claimed.len(), 1);
    assert_eq!(claimed[0]["id"], first["id"]);
    assert_eq!(inbox.pages("state=new&limit=3").concat().len(), 4);
    assert_eq!(inbox.pages("state=closed").concat().len(), 0);
}

#[test]
fn the_most_pressing_entry_comes_first_and_closed_ones_last() {
    let basildon = stack().inbox("essex-basildon");
    let post = |urgency: &str| {
        let mut referral = family_at("SS14 1BA");
        referral["urgency"] = json!(urgency);
        let id = stack().post_referral(&referral);
        stack().wait_until_in_inbox(&id, "essex-basildon");
    };
    for urgency in ["urgent", "routine", "soon", "urgent"] {
        post(urgency);
    }
    let urgent = basildon.entries().remove(0);
    assert_eq!(urgent["urgency"], "urgent");
    assert_eq!(basildon.change_unseen(&urgent, "claim").status, 200);
    assert_eq!(basildon.change_unseen(&urgent, "close").status, 200);
    let entries = basildon.entries();
    let order: Vec<_> = entries.iter().map(|entry| entry["urgency"].as_str().unwrap()).collect();
    assert_eq!(order, ["urgent", "soon", "routine", "urgent"]);
    assert_eq!(entries[3]["state"], "closed");
}

#[test]
fn a_list_request_that_makes_no_sense_is_a_400() {
    assert_eq!(ryde().list("state=lost&limit=0&cursor=x").problem_paths(400).len(), 3);
    for query in ["limit=101", "limit=many", "limit=-1", "cursor=bm90IGEgY3Vyc29y"] {
        ryde().list(query).problem(400);
    }
}

#[test]
fn a_cursor_of_another_inbox_shows_none_of_its_entries() {
    let bessborough = stack().inbox("westminster-bessborough");
    for _ in 0..2 {
        let referral = stack().post_referral(&family_at("SW1V 2AA"));
        stack().wait_until_in_inbox(&referral, "westminster-bessborough");
    }
    let next = bessborough.list("limit=1").json()["next"].as_str().unwrap().to_owned();
    let shown = ryde().list(&format!("cursor={next}")).json();
    let own: Vec<Value> = ryde().entries().iter().map(|entry| entry["id"].clone()).collect();
    for entry in shown["entries"].as_array().unwrap() {
        assert!(own.contains(&entry["id"]));
    }
}

#[test]
fn a_close_with_an_outcome_keeps_it() {
    let entry = entry();
    assert_eq!(ryde().change(&entry, "claim").status, 200);
    let post = |outcome: &str| {
        let call = stack().post(format!("/v1/inbox/{}/close", id(&entry)));
        call.by(stack().worker_of(RYDE)).json(&json!({"outcome": outcome})).send()
    };
    let refused = post("solved");
    assert_eq!(refused.problem_paths(422), ["outcome"]);
    assert!(refused.body.contains("advice_given"), "what there is, is said");
    for body in [json!({}), json!({"outcome": null}), json!({"version": 2})] {
        let call = stack().post(format!("/v1/inbox/{}/close", id(&entry)));
        let refused = call.by(stack().worker_of(RYDE)).json(&body).send();
        assert_eq!(refused.problem(422), [("outcome".to_owned(), "required".to_owned())]);
        assert!(refused.body.contains("advice_given"));
    }
    let bare = stack().post(format!("/v1/inbox/{}/close", id(&entry)));
    bare.by(stack().worker_of(RYDE)).send().problem(422);
    assert_eq!(ryde().open(&entry).json()["state"], "claimed");
    let closed = post("advice_given");
    assert_eq!(closed.status, 200, "{closed:?}");
    assert_eq!(ryde().open(&entry).json()["outcome"], "advice_given");
}
