//! Tests of children that are known: one from three sources, twins, and a child in a refuge; and of
//! the triage's list of possible matches.

use e2e::api::{accepted, new_key};
use e2e::family::{family, sent_by};
use e2e::inbox::{id, reason_texts};
use serde_json::{Value, json};

use crate::stack;

pub(crate) const PIMLICO: &str = "westminster-bessborough";
const TRIAGE: &str = "westminster-triage";

/// A referral of a new family, for one child with this given name and nobody else.
pub(crate) fn of_one(given: &str) -> Value {
    let mut referral = family();
    let family = referral["children"][0]["name"]["family"].clone();
    let born = referral["children"][0]["date_of_birth"].as_str().unwrap();
    // The day can be taken for a month.
    let born = format!("{}-03-04", &born[..4]);
    referral["children"] = json!([{
        "name": {"given": given, "family": family}, "date_of_birth": born,
    }]);
    referral
}

pub(crate) fn post(referral: &Value, kind: &str) -> String {
    let client = stack().partner(kind);
    let call = stack().post("/v1/referrals").by(client).header("idempotency-key", &new_key());
    accepted(&call.json(&sent_by(kind, referral)).send())
}

/// The opened entry that holds a referral.
pub(crate) fn open(referral: &str) -> Value {
    let inbox = stack().inbox(PIMLICO);
    let entry = stack().wait_until_in_inbox(referral, PIMLICO);
    inbox.open(&entry).json()
}

#[test]
fn three_sources_in_any_order_make_one_entry_with_three_referrals_and_the_evidence() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let school = of_one("Chidera");
        let mut visitor = school.clone();
        visitor["children"][0]["name"]["given"] = json!("CHI-DÉRA");
        visitor["referrer"] = json!({"kind": "health_visitor"});
        let mut mother = school.clone();
        mother["referrer"] = json!({"kind": "self_parent"});
        let born =
            mother["children"][0]["date_of_birth"].as_str().unwrap().replace("03-04", "04-03");
        mother["children"][0]["date_of_birth"] = json!(born);
        let sent = [(school, "school"), (visitor, "health"), (mother, "council")];
        let ids: Vec<String> = order.iter().map(|&at| post(&sent[at].0, sent[at].1)).collect();
        for id in &ids {
            stack().wait_until_in_inbox(id, PIMLICO);
        }
        let entry = open(&ids[0]);
        assert_eq!(entry["referral_ids"].as_array().unwrap().len(), 3, "{order:?}: {entry}");
        let said = reason_texts(&entry);
        assert!(said.contains("day and month swapped"), "{said}");
        assert!(said.contains("given name: the same"), "{said}");
        assert!(said.contains("three times or more in 12 months"), "{said}");
    }
}

#[test]
fn twins_referred_apart_are_two_children_of_one_family() {
    let one = of_one("Marie");
    let mut other = one.clone();
    other["children"][0]["name"]["given"] = json!("Josephine");
    let (one, other) = (post(&one, "school"), post(&other, "health"));
    let first = open(&one);
    let second = open(&other);
    assert_ne!(id(&first), id(&second), "twins are never merged");
    let found = &second["matches"].as_array().unwrap()[0];
    assert_eq!(found["outcome"], "household", "{second}");
    assert_eq!(found["words"], "Another child of the same family", "{second}");
    let first = open(&one);
    let found = &first["matches"].as_array().unwrap()[0];
    assert_eq!(found["entry"].as_str().unwrap(), id(&second));
    assert!(found["not_joined_because"][0].as_str().unwrap().contains("twin"), "{found}");
}

#[test]
fn twins_referred_together_and_then_one_alone_are_one_family() {
    let mut both = of_one("Farah");
    let mut twin = both["children"][0].clone();
    twin["name"]["given"] = json!("Amina");
    both["children"].as_array_mut().unwrap().push(twin.clone());
    let mut alone = both.clone();
    alone["children"] = json!([twin]);
    let (both, alone) = (post(&both, "school"), post(&alone, "health"));
    let entry = open(&both);
    stack().wait_until_in_inbox(&alone, PIMLICO);
    let entry_of_alone = open(&alone);
    assert_eq!(id(&entry), id(&entry_of_alone));
    // The referral that was routed first stands first.
    let mut referrals = entry_of_alone["referrals"].as_array().unwrap().iter();
    let together = referrals.find(|referral| referral["id"] == both.as_str()).unwrap();
    let children = &together["referral"]["children"];
    assert_eq!(children.as_array().unwrap().len(), 2, "two children stay two");
}

