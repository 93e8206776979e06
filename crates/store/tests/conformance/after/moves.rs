//! Tests of every step that a person may take with an entry, and of those that are refused.

use pipeline::collect::{CollectError, Move};
use pipeline::due::{DueRow, Work};
use pipeline::rows::{Course, Done};
use referral::{ClosingOutcome, DecliningReason, RedirectReason, TakeOverReason};

use super::*;

const PORTMAN: &str = "westminster-portman";
const TRIAGE: &str = "westminster-triage";
const DOOR: &str = "westminster-front-door";

/// The situation of an entry, as one worker finds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    New,
    Mine,
    Theirs,
    Lapsed,
    Working,
    TheirsWorking,
    Closed,
}

const FOUND: [Found; 7] = [
    Found::New,
    Found::Mine,
    Found::Theirs,
    Found::Lapsed,
    Found::Working,
    Found::TheirsWorking,
    Found::Closed,
];

const ACTIONS: [&str; 9] =
    ["claim", "accept", "release", "take_over", "redirect", "decline", "ask", "close", "reopen"];

/// The state and inbox that an action leads to; `None` if it is refused. This table is written apart from
/// the code's own.
fn expected(found: Found, action: &str) -> Option<(EntryState, &'static str)> {
    use EntryState::{Claimed, Closed, InProgress, New};
    Some(match (found, action) {
        (Found::New | Found::Lapsed, "claim")
        | (Found::Mine, "ask")
        | (Found::Theirs, "take_over") => (Claimed, PORTMAN),
        (Found::Mine, "accept") | (Found::TheirsWorking, "take_over") => (InProgress, PORTMAN),
        (Found::Mine, "decline") => (New, DOOR),
        (Found::Mine | Found::Working | Found::TheirsWorking, "redirect") => (New, TRIAGE),
        (Found::Mine | Found::Working | Found::TheirsWorking, "close") => (Closed, PORTMAN),
        (Found::Closed, "reopen") | (Found::Mine, "release") => (New, PORTMAN),
        _ => return None,
    })
}

fn found(byte: u8, as_found: Found) -> EntryRow {
    let claim = |by: &str, until| Claim {
        by: person(by).id,
        client: None,
        at: now(),
        lease_until: later(until),
    };
    let (state, claim) = match as_found {
        Found::New => (EntryState::New, None),
        Found::Mine => (EntryState::Claimed, Some(claim("ada", HOUR))),
        Found::Theirs => (EntryState::Claimed, Some(claim("ben", HOUR))),
        Found::Lapsed => (EntryState::Claimed, Some(claim("ben", 0))),
        Found::Working => (EntryState::InProgress, Some(claim("ada", 0))),
        Found::TheirsWorking => (EntryState::InProgress, Some(claim("ben", 0))),
        Found::Closed => (EntryState::Closed, Some(claim("ada", 0))),
    };
    EntryRow { state, claim, ..entry(byte, Priority::Routine, now()) }
}

impl Tiers {
    /// Puts an entry into the tables, with the first event of its stream.
    async fn put(&self, entry: &EntryRow) {
        let event = AuditEvent::new(now(), &Actor::system(), AuditAction::Delivered);
        let writes = [
            Write::Insert(Row::Entry(entry.clone())),
            Write::Insert(Row::Audit(event.first(entry.id))),
        ];
        self.hub.store().commit(&writes).await.unwrap();
    }

    /// Takes a step on the version that was seen.
    async fn step(
        &self,
        worker: &Worker,
        entry: &EntryRow,
        action: &str,
    ) -> Result<EntryRow, CollectError> {
        use collect::Change as To;
        let decline = |reason| Move::Decline { reason, to: None };
        let to = match action {
            "claim" => Ok(To::Claim),
            "accept" => Ok(To::Accept),
            "release" => Ok(To::Release),
            "take_over" => Ok(To::TakeOver(TakeOverReason::Absent)),
            "close" => Ok(To::Close(ClosingOutcome::AdviceGiven)),
            "reopen" => Ok(To::Reopen),
            "decline" => Err(decline(DecliningReason::UnsafeHere)),
            "ask" => Err(decline(DecliningReason::MoreInformation)),
            _ => {
                let to = InboxId::parse(TRIAGE).unwrap();
                Err(Move::Redirect { to, reason: RedirectReason::BetterFit })
            }
        };
        let seen = Some(entry.version);
        match to {
            Ok(change) => collect::change(&self.hub, worker, entry.id, seen, change).await,
            Err(to) => collect::send_on(&self.hub, worker, entry.id, seen, &to).await,
        }
    }

