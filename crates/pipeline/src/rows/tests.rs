//! The order of an inbox.

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
    }
}

#[test]
fn open_comes_before_closed_then_the_most_pressing_then_the_longest_waiting() {
    use EntryState::{Claimed, Closed, InProgress, New};
    use Priority::{Routine, Safeguarding, Urgent};
    let in_order = [
        entry(Claimed, Safeguarding, 90),
        entry(New, Urgent, 10),
        entry(InProgress, Urgent, 2_000_000_000),
        entry(New, Routine, 5),
        entry(Closed, Safeguarding, 1),
    ];
    assert!(in_order.map(|entry| entry.rank()).is_sorted());
}
