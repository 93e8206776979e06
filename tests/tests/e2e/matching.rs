//! Who is known: one child from three sources, names that are alike, twins, and a child in a refuge.

use e2e::api::{accepted, new_key};
use e2e::family::{family, sent_by};
use e2e::inbox::{id, reason_texts};
use serde_json::{Value, json};

use crate::stack;

const PIMLICO: &str = "westminster-bessborough";
const TRIAGE: &str = "westminster-triage";

/// A referral for one named child, and nobody else, of a new family.
fn of_one(given: &str) -> Value {
    let mut referral = family();
    let family = referral["children"][0]["name"]["family"].clone();
    let born = referral["children"][0]["date_of_birth"].as_str().unwrap();
    // A day that can be taken for a month.
    let born = format!("{}-03-04", &born[..4]);
    referral["children"] = json!([{
        "name": {"given": given, "family": family}, "date_of_birth": born,
    }]);
    referral
}

fn post(referral: &Value, kind: &str) -> String {
    let client = stack().partner(kind);
    let call = stack().post("/v1/referrals").by(client).header("idempotency-key", &new_key());
    accepted(&call.json(&sent_by(kind, referral)).send())
}

/// An opened entry.
fn open(referral: &str) -> Value {
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

/// The entries of referrals that are alike but for what is changed, each sent once the one before is
/// in the inbox.
fn entries_of(base: &Value, changes: &[fn(&mut Value)]) -> Vec<Value> {
    let sent = changes.iter().map(|change| {
        let mut referral = base.clone();
        change(&mut referral);
        let id = post(&referral, "school");
        stack().wait_until_in_inbox(&id, PIMLICO);
        id
    });
    let sent: Vec<String> = sent.collect();
    sent.iter().map(|id| open(id)).collect()
}

/// What the last entry is to the one of the first, as it is shown.
fn last_to_first(entries: &[Value]) -> Value {
    let (first, last) = (id(&entries[0]), entries.last().unwrap());
    let mut found = last["matches"].as_array().unwrap().iter();
    found.find(|found| found["entry"] == first).cloned().unwrap_or_default()
}

fn ids(entries: &[Value]) -> Vec<&str> {
    entries.iter().map(id).collect()
}

fn rename(referral: &mut Value, given: &str) {
    referral["children"][0]["name"]["given"] = json!(given);
}

#[test]
fn names_that_are_alike_are_two_entries_and_a_question() {
    let pairs: [[fn(&mut Value); 2]; 6] = [
        [|r| rename(r, "Arjun"), |r| rename(r, "Arjan")],
        [|r| rename(r, "Gurpreet"), |r| rename(r, "Gurjeet")],
        [|r| rename(r, "लक्ष्मी"), |r| rename(r, "लक्ष्मण")],
        [|r| rename(r, "Oluwaseun"), |r| rename(r, "Seun")],
        [|r| rename(r, "Chidera"), |r| rename(r, "Chidrea")],
        [
            |r| rename(r, "Amir"),
            |r| {
                rename(r, "Amira");
                // Anything else that differs is no reason to join them.
                r["household"]["address"]["lines"] = json!(["Flat 2", "9 Other Street"]);
            },
        ],
    ];
    for pair in pairs {
        let entries = entries_of(&of_one("Anybody"), &pair);
        assert_ne!(id(&entries[0]), id(&entries[1]), "{entries:?}");
        let found = last_to_first(&entries);
        assert_eq!(found["outcome"], "possible", "{entries:?}");
        assert!(found["not_joined_because"].to_string().contains("given names are alike"));
    }
}

#[test]
fn one_name_is_one_child_however_it_is_typed() {
    let pairs: [[fn(&mut Value); 2]; 3] = [
        [|r| rename(r, "प्रिया"), |r| rename(r, "प्रिया")],
        [|r| rename(r, "محمد"), |r| rename(r, "مُحَمَّد")],
        [|r| rename(r, "Mohammed"), |r| rename(r, "Muhammad")],
    ];
    for pair in pairs {
        let entries = entries_of(&of_one("Anybody"), &pair);
        assert_eq!(id(&entries[0]), id(&entries[1]), "{entries:?}");
    }
}

#[test]
fn a_referral_joins_no_entry_in_which_a_record_says_otherwise() {
    // Another number than the first, and the second has none.
    let entries = entries_of(
        &of_one("Chidera"),
        &[
            |r| r["children"][0]["nhs_number"] = json!("9990000018"),
            |_| {},
            |r| r["children"][0]["nhs_number"] = json!("9990000026"),
        ],
    );
    assert_eq!(id(&entries[0]), id(&entries[1]));
    assert_ne!(id(&entries[0]), id(&entries[2]));
    assert_eq!(last_to_first(&entries)["outcome"], "possible", "{entries:?}");
    let entries = entries_of(
        &of_one("Anybody"),
        &[|r| rename(r, "Mohammed"), |r| rename(r, "Mohammed Ali"), |r| rename(r, "Mohammed Umar")],
    );
    let mut all = ids(&entries);
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 3, "{entries:?}");
    assert_eq!(last_to_first(&entries)["outcome"], "possible", "{entries:?}");
}

