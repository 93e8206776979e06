//! Tests of starting and stopping, and of the things that are there once the stack runs.

use std::path::Path;

use e2e::family;
use e2e::stack::{Stack, postcodes, refused_start};

use crate::stack;

#[test]
fn healthz_is_200_when_it_is_ready() {
    let answer = stack().get("/healthz").send();
    assert_eq!((answer.status, &answer.json()["status"]), (200, &"ok".into()));
}

#[test]
fn there_are_credentials_for_each_kind_of_partner_and_for_each_inbox() {
    let credentials = stack().credentials();
    for kind in ["school", "health", "police", "council", "community"] {
        let partner = credentials.partner(kind);
        assert!(partner.hubs.is_empty(), "a {kind} has no inbox");
    }
    for inbox in [
        "westminster-bessborough",
        "westminster-portman",
        "westminster-queens-park",
        "isle-of-wight-newport",
        "isle-of-wight-ryde",
        "essex-chelmsford",
        "out-of-area",
        "review",
    ] {
        credentials.of_inbox(inbox);
    }
    for authority in ["westminster", "isle-of-wight", "rochdale", "essex"] {
        credentials.of_inbox(&format!("{authority}-front-door"));
        credentials.of_inbox(&format!("{authority}-triage"));
    }
    let hubs = |authority: &str| {
        let own = |id: &&String| {
            id.starts_with(authority) && !id.ends_with("-front-door") && !id.ends_with("-triage")
        };
        credentials.inboxes().iter().filter(own).count()
    };
    let counts = ["westminster-", "isle-of-wight-", "rochdale-", "essex-"].map(hubs);
    assert!(counts[..3] == [3, 2, 5] && counts[3] >= 3, "{counts:?}");
}

#[test]
fn every_client_has_a_secret_of_its_own_and_gets_a_token() {
    let clients = &stack().credentials().0;
    let mut secrets: Vec<&str> = clients.iter().map(|client| client.secret.as_str()).collect();
    secrets.sort_unstable();
    secrets.dedup();
    assert_eq!(secrets.len(), clients.len());
    assert!(secrets.iter().all(|secret| secret.len() >= 22), "128 bits or more");
    for client in clients {
        assert!(stack().token(&client.id).split('.').count() == 3);
    }
}

#[test]
fn a_client_with_a_wrong_secret_gets_no_token() {
    let fields = [
        ("grant_type", "client_credentials"),
        ("client_id", stack().partner("school")),
        ("client_secret", "not-the-secret"),
    ];
    let answer = stack().post("/oauth2/token").form(&fields).send();
    assert_eq!((answer.status, &answer.json()["error"]), (401, &"invalid_client".into()));
}

#[test]
fn a_taken_port_is_said_clearly() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state");
    let refusal = refused_start(stack().port(), &state, &postcodes(), &[]);
    assert!(!refusal.status.success());
    assert!(refusal.said.contains(&format!("port {} is in use", stack().port())), "{refusal:?}");
}

#[test]
fn a_state_folder_in_use_is_said_clearly() {
    let refusal = refused_start(0, stack().state(), &postcodes(), &[]);
    assert!(!refusal.status.success());
    assert!(refusal.said.contains("in use by another run"), "{refusal:?}");
    assert_eq!(stack().get("/healthz").send().status, 200, "the one that runs goes on");
}

#[test]
fn a_missing_postcode_index_is_said_clearly() {
    let folder = tempfile::tempdir().unwrap();
    let refusal =
        refused_start(0, &folder.path().join("state"), Path::new("/nowhere/postcodes.idx"), &[]);
    assert!(!refusal.status.success());
    assert!(refusal.said.contains("make postcodes"), "{refusal:?}");
}

#[test]
fn a_function_that_is_not_built_is_said_clearly() {
    let folder = tempfile::tempdir().unwrap();
    let nothing = folder.path().to_str().unwrap();
    let state = folder.path().join("state");
    let refusal = refused_start(0, &state, &postcodes(), &["--bin-dir", nothing]);
    assert!(!refusal.status.success());
    assert!(refusal.said.contains("make build"), "{refusal:?}");
}

#[test]
fn ctrl_c_stops_cleanly_and_a_second_start_goes_on() {
    let mut stack = Stack::start();
    let before = stack.post_referral(&family::family());
    let entry = stack.wait_until_in_inbox(&before, "westminster-bessborough");
    assert_eq!(stack.inbox("westminster-bessborough").change(&entry, "claim").status, 200);
    let last = stack.post_referral(&family::family());
    let credentials = std::fs::read(stack.state().join("dev-credentials.json")).unwrap();

    let status = stack.stop();
    assert_eq!(status.code(), Some(0), "{status}\n{}", stack.log_tail());

    stack.restart();
    assert_eq!(std::fs::read(stack.state().join("dev-credentials.json")).unwrap(), credentials);
    let entry = stack.inbox("westminster-bessborough").entry_with(&before).expect("still there");
    assert_eq!(entry["state"], "claimed");
    // If the stack was stopped before this referral was routed, the sweeper finds it.
    stack.wait_until_in_inbox(&last, "westminster-bessborough");
    assert_eq!(stack.entries_with(&last).len(), 1);
    assert_eq!(stack.stop().code(), Some(0));
}