    async fn stored_entry(&self, id: EntryId) -> EntryRow {
        self.hub.store().entries(&[id]).await.unwrap().remove(0)
    }

    async fn head(&self, id: EntryId) -> AuditEvent {
        self.hub.store().audit_head(id).await.unwrap().unwrap().event
    }
}

#[tokio::test]
async fn every_step_of_the_table_is_taken_and_every_other_one_is_refused() {
    let tiers = Tiers::new().await;
    let ada = worker(&[PORTMAN]);
    tiers.at(MINUTE);
    for (byte, as_found) in (1u8..).step_by(ACTIONS.len()).zip(FOUND) {
        for (offset, action) in (0..).zip(ACTIONS) {
            let row = found(byte + offset, as_found);
            tiers.put(&row).await;
            let answer = tiers.step(&ada, &row, action).await;
            let stored = tiers.stored_entry(row.id).await;
            let Some((state, inbox)) = expected(as_found, action) else {
                let refused = matches!(
                    answer,
                    Err(CollectError::Conflict(_) | CollectError::Overtaken { .. })
                );
                assert!(refused, "{as_found:?} {action}: {answer:?}");
                assert_eq!(stored, row, "{as_found:?} {action} changes nothing");
                continue;
            };
            let next = answer.unwrap_or_else(|error| panic!("{as_found:?} {action}: {error}"));
            assert_eq!(stored, next, "{as_found:?} {action}");
            assert_eq!((next.state, next.inbox.as_str()), (state, inbox), "{as_found:?} {action}");
            assert_eq!(next.version, row.version + 1);
            let is_free = next.state == EntryState::New;
            assert_eq!(next.claim.is_none(), is_free, "{as_found:?} {action}: a claim ends");
            assert_eq!(next.course.steps.len(), 1);
            assert_eq!(next.course.steps[0].by, ada.actor.id);
            assert_eq!(next.received_at, row.received_at, "the time to answer goes on");
            let event = tiers.head(row.id).await;
            assert_eq!(event.actor, ada.actor.id);
            if next.inbox != row.inbox {
                let fact = |name: &str| event.facts.get(name).map(String::as_str);
                assert_eq!((fact("from"), fact("to")), (Some(PORTMAN), Some(inbox)));
                assert!(fact("reason").is_some());
            }
        }
    }
}

#[tokio::test]
async fn a_change_that_comes_too_late_says_who_was_first_and_nobody_else_s_entry_exists() {
    let tiers = Tiers::new().await;
    let (ada, mut ben) = (worker(&[PORTMAN]), worker(&[PORTMAN]));
    ben.actor = person("ben");
    let new = found(1, Found::New);
    tiers.put(&new).await;
    tiers.step(&ada, &new, "claim").await.unwrap();
    for late in [tiers.step(&ben, &new, "claim").await, tiers.step(&ben, &new, "close").await] {
        let Err(CollectError::Overtaken { last, .. }) = late else { panic!("{late:?}") };
        assert_eq!((&last.by, &last.done, last.at), (&ada.actor.id, &Done::Claimed, now()));
    }
    let seen = tiers.stored_entry(new.id).await;
    let moved = tiers.step(&ada, &seen, "redirect").await.unwrap();
    // It is in another inbox now, and does not exist for either of them.
    for gone in [&ada, &ben] {
        assert_eq!(tiers.step(gone, &moved, "claim").await, Err(CollectError::NotFound));
        let opened = collect::open(&tiers.hub, gone, new.id).await;
        assert!(matches!(opened, Err(CollectError::NotFound)));
    }
    assert!(tiers.list(&ada).await.is_empty());
    assert_eq!(tiers.list(&worker(&[TRIAGE])).await.len(), 1);
    // Only the worker who sent it on is told where it went.
    let step = collect::sent_on(&tiers.hub, &ada, new.id).await.unwrap();
    assert_eq!(step.done.moved().map(|(_, to)| to.as_str()), Some(TRIAGE));
    let other = collect::sent_on(&tiers.hub, &ben, new.id).await;
    assert_eq!(other, Err(CollectError::NotFound));
}

