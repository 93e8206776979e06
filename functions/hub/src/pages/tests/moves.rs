//! Tests of the pages by which an entry is sent on, declined, taken over and opened again.

use pipeline::rows::{Course, Done, Step};
use referral::{DecliningReason, EntryAction, RedirectReason};

use super::*;
use crate::changes::Given;

fn asked(action: EntryAction, entry: EntryRow, wrong: &[Wrong]) -> String {
    ask(action, &opened(entry, true), &Given::default(), wrong, &localities()).unwrap()
}

fn mine() -> EntryRow {
    entry_in(EntryState::Claimed, Some("me"), LATER)
}

/// The values that can be chosen for a field.
fn values<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let field = format!("name=\"{name}\" type=\"radio\" value=\"");
    let rest = page.split(&field).skip(1).collect::<Vec<_>>();
    rest.into_iter().map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn an_entry_is_sent_on_to_an_inbox_of_its_authority_with_any_reason_for_it() {
    let page = asked(EntryAction::Redirect, mine(), &[]);
    let inboxes = values(&page, "to");
    assert!(inboxes.contains(&"westminster-portman") && inboxes.contains(&"out-of-area"));
    assert!(!inboxes.contains(&"westminster-bessborough"), "it is there");
    let reasons: Vec<_> = RedirectReason::ALL.iter().map(|reason| reason.code()).collect();
    assert_eq!(values(&page, "reason"), reasons);
    assert!(page.contains("Tobi &lt;script&gt;"), "the page says whose entry it is");
    assert!(!page.contains(" checked"), "nothing is chosen at first");
}

#[test]
fn each_reason_for_declining_says_where_it_leads() {
    let page = asked(EntryAction::Decline, mine(), &[]);
    let reasons: Vec<_> = DecliningReason::ALL.iter().map(|reason| reason.code()).collect();
    assert_eq!(values(&page, "reason"), reasons);
    for hint in ["offered to Westminster triage", "offered to Westminster front door", "It stays"] {
        assert!(page.contains(hint), "{hint}");
    }
    // What leads nowhere else is not offered.
    let door = InboxId::parse("westminster-front-door").unwrap();
    let page = asked(EntryAction::Decline, EntryRow { inbox: door, ..mine() }, &[]);
    assert!(!values(&page, "reason").contains(&"unsafe_here"));
}

#[test]
fn a_missing_answer_is_told_at_its_field_and_above() {
    let wrong = Wrong::of(["to".to_owned(), "reason".to_owned()]);
    let page = asked(EntryAction::Redirect, mine(), &wrong);
    assert!(page.contains("<title>Error: "));
    for (field, words) in [("to", "Say where it should go"), ("reason", "Say why")] {
        assert!(page.contains(&format!("<a href=\"#{field}\">{words}</a>")), "{field}");
        assert_eq!(page.matches(words).count(), 2, "{field}");
    }
}

#[test]
fn a_worker_is_told_whom_they_take_over_from() {
    let theirs = entry_in(EntryState::Claimed, Some("them"), LATER);
    let page = asked(EntryAction::TakeOver, theirs, &[]);
    assert!(page.contains("<strong>them</strong>"), "{page}");
}

#[test]
fn an_entry_of_a_hub_that_is_gone_says_so() {
    let gone = InboxId::parse("westminster-gone").unwrap();
    let closed = EntryRow { inbox: gone, ..entry_in(EntryState::Closed, Some("me"), LATER) };
    assert!(asked(EntryAction::Reopen, closed, &[]).contains("no longer in the rulebook"));
}

#[test]
fn an_entry_shows_what_was_just_done_and_where_it_was() {
    let (from, to) = ("westminster-portman", "westminster-bessborough");
    let [from, to] = [from, to].map(|id| InboxId::parse(id).unwrap());
    let done = Done::SentOn { from, to, reason: RedirectReason::FamilyChoice };
    let step = |by: &str, done| Step { version: 2, at: now(), by: person(by).id, done };
    let with = |steps| {
        let course = Course { steps, needs_manager: true, ..Course::default() };
        shown(EntryRow { course, ..entry_in(EntryState::New, None, LATER) }, true, None)
    };
    let page = with(vec![step("them", done.clone())]);
    let said = "them sent it from Portman Family Hub to Bessborough Family Hub (the family chose)";
    assert!(page.contains(said), "{page}");
    assert!(page.contains("A manager must take it") && !page.contains("Success"));
    let page = with(vec![step("them", done), step("me", Done::Released)]);
    assert!(page.contains("Success") && page.contains("You gave it back."), "{page}");
    assert!(page.contains(said), "the last move is shown whatever came after");
}

#[test]
fn the_page_after_an_entry_left_says_where_it_went() {
    let [from, to] =
        ["westminster-bessborough", "westminster-triage"].map(|id| InboxId::parse(id).unwrap());
    let done = Done::Declined { from, to, reason: DecliningReason::AtCapacity };
    let step = Step { version: 2, at: now(), by: person("me").id, done };
    let page = sent(&step, &localities());
    assert!(page.contains("It is with Westminster triage now"), "{page}");
    assert!(page.contains("You declined it for Bessborough Family Hub (no capacity)"));
}
