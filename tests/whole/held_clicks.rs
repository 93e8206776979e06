//! Tests of a worker with two roles, and of a click that meets the end of their session.

use e2e::family::family;
use e2e::html::{forms, select};
use e2e::http::Answer;
use e2e::inbox::id;
use e2e::pages::{Worker, form_for, session_in};
use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::{Value, json};

const BESSBOROUGH: &str = "westminster-bessborough";

/// Ends every session of a stack as half an hour without use does.
fn end_idle(stack: &Stack) {
    let tables = Tables::of(stack);
    for row in tables.dump("sessions") {
        if row.get("idle_until").is_some() {
            let change = json!({
                "TableName": tables.table("sessions"),
                "Key": {"id": row["id"]},
                "UpdateExpression": "SET idle_until = :then",
                "ExpressionAttributeValues": {":then": {"N": "1"}},
            });
            tables.call("UpdateItem", &change);
        }
    }
}

/// Chooses, on the page that asks for it, the capacity whose button names an inbox and a role.
#[track_caller]
fn choose(browser: &mut Worker<'_>, page: &Answer, words: &str) -> Answer {
    let buttons = select(&page.body, "button[name=capacity]");
    let button = buttons.iter().find(|button| button.text.contains(words));
    let button = button.unwrap_or_else(|| panic!("no button {words}: {page:?}"));
    let form = forms(&page.body).into_iter().find(|form| form.action == "/hub/sign-in").unwrap();
    let form = form.filled(&[("capacity", button.get("value").unwrap())]);
    browser.post(&form.action, &form.fields)
}

fn state(stack: &Stack, entry: &Value) -> Value {
    stack.inbox(BESSBOROUGH).open(entry).json()["state"].clone()
}

#[test]
fn a_click_that_meets_the_end_of_a_session_is_kept_and_made_after_signing_in() {
    let stack = Stack::start();
    let referral = stack.post_referral(&family());
    let entry = stack.wait_until_in_inbox(&referral, BESSBOROUGH);
    let path = format!("/hub/entries/{}", id(&entry));
    let person = format!("hub-{BESSBOROUGH}");
    let mut browser = stack.worker();
    session_in(&browser.sign_in(&person, "/hub/sign-in"));
    let claim = form_for(&browser.get(&path), "/claim");
    end_idle(&stack);

    let led_away = browser.post(&claim.action, &claim.fields);
    assert_eq!(led_away.status, 303, "{led_away:?}");
    let sign_in = led_away.header("location").unwrap().to_owned();
    let page = browser.get(&sign_in);
    assert!(page.body.contains("We have kept what you entered"), "{page:?}");
    assert_eq!(state(&stack, &entry), "new");

    // Somebody else at the same desk is not shown it.
    let mut colleague = browser.clone();
    colleague.sign_in("manager", &sign_in);
    let nothing = colleague.get("/hub/again");
    assert!(nothing.body.contains("Your change was not made"), "{nothing:?}");

    let signed_in = browser.sign_in(&person, &sign_in);
    assert!(signed_in.body.contains("/hub/again"), "{signed_in:?}");
    let again = browser.get("/hub/again");
    assert!(again.body.contains("Claim this entry?"), "{again:?}");
    assert_eq!(state(&stack, &entry), "new", "looking at it makes nothing");
    let made = form_for(&again, "/claim");
    let made = browser.post(&made.action, &made.fields);
    assert_eq!((made.status, made.header("location")), (303, Some(path.as_str())), "{made:?}");
    assert_eq!(state(&stack, &entry), "claimed");

    // Without a session that is known, the worker is led to the entry, and told.
    let mut stranger = stack.worker();
    let led_away = stranger.post(&claim.action, &claim.fields);
    let page = stranger.get(led_away.header("location").unwrap());
    assert!(page.body.contains("It was not made."), "{page:?}");
    let signed_in = stranger.sign_in(&person, led_away.header("location").unwrap());
    assert!(signed_in.body.contains(&path), "{signed_in:?}");
}

#[test]
fn a_worker_of_two_roles_takes_neither_into_the_hub_of_the_other() {
    let stack = crate::stack();
    let referral = stack.post_referral(&family());
    let entry = stack.wait_until_in_inbox(&referral, BESSBOROUGH);
    let path = format!("/hub/entries/{}", id(&entry));
    let as_role = |words: &str| {
        let mut browser = stack.worker();
        let page = browser.sign_in("two-roles", &format!("/hub/sign-in?to={path}"));
        assert_eq!(page.status, 200, "{page:?}");
        let chosen = choose(&mut browser, &page, words);
        assert_eq!((chosen.status, chosen.header("location")), (303, Some(path.as_str())));
        assert_eq!(choose(&mut browser, &page, words).status, 403, "a choice is made once");
        browser.get(&path).status
    };
    assert_eq!([as_role("Hub manager"), as_role("Hub worker")], [200, 404]);
}
