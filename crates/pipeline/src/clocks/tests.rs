//! Tests of clocks, in the winter time of the United Kingdom: a Monday is 30 November 2026.

use referral::InboxId;

use super::*;
use crate::rows::{Actor, Claim};

fn at(text: &str) -> Timestamp {
    format!("2026-{text}:00Z").parse().unwrap()
}

fn mark(state: EntryState, clocks: &[(Priority, &str)]) -> InboxMark {
    let claim = Claim {
        by: Actor::person("https://issuer.example", "ada", "hub").id,
        client: None,
        at: at("11-30T09:00"),
        lease_until: at("11-30T13:00"),
    };
    let start =
        |(priority, since): &(Priority, &str)| ClockStart { priority: *priority, since: at(since) };
    InboxMark {
        rank: String::new(),
        entry: referral::EntryId::from_random([1; 16]),
        state,
        claim: (state != EntryState::New).then_some(claim),
        clocks: clocks.iter().map(start).collect(),
        summary: None,
        access: crate::rows::Access::default(),
        marks: ClockMarks::default(),
    }
}

fn hours(kind: InboxKind) -> Hours<'static> {
    Hours { kind: Some(kind), calendar: Calendar::default() }
}

fn due_at(mark: &InboxMark, kind: InboxKind, now: &str) -> Option<(NextStep, Timestamp)> {
    mark.due(hours(kind), at(now)).map(|due| (due.step, due.at))
}

#[test]
fn a_claim_is_due_by_the_priority() {
    let of = |priority, since| {
        let new = mark(EntryState::New, &[(priority, since)]);
        due_at(&new, InboxKind::Hub, since).unwrap().1
    };
    assert_eq!(of(Priority::Routine, "11-30T10:00"), at("12-02T17:00"));
    assert_eq!(of(Priority::NotAnswered, "11-30T10:00"), at("12-02T17:00"));
    assert_eq!(of(Priority::Soon, "11-27T18:00"), at("11-30T17:00"));
    assert_eq!(of(Priority::Urgent, "11-27T16:00"), at("11-30T10:00"), "over the weekend");
}

#[test]
fn a_concern_is_to_be_opened_then_claimed_by_the_clock_on_the_wall() {
    let new = mark(EntryState::New, &[(Priority::Safeguarding, "11-28T23:00")]);
    let due = |now| due_at(&new, InboxKind::FrontDoor, now);
    assert_eq!(due("11-28T23:14"), Some((NextStep::Open, at("11-28T23:15"))));
    assert_eq!(due("11-28T23:15"), Some((NextStep::Claim, at("11-29T00:00"))));
}

#[test]
fn other_inboxes_have_clocks_of_their_own_and_never_later_than_the_priority_s() {
    let routine = mark(EntryState::New, &[(Priority::Routine, "11-30T10:00")]);
    let due = |kind| due_at(&routine, kind, "11-30T10:00").unwrap().1;
    assert_eq!(due(InboxKind::Triage), at("12-01T17:00"));
    assert_eq!(due(InboxKind::Review), at("11-30T14:00"));
    assert_eq!(due(InboxKind::OutOfArea), at("11-30T17:00"));
    let urgent = mark(EntryState::New, &[(Priority::Urgent, "11-30T10:00")]);
    let urgent = due_at(&urgent, InboxKind::Triage, "11-30T10:00").unwrap().1;
    assert_eq!(urgent, at("11-30T12:00"));
    let concern = mark(EntryState::New, &[(Priority::Safeguarding, "11-30T10:00")]);
    let concern = due_at(&concern, InboxKind::OutOfArea, "11-30T10:20").unwrap().1;
    assert_eq!(concern, at("11-30T11:00"));
}

