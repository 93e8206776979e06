//! Tests that a real engine carries out the conditions that the pipeline names, as the simulated
//! store does.
#![expect(clippy::unwrap_used, reason = "a test may")]

mod after;
mod clock;
mod counting;
mod drafts;
mod engine;
mod notices;
mod partners;
mod possible_matches;
mod requests;
mod sessions;
mod webhooks;

use jiff::{SignedDuration, Timestamp};
use locality::{Placement, Reason};
use pipeline::audit::{AuditAction, AuditEvent};
use pipeline::due::{Due, DueRow};
use pipeline::ports::Store;
use pipeline::rows::{
    Access, Actor, BodyRow, Claim, ClockMarks, ClockStart, EntryMatch, EntryRow, InboxMark,
    InboxQuery, LogMarks, MatchKind, MatchRow, Part, PlacementRow, ReferenceRow, ReplayRow, Sender,
    StateRow, Token,
};
use pipeline::write::{CommitError, Refusal, Row, Write};
use referral::{
    EntryId, EntryState, InboxId, Lane, Priority, Reference, ReferralId, ReferralState,
};
use store::DynamoStore;

const CONDITION: Refusal = Refusal::Condition;

fn now() -> Timestamp {
    "2026-11-20T09:00:00Z".parse().unwrap()
}

fn later(seconds: i64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds)
}

fn id(byte: u8) -> ReferralId {
    ReferralId::from_random([byte; 16])
}

fn person(name: &str) -> Actor {
    Actor::person("https://issuer.example", name, "a client")
}

fn inbox() -> InboxId {
    InboxId::parse("westminster-portman").unwrap()
}

fn state(byte: u8) -> StateRow {
    StateRow {
        id: id(byte),
        reference: Reference::from_random([byte; 16]),
        state: ReferralState::Accepted,
        version: 1,
        submitter: person("school").id,
        sender: Sender::Partner { client: "school".to_owned() },
        lane: Lane::Agreed,
        priority: Priority::Routine,
        pressing_words: true,
        suspect: false,
        notes: 0,
        amendments: Vec::new(),
        accepted_at: now(),
        listed_at: now(),
        entry: None,
        told: None,
    }
}

fn routed(state: &StateRow) -> StateRow {
    let entry = Some(EntryId::from(state.id));
    let version = state.version + 1;
    StateRow { state: ReferralState::Routed, version, entry, ..state.clone() }
}

fn body(byte: u8) -> BodyRow {
    BodyRow { id: id(byte), sealed: vec![0, 1, 2, 255] }
}

fn entry(byte: u8, priority: Priority, received_at: Timestamp) -> EntryRow {
    EntryRow {
        id: id(byte).into(),
        inbox: inbox(),
        authority: None,
        state: EntryState::New,
        version: 1,
        lane: Lane::Agreed,
        priority,
        received_at,
        referrals: vec![id(byte)],
        linked: Vec::new(),
        matches: Vec::new(),
        news_since: None,
        summary: None,
        raised: Vec::new(),
        course: pipeline::rows::Course::default(),
        log: LogMarks::default(),
        access: Access::default(),
        clock: ClockMarks::default(),
        remarks: vec![Reason { code: "same_child".to_owned(), text: "The same child.".to_owned() }],
        claim: None,
        outcome: None,
        unread_since: Some(received_at),
    }
}

/// A possible match with another entry, for a triage to decide.
fn possible_match(other: u8, triage: &InboxId) -> EntryMatch {
    EntryMatch {
        other: id(other).into(),
        kind: MatchKind::Possible,
        evidence: Vec::new(),
        guards: Vec::new(),
        weights: "1".to_owned(),
        triage: Some(triage.clone()),
        decision: None,
    }
}

fn replay(byte: u8, written_at: Timestamp) -> ReplayRow {
    ReplayRow {
        key: Token::from_bytes(&[9; 32]),
        id: id(byte),
        reference: Reference::from_random([byte; 16]),
        content: Token::from_bytes(&[byte; 32]),
        written_at,
        expires_at: written_at + SignedDuration::from_hours(24),
    }
}

