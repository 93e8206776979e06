//! The answers of use cases, of which the examples are made.

use jiff::Timestamp;
use jiff::civil::date;
use locality::{AuthorityRef, Considered, Placement, Reason};
use pipeline::clocks::Due;
use pipeline::collect::{
    Listing, Opened, OpenedNote, OpenedReferral, ShownMatch, Source, Worker, reach,
};
use pipeline::notes::Note;
use pipeline::rows::{
    Access, Actor, Claim, ClockMarks, Course, Done, EntryRow, Escalation, LogMarks, MatchKind,
    Sender, StateRow, Step,
};
use pipeline::summary::{Summary, SummaryChild};
use referral::{
    Birth, ClosingOutcome, DateOfBirth, DecliningReason, EntryId, EntryState, FreeText, InboxId,
    Lane, Need, NextStep, NoteId, PersonName, Priority, Reference, Referral, ReferralId,
    ReferralState, ReferrerKind, Role, TakeOverReason,
};
use serde_json::json;

/// A hub of which everything is said that there is to say, and one of which nothing is.
pub(crate) const HUBS: &str = r#"
[authority]
id = "essex"
code = "E10000012"
version = "2026.1"
[front_door]
name = "Essex front door"
in_hours = "01632 960201"
out_of_hours = "01632 960202"
[triage]
name = "Essex triage"
[[hub]]
id = "chelmsford"
name = "Chelmsford Family Hub"
description = "For families of the city."
address = "Market Road"
postcode = "CM1 1LH"
phone = "01632 960203"
email = "hub@example.org"
website = "https://hub.example.org"
grid = { easting = 572740, northing = 207824 }
needs = ["parenting", "speech_and_language"]
ages = { from = 0, to = 11 }
languages = ["en", "pl"]
access = ["step_free"]
opening = [{ days = ["mon", "fri"], from = 09:00:00, to = 17:00:00 }]
capacity = { state = "full", weekly = 12, on = 2026-11-01 }
[[hub]]
id = "colchester"
name = "Colchester Family Hub"
grid = { easting = 599700, northing = 225100 }
[[catchment]]
kind = "district"
hub = "chelmsford"
district = "E07000070"
"#;

pub(crate) fn moment() -> Timestamp {
    "2026-11-21T14:05:06.789Z".parse().unwrap()
}

pub(crate) fn worker() -> Worker {
    let actor = Actor::person("https://issuer.example", "ada", "hub");
    Worker { actor, inboxes: [inbox()].into(), roles: [Role::Worker].into() }
}

fn inbox() -> InboxId {
    InboxId::parse("westminster-bessborough").unwrap()
}

pub(crate) fn reasons() -> Vec<Reason> {
    let reason = |code: &str, text: &str| Reason { code: code.to_owned(), text: text.to_owned() };
    vec![reason("nearest_hub", "This is the nearest hub.")]
}

pub(crate) fn placement() -> Placement {
    let considered = Considered {
        rule: "hub bessborough".to_owned(),
        applied: true,
        code: "nearest_hub".to_owned(),
        text: "This is the nearest hub.".to_owned(),
    };
    Placement {
        inbox: inbox(),
        inbox_name: "Bessborough Family Hub".to_owned(),
        authority: Some(AuthorityRef {
            code: "E09000033".parse().unwrap(),
            name: "Westminster".to_owned(),
        }),
        reasons: reasons(),
        considered: vec![considered],
        rulebook: Some("westminster@1".to_owned()),
        index: "2026-11".to_owned(),
    }
}

pub(crate) fn entry(id: u8) -> EntryRow {
    EntryRow {
        id: EntryId::from_random([id; 16]),
        inbox: inbox(),
        authority: None,
        state: EntryState::Claimed,
        version: 3,
        lane: Lane::Agreed,
        priority: Priority::Soon,
        received_at: moment(),
        referrals: vec![ReferralId::from_random([1; 16]), ReferralId::from_random([3; 16])],
        linked: vec![EntryId::from_random([8; 16])],
        matches: Vec::new(),
        remarks: Vec::new(),
        news_since: None,
        summary: None,
        raised: Vec::new(),
        course: course(),
        log: LogMarks { items: 6, offered_by: Some(worker().actor.id), ..LogMarks::default() },
        access: Access::default(),
        clock: ClockMarks { escalated: Some(escalation()), ..ClockMarks::default() },
        claim: Some(Claim {
            by: worker().actor.id,
            client: None,
            at: moment(),
            lease_until: moment(),
        }),
        outcome: None,
        unread_since: None,
    }
}

/// A row of the list, as one opens the entry of a child of six.
pub(crate) fn listing(entry: EntryRow) -> Listing {
    let name = PersonName::read(Some("Amina"), Some("Okafor"), None).unwrap();
    let birth = Birth::Born(DateOfBirth::new(date(2020, 5, 6), date(2026, 11, 21)).unwrap());
    let summary = Summary {
        children: vec![SummaryChild { name, birth }],
        needs: vec![Need::Parenting],
        senders: vec![ReferrerKind::School],
        ..Summary::default()
    };
    Listing {
        entry,
        summary: Some(summary),
        due: Some(Due { step: NextStep::Contact, at: moment(), in_working_hours: true }),
        due_in_words: Some("due in 6 working hours".to_owned()),
        reasons: reasons(),
        waits_unread: true,
        paused_since: Some(moment()),
    }
}