#[test]
fn a_father_with_the_old_address_is_not_attached_to_a_child_in_a_refuge() {
    let old = of_one("Gwendolen");
    let mut refuge = old.clone();
    refuge["household"] = json!({"concealed": true, "authority": "E09000033"});
    refuge["needs"] = json!(["domestic_abuse"]);
    let hidden = post(&refuge, "police");
    stack().status_of(&hidden, "police");
    let mut father = old.clone();
    father["referrer"] = json!({"kind": "self_parent"});
    father["adults"].as_array_mut().unwrap().push(json!({
        "name": {"given": "Peter", "family": "Pryce"}, "relationship": "father",
        "phone": "07700 900 777",
    }));
    let unknown = {
        let mut stranger = of_one("Gwendolen");
        stranger["adults"] = father["adults"].clone();
        stranger["children"][0]["name"]["family"] = json!("Nobodyelse");
        // No other family of these tests has a child so old.
        stranger["children"][0]["date_of_birth"] = json!("2009-11-29");
        stranger["adults"][0]["phone"] = json!("07700 900 778");
        stranger["adults"][1]["phone"] = json!("07700 900 779");
        stack().status_once_routed(&post(&stranger, "school"))["placement"].clone()
    };
    let sent = post(&father, "council");
    let status = stack().status_of(&sent, "council");
    assert_eq!(status["placement"], unknown, "nothing is disclosed to him");
    assert_eq!(stack().entries_with(&sent).len(), 1);
    let (_, holding) = stack().entries_with(&sent).remove(0);
    assert_eq!(holding["referral_ids"].as_array().unwrap().len(), 1, "it is not attached");
    // The hub that has only the father's entry sees nothing of the other.
    let his = open(&sent);
    let (inbox, other) = stack().entries_with(&hidden).remove(0);
    if inbox != PIMLICO {
        let shown = his["matches"].to_string() + &his["linked"].to_string();
        assert!(!shown.contains(id(&other)), "{his}");
    }
    // The authority's triage, which decides, sees both, and why.
    let entry = stack().get(format!("/v1/inbox/{}", id(&his))).by(stack().worker_of(TRIAGE)).send();
    assert_eq!(entry.status, 200);
    let entry = entry.json();
    let found = entry["matches"].as_array().unwrap().iter();
    let found = found.filter(|found| found["entry"] == id(&other)).collect::<Vec<_>>();
    assert_eq!(found.len(), 1, "{entry}");
    assert_eq!(found[0]["outcome"], "possible");
    assert!(found[0]["not_joined_because"].to_string().contains("protected"), "{entry}");
    assert!(found[0]["evidence"].to_string().contains("given name: the same"), "{entry}");
    // The triage says what the two are, and takes it back.
    let decide = |verdict: &str| {
        let path = format!("/v1/inbox/{}/matches/{}", id(&his), id(&other));
        let call = stack().post(path).by(stack().worker_of(TRIAGE));
        call.json(&json!({"verdict": verdict})).send()
    };
    assert_eq!(decide("different").status, 200);
    assert_eq!(decide("undecided").status, 200);
    decide("perhaps").problem(422);
    let itself = format!("/v1/inbox/{0}/matches/{0}", id(&his));
    let call = stack().post(itself).by(stack().worker_of(TRIAGE));
    assert_eq!(call.json(&json!({"verdict": "same"})).send().problem_paths(422), ["other"]);
    let path = format!("/v1/inbox/{}/matches/{}", id(&his), id(&other));
    let stranger = stack().post(path).by(stack().worker_of("isle-of-wight-ryde"));
    stranger.json(&json!({"verdict": "same"})).send().problem(404);
}

