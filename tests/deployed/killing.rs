//! `kill -9` of functions in the middle of their work: every referral that was answered 202 arrives,
//! once.

use std::thread;
use std::time::Duration;

use e2e::api::new_key;
use e2e::family::family;
use e2e::http::Answer;
use e2e::wait;
use serde_json::Value;

use crate::cloud;
use crate::cloud::STAGE;
use crate::routes::PIMLICO;

/// The functions that are killed, and how often in the middle of their work.
const KILLED: [&str; 2] = ["partner", "route"];
const KILLS: usize = 3;
const SENDERS: usize = 3;
/// A limit, so that a test in which nothing is killed ends.
const MOST_REFERRALS_EACH: usize = 100;

/// The number of times that a function ended before it had answered, by the engine's log.
fn broken_off(function: &str) -> usize {
    let line = format!("Lambda hubward-{STAGE}-{function}: Runtime exited before returning");
    cloud().log().matches(&line).count()
}

/// Sends a referral with one key until it is accepted, as a partner's system does.
fn sent(referral: &Value) -> String {
    let key = new_key();
    let accepted = |answer: Answer| match answer.status {
        202 => Some(e2e::api::accepted(&answer)),
        500.. => None,
        _ => panic!("{answer:?}"),
    };
    let answered = wait::patiently(|| accepted(cloud().referral(&key, referral).try_send().ok()?));
    answered.expect("it is accepted in the end")
}

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn a_kill_of_functions_in_the_middle_of_their_work_loses_nothing() {
    cloud().while_messages_come_again_soon(|| {
        let before = KILLED.map(broken_off);
        let killed = || [0, 1].map(|at| broken_off(KILLED[at]) - before[at]);
        let enough = || killed().iter().all(|kills| *kills >= KILLS);
        let send = || {
            let all = (0..MOST_REFERRALS_EACH).take_while(|_| !enough()).map(|_| sent(&family()));
            all.collect::<Vec<_>>()
        };
        let ids: Vec<String> = thread::scope(|scope| {
            let senders: Vec<_> = (0..SENDERS).map(|_| scope.spawn(send)).collect();
            while senders.iter().any(|sender| !sender.is_finished()) {
                thread::sleep(Duration::from_millis(100));
                let again = killed();
                for function in cloud().functions() {
                    let at = KILLED.iter().position(|name| *name == function.name);
                    if at.is_some_and(|at| again[at] < KILLS) {
                        function.kill_9();
                    }
                }
            }
            senders.into_iter().flat_map(|sender| sender.join().unwrap()).collect()
        });
        println!("accepted: {}, ended in the middle of their work: {:?}", ids.len(), killed());
        assert!(enough(), "{:?}", killed());
        for id in &ids {
            cloud().wait_until_in_inbox(id, PIMLICO);
        }
        cloud().wait_until_queues_are_empty();
        let entries = cloud().inbox(PIMLICO).entries();
        for id in &ids {
            let holding = entries.iter().filter(|entry| e2e::inbox::holds(entry, id));
            assert_eq!(holding.count(), 1, "{id} is in one entry");
        }
    });
}
