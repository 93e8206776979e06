//! Tests of what holds on the pages that a worker sees.

pub(crate) mod access;
mod figures;
mod forms;
mod list;
mod log;
mod moves;
mod notes;
mod place;

use std::collections::BTreeSet;

use formats::form::{self, questions as ask};
use jiff::Timestamp;
use locality::{Considered, Localities, Placement};
use pipeline::clocks::Due;
use pipeline::collect::{Listing, ListingPage, Opened, OpenedReferral, Query, Worker, reach};
use pipeline::rows::{Access, Actor, Claim, ClockMarks, EntryRow, LogMarks, Sender, StateRow};
use pipeline::summary::{Summary, SummaryChild};
use referral::{
    Birth, ClosingOutcome, DateOfBirth, EntryState, InboxId, Lane, Need, NextStep, PersonName,
    Priority, Reference, ReferralId, ReferralState, ReferrerKind, Role,
};

use super::*;
use crate::list_view::ListView;

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 21);

fn now() -> Timestamp {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

fn person(name: &str) -> Actor {
    Actor::person("https://issuer.example", name, "hub")
}

pub(crate) fn worker(name: &str) -> Worker {
    let inbox = InboxId::parse("westminster-bessborough").unwrap();
    Worker { actor: person(name), inboxes: [inbox].into(), roles: [Role::Worker].into() }
}

fn entry_in(state: EntryState, holder: Option<&str>, lease_until: &str) -> EntryRow {
    let id = ReferralId::from_random([1; 16]);
    let claim = holder.map(|name| Claim {
        by: person(name).id,
        client: person(name).client,
        at: now(),
        lease_until: lease_until.parse().unwrap(),
    });
    EntryRow {
        id: id.into(),
        inbox: InboxId::parse("westminster-bessborough").unwrap(),
        authority: None,
        state,
        version: 3,
        lane: Lane::Agreed,
        priority: Priority::Urgent,
        received_at: now(),
        referrals: vec![id],
        linked: Vec::new(),
        matches: Vec::new(),
        remarks: Vec::new(),
        news_since: None,
        summary: None,
        raised: Vec::new(),
        course: pipeline::rows::Course::default(),
        log: LogMarks::default(),
        access: Access::default(),
        clock: ClockMarks::default(),
        claim,
        outcome: None,
        unread_since: None,
    }
}

fn opened(entry: EntryRow, readable: bool) -> Opened {
    let pairs = [
        (ask::WHO.name, ask::WHO_PARENT),
        (ask::NEEDS.name, "speech_and_language"),
        ("child-1-given-name", "Tobi <script>"),
        (ask::GIVEN_NAME.name, "Amina"),
        (ask::PHONE.name, "+447700900982"),
        (ask::SAFE_TO.name, "text"),
        (ask::LANGUAGE.name, "pl"),
    ];
    let state = StateRow {
        id: entry.referrals[0],
        reference: Reference::from_random([2; 16]),
        state: ReferralState::Routed,
        version: 2,
        submitter: Actor::family().id,
        sender: Sender::Form,
        lane: Lane::Agreed,
        priority: Priority::NotAnswered,
        pressing_words: false,
        suspect: false,
        notes: 0,
        amendments: Vec::new(),
        accepted_at: now(),
        listed_at: now(),
        entry: Some(entry.id),
        told: None,
    };
    let referral = readable.then(|| {
        let mut referral = form::read(pairs, TODAY).unwrap();
        // The form asks whether a number is safe; a partner may not have said.
        referral.adults[0].safe_contact.methods = None;
        referral
    });
    let reasons = vec![reason()];
    let considered = vec![Considered {
        rule: "catchment 1 (nearest)".to_owned(),
        applied: true,
        code: "nearest_hub".to_owned(),
        text: "It is the nearest hub <in> Westminster.".to_owned(),
    }];
    let placement = Placement {
        inbox: entry.inbox.clone(),
        inbox_name: "Bessborough Family Hub".to_owned(),
        authority: None,
        reasons: reasons.clone(),
        considered,
        rulebook: Some("westminster@2026.1+00000000".to_owned()),
        index: "fixture".to_owned(),
    };
    let one = OpenedReferral { state, referral, placement: Some(placement), notes: Vec::new() };
    let reach = reach(one.source().as_slice());
    let (matches, log) = (Vec::new(), Vec::new());
    Opened { entry, reasons, reach, referrals: vec![one], matches, log }
}

fn reason() -> locality::Reason {
    locality::Reason { code: "nearest_hub".to_owned(), text: "The nearest hub.".to_owned() }
}

fn listing(entry: EntryRow) -> Listing {
    let (summary, due, due_in_words) = (None, None, None);
    let reasons = vec![reason()];
    let (waits_unread, paused_since) = (false, None);
    Listing { entry, summary, due, due_in_words, reasons, waits_unread, paused_since }
}

/// A row about a child of six of this given name, whom a school refers.
pub(crate) fn listing_of(given: &str) -> Listing {
    let name = PersonName::read(Some(given), Some("Okafor"), None).unwrap();
    let birth = Birth::Born(DateOfBirth::new(jiff::civil::date(2020, 5, 6), TODAY).unwrap());
    let summary = Summary {
        children: vec![SummaryChild { name, birth }],
        needs: vec![Need::SpeechAndLanguage],
        senders: vec![ReferrerKind::School],
        ..Summary::default()
    };
    let at = "2026-11-23T11:00:00Z".parse().unwrap();
    Listing {
        summary: Some(summary),
        due: Some(Due { step: NextStep::Claim, at, in_working_hours: true }),
        due_in_words: Some("due in 2 working hours".to_owned()),
        ..listing(entry_in(EntryState::New, None, LATER))
    }
}

/// The page of a list for the worker "me".
fn list_page(page: &ListingPage) -> String {
    list_for(&worker("me"), page, &ListView::for_page(1, Query::default()), &[])
}

fn list_for(
    worker: &Worker,
    page: &ListingPage,
    view: &ListView,
    waiting: &[(InboxId, usize)],
) -> String {
    let localities = localities();
    let (now, nothing_to_search) = (now(), false);
    let localities = &localities;
    super::inbox(&InboxPage { page, view, waiting, worker, now, localities, nothing_to_search })
}

pub(crate) fn localities() -> Localities {
    let westminster = include_str!("../../../../localities/westminster.toml");
    Localities::parse([("westminster.toml".to_owned(), westminster.to_owned())]).unwrap()
}

fn shown_to(by: &str, entry: EntryRow, readable: bool, message: Option<&str>) -> String {
    super::entry(
        &opened(entry, readable),
        &worker(by),
        now(),
        message,
        &localities(),
        &View::default(),
    )
}

fn shown(entry: EntryRow, readable: bool, message: Option<&str>) -> String {
    shown_to("me", entry, readable, message)
}

/// The actions that a page offers, other than to write on the log and to say who may see the entry.
fn offered(entry: EntryRow, by: &str) -> Vec<String> {
    let page = shown_to(by, entry, true, None);
    let forms = page.split("action=\"/hub/entries/").skip(1);
    forms
        .map(|rest| rest.split_once('"').unwrap().0.split_once('/').unwrap().1.to_owned())
        .filter(|action| !action.contains('/'))
        .collect()
}

const LATER: &str = "2026-11-21T13:00:00Z";
const PAST: &str = "2026-11-21T11:00:00Z";

#[test]
fn actions_offered_follow_the_state_and_the_holder() {
    assert_eq!(offered(entry_in(EntryState::New, None, LATER), "me"), ["claim"]);
    let mine = entry_in(EntryState::Claimed, Some("me"), LATER);
    assert_eq!(offered(mine, "me"), ["accept", "release", "redirect", "decline", "close"]);
    let theirs = || entry_in(EntryState::Claimed, Some("them"), LATER);
    assert_eq!(offered(theirs(), "me"), ["take_over"]);
    let lapsed = entry_in(EntryState::Claimed, Some("them"), PAST);
    assert_eq!(offered(lapsed, "me"), ["claim"]);
    let working = entry_in(EntryState::InProgress, Some("them"), PAST);
    assert_eq!(offered(working, "me"), ["take_over", "redirect", "close"]);
    assert_eq!(offered(entry_in(EntryState::Closed, Some("me"), LATER), "me"), ["reopen"]);
    let elsewhere = EntryRow { inbox: InboxId::review(), ..entry_in(EntryState::New, None, LATER) };
    assert_eq!(offered(elsewhere, "me"), [""; 0], "it is only seen, to decide about a match");
}

#[test]
fn forms_ask_for_a_change_to_the_version_shown() {
    let entry = entry_in(EntryState::New, None, LATER);
    let page = shown(entry, true, None);
    assert!(page.contains("name=\"version\" value=\"3\""));
}

#[test]
fn an_opened_entry_shows_what_was_said_escaped_and_why_it_is_here() {
    let entry = entry_in(EntryState::New, None, LATER);
    let page = shown(entry, true, Some("Changed."));
    for shown in [
        "Tobi &lt;script&gt;",
        "Amina",
        "Talking and understanding",
        "The nearest hub.",
        "No safe way is known",
        "A form, without signing in",
        "07700 900 982",
        "Polish",
        "<li>Talking and understanding</li>",
        "Changed.",
    ] {
        assert!(page.contains(shown), "{shown}");
    }
}

/// The texts beside a term, one for each time that the term is on the page.
fn beside<'a>(page: &'a str, term: &str) -> Vec<&'a str> {
    let after = page.split(&format!("<dt>{term}</dt>")).skip(1).collect::<Vec<_>>();
    after
        .into_iter()
        .map(|rest| rest.split("<dd>").nth(1).unwrap().split("</dd>").next().unwrap())
        .collect()
}

