//! Tests of the list on the hub's pages: its rows, its filters, a search, files of it, and what each
//! leaves in the audit trail.

use e2e::family::{family_at, unique};
use e2e::html::title;
use e2e::http::Answer;
use e2e::inbox::id;
use e2e::tables::Tables;
use serde_json::{Value, json};

use crate::hub_page::{page, post, session};
use crate::stack;

const NEWPORT: &str = "isle-of-wight-newport";

/// A family that nothing else in the tests is named like, and its entry.
struct Sent {
    given: String,
    family: String,
    referral: Value,
    entry: Value,
}

fn sent(change: impl FnOnce(&mut Value)) -> Sent {
    let (given, family) = (unique(), unique());
    let mut referral = family_at("PO30 2AX");
    referral["children"][0]["name"] = json!({"given": given, "family": family});
    change(&mut referral);
    let answer = stack().post_referral(&referral);
    let entry = stack().wait_until_in_inbox(&answer, NEWPORT);
    Sent { given, family, referral, entry }
}

/// Searches, and answers the address that the search leads to and the page there.
fn search(session: &str, typed: &str) -> (String, Answer) {
    let fields = [("sought".to_owned(), typed.to_owned())];
    let answer = post("/hub/search", &fields).header("cookie", session).send();
    assert_eq!(answer.status, 303, "{answer:?}");
    let address = answer.header("location").unwrap().to_owned();
    let shown = page(session, &address);
    (address, shown)
}

fn links(shown: &Answer) -> usize {
    shown.body.matches("href=\"/hub/entries/").count()
}

/// The events of an action in the audit trail.
fn events(action: &str) -> Vec<Value> {
    let mut events = Tables::of(stack()).dump("audit");
    events.retain(|event| event["action"]["S"] == action);
    events
}

#[test]
fn a_row_says_whom_an_entry_is_about_and_when_it_is_due() {
    let one = sent(|_| {});
    let session = session(NEWPORT);
    let (_, shown) = search(&session, &one.family);
    let initial = one.family.chars().next().unwrap();
    for told in [
        format!("{} {initial}., ", one.given),
        "Talking and understanding".to_owned(),
        "From: School".to_owned(),
        "Claim: due in ".to_owned(),
        "Search results".to_owned(),
    ] {
        assert!(shown.body.contains(&told), "{told}: {}", shown.body);
    }
    let row = shown.body.split("class=\"entries\"").nth(1).unwrap();
    assert!(!row.contains(&one.family), "no more of the name than its first letter");
    let opened = page(&session, &format!("/hub/entries/{}", id(&one.entry)));
    assert!(opened.body.contains("Claim: due in "), "{}", opened.body);
    let api = stack().inbox(NEWPORT).open(&one.entry).json();
    assert_eq!(api["due"]["step"], "claim");
}

#[test]
fn a_protected_familys_row_names_nobody() {
    let hidden = sent(|referral| referral["children"][0]["adopted"] = json!(true));
    let (_, shown) = search(&session(NEWPORT), &hidden.family);
    assert!(shown.body.contains("Names hidden, 2 children") && shown.body.contains("Take care"));
    assert!(!shown.body.contains(&hidden.given));
}

#[test]
fn a_family_is_found_by_reference_name_or_date_of_birth_and_no_address_tells_whom() {
    let one = sent(|_| {});
    let session = session(NEWPORT);
    let opened = stack().inbox(NEWPORT).open(&one.entry).json();
    let reference = opened["referrals"][0]["reference"].as_str().unwrap().to_owned();
    let born = one.referral["children"][0]["date_of_birth"].as_str().unwrap();
    let [year, month, day] = born.split('-').collect::<Vec<_>>()[..] else { panic!("{born}") };
    let beginning = one.family[..one.family.len() - 1].to_lowercase();
    let name = format!("{} {beginning}", one.given.to_uppercase());
    for typed in [reference.clone(), name, format!("{day}/{month}/{year}")] {
        let (address, shown) = search(&session, &typed);
        let entry = format!("/hub/entries/{}", id(&one.entry));
        assert!(shown.body.contains(&entry), "{typed}: {}", shown.body);
        assert!(!address.contains(&typed) && !address.contains(&reference), "{address}");
        assert!(shown.body.contains("/hub/export?search="), "the file is of what was found");
    }
    let (_, nobody) = search(&session, &unique());
    assert!(nobody.body.contains("Nobody was found") && links(&nobody) == 0);
}

#[test]
fn a_search_shows_only_ones_own_inboxes_and_another_session_cannot_repeat_it() {
    let one = sent(|_| {});
    let others = session("isle-of-wight-ryde");
    let (address, shown) = search(&others, &one.family);
    assert_eq!(links(&shown), 0, "it is in another inbox");
    let mine = session(NEWPORT);
    let again = stack().get(&address).header("cookie", &mine).send();
    assert_eq!((again.status, again.header("location")), (303, Some("/hub")));
}

#[test]
fn nothing_to_search_for_is_said_beside_the_field() {
    let session = session(NEWPORT);
    for typed in ["", " - ", &"x".repeat(101)] {
        let fields = [("sought".to_owned(), typed.to_owned())];
        let answer = post("/hub/search", &fields).header("cookie", &session).send();
        assert_eq!(answer.status, 422, "{typed}");
        assert!(title(&answer.body).starts_with("Error: "));
        assert!(answer.body.contains("Enter a reference, a name or a date of birth"));
    }
}

