//! Tests of partners with API keys: which key is let in, what it may send, and how fast.

use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};

use e2e::api::{accepted, new_key};
use e2e::binaries;
use e2e::family::{family, family_of, sent_by, with_concern};
use e2e::http::{Answer, Call};
use e2e::tables::Tables;
use serde_json::{Value, json};

use crate::stack;

const UNKNOWN: &str = "/v1/referrals/11111111-2222-4333-8444-555555555555";

/// Runs a command about partners. Of two that change partners at one moment the second is told to look
/// again, so these tests take turns.
fn hubward(arguments: &[&str]) -> Output {
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut command = Command::new(binaries().join("hubward"));
    command.args(["partner"]).args(arguments).args(["--json", "--state"]).arg(stack().state());
    if arguments != ["list"] {
        command.args(["--by", "asha"]);
    }
    command.output().unwrap()
}

#[track_caller]
fn done(arguments: &[&str]) -> Value {
    let output = hubward(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[track_caller]
fn refused(arguments: &[&str], because: &str) {
    let output = hubward(arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains(because), "{said}");
}

/// A partner that was added, with these further settings; its key, and the key's name.
#[track_caller]
fn added(id: &str, kinds: &str, more: &[&str]) -> (String, String) {
    let own = ["add", id, "--name", "Nguyễn & Söhne Learning Trust", "--kinds", kinds];
    key_of(&done(&[&own[..], more].concat()))
}

fn key_of(made: &Value) -> (String, String) {
    let text = |name: &str| made[name].as_str().unwrap().to_owned();
    (text("key"), text("name"))
}

fn send(key: &str, idempotency: &str, referral: &Value) -> Answer {
    let call = stack().post("/v1/referrals").bearing(key);
    call.header("idempotency-key", idempotency).json(referral).send()
}

fn ask(key: &str) -> Answer {
    stack().get(UNKNOWN).bearing(key).send()
}

#[track_caller]
fn is_refused(key: &str, code: &str) {
    let answer = ask(key);
    answer.problem(401);
    assert_eq!(answer.json()["code"], code);
    assert!(answer.header("www-authenticate").unwrap().starts_with("Bearer"));
}

fn listed(id: &str) -> Value {
    let all = done(&["list"]);
    all.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone()
}

#[test]
fn a_partner_sends_with_its_key_and_sees_its_own_referrals_alone() {
    let (key, name) = added("first-trust", "school,early_years", &[]);
    let id = accepted(&send(&key, &new_key(), &family()));
    let status = stack().get(format!("/v1/referrals/{id}")).bearing(&key).send();
    assert_eq!(status.status, 200, "{status:?}");
    let (other, _) = added("first-clinic", "gp", &[]);
    stack().get(format!("/v1/referrals/{id}")).bearing(&other).send().problem(404);
    stack().get(format!("/v1/referrals/{id}")).by(stack().partner("school")).send().problem(404);

    let wrong_kind = send(&key, &new_key(), &sent_by("police", &family()));
    assert_eq!(wrong_kind.problem(403), [("referrer.kind".to_owned(), "not_allowed".to_owned())]);
    // It is nobody at the hubs' door.
    stack().get("/v1/inbox").bearing(&key).send().problem(401);

    // The hub is told which partner sent it, and no table, log or list holds the key.
    let shown = listed("first-trust");
    assert_eq!(shown["keys"][0]["name"], name);
    #[expect(clippy::disallowed_methods, reason = "a key is used today")]
    let today = jiff::Timestamp::now().strftime("%Y-%m-%d").to_string();
    assert_eq!(shown["keys"][0]["last_used"], today);
    let rows = Tables::of(stack()).dump("partners");
    let told = format!("{shown}{rows:?}{}", stack().log());
    assert!(!told.contains(&key) && !told.contains(&key[4..20]));
    assert!(stack().log().contains("first-trust"), "the client of a request is in its log line");
}

#[test]
fn a_key_with_a_typing_mistake_is_told_from_one_that_nobody_has() {
    let (key, _) = added("typing-trust", "school", &[]);
    let last = if key.ends_with('0') { "1" } else { "0" };
    is_refused(&format!("{}{last}", &key[..key.len() - 1]), "api_key_mistyped");
    is_refused(&key[..key.len() - 1], "api_key_mistyped");
    is_refused("hwk_", "api_key_mistyped");
    // This key is whole, and nobody was given it.
    is_refused("hwk_00000000000000000000000000z202xb", "api_key_unknown");
    assert_eq!(ask(&key).status, 404);
}

#[test]
fn two_keys_are_live_at_a_time_and_a_third_has_to_wait() {
    let (first, first_name) = added("rotating-trust", "school", &[]);
    let (second, _) = key_of(&done(&["rotate", "rotating-trust"]));
    let idempotency = new_key();
    let referral = family();
    let id = accepted(&send(&first, &idempotency, &referral));
    assert_eq!(
        accepted(&send(&second, &idempotency, &referral)),
        id,
        "one partner, one submission"
    );
    refused(&["rotate", "rotating-trust"], "two keys of rotating-trust are live");
    refused(&["add", "rotating-trust", "--name", "X", "--kinds", "gp"], "already");

    done(&["revoke", "rotating-trust", "--key", &first_name]);
    is_refused(&first, "api_key_revoked");
    assert_eq!(ask(&second).status, 404);
    refused(&["revoke", "rotating-trust", "--key", &first_name], "no such key");
    let (third, _) = key_of(&done(&["rotate", "rotating-trust"]));
    done(&["revoke", "rotating-trust"]);
    for key in [&first, &second, &third] {
        is_refused(key, "api_key_revoked");
    }
    let states: Vec<_> = listed("rotating-trust")["keys"].as_array().unwrap().clone();
    assert!(states.len() == 3 && states.iter().all(|key| key["state"] == "revoked"));
}

#[test]
fn a_partner_sends_to_its_own_councils_and_a_concern_anywhere() {
    let (key, _) = added("local-trust", "school", &["--authorities", "Rochdale"]);
    let refused = send(&key, &new_key(), &family());
    let path = "household.address.postcode".to_owned();
    assert_eq!(refused.problem(403), [(path, "not_allowed".to_owned())]);
    assert_eq!(refused.json()["code"], "authority_not_allowed");
    assert!(refused.json()["errors"][0]["message"].as_str().unwrap().contains("Rochdale"));
    accepted(&send(&key, &new_key(), &with_concern(family())));
    // Where the place cannot be told, nobody says that it is elsewhere.
    let unknown = family_of(json!({"address": {"lines": ["1"], "town": "Rochdale"}}));
    accepted(&send(&key, &new_key(), &unknown));
    let concealed = family_of(json!({"concealed": true, "authority": "E09000033"}));
    let refused = send(&key, &new_key(), &concealed);
    assert_eq!(refused.problem_paths(403), ["household.authority"]);
}

#[test]
fn a_client_that_asks_too_fast_waits_as_told_and_its_concerns_do_not() {
    let (key, _) = added("fast-trust", "school", &["--rate", "1", "--burst", "2"]);
    let answers: Vec<Answer> = (0..20).map(|_| ask(&key)).collect();
    let slowed = answers.iter().find(|answer| answer.status == 429).expect("one is too fast");
    slowed.problem(429);
    assert_eq!(slowed.json()["code"], "too_many_requests");
    let seconds: u64 = slowed.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=2).contains(&seconds), "{seconds}");

    // Each round sends a referral that is no concern until one is refused, and the concern at once after.
    let refused = (0..20).any(|_| send(&key, &new_key(), &family()).status == 429);
    assert!(refused, "referrals have a pace");
    for _ in 0..5 {
        accepted(&send(&key, &new_key(), &with_concern(family())));
    }
    // Other clients are not held up by it.
    let (other, _) = added("slow-trust", "school", &["--rate", "1", "--burst", "2"]);
    assert_eq!(ask(&other).status, 404);
    let counted = stack()
        .log()
        .lines()
        .any(|line| line.contains("RequestsRefused") && line.contains("fast-trust"));
    assert!(counted, "refusals are counted by client");
}

#[test]
fn tokens_of_the_issuer_have_a_pace_of_their_own() {
    let call: Call<'_> = stack().get(UNKNOWN).by(stack().partner("council"));
    assert_eq!(call.send().status, 404);
    let rows = Tables::of(stack()).dump("partners");
    let arrivals = rows.iter().filter(|row| row["id"]["S"].as_str().unwrap().starts_with("A#"));
    assert!(arrivals.clone().count() > 0);
    assert!(arrivals.clone().all(|row| row["expires"]["N"].is_string()));
}
