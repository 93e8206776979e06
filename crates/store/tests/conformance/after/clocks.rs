//! Tests of clocks that run out: they ring for the manager, then for the triage, and stop when somebody
//! answers.

use pipeline::audit::AuditAction;
use pipeline::clocks::{Rung, ring};
use pipeline::collect::{
    Change, CollectError, Logged, Move, NewItem, SenderAsked, append, change, put_to_triage,
    send_on, standing,
};
use pipeline::due::Work;
use referral::{AskedFor, DecliningReason, FreeText, NextStep, RedirectReason};

use super::*;

const PORTMAN: &str = "westminster-portman";
const TRIAGE: &str = "westminster-triage";

impl Tiers {
    /// Delivers a family that says where it lives, and brings its entry to Portman.
    async fn delivered_to_portman(&self) -> EntryRow {
        let receipt = self.accept("clocks", family(|_| ()), false).await;
        self.deliver().await;
        let entry = self.entry_of(receipt.id.into()).await;
        let all = worker(&[entry.inbox.as_str(), PORTMAN]);
        if entry.inbox.as_str() == PORTMAN {
            return entry;
        }
        let claimed = change(&self.hub, &all, entry.id, None, Change::Claim).await.unwrap();
        let to = InboxId::parse(PORTMAN).unwrap();
        let to = Move::Redirect { to, reason: RedirectReason::BetterFit };
        send_on(&self.hub, &all, entry.id, Some(claimed.version), &to).await.unwrap()
    }

    async fn entry_of(&self, id: EntryId) -> EntryRow {
        self.hub.store().entries(&[id]).await.unwrap().pop().unwrap()
    }

    /// The time of the next look at the clock of an entry, if one is due.
    async fn next_look(&self, id: EntryId) -> Option<Timestamp> {
        let (store, work) = (self.hub.store(), Work::Clock(id));
        let due = store.due(work.shard(), Timestamp::MAX, Timestamp::MAX, 1_000).await.unwrap();
        due.into_iter().find(|row| row.work == work).map(|row| row.due.at)
    }

    async fn rings(&self, id: EntryId) -> Rung {
        ring(&self.route, id).await.unwrap()
    }
}

fn rang(again: bool) -> Rung {
    Rung::Rang { inbox: InboxId::parse(PORTMAN).unwrap(), again }
}

#[tokio::test]
async fn a_clock_that_runs_out_is_put_to_the_manager_then_to_the_triage_which_sends_it_on() {
    let tiers = Tiers::new().await;
    let entry = tiers.delivered_to_portman().await;
    assert!(tiers.next_look(entry.id).await.is_some(), "the delivery plans it");
    assert_eq!(tiers.rings(entry.id).await, Rung::PutOff);

    tiers.at(14 * DAY);
    assert_eq!(tiers.rings(entry.id).await, rang(false));
    assert_eq!(tiers.rings(entry.id).await, Rung::PutOff, "it rings once");
    let escalated = tiers.entry_of(entry.id).await;
    let mark = escalated.escalation().unwrap();
    assert_eq!((mark.step, mark.again.is_none()), (NextStep::Claim, true));
    let portman = worker(&[PORTMAN]);
    let manager = Worker { roles: [Role::Manager].into(), ..portman.clone() };
    let places = tiers.hub.places();
    let found = standing(&tiers.hub, &manager, &places.localities).await.unwrap();
    assert_eq!(found[0].escalated.iter().map(|one| one.entry).collect::<Vec<_>>(), [entry.id]);
    let triage = worker(&[TRIAGE]);
    assert_eq!(put_to_triage(&tiers.hub, &triage).await.unwrap(), []);
    let to = InboxId::parse("westminster-queens-park").unwrap();
    let to = Move::Redirect { to, reason: RedirectReason::Capacity };
    let early = send_on(&tiers.hub, &triage, entry.id, None, &to).await;
    assert!(matches!(early, Err(CollectError::NotFound)), "{early:?}");

    tiers.at(28 * DAY);
    assert_eq!(tiers.rings(entry.id).await, rang(true));
    assert_eq!(tiers.next_look(entry.id).await, None, "it rings no more");
    let put = put_to_triage(&tiers.hub, &triage).await.unwrap();
    assert_eq!(put.iter().map(|one| one.entry).collect::<Vec<_>>(), [entry.id]);
    assert_eq!(tiers.open(&triage, entry.id).await.entry.id, entry.id);
    let claimed = change(&tiers.hub, &triage, entry.id, None, Change::Claim).await;
    assert!(matches!(claimed, Err(CollectError::Conflict(_))), "{claimed:?}");
    let moved = send_on(&tiers.hub, &triage, entry.id, None, &to).await.unwrap();
    assert_eq!((moved.inbox.as_str(), moved.escalation()), ("westminster-queens-park", None));
    assert_eq!(put_to_triage(&tiers.hub, &triage).await.unwrap(), []);
    assert_eq!(moved.received_at, entry.received_at, "its clock goes on");
    assert!(matches!(tiers.rings(entry.id).await, Rung::Rang { again: false, .. }));
}

