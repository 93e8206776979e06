//! Tests of sessions on the hub's pages: the browser's part of them, their end on the server, and the
//! slowing of sign-ins that fail.

use std::process::Command;

use e2e::binaries;
use e2e::http::Answer;
use e2e::tables::Tables;

use e2e::pages::session_in;

use crate::hub_page::{page, post, session};
use crate::stack;

/// An inbox in which no other test signs in to the pages.
const LANGLEY: &str = "rochdale-langley";
/// The stream of failed sign-ins.
const STREAM: &str = "68756277-6172-4420-b369-676e2d696e73";

fn hubward(arguments: &[&str]) -> String {
    let mut command = Command::new(binaries().join("hubward"));
    let output = command.args(arguments).arg("--state").arg(stack().state()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn is_over(session: &str) {
    for path in ["/hub", "/hub/entries/11111111-2222-4333-8444-555555555555"] {
        let answer = stack().get(path).header("cookie", session).send();
        assert_eq!(answer.status, 303);
        assert!(answer.header("location").unwrap().starts_with("/hub/sign-in"), "{answer:?}");
        assert!(answer.header("set-cookie").unwrap().contains("Max-Age=0"), "{answer:?}");
    }
}

fn sign_out(session: &str) -> Answer {
    post("/hub/sign-out", &[]).header("cookie", session).send()
}

#[test]
fn a_browser_is_given_a_random_id_that_no_table_holds() {
    let (one, two) = (session(LANGLEY), session(LANGLEY));
    let id = |session: &str| session.strip_prefix("__Host-hub-session=").unwrap().to_owned();
    assert_ne!(one, two);
    let rows = Tables::of(stack()).dump("sessions");
    let rows = serde_json::to_string(&rows).unwrap();
    for id in [id(&one), id(&two)] {
        assert!(id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{id}");
        assert!(!rows.contains(&id), "{rows}");
        assert!(!stack().log().contains(&id), "an id is in the log");
    }
    let worker = stack().credentials().of_inbox(LANGLEY);
    assert!(!rows.contains(&worker.id) && !rows.contains(LANGLEY), "{rows}");
}

#[test]
fn a_session_that_is_signed_out_is_over_whatever_the_browser_keeps() {
    let (one, two) = (session(LANGLEY), session(LANGLEY));
    assert_eq!(page(&one, "/hub").status, 200);
    let from_elsewhere = stack().post("/hub/sign-out").header("sec-fetch-site", "cross-site");
    assert_eq!(from_elsewhere.header("cookie", &one).send().status, 403);
    assert_eq!(page(&one, "/hub").status, 200, "another site cannot end it");
    assert_eq!(sign_out(&one).header("location"), Some("/hub/sign-in"));
    is_over(&one);
    assert_eq!(sign_out(&one).status, 303, "signing out twice does no harm");
    assert_eq!(page(&two, "/hub").status, 200, "another browser stays signed in");
}

#[test]
fn signing_in_again_takes_the_place_of_the_browsers_session() {
    let mut browser = stack().worker();
    let person = format!("hub-{LANGLEY}");
    let before = session_in(&browser.sign_in(&person, "/hub/sign-in"));
    let after = session_in(&browser.sign_in(&person, "/hub/sign-in"));
    assert_ne!(before, after);
    is_over(&before);
    assert_eq!(page(&after, "/hub").status, 200);
}

#[test]
fn an_operator_ends_all_sessions_of_a_worker_and_nobody_elses() {
    let newbold = "rochdale-newbold";
    let (one, two, other) = (session(newbold), session(newbold), session(LANGLEY));
    let (issuer, subject) = (stack().url(), format!("hub-{newbold}"));
    let end = ["sessions", "end", "--issuer", &issuer, "--subject", &subject];
    assert_eq!(hubward(&end), "2 sessions ended\n");
    is_over(&one);
    is_over(&two);
    assert_eq!(page(&other, "/hub").status, 200);
    assert_eq!(hubward(&end), "0 sessions ended\n");
}

#[test]
fn sign_ins_that_fail_are_slowed_after_ten_and_each_is_in_the_audit_trail() {
    let before = failures();
    let mut browser = stack().worker();
    let mut fail = || {
        let issuers = browser.leave("/hub/sign-in");
        let back = browser.choose(&issuers, "");
        browser.get(&back)
    };
    let mut failed = 0;
    // The count is of a minute by the clock: where one ends meanwhile, it begins again.
    let slowed = loop {
        let answer = fail();
        if answer.status == 429 {
            break answer;
        }
        assert_eq!(answer.status, 403, "{answer:?}");
        assert!(answer.header("set-cookie").is_none() && answer.body.contains("did not confirm"));
        failed += 1;
        assert!(failed <= 40, "nobody is slowed");
    };
    assert!(failed >= 10, "slowed after {failed}");
    let wait: u64 = slowed.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    assert!(slowed.body.contains("Wait a minute") && slowed.body.contains("<h1"), "{slowed:?}");
    session(LANGLEY); // Others sign in meanwhile.
    assert!(failures() >= before + failed, "{before} and {failed} more");
    let trail = hubward(&["audit", "verify", "--entry", STREAM]);
    assert!(trail.contains("in 1 chains"), "{trail}");
    hubward(&["audit", "verify"]);
}

fn trail_rows() -> Vec<serde_json::Value> {
    let mut rows = Tables::of(stack()).dump("audit");
    rows.retain(|row| row["stream"]["S"] == STREAM);
    rows
}

fn failures() -> usize {
    trail_rows().iter().filter(|row| row["action"]["S"] == "sign_in_failed").count()
}
