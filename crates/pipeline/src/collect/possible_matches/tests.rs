//! Tests of the pairs that a worker is given to decide.

use jiff::Timestamp;
use referral::{EntryState, InboxId, Lane, Priority, ReferralId, Role};

use super::*;
use crate::rows::{Access, Actor, ClockMarks, Course, LogMarks, MatchDecision, MatchKind};

fn inbox(id: &str) -> InboxId {
    InboxId::parse(id).unwrap()
}

fn worker(own: &str) -> Worker {
    let actor = Actor::person("https://issuer.example", "ada", "triage");
    Worker { actor, inboxes: BTreeSet::from([inbox(own)]), roles: [Role::Triage].into() }
}

fn entry(byte: u8, place: &str, may_match: &[u8]) -> EntryRow {
    let found = |other: &u8| EntryMatch {
        other: ReferralId::from_random([*other; 16]).into(),
        kind: MatchKind::Possible,
        evidence: vec![("given_name".to_owned(), "same".to_owned())],
        guards: vec!["protected".to_owned()],
        weights: "1".to_owned(),
        triage: Some(inbox("triage")),
        decision: None,
    };
    EntryRow {
        id: ReferralId::from_random([byte; 16]).into(),
        inbox: inbox(place),
        authority: None,
        state: EntryState::New,
        version: 1,
        lane: Lane::Agreed,
        priority: Priority::Routine,
        received_at: Timestamp::from_second(i64::from(byte)).unwrap(),
        referrals: Vec::new(),
        linked: Vec::new(),
        matches: may_match.iter().map(found).collect(),
        remarks: Vec::new(),
        news_since: None,
        summary: None,
        raised: Vec::new(),
        course: Course::default(),
        log: LogMarks::default(),
        access: Access::default(),
        clock: ClockMarks::default(),
        claim: None,
        outcome: None,
        unread_since: None,
    }
}

/// The ids of the pairs that are listed for a worker.
fn listed(own: &str, rows: &[EntryRow]) -> Vec<[EntryId; 2]> {
    let entries: BTreeMap<EntryId, EntryRow> =
        rows.iter().map(|row| (row.id, row.clone())).collect();
    rows.iter()
        .flat_map(|row| pairs(&worker(own), row, &entries))
        .map(|pair| pair.entries.map(|row| row.id))
        .collect()
}

#[test]
fn a_pair_is_listed_once_for_its_triage_and_for_nobody_else() {
    let rows = [entry(2, "south", &[1]), entry(1, "north", &[2])];
    assert_eq!(listed("triage", &rows), [[rows[1].id, rows[0].id]], "the longest waiting first");
    assert!(listed("north", &rows).is_empty());
    assert!(listed("another-triage", &rows).is_empty());
}

#[test]
fn a_pair_that_one_entry_alone_knows_of_is_listed_with_it() {
    let rows = [entry(1, "north", &[]), entry(2, "south", &[1])];
    assert_eq!(listed("triage", &rows), [[rows[1].id, rows[0].id]]);
}

#[test]
fn a_pair_within_one_inbox_is_not_listed() {
    assert!(listed("triage", &[entry(1, "north", &[2]), entry(2, "north", &[1])]).is_empty());
}

#[test]
fn a_pair_is_listed_until_both_of_its_entries_are_closed() {
    let mut rows = [entry(1, "north", &[2]), entry(2, "south", &[1])];
    rows[0].state = EntryState::Closed;
    assert_eq!(listed("triage", &rows), [[rows[1].id, rows[0].id]]);
    rows[1].state = EntryState::Closed;
    assert!(listed("triage", &rows).is_empty());
}

#[test]
fn a_match_that_is_decided_or_certain_is_not_listed() {
    let mut rows = [entry(1, "north", &[2]), entry(2, "south", &[])];
    let Actor { id: by, client } = worker("triage").actor;
    let decision = MatchDecision { same: false, by, client, at: Timestamp::UNIX_EPOCH };
    rows[0].matches[0].decision = Some(decision);
    assert!(listed("triage", &rows).is_empty());
    rows[0].matches[0].decision = None;
    rows[0].matches[0].kind = MatchKind::Household;
    assert!(listed("triage", &rows).is_empty());
}