#[tokio::test]
async fn an_entry_goes_nowhere_but_to_an_inbox_of_its_own_authority() {
    let tiers = Tiers::new().await;
    let ada = worker(&[PORTMAN]);
    let mine = found(1, Found::Mine);
    tiers.put(&mine).await;
    for to in ["essex-chelmsford", "westminster-nowhere", PORTMAN] {
        let to = InboxId::parse(to).unwrap();
        let redirect = Move::Redirect { to, reason: RedirectReason::FamilyChoice };
        let sent = collect::send_on(&tiers.hub, &ada, mine.id, None, &redirect).await;
        let Err(CollectError::Destination(inboxes)) = sent else { panic!("{sent:?}") };
        assert!(inboxes.contains(&InboxId::parse(TRIAGE).unwrap()));
    }
    assert_eq!(tiers.stored_entry(mine.id).await, mine);
}

#[tokio::test]
async fn a_worker_who_is_taken_over_from_is_named_in_the_trail_and_on_the_entry() {
    let tiers = Tiers::new().await;
    let theirs = found(1, Found::Theirs);
    tiers.put(&theirs).await;
    let next = tiers.at(MINUTE).step(&worker(&[PORTMAN]), &theirs, "take_over").await.unwrap();
    let (ben, reason) = (person("ben").id, TakeOverReason::Absent);
    let event = tiers.head(theirs.id).await;
    assert_eq!(event.facts.get("from").map(String::as_str), Some(ben.as_str()));
    assert_eq!(event.facts.get("reason").map(String::as_str), Some("absent"));
    assert_eq!(next.course.steps[0].done, Done::TakenOver { from: ben, reason });
    assert_eq!(next.claim.unwrap().by, person("ada").id);
}

#[tokio::test]
async fn two_declines_leave_an_entry_to_a_manager_until_its_work_is_taken_up() {
    let tiers = Tiers::new().await;
    let all = worker(&[PORTMAN, "westminster-queens-park", TRIAGE, DOOR]);
    let first =
        EntryRow { course: Course { declined: 1, ..Course::default() }, ..found(1, Found::Mine) };
    tiers.put(&first).await;
    let decline = Move::Decline { reason: DecliningReason::AtCapacity, to: None };
    let second = collect::send_on(&tiers.hub, &all, first.id, None, &decline).await.unwrap();
    assert_eq!((second.inbox.as_str(), second.course.declined), (TRIAGE, 2));
    assert!(second.course.needs_manager);
    let claimed = tiers.step(&all, &second, "claim").await.unwrap();
    assert!(claimed.course.needs_manager);
    let accepted = tiers.step(&all, &claimed, "accept").await.unwrap();
    assert!(!accepted.course.needs_manager && accepted.course.declined == 0);
}

#[tokio::test]
async fn a_concern_that_is_sent_on_or_opened_again_must_be_opened_there() {
    let tiers = Tiers::new().await;
    let door = worker(&[DOOR, TRIAGE]);
    let concern = EntryRow { lane: Lane::Safeguarding, ..found(1, Found::Mine) };
    let concern = EntryRow { inbox: InboxId::parse(DOOR).unwrap(), ..concern };
    tiers.put(&concern).await;
    let clock = Work::OpenConcern(concern.id);
    // The front door has opened it: its clock has ended. The triage has not.
    assert_eq!(tiers.waits(clock).await, None);
    let moved = tiers.at(MINUTE).step(&door, &concern, "redirect").await.unwrap();
    assert_eq!(moved.inbox.as_str(), TRIAGE);
    assert_eq!(tiers.waits(clock).await, Some(later(MINUTE)));
    // A further move does not put the clock back, nor end it.
    let claimed = tiers.at(HOUR).step(&door, &moved, "claim").await.unwrap();
    let back =
        Move::Redirect { to: InboxId::parse(DOOR).unwrap(), reason: RedirectReason::Safeguarding };
    let seen = Some(claimed.version);
    collect::send_on(&tiers.hub, &door, concern.id, seen, &back).await.unwrap();
    assert_eq!(tiers.waits(clock).await, Some(later(MINUTE)));

    let closed = EntryRow { lane: Lane::Safeguarding, ..found(2, Found::Closed) };
    tiers.put(&closed).await;
    tiers.step(&worker(&[PORTMAN]), &closed, "reopen").await.unwrap();
    assert_eq!(tiers.waits(Work::OpenConcern(closed.id)).await, Some(later(HOUR)));
    // A clock that runs is not started again.
    let again = [Write::Start(DueRow::open_concern(closed.id, later(DAY)))];
    tiers.hub.store().commit(&again).await.unwrap();
    assert_eq!(tiers.waits(Work::OpenConcern(closed.id)).await, Some(later(HOUR)));
}
