//! Replies made of what the use cases answer, one full and one sparse of each kind.

use api::{
    Accepted, Amended, AuthorityList, BatchResults, Entry, FigureList, Finding, InboxPage,
    LogReceipt, OpenedEntry, PossibleMatchPage, RowResult, SentPage, Status,
};
use lambda_kit::http::{FieldProblem, Problem};
use locality::{Calendar, Localities, PhoneNow};
use pipeline::Receipt;
use pipeline::clocks::Hours;
use pipeline::collect::{Listing, ListingPage, PossibleMatch, PossibleMatches};
use pipeline::rows::{Amendment, AmendmentKind, SentMark};
use pipeline::sent::Sent;
use referral::{Reference, ReferralId, ReferralState, Warning, WithdrawalReason};
use serde::Serialize;
use serde_json::Value;

use crate::answers::{
    HUBS, closed, entry, evidence, known_family, listing, moment, opened, placement, worker,
};
use crate::figures::figures_of_inbox;
use crate::finding::{candidates, councils};
use crate::log::appended;

/// A reply as it is written.
pub(crate) struct Example {
    /// The name of the body's definition.
    pub(crate) body: &'static str,
    /// The case that the example is of.
    pub(crate) case: &'static str,
    pub(crate) written: Value,
}

fn example<T: Serialize>(body: &'static str, case: &'static str, reply: &T) -> Example {
    Example { body, case, written: serde_json::to_value(reply).unwrap() }
}

/// The examples of every reply.
pub(crate) fn all() -> Vec<Example> {
    let mut all = partner();
    all.extend(hub());
    all.extend(problems());
    all
}

fn batch_results(concern: &Receipt) -> BatchResults<'_> {
    let error = FieldProblem::new("child1_date_of_birth", "date_as_number", "Format the column.");
    BatchResults::new(vec![
        RowResult::kept(2, concern, false, &[]),
        RowResult::refused(3, vec![error]),
        RowResult::try_again(4, "not_reached", "There was no time for this row. Send it again."),
    ])
}

fn partner() -> Vec<Example> {
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
    let warnings = [warning];
    let status = |state, placement| pipeline::Status {
        id: ReferralId::from_random([1; 16]),
        reference: Reference::from_random([2; 16]),
        state,
        placement,
        version: 1,
        accepted_at: moment(),
        amendments: Vec::new(),
        priority: referral::Priority::Soon,
    };
    let amended = pipeline::Status {
        version: 3,
        amendments: vec![
            Amendment { kind: AmendmentKind::Corrected, at: moment() },
            Amendment {
                kind: AmendmentKind::Withdrawn { reason: WithdrawalReason::EnteredInError },
                at: moment(),
            },
        ],
        ..status(ReferralState::Withdrawn, Some(placement()))
    };
    let id = amended.id;
    let next = Some(SentMark { listed_at: moment(), id });
    let sent = Sent { referrals: vec![status(ReferralState::Accepted, None)], next };
    let concern = receipt(Some(PhoneNow::national()));
    let hubs = Localities::parse([("essex.toml".to_owned(), HUBS.to_owned())]).unwrap();
    let services = locality::registry::services(&hubs);
    vec![
        example("Accepted", "plain", &Accepted::new(&receipt(None), &[])),
        example("Accepted", "of_a_concern", &Accepted::new(&concern, &warnings)),
        example("BatchResults", "of_every_status", &batch_results(&concern)),
        example(
            "Status",
            "on_its_way",
            &Status::new(&status(ReferralState::Accepted, None), &hubs),
        ),
        example(
            "Status",
            "routed",
            &Status::new(&status(ReferralState::Routed, Some(placement())), &hubs),
        ),
        example("Status", "withdrawn", &Status::new(&amended, &hubs)),
        example("SentPage", "of_one", &SentPage::new(&sent, &hubs)),
        example(
            "SentPage",
            "of_nothing",
            &SentPage::new(&Sent { referrals: Vec::new(), next: None }, &hubs),
        ),
        example("Amended", "corrected", &Amended::corrected(id, 2, moment(), &warnings)),
        example("Amended", "withdrawn", &Amended::withdrawn(id, 3, moment())),
        example("ServicePage", "of_two_hubs", &services),
        example("Service", "a_hub", &services.contents[0]),
    ]
}

fn hub() -> Vec<Example> {
    let worker = worker();
    let listing = listing(entry(7));
    let unread = Listing { summary: None, due: None, due_in_words: None, ..listing.clone() };
    let next = Some(listing.entry.rank());
    let page = ListingPage { entries: vec![listing], next: next.clone(), total: None };
    let unread = ListingPage { entries: vec![unread], next: None, total: None };
    let pair = PossibleMatch {
        entries: [entry(7), closed(8)],
        evidence: evidence(),
        guards: vec!["The family names are different."],
    };
    let possible_matches = PossibleMatches { possible_matches: vec![pair], next };
    let hours = Hours { kind: None, calendar: Calendar::default() };
    let hubs = Localities::parse([("essex.toml".to_owned(), HUBS.to_owned())]).unwrap();
    let (entry_7, bare, placed) = (entry(7), entry(7), placement());
    let near = candidates(&hubs);
    let found = Finding::new(&entry_7, &worker, Some(&placed), false, &near);
    let listed = councils(&hubs);
    let quarter = "2026-Q4".parse().unwrap();
    let last = ListingPage { entries: Vec::new(), next: None, total: None };
    vec![
        example("InboxPage", "empty", &InboxPage::new(&last, &worker, moment())),
        example("InboxPage", "of_one_entry", &InboxPage::new(&page, &worker, moment())),
        example(
            "InboxPage",
            "of_one_that_cannot_be_read",
            &InboxPage::new(&unread, &worker, moment()),
        ),
        example("Entry", "claimed", &Entry::new(&entry(7), &worker)),
        example("Entry", "closed", &Entry::new(&closed(8), &worker)),
        example("Entry", "closed_to_the_caller", &Entry::new(&known_family(9), &worker)),
        example("LogReceipt", "of_a_contact", &LogReceipt::new(&appended(), &worker)),
        example("Finding", "of_two_hubs", &found),
        example("Finding", "of_nothing", &Finding::new(&bare, &worker, None, true, &[])),
        example("AuthorityList", "of_three_councils", &AuthorityList::new(&listed)),
        example(
            "OpenedEntry",
            "of_three_referrals",
            &OpenedEntry::new(&opened(), &worker, hours, moment()),
        ),
        example("FigureList", "of_a_small_inbox", &FigureList::new(quarter, &figures_of_inbox())),
        example(
            "PossibleMatchPage",
            "of_one_pair",
            &PossibleMatchPage::new(&possible_matches, &worker),
        ),
    ]
}

fn problems() -> Vec<Example> {
    let field = FieldProblem::new("needs", "required", "Choose at least one.");
    let invalid = Problem::invalid("Some fields need attention.").with_errors([field]);
    let bare = Problem::not_found("").with_type("https://example.org/gone").with_title("Gone");
    vec![
        example("Problem", "of_a_field", &invalid.body()),
        example("Problem", "bare", &bare.body()),
    ]
}