#[test]
fn a_claimed_entry_waits_for_the_first_contact_until_the_claim_lapses() {
    let claimed = mark(EntryState::Claimed, &[(Priority::Soon, "11-30T09:00")]);
    let due = |now| due_at(&claimed, InboxKind::Hub, now);
    assert_eq!(due("11-30T12:59"), Some((NextStep::Contact, at("12-02T17:00"))));
    assert_eq!(due("11-30T13:00"), Some((NextStep::Claim, at("12-01T17:00"))));
    for state in [EntryState::InProgress, EntryState::Closed] {
        let mark = mark(state, &[(Priority::Soon, "11-30T09:00")]);
        assert_eq!(due_at(&mark, InboxKind::Hub, "11-30T10:00"), None);
    }
}

#[test]
fn a_raised_priority_neither_makes_late_at_once_nor_moves_the_first_clock_on() {
    let raised = mark(
        EntryState::New,
        &[(Priority::Routine, "11-26T10:00"), (Priority::Urgent, "11-30T10:00")],
    );
    assert_eq!(due_at(&raised, InboxKind::Hub, "11-30T10:01").unwrap().1, at("11-30T12:00"));
    let late = mark(
        EntryState::New,
        &[(Priority::Routine, "11-26T10:00"), (Priority::Urgent, "11-30T16:30")],
    );
    assert_eq!(due_at(&late, InboxKind::Hub, "11-30T16:31").unwrap().1, at("11-30T17:00"));
}

#[test]
fn an_entry_remembers_since_when_it_has_each_priority() {
    let mut row = EntryRow {
        id: referral::EntryId::from_random([1; 16]),
        inbox: InboxId::review(),
        authority: None,
        state: EntryState::New,
        version: 1,
        lane: referral::Lane::Agreed,
        priority: Priority::Routine,
        received_at: at("11-26T10:00"),
        referrals: Vec::new(),
        linked: Vec::new(),
        matches: Vec::new(),
        remarks: Vec::new(),
        claim: None,
        outcome: None,
        unread_since: None,
        news_since: None,
        summary: None,
        raised: Vec::new(),
        course: crate::rows::Course::default(),
        log: crate::rows::LogMarks::default(),
        access: crate::rows::Access::default(),
        clock: ClockMarks::default(),
    };
    row.raise(Priority::Routine, at("11-27T10:00"));
    assert_eq!((row.clock_starts().len(), row.raised.len()), (1, 0));
    row.raise(Priority::Urgent, at("11-30T10:00"));
    row.raise(Priority::Soon, at("11-30T11:00"));
    let starts: Vec<_> = row.clock_starts().iter().map(|one| (one.priority, one.since)).collect();
    let expected = [(Priority::Routine, at("11-26T10:00")), (Priority::Urgent, at("11-30T10:00"))];
    assert_eq!(starts, expected);
    assert_eq!((row.priority, row.received_at), (Priority::Urgent, at("11-26T10:00")));
}

#[test]
fn times_are_told_in_words() {
    let words = |due: &str, in_working_hours, now: &str| {
        let due = Due { step: NextStep::Claim, at: at(due), in_working_hours };
        due.words(Calendar::default(), at(now))
    };
    assert_eq!(words("11-30T15:00", true, "11-30T09:00"), "due in 6 working hours");
    assert_eq!(words("11-30T10:00", true, "11-27T16:00"), "due in 2 working hours");
    assert_eq!(words("12-02T17:00", true, "11-30T09:00"), "due in 2 working days");
    assert_eq!(words("11-27T17:00", true, "12-01T09:00"), "2 working days late");
    assert_eq!(words("11-27T16:00", true, "11-28T12:00"), "1 working hour late");
    assert_eq!(words("11-27T17:00", true, "11-28T12:00"), "late", "nobody has worked since");
    assert_eq!(words("11-30T10:00", true, "11-30T09:40"), "due in 20 minutes");
    assert_eq!(words("11-30T10:00", true, "11-30T10:00"), "due now");
    assert_eq!(words("11-28T23:15", false, "11-28T23:05"), "due in 10 minutes");
    assert_eq!(words("11-28T23:15", false, "11-29T02:15"), "3 hours late");
    assert_eq!(words("11-28T23:15", false, "12-01T02:15"), "2 days late");
}
