//! Replies made of what the use cases answer, one full and one sparse of each kind.

use api::{Accepted, Entry, InboxPage, OpenedEntry, PossibleMatchPage, Status};
use jiff::Timestamp;
use jiff::civil::date;
use lambda_kit::http::{FieldProblem, Problem};
use locality::{AuthorityRef, Considered, PhoneNow, Placement, Reason};
use pipeline::Receipt;
use pipeline::collect::{
    Doubt, DoubtPage, Listing, ListingPage, Opened, OpenedReferral, ShownMatch, Source, Worker,
    reach,
};
use pipeline::rows::{Actor, Claim, EntryRow, MatchKind, Sender, StateRow};
use referral::{
    ClosingOutcome, EntryId, EntryState, InboxId, Lane, Priority, Reference, Referral, ReferralId,
    ReferralState, Warning,
};
use serde::Serialize;
use serde_json::{Value, json};

/// Every example, with the name of its body's schema.
pub(crate) fn all() -> Vec<(&'static str, Value)> {
    let mut all = partner();
    all.extend(hub());
    all.extend(problems());
    all
}

fn written<T: Serialize>(reply: &T) -> Value {
    serde_json::to_value(reply).unwrap()
}

fn partner() -> Vec<(&'static str, Value)> {
    let receipt = |phone_now| Receipt {
        id: ReferralId::from_random([1; 16]),
        reference: Reference::from_random([2; 16]),
        phone_now,
        accepted_at: moment(),
    };
    let warning = Warning {
        path: "children[0].upn".to_owned(),
        code: "upn_check".to_owned(),
        message: "The UPN's check letter does not fit.".to_owned(),
    };
    let status = |placement| pipeline::Status {
        id: ReferralId::from_random([1; 16]),
        reference: Reference::from_random([2; 16]),
        state: ReferralState::Routed,
        placement,
    };
    let concern = receipt(Some(PhoneNow::national()));
    vec![
        ("Accepted", written(&Accepted::new(&receipt(None), &[]))),
        ("Accepted", written(&Accepted::new(&concern, &[warning]))),
        ("Status", written(&Status::from(&status(None)))),
        ("Status", written(&Status::from(&status(Some(placement()))))),
    ]
}

fn hub() -> Vec<(&'static str, Value)> {
    let worker = worker();
    let listing = Listing { entry: entry(7), reasons: reasons(), waits_unread: true };
    let next = Some(listing.entry.rank());
    let page = ListingPage { entries: vec![listing], next: next.clone() };
    let doubt = Doubt {
        entries: [entry(7), closed(8)],
        evidence: evidence(),
        guards: vec!["The family names are different."],
    };
    let doubts = DoubtPage { doubts: vec![doubt], next };
    let last = ListingPage { entries: Vec::new(), next: None };
    vec![
        ("InboxPage", written(&InboxPage::new(&last, &worker))),
        ("InboxPage", written(&InboxPage::new(&page, &worker))),
        ("Entry", written(&Entry::new(&entry(7), &worker))),
        ("Entry", written(&Entry::new(&closed(8), &worker))),
        ("OpenedEntry", written(&OpenedEntry::new(&opened(), &worker))),
        ("PossibleMatchPage", written(&PossibleMatchPage::new(&doubts, &worker))),
    ]
}

fn problems() -> Vec<(&'static str, Value)> {
    let field = FieldProblem::new("needs", "required", "Choose at least one.");
    let invalid = Problem::invalid("Some fields need attention.").with_errors([field]);
    let bare = Problem::not_found("").with_type("https://example.org/gone").with_title("Gone");
    vec![("Problem", written(&invalid.body())), ("Problem", written(&bare.body()))]
}

fn moment() -> Timestamp {
    "2026-11-21T14:05:06.789Z".parse().unwrap()
}

fn worker() -> Worker {
    let actor = Actor::person("https://issuer.example", "ada", "hub");
    Worker { actor, inboxes: [inbox()].into() }
}

fn inbox() -> InboxId {
    InboxId::parse("westminster-bessborough").unwrap()
}

fn reasons() -> Vec<Reason> {
    let reason = |code: &str, text: &str| Reason { code: code.to_owned(), text: text.to_owned() };
    vec![reason("nearest_hub", "This is the nearest hub.")]
}

fn placement() -> Placement {
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

fn entry(id: u8) -> EntryRow {
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
        notes: Vec::new(),
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

fn closed(id: u8) -> EntryRow {
    let outcome = Some(ClosingOutcome::Supported);
    EntryRow { state: EntryState::Closed, claim: None, outcome, ..entry(id) }
}

fn evidence() -> Vec<matching::Evidence> {
    vec![matching::evidence::of_codes("date_of_birth", "swapped").unwrap()]
}

/// An entry with a partner's referral, a form's, and one that cannot be read.
fn opened() -> Opened {
    let partner = Sender::Partner { client: "school".to_owned() };
    let referrals = vec![
        one_referral(1, partner.clone(), Some(referral()), Some(placement())),
        one_referral(3, Sender::Form, Some(referral()), None),
        one_referral(4, partner, None, None),
    ];
    let sources: Vec<Source<'_>> = referrals.iter().filter_map(OpenedReferral::source).collect();
    let reach = reach(&sources);
    let found = |kind, decision| ShownMatch {
        other: EntryId::from_random([8; 16]),
        kind,
        evidence: evidence(),
        guards: vec!["The family names are different."],
        decision,
    };
    let matches = vec![
        found(MatchKind::SameChild, Some(true)),
        found(MatchKind::Possible, Some(false)),
        found(MatchKind::Household, None),
    ];
    Opened { entry: entry(7), reasons: reasons(), reach, referrals, matches }
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
        accepted_at: moment(),
        entry: Some(EntryId::from_random([7; 16])),
    };
    OpenedReferral { state, referral, placement }
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
