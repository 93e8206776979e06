//! Signing in by a link to a work address, and what somebody sees of the referrals that they have sent.

use std::fs;

use e2e::family::unique;
use e2e::html::{forms, select};
use e2e::stack::Stack;
use e2e::tables::Tables;
use e2e::visitor::{Answers, Visitor};

use crate::professional::{HOME, answers, reference, senco, submit, walk};
use crate::stack;

const SIGN_IN: &str = "/refer/professional/sign-in";
const REFERRALS: &str = "/refer/professional/referrals";

/// An address of the school that nobody else has.
fn address() -> String {
    format!("{}@St-Marys.example", unique().to_lowercase())
}

/// Asks for a link to an address.
fn ask(visitor: &mut Visitor<'_>, address: &str) {
    visitor.get(SIGN_IN);
    submit(visitor, "/sign-in/email", &Answers::of(&[("email", address)]));
}

/// The paths of the links that an address was sent, the newest first.
fn links_to(address: &str) -> Vec<String> {
    let page = stack().get("/dev/notices").send().body;
    // The local part stays as it was typed, the domain is in small letters.
    let (name, domain) = address.split_once('@').unwrap();
    let to = format!("To {name}@{}", domain.to_lowercase());
    let notices = page.split("<article>").filter(|notice| notice.contains(&to));
    let link = |notice: &str| {
        let link = select(notice, "a").remove(0).get("href").unwrap().to_owned();
        link[link.find("/refer/").unwrap()..].to_owned()
    };
    notices.map(link).collect()
}

/// Somebody who has signed in by a link to an address, and said who they are.
fn signed_in(address: &str) -> Visitor<'static> {
    let mut visitor = stack().visitor();
    ask(&mut visitor, address);
    visitor.get(&links_to(address)[0]);
    submit(&mut visitor, "/sign-in/link", &Answers::default());
    assert_eq!(visitor.path, "/refer/professional/you", "{:?}", visitor.page);
    let who = Answers::of(&[("your-name", "Siân"), ("your-role", "SENCO")]);
    submit(&mut visitor, "/you", &who);
    assert_eq!(visitor.path, HOME, "{:?}", visitor.page);
    visitor
}

/// Sends a referral about a new child; its reference.
fn send(visitor: &mut Visitor<'_>) -> String {
    visitor.get(HOME);
    walk(visitor, &answers(&unique()));
    submit(visitor, "/send", &Answers::default());
    reference(&visitor.page)
}

#[test]
fn a_link_signs_in_once_and_opening_it_uses_nothing_up() {
    let address = address();
    let mut visitor = stack().visitor();
    ask(&mut visitor, &address);
    let link = links_to(&address).remove(0);
    // A program that looks through mail opens it first.
    for _ in 0..3 {
        let mut scanner = stack().visitor();
        scanner.get(&link);
        assert_eq!(scanner.page.status, 200);
        for (name, value) in [("referrer-policy", "no-referrer"), ("cache-control", "no-store")] {
            assert_eq!(scanner.page.header(name), Some(value));
        }
        assert!(!scanner.page.body.contains("http-equiv"), "it leads on by itself");
    }
    visitor.get(&link);
    let form = forms(&visitor.page.body).remove(0);
    submit(&mut visitor, "/sign-in/link", &Answers::default());
    assert_eq!(visitor.path, "/refer/professional/you", "{:?}", visitor.page);
    let mut other = stack().visitor();
    other.get(&link);
    assert_eq!(other.page.status, 403, "it was used");
    other.post(&form.action, &form.fields);
    assert_eq!(other.page.status, 403);
    other.get(HOME);
    assert_eq!(other.path, SIGN_IN);
    // The second of two clicks of the one who signed in leads on.
    visitor.post(&form.action, &form.fields);
    assert_eq!(visitor.path, "/refer/professional/you");
}

#[test]
fn nobody_learns_which_organisations_are_known() {
    let known = address();
    let unknown = format!("{}@elsewhere.example", unique().to_lowercase());
    let answer = |address: &str| {
        let mut visitor = stack().visitor();
        ask(&mut visitor, address);
        (visitor.path.clone(), visitor.page.status, visitor.page.body.clone())
    };
    assert_eq!(answer(&known), answer(&unknown));
    assert_eq!((links_to(&known).len(), links_to(&unknown).len()), (1, 0));
    let mut visitor = stack().visitor();
    ask(&mut visitor, "nobody at home");
    assert_eq!(visitor.page.status, 422);
    assert_eq!(visitor.errors()[0].0, "#email");
}

#[test]
fn an_address_is_sent_five_links_an_hour_and_nobody_is_told() {
    let address = address();
    let mut paths = Vec::new();
    for _ in 0..11 {
        // Each comes from another source.
        let mut visitor = stack().visitor();
        ask(&mut visitor, &address);
        paths.push((visitor.path.clone(), visitor.page.status));
    }
    assert!(paths.iter().all(|one| *one == paths[0]) && paths[0].1 == 200, "{paths:?}");
    // An hour by the clock may end in between: then there are two times five at most.
    assert!((5..=10).contains(&links_to(&address).len()), "{:?}", links_to(&address));
}

/// A stack whose functions have another value for a variable.
fn with(variable: &str, value: &str) -> Stack {
    Stack::start_with(|_| vec!["--set".to_owned(), format!("{variable}={value}")])
}

