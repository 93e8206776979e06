//! Tests of the order of an inbox, and of words that wait too long to be read.

use super::*;

fn entry(state: EntryState, priority: Priority, received: i64) -> EntryRow {
    let id = EntryId::from_random([1; 16]);
    EntryRow {
        id,
        inbox: InboxId::review(),
        authority: None,
        state,
        version: 1,
        lane: Lane::Agreed,
        priority,
        received_at: Timestamp::from_second(received).unwrap(),
        referrals: Vec::new(),
        linked: Vec::new(),
        matches: Vec::new(),
        notes: Vec::new(),
        claim: None,
        outcome: None,
        unread_since: None,
    }
}

#[test]
fn open_comes_before_closed_then_the_most_pressing_then_the_longest_waiting() {
    use EntryState::{Claimed, Closed, InProgress, New};
    use Priority::{NotAnswered, Routine, Safeguarding, Urgent};
    let in_order = [
        entry(Claimed, Safeguarding, 90),
        entry(New, Urgent, 10),
        entry(InProgress, Urgent, 2_000_000_000),
        entry(New, Routine, 5),
        entry(New, NotAnswered, 6),
        entry(New, Routine, 7),
        entry(Closed, Safeguarding, 1),
    ];
    assert!(in_order.map(|entry| entry.rank()).is_sorted());
}

#[test]
fn words_are_late_after_an_hour_until_they_are_read_or_the_entry_is_closed() {
    let waiting =
        |state, unread_since| EntryRow { unread_since, ..entry(state, Priority::Soon, 0) };
    let at = |seconds| Timestamp::from_second(seconds).unwrap();
    let since = Some(at(100));
    assert!(!waiting(EntryState::New, since).waits_unread(at(3_699)));
    assert!(waiting(EntryState::New, since).waits_unread(at(3_700)));
    assert!(waiting(EntryState::InProgress, since).waits_unread(at(9_000)));
    assert!(!waiting(EntryState::New, None).waits_unread(at(9_000)));
    assert!(!waiting(EntryState::Closed, since).waits_unread(at(9_000)));
}
