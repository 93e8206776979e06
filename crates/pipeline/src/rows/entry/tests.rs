//! Tests of the order of an inbox, of words that wait too long to be read, and of who may do what.

use referral::EntryAction;

use super::*;
use crate::rows::Actor;

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
fn a_closed_entry_with_news_ranks_among_the_open_ones_until_it_is_read() {
    let news = EntryRow {
        news_since: Some(Timestamp::UNIX_EPOCH),
        unread_since: Some(Timestamp::UNIX_EPOCH),
        ..entry(EntryState::Closed, Priority::Urgent, 50)
    };
    let open = entry(EntryState::New, Priority::Routine, 1);
    assert!(news.has_news() && news.rank() < open.rank());
    assert!(news.waits_unread(Timestamp::from_second(3_600).unwrap()));
    assert!(!news.read().has_news() && news.read().rank() > open.rank());
    assert_eq!(news.read().version, news.version);
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

/// An entry in this state, claimed by Ada until noon.
fn claimed(state: EntryState) -> EntryRow {
    let claim = Claim {
        by: Actor::person("https://issuer.example", "ada", "hub").id,
        client: None,
        at: Timestamp::UNIX_EPOCH,
        lease_until: NOON,
    };
    EntryRow { claim: Some(claim), ..entry(state, Priority::Routine, 0) }
}

const NOON: Timestamp = Timestamp::constant(43_200, 0);

#[test]
fn a_claim_keeps_others_away_until_it_lapses() {
    let [ada, ben] =
        ["ada", "ben"].map(|name| Actor::person("https://issuer.example", name, "hub").id);
    let before = Timestamp::constant(43_199, 0);
    let claimed = claimed(EntryState::Claimed);
    assert_eq!(claimed.allows(&ada, EntryAction::Accept, before), Ok(EntryState::InProgress));
    assert_eq!(claimed.allows(&ben, EntryAction::Accept, before), Err(Barred::Held));
    assert!(!claimed.has_lapsed(before));
    // From noon on the entry is new again for both, and must be claimed first.
    assert!(claimed.has_lapsed(NOON));
    for worker in [&ada, &ben] {
        assert_eq!(claimed.allows(worker, EntryAction::Claim, NOON), Ok(EntryState::Claimed));
        let refused = claimed.allows(worker, EntryAction::Accept, NOON);
        assert!(matches!(refused, Err(Barred::State(_))), "{refused:?}");
    }
}

#[test]
fn work_that_was_taken_up_does_not_lapse_and_any_worker_of_the_inbox_may_close_it() {
    let ben = Actor::person("https://issuer.example", "ben", "hub").id;
    let taken_up = claimed(EntryState::InProgress);
    assert!(!taken_up.has_lapsed(NOON));
    assert_eq!(taken_up.holder(NOON), taken_up.claim.as_ref());
    assert_eq!(taken_up.allows(&ben, EntryAction::Close, NOON), Ok(EntryState::Closed));
    assert_eq!(claimed(EntryState::Closed).holder(NOON), None);
}