async fn refusals(store: &DynamoStore, writes: &[Write]) -> Vec<Refusal> {
    match store.commit(writes).await.unwrap_err() {
        CommitError::Cancelled(refusals) => refusals,
        CommitError::Fault(fault) => panic!("{fault}"),
    }
}

async fn accepted(store: &DynamoStore, byte: u8) -> StateRow {
    let state = state(byte);
    let writes = [Write::Insert(Row::State(state.clone())), Write::Insert(Row::Body(body(byte)))];
    store.commit(&writes).await.unwrap();
    state
}

#[tokio::test]
async fn rows_are_read_back_as_they_were_written() {
    let store = engine::store().await;
    let state = accepted(&store, 1).await;
    let placement = Placement {
        inbox: inbox(),
        inbox_name: "Portman Family Hub".to_owned(),
        authority: None,
        reasons: vec![Reason { code: "nearest_hub".to_owned(), text: "Nearest.".to_owned() }],
        rulebook: Some("westminster@2026.1".to_owned()),
        index: "onspd".to_owned(),
        considered: Vec::new(),
    };
    let placement = PlacementRow { id: id(1), placement };
    let Actor { id: by, client } = person("worker");
    let claim = Claim { by, client, at: now(), lease_until: later(60) };
    let entry = EntryRow { claim: Some(claim), ..entry(1, Priority::Urgent, now()) };
    let writes = [
        Write::Insert(Row::Placement(placement.clone())),
        Write::Insert(Row::Entry(entry.clone())),
        Write::Insert(Row::Replay(replay(1, now()))),
    ];
    store.commit(&writes).await.unwrap();
    let stored = store.referral(id(1)).await.unwrap().unwrap();
    assert_eq!((&stored.state, &stored.body), (&state, &body(1)));
    assert_eq!(stored.placement, Some(placement.clone()));
    assert_eq!(store.states(&[id(1), id(2)]).await.unwrap(), [state]);
    assert_eq!(store.bodies(&[id(1)]).await.unwrap(), [body(1)]);
    assert_eq!(store.placements(&[id(1)]).await.unwrap(), [placement]);
    assert_eq!(store.entries(&[id(1).into()]).await.unwrap(), [entry]);
    let key = Token::from_bytes(&[9; 32]);
    assert_eq!(store.replay(&key).await.unwrap(), Some(replay(1, now())));
    assert_eq!(store.referral(id(3)).await.unwrap(), None);
}

#[tokio::test]
async fn a_row_cannot_be_inserted_twice() {
    let store = engine::store().await;
    let state = accepted(&store, 1).await;
    let reference = ReferenceRow { reference: state.reference, id: id(1), status: None };
    let event = AuditEvent::new(now(), &Actor::system(), AuditAction::Accepted);
    let writes = [
        Write::Insert(Row::Reference(reference)),
        Write::Insert(Row::Entry(entry(1, Priority::Routine, now()))),
        Write::Insert(Row::Audit(event.first(id(1).into()))),
    ];
    store.commit(&writes).await.unwrap();
    assert_eq!(refusals(&store, &writes).await, [CONDITION; 3]);
    let again = [Write::Insert(Row::State(state)), Write::Insert(Row::Body(body(1)))];
    assert_eq!(refusals(&store, &again).await, [CONDITION; 2]);
}

#[tokio::test]
async fn one_refused_write_cancels_the_whole_transaction_and_is_named() {
    let store = engine::store().await;
    accepted(&store, 1).await;
    let writes = [Write::Insert(Row::State(state(2))), Write::Insert(Row::Body(body(1)))];
    assert_eq!(refusals(&store, &writes).await, [Refusal::None, CONDITION]);
    assert_eq!(store.states(&[id(2)]).await.unwrap(), []);
}