#[test]
fn unanswered_questions_are_shown_as_not_answered() {
    let page = shown(entry_in(EntryState::New, None, LATER), true, None);
    for term in [
        "How soon",
        "Level of need",
        "Special educational needs",
        "Relationship",
        "Parental responsibility",
        "Email",
        "Safe ways of contact",
        "Address",
        "Interpreter",
        "Agreed by",
        "On",
    ] {
        assert_eq!(beside(&page, term), ["Not answered"], "{term}");
    }
    for guess in ["Can wait", "Routine", "<dd>No</dd>", "Not assessed", "None known"] {
        assert!(!page.contains(guess), "{guess}");
    }
}

#[test]
fn the_box_above_the_referrals_tells_how_to_reach_each_person_by_source() {
    let mut opened = opened(entry_in(EntryState::New, None, LATER), true);
    let mut school = opened.referrals[0].clone();
    school.state.sender = Sender::Partner { client: "school-7".to_owned() };
    let said = school.referral.as_mut().unwrap();
    said.referrer.kind = referral::ReferrerKind::School;
    said.adults[0].safe_contact.methods = Some(vec![referral::ContactMethod::Text]);
    let person = referral::PersonName::read(Some("Sam"), None, None).unwrap();
    said.must_not_know.push(referral::MustNotKnow { name: person, relationship: None, note: None });
    opened.referrals.push(school);
    let sources: Vec<_> = opened.referrals.iter().filter_map(OpenedReferral::source).collect();
    opened.reach = reach(&sources);
    let page = super::entry(&opened, &worker("me"), now(), None, &localities(), &View::default());
    let (_, rest) = page.split_once("How to reach this family").unwrap();
    let (shown, _) = rest.split_once("</section>").unwrap();
    assert!(shown.contains("Text message: <span class=\"whole\">07700 900 982</span>"), "{shown}");
    assert!(shown.contains("Safe, said by School"));
    assert_eq!(beside(shown, "School"), ["Text message"]);
    let form = "A form sent without signing in (Parent or carer)";
    assert_eq!(beside(shown, form), ["Not answered"]);
    assert_eq!(beside(shown, "Must not know"), ["Sam"]);
    assert!(page.contains("signed in as school-7") && page.contains("without signing in"));
}