/// All pairs on a worker's list of possible matches, read page by page.
fn possible_matches(worker: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/v1/matches?limit=1{cursor}");
        let answer = stack().get(path).by(stack().worker_of(worker)).send();
        assert_eq!(answer.status, 200, "{answer:?}");
        let page = answer.json();
        found.extend(page["matches"].as_array().unwrap().clone());
        match page.get("next").unwrap() {
            Value::Null => return found,
            next => cursor = format!("&cursor={}", next.as_str().unwrap()),
        }
    }
}

/// The pairs on the list that hold an entry.
fn possible_matches_of(entry: &str, worker: &str) -> Vec<Value> {
    let mut found = possible_matches(worker);
    let holds = |pair: &Value| pair["entries"].as_array().unwrap().iter().any(|e| id(e) == entry);
    found.retain(holds);
    found
}

#[test]
fn a_possible_match_of_two_hubs_is_on_the_triages_list_until_it_is_decided() {
    let first = of_one("Ottoline");
    let mut second = first.clone();
    second["household"]["address"] = json!({"lines": ["3 Elsewhere Road"], "postcode": "NW8 8DE"});
    second["needs"] = json!(["domestic_abuse"]);
    second["urgency"] = json!("urgent");
    let first = post(&first, "school");
    let here = open(&first);
    let second = post(&second, "health");
    stack().status_of(&second, "health");
    let (hub, there) = stack().entries_with(&second).pop().unwrap();
    assert_ne!(hub, PIMLICO);
    // The pair is there once, the more pressing entry first, with the evidence in words.
    let pair = stack().wait("a possible match", || possible_matches_of(id(&here), TRIAGE).pop());
    assert_eq!(possible_matches_of(id(&here), TRIAGE).len(), 1);
    let entries = pair["entries"].as_array().unwrap();
    assert_eq!((id(&entries[0]), id(&entries[1])), (id(&there), id(&here)));
    assert_eq!((&entries[0]["inbox"], &entries[1]["inbox"]), (&json!(hub), &json!(PIMLICO)));
    assert_eq!((&entries[0]["urgency"], &entries[0]["state"]), (&json!("urgent"), &json!("new")));
    assert_eq!(entries[1]["received_at"], here["received_at"]);
    assert!(pair["evidence"].to_string().contains("given name: the same"), "{pair}");
    assert!(pair["not_joined_because"].to_string().contains("protected"), "{pair}");
    // The pair shows nothing that the families said.
    let said = &open(&first)["referrals"][0]["referral"];
    let (name, adult) = (&said["children"][0]["name"], &said["adults"][0]);
    for detail in [&name["given"], &name["family"], &adult["name"]["given"], &adult["phone"]] {
        let detail = detail.as_str().unwrap();
        assert!(!pair.to_string().contains(detail), "{detail}: {pair}");
    }
    for detail in ["SW1V", "NW8", "Elsewhere", "03-04", "Free text"] {
        assert!(!pair.to_string().contains(detail), "{detail}: {pair}");
    }
    // Nobody else can decide the pair, and nobody else sees it.
    for worker in [PIMLICO, hub.as_str(), "isle-of-wight-ryde"] {
        assert_eq!(possible_matches(worker), [] as [Value; 0], "{worker}");
    }
    // A decided pair is off the list; when the decision is taken back, it is on it again.
    let decide = |verdict: &str| {
        let path = format!("/v1/inbox/{}/matches/{}", id(&entries[0]), id(&entries[1]));
        let call = stack().post(path).by(stack().worker_of(TRIAGE));
        assert_eq!(call.json(&json!({"verdict": verdict})).send().status, 200);
        possible_matches_of(id(&here), TRIAGE).len()
    };
    assert_eq!(decide("different"), 0);
    assert_eq!(decide("undecided"), 1);
    assert_eq!(decide("same"), 0);
}

#[test]
fn a_list_of_possible_matches_is_asked_for_as_the_inbox_is() {
    let triage = stack().worker_of(TRIAGE);
    let wrong = stack().get("/v1/matches?limit=0&cursor=x").by(triage).send();
    assert_eq!(wrong.problem_paths(400), ["limit", "cursor"]);
    stack().get("/v1/matches").by(stack().partner("school")).send().problem(403);
}
