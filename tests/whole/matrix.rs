//! The matrix of roles, hubs and routes: every person of the issuer's asks every route of the hub's API
//! and pages for entries of their own hubs and of others. An entry that is in none of a worker's hubs
//! is a 404, whatever they ask of it and whatever their role.
//!
//! The routes are those of `infra/template.yaml`, and the people those of the groups' file; a route
//! without a row below fails the test. Changes are asked for on a version that never was, so a request
//! that passes is told so (409), and nothing is changed.

mod people;
mod routes;

use std::collections::BTreeMap;
use std::thread;

use e2e::family::{family_at, with_concern};
use e2e::http::{Answer, Call};
use e2e::inbox::id;
use e2e::stack::Stack;
use serde_json::{Value, json};

use crate::stack;
use people::{Person, people};
use routes::{Row, Target, rows};

/// The ids of entries that there are not.
const NOWHERE: [&str; 2] =
    ["11111111-2222-4333-8444-555555555555", "11111111-2222-4333-8444-666666666666"];

/// The inboxes of the matrix that are hubs.
const HUBS: [&str; 3] = ["westminster-bessborough", "westminster-portman", "isle-of-wight-ryde"];

/// Two entries of one family in an inbox, which are matched with each other.
struct Pair {
    inbox: &'static str,
    entries: [String; 2],
}

impl Pair {
    /// Twins, referred apart.
    fn of(inbox: &'static str, referral: &Value) -> Self {
        let mut one = referral.clone();
        one["children"].as_array_mut().unwrap().truncate(1);
        let mut other = one.clone();
        one["children"][0]["name"]["given"] = json!("Marie");
        other["children"][0]["name"]["given"] = json!("Josephine");
        let sent = [one, other].map(|twin| stack().post_referral(&twin));
        let entries = sent.map(|sent| id(&stack().wait_until_in_inbox(&sent, inbox)).to_owned());
        Self { inbox, entries }
    }
}

/// Pairs in hubs of two authorities, in a front door and in a triage.
fn pairs() -> Vec<Pair> {
    let mut not_agreed = family_at("SW1V 2AA");
    not_agreed["agreement"] = json!({"status": "not_asked"});
    vec![
        Pair::of("westminster-bessborough", &family_at("SW1V 2AA")),
        Pair::of("westminster-portman", &family_at("NW8 8DE")),
        Pair::of("isle-of-wight-ryde", &family_at("PO33 2LN")),
        Pair::of("westminster-front-door", &with_concern(family_at("SW1V 2AA"))),
        Pair::of("westminster-triage", &not_agreed),
    ]
}

/// The status that a person's request must be answered with.
fn expected(row: &Row, person: &Person, inbox: Option<&str>) -> u16 {
    let is_theirs = inbox.is_none_or(|inbox| person.hubs.iter().any(|hub| hub == inbox));
    let is_in_hub = inbox.is_some_and(|inbox| HUBS.contains(&inbox));
    match (is_theirs, row.roles.contains(&person.role.as_str())) {
        (false, _) => 404,
        (true, false) => 403,
        (true, true) if row.is_for_no_hub && is_in_hub => 404,
        (true, true) => row.passes,
    }
}

/// A request of a row, about these entries.
fn call<'a>(stack: &'a Stack, row: &Row, entries: &[String; 2]) -> Call<'a> {
    let path = row.path.replace("{entry}", &entries[0]).replace("{other}", &entries[1]);
    match (row.method, row.is_page()) {
        ("GET", _) => stack.get(path),
        (_, true) => {
            let field = |(name, value): (&String, &Value)| {
                let text = value.as_str().map(str::to_owned);
                (name.clone(), text.unwrap_or_else(|| value.to_string()))
            };
            let fields: Vec<_> = row.body.as_object().unwrap().iter().map(field).collect();
            stack.submit(&path, &fields)
        }
        _ => {
            let call = stack.post(path).header("idempotency-key", "of-the-matrix");
            call.json(&row.body)
        }
    }
}

/// What proves to the API and to the pages who a person is.
struct Signed {
    session: String,
    token: String,
}

impl Signed {
    fn of(person: &Person) -> Self {
        let client = stack().worker_of("westminster-bessborough");
        let token = stack().token_with(client, |_, claims| {
            claims["sub"] = json!(person.id);
            claims["roles"] = json!([person.role]);
            claims["hubs"] = json!(person.hubs);
        });
        Self { session: stack().session_of(&person.id), token }
    }

