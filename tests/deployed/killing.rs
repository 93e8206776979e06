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
use crate::routes::PIMLICO;

const SENDERS: usize = 3;
const REFERRALS_EACH: usize = 8;
/// The fewest processes of each function that must have been killed.
const KILLS: usize = 4;

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
        let mut killed = [("partner", 0), ("route", 0)];
        let ids: Vec<String> = thread::scope(|scope| {
            let send = || (0..REFERRALS_EACH).map(|_| sent(&family())).collect::<Vec<_>>();
            let senders: Vec<_> = (0..SENDERS).map(|_| scope.spawn(send)).collect();
            while senders.iter().any(|sender| !sender.is_finished()) {
                thread::sleep(Duration::from_millis(150));
                for (name, kills) in &mut killed {
                    let busy = cloud().functions().into_iter().find(|one| one.name == *name);
                    if let Some(function) = busy.filter(|_| *kills < KILLS) {
                        function.kill_9();
                        *kills += 1;
                    }
                }
            }
            senders.into_iter().flat_map(|sender| sender.join().unwrap()).collect()
        });
        println!("killed: {killed:?}");
        assert!(killed.iter().all(|(_, kills)| *kills > 0), "{killed:?}");
        for id in &ids {
            cloud().wait_until_in_inbox(id, PIMLICO);
        }
        cloud().wait_until_queues_are_empty();
        for id in &ids {
            assert_eq!(cloud().entries_with(id).len(), 1, "{id} is in one entry");
        }
    });
}
