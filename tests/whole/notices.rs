//! Tests of the one message that somebody can choose, by the real functions and the service that stands for
//! GOV.UK Notify on this machine.

use e2e::family::unique;
use e2e::stack::Stack;
use e2e::tables::Tables;

use crate::form::{at_check, filled, reference};
use crate::webhooks::{due, try_now};

/// A stack that sweeps every second.
fn swept_often() -> Stack {
    Stack::start_with(|_| vec!["--schedule-every".to_owned(), "1".to_owned()])
}

/// The reference and the id of a form that a family sends, with this choice.
fn sent(stack: &Stack, child: &str, choice: Option<&str>) -> (String, String) {
    let mut visitor = at_check(stack, &filled(child, &[]));
    visitor.wait_as_a_person_does();
    let mut form = visitor.form();
    form.fields.extend(choice.map(|choice| ("notice".to_owned(), choice.to_owned())));
    let page = visitor.post(&form.action.clone(), &form.fields).clone();
    assert_eq!(page.body.contains("one message"), choice == Some("text"), "{}", page.body);
    let reference = reference(&page);
    let rows = Tables::of(stack).dump("referrals");
    let own = |row: &&serde_json::Value| {
        row["sk"]["S"] == "STATE" && row["reference"]["S"] == reference.as_str()
    };
    let pk = rows.iter().find(own).expect("its state")["pk"]["S"].as_str().unwrap().to_owned();
    (reference, pk.strip_prefix("R#").expect("a state row").to_owned())
}

/// The number of messages about a reference that would have been sent.
fn messages(stack: &Stack, reference: &str) -> usize {
    let page = stack.get("/dev/notices").send();
    assert_eq!(page.status, 200, "{page:?}");
    page.body.split("<article").skip(1).filter(|one| one.contains(reference)).count()
}

/// Waits until as many tries to send the message about a referral have failed.
fn failed_tries(stack: &Stack, id: &str, count: usize) {
    let failed = |line: &&str| line.contains(id) && line.contains("\"later\"");
    stack.wait(&format!("{count} failed tries"), || {
        (stack.log().lines().filter(failed).count() >= count).then_some(())
    });
}

fn away(stack: &Stack, seconds: u32) {
    let answer = stack.post(format!("/dev/notices/away?seconds={seconds}")).send();
    assert_eq!(answer.status, 200, "{answer:?}");
}

#[test]
fn an_outage_delays_no_referral_and_the_message_comes_once_when_it_is_over() {
    let stack = swept_often();
    away(&stack, 3_600);
    let child = unique();
    let (reference, id) = sent(&stack, &child, Some("text"));
    stack.wait("the referral to be placed", || stack.inbox("essex-chelmsford").entry_with(&id));
    for failed in 1..4 {
        failed_tries(&stack, &id, failed);
        try_now(&stack, &id);
    }
    failed_tries(&stack, &id, 4);
    assert_eq!(messages(&stack, &reference), 0);
    away(&stack, 0);
    try_now(&stack, &id);
    stack.wait("the message", || (messages(&stack, &reference) > 0).then_some(()));
    stack.wait("nothing to be due", || due(&stack, &id).is_none().then_some(()));
    assert_eq!(messages(&stack, &reference), 1);
}

#[test]
fn a_message_goes_to_none_who_did_not_choose_one() {
    let stack = swept_often();
    let unchosen =
        [None, Some("none"), Some("email")].map(|choice| sent(&stack, &unique(), choice));
    for (_, id) in &unchosen {
        stack.wait("the referral to be placed", || stack.inbox("essex-chelmsford").entry_with(id));
    }
    let (chosen, id) = sent(&stack, &unique(), Some("text"));
    stack.wait("the message", || (messages(&stack, &chosen) > 0).then_some(()));
    stack.wait("nothing to be due", || due(&stack, &id).is_none().then_some(()));
    for (reference, id) in &unchosen {
        assert_eq!((messages(&stack, reference), due(&stack, id)), (0, None));
    }
    let kept = Tables::of(&stack).dump("referrals").into_iter();
    let kept: Vec<_> = kept.filter(|row| row.get("notice").is_some()).collect();
    assert_eq!(kept.len(), 1, "only a choice is kept");
    assert!(kept[0]["notice"]["B"].is_string(), "sealed: {kept:?}");
}