#[tokio::test]
async fn a_replay_row_holds_until_its_window_is_over() {
    let store = engine::store().await;
    store.commit(&[Write::Insert(Row::Replay(replay(1, now())))]).await.unwrap();
    let early = replay(2, later(24 * 3_600 - 1));
    assert_eq!(refusals(&store, &[Write::Insert(Row::Replay(early))]).await, [CONDITION]);
    let late = replay(3, later(24 * 3_600));
    store.commit(&[Write::Insert(Row::Replay(late.clone()))]).await.unwrap();
    assert_eq!(store.replay(&late.key).await.unwrap(), Some(late));
}

#[tokio::test]
async fn a_state_row_is_replaced_only_as_it_was_seen() {
    let store = engine::store().await;
    let first = accepted(&store, 1).await;
    let write = Write::State { row: routed(&first), seen: 1 };
    store.commit(std::slice::from_ref(&write)).await.unwrap();
    assert_eq!(refusals(&store, &[write]).await, [CONDITION]);
    let missing = Write::State { row: routed(&state(2)), seen: 1 };
    assert_eq!(refusals(&store, &[missing]).await, [CONDITION]);
}

#[tokio::test]
async fn an_entry_is_replaced_only_as_it_was_seen() {
    let store = engine::store().await;
    let first = entry(1, Priority::Routine, now());
    store.commit(&[Write::Insert(Row::Entry(first.clone()))]).await.unwrap();
    let closed = EntryRow { state: EntryState::Closed, version: 2, ..first.clone() };
    store.commit(&[Write::Entry { row: closed, seen: 1 }]).await.unwrap();
    let attached = EntryRow { version: 2, ..first };
    assert_eq!(refusals(&store, &[Write::Entry { row: attached, seen: 1 }]).await, [CONDITION]);
}

#[tokio::test]
async fn the_mark_of_unread_words_is_taken_off_only_an_entry_as_it_was_seen() {
    let store = engine::store().await;
    let first = entry(1, Priority::Soon, now());
    store.commit(&[Write::Insert(Row::Entry(first.clone()))]).await.unwrap();
    let read = |seen| [Write::Read { id: first.id, rank: Some(first.rank()), seen }];
    let looked_at = |seen| [Write::Read { id: first.id, rank: None, seen }];
    assert_eq!(refusals(&store, &read(2)).await, [CONDITION]);
    assert_eq!(refusals(&store, &looked_at(2)).await, [CONDITION]);
    store.commit(&looked_at(1)).await.unwrap();
    assert_eq!(store.entries(&[first.id]).await.unwrap(), std::slice::from_ref(&first));
    for _ in 0..2 {
        store.commit(&read(1)).await.unwrap();
        let after = EntryRow { unread_since: None, ..first.clone() };
        assert_eq!(store.entries(&[first.id]).await.unwrap(), [after]);
    }
    let missing = [Write::Read { id: id(2).into(), rank: None, seen: 1 }];
    assert_eq!(refusals(&store, &missing).await, [CONDITION]);
}

#[tokio::test]
async fn only_an_accepted_referral_is_bumped_and_only_as_it_was_seen() {
    let store = engine::store().await;
    let first = accepted(&store, 1).await;
    let bump = |seen| [Write::Bump { id: id(1), seen }];
    store.commit(&bump(1)).await.unwrap();
    assert_eq!(refusals(&store, &bump(1)).await, [CONDITION]);
    // A delivery that read it before the bump cannot commit.
    let stale = Write::State { row: routed(&first), seen: 1 };
    assert_eq!(refusals(&store, &[stale]).await, [CONDITION]);
    let seen = store.states(&[id(1)]).await.unwrap().remove(0);
    assert_eq!(seen.version, 2);
    store.commit(&[Write::State { row: routed(&seen), seen: 2 }]).await.unwrap();
    assert_eq!(refusals(&store, &bump(3)).await, [CONDITION]);
}