/// A course in which the entry was taken over, declined, and its referrer asked.
fn course() -> Course {
    let [ada, ben] =
        ["ada", "ben"].map(|name| Actor::person("https://issuer.example", name, "hub").id);
    let (from, to) = (inbox(), InboxId::parse("westminster-triage").unwrap());
    let taken = Done::TakenOver { from: ben.clone(), reason: TakeOverReason::Absent };
    let declined = Done::Declined { from, to, reason: DecliningReason::AtCapacity };
    let steps = [(ada, taken), (ben.clone(), declined), (ben, Done::Claimed)];
    let steps =
        (2..).zip(steps).map(|(version, (by, done))| Step { version, at: moment(), by, done });
    Course { steps: steps.collect(), declined: 1, needs_manager: true, asked_at: Some(moment()) }
}

pub(crate) fn closed(id: u8) -> EntryRow {
    let outcome = Some(ClosingOutcome::Supported);
    EntryRow { state: EntryState::Closed, claim: None, outcome, ..entry(id) }
}

/// An entry whose family the worker knows.
pub(crate) fn known_family(id: u8) -> EntryRow {
    let access = Access { conflicts: vec![worker().actor.id], ..Access::default() };
    EntryRow { access, ..closed(id) }
}

pub(crate) fn evidence() -> Vec<matching::Evidence> {
    vec![matching::evidence::of_codes("date_of_birth", "swapped").unwrap()]
}

/// An entry with a partner's referral, a form's, and one that cannot be read.
pub(crate) fn opened() -> Opened {
    let partner = Sender::Partner { client: "school".to_owned() };
    let mut referrals = vec![
        one_referral(1, partner.clone(), Some(referral()), Some(placement())),
        one_referral(3, Sender::Form, Some(referral()), None),
        one_referral(4, partner, None, None),
    ];
    referrals[1].notes = notes();
    let sources: Vec<Source<'_>> = referrals.iter().filter_map(OpenedReferral::source).collect();
    let reach = reach(&sources);
    let found = |kind, decision| ShownMatch {
        other: EntryId::from_random([8; 16]),
        kind,
        evidence: evidence(),
        guards: vec!["The family names are different."],
        decision,
        worked_by: decision.map(|same| if same { worker().actor.id } else { Actor::family().id }),
        inbox: entry(8).inbox,
        summary: None,
    };
    let matches = vec![
        found(MatchKind::SameChild, Some(true)),
        found(MatchKind::Possible, Some(false)),
        found(MatchKind::Household, None),
    ];
    let log = crate::log::threads();
    Opened { entry: entry(7), reasons: reasons(), reach, referrals, matches, log }
}

/// A note of each kind, and one that cannot be read.
fn notes() -> Vec<OpenedNote> {
    let words = FreeText::parse("We have moved.\nThe number is the same.").unwrap();
    let said = [Some(Note::MoreToTell(words)), Some(Note::AskToWithdraw(None)), None];
    let note =
        |(at, said)| OpenedNote { id: NoteId::from_random([at; 16]), written_at: moment(), said };
    (20..).zip(said).map(note).collect()
}

fn one_referral(
    id: u8,
    sender: Sender,
    referral: Option<Referral>,
    placement: Option<Placement>,
) -> OpenedReferral {
    let state = StateRow {
        id: ReferralId::from_random([id; 16]),
        reference: Reference::from_random([id; 16]),
        state: ReferralState::Routed,
        version: 2,
        submitter: Actor::family().id,
        sender,
        lane: Lane::Agreed,
        priority: Priority::Soon,
        pressing_words: false,
        suspect: false,
        notes: 0,
        amendments: Vec::new(),
        accepted_at: moment(),
        listed_at: moment(),
        entry: Some(EntryId::from_random([7; 16])),
        told: None,
    };
    OpenedReferral { state, referral, placement, notes: Vec::new() }
}

/// A concern, of which a phone number could not be read.
fn referral() -> Referral {
    let document = json!({
        "referrer": {"kind": "school", "name": "A. Teacher"},
        "agreement": {"status": "agreed", "by": "parent_with_pr", "on": "2026-11-20"},
        "household": {"address": {"lines": ["12 Example Street"], "postcode": "SW1V 2AA"}},
        "adults": [
            {"name": {"given": "Amina", "family": "Okafor"}, "relationship": "mother",
                "phone": "07700 900 982", "safe_to": ["call", "letter"]},
            {"name": {"given": "Ben", "family": "Okafor"}, "phone": "ask the neighbour"}
        ],
        "must_not_know": [
            {"name": {"given": "Carl", "family": "Okafor"}, "relationship": "father",
                "note": "He does not know where they live."}
        ],
        "children": [{"name": {"given": "Tobi", "family": "Okafor"}, "date_of_birth": "2021-03-04"}],
        "safeguarding_concern": true
    });
    formats::json::read(document.to_string().as_bytes(), date(2026, 11, 21)).unwrap()
}

fn escalation() -> Escalation {
    Escalation { since: moment(), step: NextStep::Claim, again: None }
}