#[test]
fn a_name_and_a_day_without_a_shared_life_are_no_one_child() {
    // Two Jack Smiths of one day and postcode.
    let entries = entries_of(
        &of_one("Jack"),
        &[
            |_| {},
            |r| {
                r["household"]["address"]["lines"] = json!(["480 Unlike Street"]);
                r["adults"][0] = json!({"name": {"given": "Kezia", "family": "Smith"},
                "relationship": "mother", "phone": "07700 901 777"});
            },
        ],
    );
    assert_ne!(id(&entries[0]), id(&entries[1]));
    // Two boys of one hotel and one first of January.
    let entries = entries_of(
        &of_one("Mohammad"),
        &[
            |r| {
                r["children"][0]["date_of_birth"] = json!("2016-01-01");
                r["household"]["address"]["lines"] = json!(["Grand Hotel"]);
            },
            |r| {
                r["children"][0]["date_of_birth"] = json!("2016-01-01");
                r["household"]["address"]["lines"] = json!(["Grand Hotel"]);
                r["children"][0]["name"]["family"] = json!("Noorzai");
                r["adults"] = json!([]);
            },
        ],
    );
    assert_ne!(id(&entries[0]), id(&entries[1]));
    assert!(last_to_first(&entries).is_null(), "{entries:?}");
    // One home alone: might be related.
    let entries = entries_of(
        &of_one("Jack"),
        &[
            |r| r["adults"] = json!([]),
            |r| {
                r["adults"] = json!([]);
                r["children"][0] = json!({"name": {"given": "Bartholomew", "family": "Quill"},
                "date_of_birth": "2012-12-12"});
            },
        ],
    );
    let found = last_to_first(&entries);
    assert_eq!(found["words"], "Another child, who might be related", "{entries:?}");
}