#[tokio::test]
async fn due_work_moves_only_as_it_was_seen_and_goes_when_it_is_done() {
    let store = engine::store().await;
    let row = DueRow::route(id(1), true, now());
    let insert = [Write::Insert(Row::Due(row))];
    store.commit(&insert).await.unwrap();
    assert_eq!(refusals(&store, &insert).await, [CONDITION]);
    let (shard, far) = (row.work.shard(), later(600));
    assert_eq!(store.due(shard, later(59), far, 10).await.unwrap(), []);
    assert_eq!(store.due(shard, later(60), far, 10).await.unwrap(), [row]);
    let next = row.due.next(later(61));
    assert!(store.defer(&row, &next).await.unwrap());
    assert!(!store.defer(&row, &next).await.unwrap(), "it has moved");
    let moved = DueRow { due: next, ..row };
    assert_eq!(store.due(shard, later(9_999), far, 10).await.unwrap(), [moved]);
    // Removing it twice is as good as once.
    for _ in 0..2 {
        store.commit(&[Write::Remove(row.work)]).await.unwrap();
    }
    assert_eq!(store.due(shard, later(9_999), far, 10).await.unwrap(), []);
    assert!(!store.defer(&moved, &next).await.unwrap(), "it is done");
}

#[tokio::test]
async fn due_work_goes_only_with_the_transaction_that_does_it() {
    let store = engine::store().await;
    let first = accepted(&store, 1).await;
    let row = DueRow::route(id(1), false, now());
    store.commit(&[Write::Insert(Row::Due(row))]).await.unwrap();
    let done = |seen| [Write::State { row: routed(&first), seen }, Write::Remove(row.work)];
    assert_eq!(refusals(&store, &done(7)).await, [CONDITION, Refusal::None]);
    let due = || store.due(row.work.shard(), later(60), later(600), 10);
    assert_eq!(due().await.unwrap(), [row]);
    store.commit(&done(1)).await.unwrap();
    assert_eq!(due().await.unwrap(), []);
}

#[tokio::test]
async fn a_mark_made_by_a_fast_clock_is_found() {
    let store = engine::store().await;
    let fast = DueRow::route(id(1), false, later(600));
    store.commit(&[Write::Insert(Row::Due(fast))]).await.unwrap();
    let shard = fast.work.shard();
    assert_eq!(store.due(shard, now(), Due::furthest(now()), 10).await.unwrap().len(), 1);
    assert_eq!(store.due(shard, now(), later(700), 10).await.unwrap().len(), 0);
}

#[tokio::test]
async fn children_are_found_under_their_token() {
    let store = engine::store().await;
    let token = Token::from_bytes(&[1; 32]);
    let row = |byte, child| MatchRow {
        token: token.clone(),
        referral: id(byte),
        child,
        protected: byte == 2,
        expires_at: later(3_600),
    };
    let rows = [row(1, 0), row(1, 1), row(2, 0)];
    store.record_matches(&rows).await.unwrap();
    store.record_matches(&rows).await.unwrap();
    assert_eq!(store.matches(&token, now(), 10).await.unwrap(), rows);
    assert_eq!(store.matches(&token, now(), 2).await.unwrap().len(), 2);
    assert_eq!(store.matches(&Token::from_bytes(&[2; 32]), now(), 10).await.unwrap(), []);
    // An expired row is not found, though the table still has it, and does not count in the limit.
    let expired = [MatchRow { expires_at: now(), ..row(0, 0) }];
    store.record_matches(&expired).await.unwrap();
    assert_eq!(store.matches(&token, now(), 2).await.unwrap(), rows[..2]);
    assert_eq!(store.matches(&token, later(3_600), 10).await.unwrap(), []);
}

