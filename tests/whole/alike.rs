//! Tests of referrals that are alike: the law alone joins them, and a mere likeness is a question.

use e2e::inbox::id;
use serde_json::{Value, json};

use crate::matching::{PIMLICO, of_one, open, post};
use crate::stack;

/// The entries of referrals that are alike but for the changes, each sent once the one before is in
/// the inbox.
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

/// The match of the last entry with the first one, as it is shown.
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
                // Another difference is no reason to join them.
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
fn a_referral_joins_no_entry_with_a_record_that_contradicts_it() {
    // The third has another number than the first, and the second has none.
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
fn a_name_and_a_day_alone_do_not_make_one_child() {
    // Two boys are called Jack Smith and share a day of birth and a postcode.
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
    // Two boys live in one hotel and were born on a first of January.
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
    // Two records that share only a home might be related.
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