#[tokio::test]
async fn an_answered_entry_has_no_clock_and_one_that_is_given_back_has_it_again() {
    let tiers = Tiers::new().await;
    let entry = tiers.delivered_to_portman().await;
    let portman = worker(&[PORTMAN]);
    tiers.at(14 * DAY);
    assert_eq!(tiers.rings(entry.id).await, rang(false));
    let step = |step| change(&tiers.hub, &portman, entry.id, None, step);
    let claimed = step(Change::Claim).await.unwrap();
    assert_eq!(claimed.escalation(), None);
    assert!(tiers.next_look(entry.id).await.is_some());
    step(Change::Accept).await.unwrap();
    assert_eq!(tiers.next_look(entry.id).await, None);
    assert_eq!(tiers.rings(entry.id).await, Rung::Ended);
    step(Change::Close(referral::ClosingOutcome::Supported)).await.unwrap();
    step(Change::Reopen).await.unwrap();
    assert!(tiers.next_look(entry.id).await.is_some());
}

#[tokio::test]
async fn a_declined_entry_takes_its_clock_with_it() {
    let tiers = Tiers::new().await;
    let entry = tiers.delivered_to_portman().await;
    let portman = worker(&[PORTMAN]);
    tiers.at(14 * DAY);
    change(&tiers.hub, &portman, entry.id, None, Change::Claim).await.unwrap();
    let full = Move::Decline { reason: DecliningReason::AtCapacity, to: None };
    let offered = send_on(&tiers.hub, &portman, entry.id, None, &full).await.unwrap();
    assert_ne!(offered.inbox, entry.inbox);
    assert_eq!(offered.clock_starts(), entry.clock_starts(), "it does not begin anew");
    assert_eq!(tiers.next_look(entry.id).await, Some(later(14 * DAY)), "it is late at once");
}

#[tokio::test]
async fn a_question_to_the_sender_pauses_the_clock_until_it_is_taken_back() {
    let tiers = Tiers::new().await;
    let entry = tiers.delivered_to_portman().await;
    let portman = worker(&[PORTMAN]);
    let words = FreeText::parse("Which school?").unwrap();
    let asked = Logged::SenderAsked(SenderAsked { about: AskedFor::Contact, words });
    let item = NewItem { replaces: None, said: asked };
    let asked = append(&tiers.hub, &portman, entry.id, "one", &item).await.unwrap();
    let paused = asked.entry.clock.pauses.clone();
    assert_eq!((paused.len(), paused[0].until), (1, None));
    tiers.at(HOUR);
    let row = tiers.list(&portman).await.remove(0);
    assert_eq!(row.paused_since, Some(paused[0].from));
    tiers.at(3 * DAY);
    assert_eq!(tiers.rings(entry.id).await, Rung::PutOff);
    let back = Logged::Retracted { words: None };
    let back = NewItem { replaces: Some(asked.item), said: back };
    let back = append(&tiers.hub, &portman, entry.id, "two", &back).await.unwrap();
    assert_eq!(back.entry.clock.pauses[0].until, Some(later(3 * DAY)));
    tiers.at(28 * DAY);
    assert_eq!(tiers.rings(entry.id).await, rang(false));
    let events = tiers.hub.store().audit_head(entry.id).await.unwrap().unwrap();
    assert_eq!(events.event.action, AuditAction::Escalated);
}