#[test]
fn an_unborn_baby_is_a_question_only_with_its_mother_or_home() {
    let unborn: fn(&mut Value) = |r| {
        let due = e2e::family::example()["children"][1]["due_date"].clone();
        r["children"] = json!([{"name": {"given": "Baby"}, "due_date": due}]);
    };
    let entries = entries_of(
        &of_one("Anybody"),
        &[unborn, |r| {
            let due = e2e::family::example()["children"][1]["due_date"].clone();
            r["children"] = json!([{"due_date": due}]);
            r["household"]["address"]["lines"] = json!(["481 Unlike Street"]);
            r["adults"][0]["name"] = json!({"given": "Philomena", "family": "Quill"});
        }],
    );
    assert_ne!(last_to_first(&entries)["outcome"], "possible", "a shared phone is not enough");
    let entries = entries_of(&of_one("Anybody"), &[unborn, unborn]);
    assert_eq!(last_to_first(&entries)["outcome"], "possible", "{entries:?}");
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
    // Whichever of the two was routed first stands first.
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
        // No family of these tests has a child so old.
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
    // The hub that has only his entry sees nothing of the other.
    let his = open(&sent);
    let (inbox, other) = stack().entries_with(&hidden).remove(0);
    if inbox != PIMLICO {
        let shown = his["matches"].to_string() + &his["linked"].to_string();
        assert!(!shown.contains(id(&other)), "{his}");
    }
    // Who decides for the authority sees both, and why.
    let entry = stack().get(format!("/v1/inbox/{}", id(&his))).by(stack().worker_of(TRIAGE)).send();
    assert_eq!(entry.status, 200);
    let entry = entry.json();
    let found = entry["matches"].as_array().unwrap().iter();
    let found = found.filter(|found| found["entry"] == id(&other)).collect::<Vec<_>>();
    assert_eq!(found.len(), 1, "{entry}");
    assert_eq!(found[0]["outcome"], "possible");
    assert!(found[0]["not_joined_because"].to_string().contains("protected"), "{entry}");
    assert!(found[0]["evidence"].to_string().contains("given name: the same"), "{entry}");
    // They say what the two are, and take it back.
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

/// Everything on a worker's list of doubtful pairs, page by page.
fn doubts(worker: &str) -> Vec<Value> {
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
fn doubts_about(entry: &str, worker: &str) -> Vec<Value> {
    let mut found = doubts(worker);
    let holds = |pair: &Value| pair["entries"].as_array().unwrap().iter().any(|e| id(e) == entry);
    found.retain(holds);
    found
}

#[test]
fn a_doubtful_pair_of_two_hubs_is_on_the_triages_list_until_it_is_decided() {
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
    let pair = stack().wait("a doubtful pair", || doubts_about(id(&here), TRIAGE).pop());
    assert_eq!(doubts_about(id(&here), TRIAGE).len(), 1);
    let entries = pair["entries"].as_array().unwrap();
    assert_eq!((id(&entries[0]), id(&entries[1])), (id(&there), id(&here)));
    assert_eq!((&entries[0]["inbox"], &entries[1]["inbox"]), (&json!(hub), &json!(PIMLICO)));
    assert_eq!((&entries[0]["urgency"], &entries[0]["state"]), (&json!("urgent"), &json!("new")));
    assert_eq!(entries[1]["received_at"], here["received_at"]);
    assert!(pair["evidence"].to_string().contains("given name: the same"), "{pair}");
    assert!(pair["not_joined_because"].to_string().contains("protected"), "{pair}");
    // Nothing that the families said.
    let said = &open(&first)["referrals"][0]["referral"];
    let (name, adult) = (&said["children"][0]["name"], &said["adults"][0]);
    for detail in [&name["given"], &name["family"], &adult["name"]["given"], &adult["phone"]] {
        let detail = detail.as_str().unwrap();
        assert!(!pair.to_string().contains(detail), "{detail}: {pair}");
    }
    for detail in ["SW1V", "NW8", "Elsewhere", "03-04", "Free text"] {
        assert!(!pair.to_string().contains(detail), "{detail}: {pair}");
    }
    // It is nobody else's to decide, and nobody else's to see.
    for worker in [PIMLICO, hub.as_str(), "isle-of-wight-ryde"] {
        assert_eq!(doubts(worker), [] as [Value; 0], "{worker}");
    }
    // Decided, it is off the list; taken back, it is on it again.
    let decide = |verdict: &str| {
        let path = format!("/v1/inbox/{}/matches/{}", id(&entries[0]), id(&entries[1]));
        let call = stack().post(path).by(stack().worker_of(TRIAGE));
        assert_eq!(call.json(&json!({"verdict": verdict})).send().status, 200);
        doubts_about(id(&here), TRIAGE).len()
    };
    assert_eq!(decide("different"), 0);
    assert_eq!(decide("undecided"), 1);
    assert_eq!(decide("same"), 0);
}

#[test]
fn a_list_of_doubtful_pairs_is_asked_for_as_the_inbox_is() {
    let triage = stack().worker_of(TRIAGE);
    let wrong = stack().get("/v1/matches?limit=0&cursor=x").by(triage).send();
    assert_eq!(wrong.problem_paths(400), ["limit", "cursor"]);
    stack().get("/v1/matches").by(stack().partner("school")).send().problem(403);
}