    fn send(&self, call: Call<'_>, row: &Row) -> Answer {
        if row.is_page() {
            call.header("cookie", &self.session).send()
        } else {
            call.bearing(&self.token).send()
        }
    }
}

#[test]
fn every_route_of_the_template_has_its_rows() {
    let rows = rows();
    for route in routes::of_template() {
        assert!(rows.iter().any(|row| row.route == route), "no row says who may use {route}");
    }
    for row in &rows {
        let is_there = routes::of_template().contains(&row.route.to_owned());
        assert!(is_there, "there is no such route: {}", row.route);
    }
}

#[test]
fn every_role_in_every_hub_is_answered_by_every_route_as_the_matrix_says() {
    let (pairs, people, rows) = (pairs(), people(stack().state()), rows());
    let roles: std::collections::BTreeSet<_> = people.iter().map(|one| &one.role).collect();
    assert_eq!(roles.len(), 6, "a person of each role: {roles:?}");
    let counts: Vec<BTreeMap<u16, u32>> = thread::scope(|scope| {
        let (pairs, rows) = (&pairs, &rows);
        let asked = people.chunks(people.len().div_ceil(4)).map(|some| {
            scope.spawn(move || {
                let mut counts = BTreeMap::new();
                for person in some {
                    asks_everything(person, pairs, rows, &mut counts);
                }
                counts
            })
        });
        let asked: Vec<_> = asked.collect();
        asked.into_iter().map(|one| one.join().unwrap()).collect()
    });
    for status in [200, 403, 404, 409] {
        assert!(counts.iter().any(|counts| counts.contains_key(&status)), "{status}: {counts:?}");
    }
    for pair in &pairs {
        for entry in &pair.entries {
            let now = stack().inbox(pair.inbox).open(&json!({"id": entry})).json();
            assert_eq!(now["state"], "new", "nothing was changed: {now}");
        }
    }
}

/// One person's part of the matrix.
fn asks_everything(person: &Person, pairs: &[Pair], rows: &[Row], counts: &mut BTreeMap<u16, u32>) {
    let signed = Signed::of(person);
    let nowhere = NOWHERE.map(str::to_owned);
    for row in rows {
        let asked: Vec<(Option<&str>, &[String; 2])> = match row.target {
            Target::Nobody => Vec::new(),
            Target::Hubs => vec![(None, &nowhere)],
            Target::Entry => pairs
                .iter()
                .map(|pair| (Some(pair.inbox), &pair.entries))
                .chain([(Some("nowhere"), &nowhere)])
                .collect(),
        };
        for (inbox, entries) in asked {
            let answer = signed.send(call(stack(), row, entries), row);
            let expected = expected(row, person, inbox);
            let cell = format!("{} {:?}, {row:?}", person.id, inbox);
            assert_eq!(answer.status, expected, "{cell}: {}", answer.body);
            if person.role == "auditor" && row.is_page() {
                let change = "action=\"/hub/entries/";
                assert!(!answer.body.contains(change), "{cell}: a form that would be refused");
            }
            if row.target == Target::Hubs && expected == 200 {
                lists_only_theirs(person, pairs, row, &answer);
            }
            *counts.entry(expected).or_default() += 1;
        }
    }
}

/// A list shows nothing of other hubs.
fn lists_only_theirs(person: &Person, pairs: &[Pair], row: &Row, answer: &Answer) {
    let others = pairs.iter().filter(|pair| !person.hubs.iter().any(|hub| hub == pair.inbox));
    for entry in others.flat_map(|pair| &pair.entries) {
        assert!(!answer.body.contains(entry.as_str()), "{}: {row:?} shows {entry}", person.id);
    }
}

#[test]
fn nobody_passes_who_is_not_signed_in_or_is_a_partner() {
    let entries = NOWHERE.map(str::to_owned);
    let partner = stack().partner("school");
    for row in rows().iter().filter(|row| row.target != Target::Nobody) {
        let answer = call(stack(), row, &entries).send();
        if row.is_page() {
            let to = answer.header("location").unwrap_or_default();
            assert_eq!(answer.status, 303, "{row:?}: {answer:?}");
            assert!(to.starts_with("/hub/sign-in"), "{row:?}: {answer:?}");
        } else {
            assert_eq!(answer.status, 401, "{row:?}: {answer:?}");
            let answer = call(stack(), row, &entries).by(partner).send();
            assert_eq!(answer.status, 403, "{row:?}: {answer:?}");
        }
    }
}
