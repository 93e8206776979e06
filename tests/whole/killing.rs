//! Tests of `kill -9` of everything: a referral that was answered 202 is not lost, and does not
//! come twice.

use std::thread;
use std::time::Duration;

use e2e::api;
use e2e::family::family;
use e2e::stack::Stack;

/// Delays in milliseconds: right after the 202, and while the referral is queued, routed or
/// delivered.
const DELAYS: [u64; 6] = [0, 0, 150, 400, 900, 1300];

#[test]
fn a_referral_survives_kill_9_right_after_the_202_and_arrives_once() {
    let mut stack = Stack::start();
    let mut sent = Vec::new();
    for delay in DELAYS {
        let (key, referral) = (api::new_key(), family());
        let answer = stack.referral(&key, &referral).send();
        sent.push((api::accepted(&answer), key, referral, answer));
        thread::sleep(Duration::from_millis(delay));
        stack.kill_9_tree();
        stack.restart();
    }
    for (id, key, referral, answer) in &sent {
        let entry = stack.wait_until_in_inbox(id, "westminster-bessborough");
        assert_eq!(entry["referral_ids"], serde_json::json!([id]));
        let again = stack.referral(key, referral).send();
        assert_eq!((again.status, &again.body), (202, &answer.body), "its replay survived too");
    }
    // Messages that came a second time have been dealt with too.
    stack.wait_until_queues_are_empty();
    for (id, ..) in &sent {
        let holding = stack.entries_with(id);
        assert_eq!(holding.len(), 1, "{id}: {holding:?}");
    }
    let entries = stack.inbox("westminster-bessborough").entries();
    assert_eq!(entries.len(), sent.len(), "nothing came that was not sent");
}

#[test]
fn referrals_under_way_when_killed_are_stored_whole_or_not_at_all() {
    let mut stack = Stack::start();
    let sent: Vec<_> = (0..12).map(|_| (api::new_key(), family())).collect();
    let answers: Vec<Option<String>> = thread::scope(|scope| {
        let calls: Vec<_> = sent.iter().map(|(key, one)| stack.referral(key, one)).collect();
        let answered = |call: e2e::http::Call<'_>| {
            call.try_send().ok().filter(|answer| answer.status == 202).map(|answer| answer.body)
        };
        let sending: Vec<_> =
            calls.into_iter().map(|call| scope.spawn(move || answered(call))).collect();
        thread::sleep(Duration::from_millis(60));
        stack.kill_9_under_way();
        sending.into_iter().map(|one| one.join().unwrap()).collect()
    });
    stack.kill_9_tree();
    stack.restart();
    // Each referral is sent again, as its sender would send it: with the key it had.
    for ((key, referral), before) in sent.iter().zip(&answers) {
        let again = stack.referral(key, referral).send();
        let id = api::accepted(&again);
        if let Some(before) = before {
            assert_eq!(&again.body, before, "a 202 stands");
        }
        stack.wait_until_in_inbox(&id, "westminster-bessborough");
    }
    let entries = stack.inbox("westminster-bessborough").entries();
    assert_eq!(entries.len(), sent.len(), "one entry for each, however often it was sent");
}