#[tokio::test]
async fn an_inbox_is_listed_open_first_then_by_urgency_then_by_waiting() {
    let store = engine::store().await;
    let closed = EntryRow { state: EntryState::Closed, ..entry(1, Priority::Urgent, now()) };
    let rows = [
        closed,
        entry(2, Priority::Routine, now()),
        entry(3, Priority::Urgent, later(5)),
        entry(4, Priority::Urgent, later(1)),
    ];
    for row in &rows {
        store.commit(&[Write::Insert(Row::Entry(row.clone()))]).await.unwrap();
    }
    let query = |after, state| InboxQuery { part: Part::All, state, after, limit: 10 };
    let ids = |marks: Vec<InboxMark>| marks.into_iter().map(|mark| mark.entry).collect::<Vec<_>>();
    let all = store.list(&inbox(), &query(None, None)).await.unwrap();
    let order: Vec<EntryId> = [4, 3, 2, 1].map(|byte| id(byte).into()).to_vec();
    assert_eq!(ids(all), order);
    let after = Some(rows[2].rank());
    assert_eq!(ids(store.list(&inbox(), &query(after, None)).await.unwrap()), order[2..]);
    let closed = store.list(&inbox(), &query(None, Some(EntryState::Closed))).await.unwrap();
    assert_eq!(ids(closed), order[3..]);
    let other = InboxId::parse("westminster-bessborough").unwrap();
    assert_eq!(store.list(&other, &query(None, None)).await.unwrap(), []);
    for (part, expected) in [(Part::All, 0..4), (Part::Waiting, 0..3), (Part::Done, 3..4)] {
        let query = InboxQuery { part, ..query(None, None) };
        assert_eq!(ids(store.list(&inbox(), &query).await.unwrap()), order[expected.clone()]);
        assert_eq!(store.count(&inbox(), &query).await.unwrap(), expected.len());
    }
    for (state, limit, count) in
        [(None, 2, 2), (Some(EntryState::Closed), 10, 1), (Some(EntryState::New), 2, 2)]
    {
        let query = InboxQuery { limit, ..query(None, state) };
        let counted = store.count(&inbox(), &query).await.unwrap();
        assert_eq!(counted, count, "{state:?}, no more than {limit}");
    }
    let two = InboxQuery { limit: 2, ..query(Some(rows[2].rank()), None) };
    assert_eq!(ids(store.list(&inbox(), &two).await.unwrap()), order[2..4]);
}

#[tokio::test]
async fn the_index_of_an_inbox_shows_what_a_list_is_filtered_by() {
    let store = engine::store().await;
    let Actor { id: by, client } = person("worker");
    let claim = Claim { by, client, at: now(), lease_until: later(60) };
    let raised = vec![
        ClockStart { priority: Priority::Routine, since: now() },
        ClockStart { priority: Priority::Urgent, since: later(5) },
    ];
    let first = entry(1, Priority::Urgent, now());
    let row = EntryRow {
        state: EntryState::Claimed,
        claim: Some(claim),
        summary: Some(vec![0, 1, 255]),
        raised,
        ..first
    };
    let plain = entry(2, Priority::Soon, now());
    for row in [&row, &plain] {
        store.commit(&[Write::Insert(Row::Entry(row.clone()))]).await.unwrap();
    }
    let query = InboxQuery { part: Part::Waiting, state: None, after: None, limit: 10 };
    let marks = store.list(&inbox(), &query).await.unwrap();
    assert_eq!(marks, [InboxMark::from(&row), InboxMark::from(&plain)]);
    assert_eq!(store.entries(&[row.id]).await.unwrap(), [row]);
}

#[tokio::test]
async fn the_last_event_of_a_stream_is_its_head() {
    let store = engine::store().await;
    let stream = EntryId::from(id(1));
    let event = |action| AuditEvent::new(now(), &person("worker"), action).with("a", "b");
    let first = event(AuditAction::Accepted).first(stream);
    let second = event(AuditAction::Delivered).after(stream, Some(&first));
    for row in [&first, &second] {
        store.commit(&[Write::Insert(Row::Audit(row.clone()))]).await.unwrap();
    }
    assert_eq!(store.audit_head(stream).await.unwrap(), Some(second.clone()));
    assert_eq!(store.audit_event(stream, 0).await.unwrap(), Some(first));
    assert_eq!(store.audit_event(stream, 2).await.unwrap(), None);
    assert_eq!(store.audit_head(id(2).into()).await.unwrap(), None);
}