#[test]
fn a_service_that_does_not_answer_is_told_to_operators_alone() {
    let stack = with("HUBWARD_NOTIFY_URL", "http://127.0.0.1:9");
    let address = address();
    let mut visitor = stack.visitor();
    ask(&mut visitor, &address);
    assert_eq!(visitor.page.status, 200);
    assert!(visitor.path.ends_with("/sign-in/email"), "{:?}", visitor.page);
    stack.wait("the failure to be in the log", || {
        stack.log().contains("a link to sign in was not sent").then_some(())
    });
    let log = stack.log();
    assert!(log.contains("\"NoticeNotSent\":1"), "{log}");
    assert!(!log.to_lowercase().contains(address.split('@').next().unwrap()), "{log}");
}

#[test]
fn nobody_is_offered_a_link_where_none_can_be_sent() {
    let stack = with("HUBWARD_NOTIFY_SIGN_IN_TEMPLATE", "");
    let mut visitor = stack.visitor();
    visitor.get(SIGN_IN);
    assert!(!visitor.page.body.contains("name=\"email\""), "{:?}", visitor.page);
    let fields = [("email".to_owned(), address())];
    assert_eq!(visitor.answer_to_post("/refer/professional/sign-in/email", &fields).status, 404);
}

#[test]
fn somebody_who_signs_in_by_e_mail_is_the_same_each_time_and_nameless_in_every_row() {
    let address = address();
    let mut first = signed_in(&address);
    let reference = send(&mut first);
    // The same address, typed with other capitals, in another browser.
    let mut second = signed_in(&address.to_uppercase());
    second.get(REFERRALS);
    assert!(second.page.body.contains(&reference), "{:?}", second.page);
    let name = address.split('@').next().unwrap();
    let tables = Tables::of(stack());
    let rows = tables.dump("referrals");
    let row = rows.iter().find(|row| row["submitter"]["S"].as_str().is_some_and(is_alias));
    assert!(row.is_some(), "a sender has an alias");
    for table in ["referrals", "inbox", "audit", "drafts", "due"] {
        let text = serde_json::json!(tables.dump(table)).to_string().to_lowercase();
        assert!(!text.contains(name), "{table}");
    }
    let log = stack().log();
    let secret = links_to(&address)[0].rsplit('/').next().unwrap().to_owned();
    assert!(log.contains("request answered"), "the log is the stack's");
    assert!(
        !log.to_lowercase().contains(name) && !log.contains(&secret),
        "the log tells of a link"
    );
    let keys: serde_json::Value =
        serde_json::from_slice(&fs::read(stack().state().join("keys.json")).unwrap()).unwrap();
    assert!(!log.contains(keys["notices"]["2"].as_str().unwrap()));
}

fn is_alias(submitter: &str) -> bool {
    submitter.strip_prefix("email:").is_some_and(|alias| alias.len() == 64)
}

#[test]
fn a_form_that_was_begun_is_there_after_signing_in_again() {
    let address = address();
    let mut visitor = signed_in(&address);
    submit(&mut visitor, "/start", &Answers::default());
    let child = unique();
    submit(&mut visitor, "/form/children", &answers(&child));
    let mut later = visitor.clone();
    ask(&mut later, &address);
    later.get(&links_to(&address)[0]);
    submit(&mut later, "/sign-in/link", &Answers::default());
    submit(&mut later, "/you", &Answers::of(&[("your-name", "Siân"), ("your-role", "SENCO")]));
    later.get("/refer/professional/form/children");
    assert!(later.page.body.contains(&child), "{:?}", later.page);
}

#[test]
fn a_sender_sees_how_their_own_stand_and_nothing_of_the_family() {
    let child = unique();
    let mut visitor = senco();
    walk(&mut visitor, &answers(&child));
    submit(&mut visitor, "/send", &Answers::default());
    let reference = reference(&visitor.page);
    let page = stack().wait("the referral to be listed", || {
        visitor.get(REFERRALS);
        let links = select(&visitor.page.body, "main a");
        links.into_iter().find(|link| link.text == reference)
    });
    let path = page.get("href").unwrap().to_owned();
    stack().wait("the referral to be placed", || {
        visitor.get(&path);
        visitor.page.body.contains("Placed in an inbox").then_some(())
    });
    let shown = visitor.page.body.clone();
    let id = path.rsplit('/').next().unwrap();
    let row = Tables::of(stack()).dump("referrals").into_iter();
    let placed = row.filter(|row| row["pk"]["S"] == format!("R#{id}")).count();
    assert!(placed >= 2, "it is that referral");
    assert!(shown.contains("Bessborough"), "{shown}");
    assert!(!shown.contains(&child) && !shown.contains("Nguyễn"), "{shown}");
    let copy = visitor.get(&format!("{path}/copy")).clone();
    let name = copy.header("content-disposition").unwrap();
    assert!(name.starts_with("attachment;") && name.contains(&reference), "{name}");
    assert!(copy.body.contains("Placed in an inbox") && !copy.body.contains(&child));

    // Somebody else's, one that there is not, and no id at all are answered alike.
    let mut other = signed_in(&address());
    let answered = [
        &path,
        &format!("{REFERRALS}/11111111-2222-4333-8444-555555555555"),
        &format!("{REFERRALS}/x"),
    ]
    .map(|path| (other.get(path).status, other.page.body.clone()));
    assert_eq!(answered[0].0, 404);
    assert!(answered.iter().all(|one| *one == answered[0]), "{answered:?}");
    other.get(REFERRALS);
    assert!(!other.page.body.contains(&reference));
    assert_eq!(other.get(&format!("{path}/copy")).status, 404);
}
