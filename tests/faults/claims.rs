//! A test of many people who claim at once: whoever is told that an entry is theirs holds it alone.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

use e2e::inbox::id;
use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::json;

use crate::long_inbox::of_one_inbox;
use crate::sending::{Told, send_all};
use crate::unhurt::{CLIENTS, partner};
use crate::{checking, setting};

const INBOX: &str = "westminster-bessborough";

const WORKERS: usize = 50;

#[test]
fn an_entry_that_fifty_workers_claim_at_once_is_one_workers() {
    let submissions = of_one_inbox(setting("FAULT_CLAIMS", 20));
    let stack = Stack::start();
    send_all(&partner(&stack), &submissions, CLIENTS, &Told::default());
    checking::settle(&stack);
    let client = stack.worker_of(INBOX);
    let people: Vec<String> = (0..WORKERS).map(|number| format!("worker-{number}")).collect();
    let tokens: Vec<String> =
        people.iter().map(|person| stack.token_of_person(client, person)).collect();
    let entries = stack.inbox(INBOX).entries();
    assert_eq!(entries.len(), submissions.len());

    let told: Mutex<BTreeMap<&str, Vec<&str>>> = Mutex::default();
    thread::scope(|scope| {
        for (person, token) in people.iter().zip(&tokens) {
            let (stack, entries, told) = (&stack, &entries, &told);
            scope.spawn(move || {
                for entry in entries {
                    let claim = stack.post(format!("/v1/inbox/{}/claim", id(entry)));
                    let answer = claim.bearing(token).json(&json!({})).send();
                    match answer.status {
                        200 => told.lock().unwrap().entry(id(entry)).or_default().push(person),
                        409 => {}
                        _ => panic!("{answer:?}"),
                    }
                }
            });
        }
    });
    let told = told.into_inner().unwrap();
    let rows = Tables::of(&stack).dump("inbox");
    let doubled = rows.iter().filter(|row| {
        let holder = row["claim"]["M"]["by"]["S"].as_str().unwrap_or_default();
        let told = row["entry"]["S"].as_str().and_then(|entry| told.get(entry));
        !told.is_some_and(|told| told.len() == 1 && holder.ends_with(&format!("#{}", told[0])))
    });
    let doubled = doubled.count();
    println!("{WORKERS} workers claimed {} entries: {doubled} double claims", entries.len());
    assert_eq!(doubled, 0, "{told:?}");
    assert_eq!(told.len(), entries.len(), "each is somebody\u{2019}s");
}
