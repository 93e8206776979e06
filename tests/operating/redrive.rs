//! A drill with a hundred dead letters.

use e2e::family;
use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::json;

use crate::{hubward, said};

const LETTERS: usize = 100;

#[test]
fn a_hundred_dead_letters_go_back_and_are_dealt_with() {
    let stack = Stack::start();
    let tables = Tables::of(&stack);
    let id = stack.post_referral(&family::family());
    let letters = format!("{}-dead-letters", tables.queue("referrals"));
    for _ in 0..LETTERS {
        let body = json!({"referral": id}).to_string();
        tables.call_queues("SendMessage", &json!({"QueueUrl": letters, "MessageBody": body}));
    }
    let dry = hubward(&stack, &["redrive", "--dry-run"]);
    assert!(dry.status.success(), "{}", said(&dry));
    assert!(said(&dry).contains("referrals: 100 dead letters"), "{}", said(&dry));

    let real = hubward(&stack, &["redrive"]);
    assert!(real.status.success(), "{}", said(&real));
    assert!(said(&real).contains("referrals: 100 sent again"), "{}", said(&real));
    assert!(said(&real).contains("urgent: no dead letters"), "{}", said(&real));

    let dry = hubward(&stack, &["redrive", "--dry-run"]);
    assert!(said(&dry).contains("referrals: 0 dead letters"), "{}", said(&dry));
    stack.wait_until_queues_are_empty();
    stack.wait_until_in_inbox(&id, "westminster-bessborough");
    assert_eq!(stack.entries_with(&id).len(), 1, "a hundred messages, one place");
}