#[test]
fn what_was_listed_searched_and_taken_away_is_one_event_each_that_names_no_family() {
    let one = sent(|_| {});
    let session = session(NEWPORT);
    let of_worker = |action: &str| {
        let mut events = events(action);
        events.retain(|event| event["facts"]["M"]["inbox"]["S"] == NEWPORT);
        events
    };
    let before = ["listed", "searched", "exported"].map(|action| of_worker(action).len());
    page(&session, "/hub?need=parenting&age=under_5&state=new&mine=yes&late=yes&sender=school");
    search(&session, &one.family);
    search(&session, &one.family.to_lowercase());
    let list = stack().get("/hub/export?state=new").header("cookie", &session).send();
    assert_eq!(list.status, 200, "{list:?}");
    let after = ["listed", "searched", "exported"].map(of_worker);
    let more: Vec<_> = after.iter().zip(before).map(|(now, then)| now.len() - then).collect();
    // Other tests list this inbox at the same time.
    assert!(more[0] >= 1 && more[1] >= 2 && more[2] >= 1, "{more:?}");

    let facts = |event: &Value| event["facts"]["M"].clone();
    let filtered = after[0].iter().map(facts).find(|facts| facts["mine"]["S"] == "yes").unwrap();
    for (name, code) in [("need", "parenting"), ("age", "under_5"), ("sender", "school")] {
        assert_eq!(filtered[name]["S"], code);
    }
    // Both searches were for one name, however it was typed, and have one token.
    let tokens: Vec<Value> =
        after[1].iter().map(|event| facts(event)["sought"]["S"].clone()).collect();
    let repeated = |token: &&Value| tokens.iter().filter(|other| other == token).count() > 1;
    assert!(tokens.iter().any(|token| repeated(&token)), "{tokens:?}");
    let trail = format!("{after:?}");
    assert!(!trail.contains(&one.family) && !trail.contains(&one.family.to_lowercase()));
    assert!(!trail.contains(id(&one.entry)), "a list is not recorded family by family");
}

#[test]
fn filters_show_what_they_say() {
    let one = sent(|referral| referral["needs"] = json!(["money_and_benefits"]));
    let session = session(NEWPORT);
    let path = format!("/hub/entries/{}", id(&one.entry));
    let shows = |query: &str| {
        let shown = page(&session, &format!("/hub?{query}"));
        assert_eq!(shown.status, 200, "{query}");
        shown.body.contains(&path)
    };
    let (address, _) = search(&session, &one.family);
    let sealed = address.split_once("search=").unwrap().1;
    let with = |query: &str| shows(&format!("search={sealed}&{query}"));
    assert!(with("need=money_and_benefits") && with("sender=school") && with("state=new"));
    assert!(!with("need=parenting") && !with("sender=police") && !with("state=closed"));
    assert!(!with("mine=yes") && !with("late=yes"));
    assert_eq!(stack().inbox(NEWPORT).change(&one.entry, "claim").status, 200);
    assert!(with("state=claimed") && !with("state=new"));
    for wrong in ["need=no_such", "age=old", "part=some", "mine=1"] {
        assert_eq!(page(&session, &format!("/hub?{wrong}")).status, 400, "{wrong}");
    }
}

#[test]
fn a_list_and_an_entry_are_taken_away_as_tables_and_as_json() {
    let one = sent(|referral| referral["reason"] = json!("=HYPERLINK(\"https://a.example\")"));
    let session = session(NEWPORT);
    let get = |path: &str| stack().get(path).header("cookie", &session).send();
    let (address, _) = search(&session, &one.family);
    let query = address.split_once('?').unwrap().1;
    let list = get(&format!("/hub/export?{query}"));
    assert_eq!(list.header("content-type"), Some("text/csv; charset=utf-8; header=present"));
    assert!(
        list.header("content-disposition").unwrap().starts_with("attachment; filename=\"inbox-")
    );
    assert!(list.body.contains(&format!("\"{}\"", id(&one.entry))), "{}", list.body);
    assert_eq!(list.body.trim_end().lines().count(), 2, "the columns, and the one that was found");

    let path = format!("/hub/entries/{}/export", id(&one.entry));
    let table = get(&path);
    assert!(table.body.contains("\"referrals[0].referral.children[0].name.given\""), "{table:?}");
    assert!(table.body.contains("\"'=HYPERLINK(\"\"https://a.example\"\")\""), "{table:?}");
    let worker = stack().worker_of(NEWPORT);
    let api = format!("/v1/inbox/{}/export?format=json", id(&one.entry));
    let json = stack().get(&api).by(worker).send().json();
    assert_eq!(json["referrals"][0]["referral"]["reason"], one.referral["reason"]);
    let list = stack().get("/v1/inbox-export?format=json&state=new").by(worker).send().json();
    assert!(list["entries"].as_array().unwrap().iter().any(|row| row["id"] == one.entry["id"]));
    stack().get("/v1/inbox-export?format=xml").by(worker).send().problem(400);
    let recorded = events("exported");
    let of_entry = recorded.iter().filter(|event| event["stream"]["S"] == one.entry["id"]);
    assert_eq!(of_entry.count(), 2);
    let other = stack().worker_of("isle-of-wight-ryde");
    stack().get(&api).by(other).send().problem(404);
}

#[test]
fn only_a_manager_sees_how_the_work_stands() {
    let worker = session(NEWPORT);
    assert_eq!(page(&worker, "/hub/overview").status, 403);
    assert!(!page(&worker, "/hub").body.contains("/hub/overview"));
    let manager = stack().session_of("manager");
    assert!(page(&manager, "/hub").body.contains("/hub/overview"));
    let shown = page(&manager, "/hub/overview");
    assert!(shown.status == 200 && shown.body.contains("How the work stands"), "{shown:?}");
}