#[test]
fn a_referral_that_cannot_be_read_says_so() {
    let entry = entry_in(EntryState::New, None, LATER);
    let page = shown(entry, false, None);
    assert!(page.contains("cannot be read"));
}

#[test]
fn an_inbox_without_a_rulebook_is_named_by_its_id() {
    let gone = InboxId::parse("isle-of-wight-cowes").unwrap();
    assert_eq!(inbox_name(&gone, &localities()), "Isle of Wight Cowes");
    let here = InboxId::parse("westminster-queens-park").unwrap();
    assert_eq!(inbox_name(&here, &localities()), "Queen’s Park Family Hub");
}

/// The text in quotes, or before the next quote, after each place of `mark`.
fn after<'a>(page: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
    page.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap_or_default())
}

#[test]
fn a_closing_is_asked_about_with_the_family_and_the_outcome() {
    let opened = opened(entry_in(EntryState::Claimed, Some("me"), LATER), true);
    let page = close(&opened, Ending::read(Some("advice_given")));
    for shown in ["Tobi &lt;script&gt;", "Advice given", "method=\"post\"", "value=\"3\""] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    for (outcome, error) in [(None, false), (Some(""), true), (Some("solved"), true)] {
        let page = close(&opened, Ending::read(outcome));
        let forms: Vec<_> = after(&page, "<form method=\"").collect();
        assert_eq!(forms, ["post", "get"], "signing out, and the choice");
        assert_eq!(page.contains("<title>Error: "), error, "{outcome:?}");
    }
}

#[test]
fn an_opened_entry_says_how_the_rules_placed_it() {
    let opened = opened(entry_in(EntryState::New, None, LATER), true);
    let page = super::entry(&opened, &worker("a"), now(), None, &localities(), &View::default());
    assert!(page.contains("How the rules placed it"));
    assert!(page.contains("catchment 1 (nearest), which decided"));
    assert!(page.contains("nearest hub &lt;in&gt; Westminster"));
    assert!(page.contains("westminster@2026.1+00000000"));
}
