//! Tests of the log of an entry: it is sealed, an item is written once, and what it leaves on the entry
//! decides how the work may end and who may see it.

use jiff::civil::Date;
use pipeline::collect::{
    AccessChange, Change, CollectError, Contact, Handover, Logged, NewItem, append, change,
    change_access, hand_over,
};
use pipeline::ports::{Keyed as _, Open as _};
use pipeline::rows::{Barrier, TooFewAttempts};
use referral::{
    ClosingOutcome, ContactDirection, ContactLog, ContactWay, ContactWith, FreeText, LogId,
    LookReason, Role,
};

use super::*;

fn note(text: &str) -> NewItem {
    let words = FreeText::parse(text).unwrap();
    NewItem { said: Logged::Note { words }, replaces: None }
}

fn attempt(on: Date) -> NewItem {
    let said = Logged::Contact(Contact {
        code: ContactLog::NoAnswer,
        direction: ContactDirection::ToFamily,
        way: ContactWay::Call,
        with: ContactWith::Nobody,
        on,
        at: None,
        words: None,
    });
    NewItem { said, replaces: None }
}

fn ben() -> Worker {
    Worker { actor: person("ben"), ..worker(&["westminster-triage"]) }
}

fn manager() -> Worker {
    Worker { roles: [Role::Manager].into(), ..ben() }
}

fn ada() -> Worker {
    worker(&["westminster-triage"])
}

impl Tiers {
    /// An entry in triage.
    async fn entry(&self) -> EntryId {
        let receipt = self.accept("a", family(|_| {}), false).await;
        self.deliver().await;
        receipt.id.into()
    }

    async fn log(&self, id: EntryId, form: &str, item: &NewItem) -> Result<LogId, CollectError> {
        append(&self.hub, &ada(), id, form, item).await.map(|appended| appended.item)
    }
}

#[tokio::test]
async fn an_item_is_written_once_however_often_it_is_sent_and_stays_sealed_in_its_row() {
    let tiers = Tiers::new().await;
    let id = tiers.entry().await;
    let first = tiers.log(id, "form-1", &note("Gurpreet called.")).await.unwrap();
    assert_eq!(tiers.log(id, "form-1", &note("Gurpreet called.")).await, Ok(first));
    let second = tiers.log(id, "form-2", &note("Gurpreet called.")).await.unwrap();
    assert_ne!(first, second, "another form is another item");
    let store = tiers.hub.store();
    let rows = store.log(id).await.unwrap();
    let entry = store.entries(&[id]).await.unwrap().remove(0);
    assert_eq!((rows.len(), entry.log.items), (2, 2));
    for row in &rows {
        let shown = String::from_utf8_lossy(&row.sealed);
        assert!(!shown.contains("Gurpreet") && !shown.contains("note"), "{shown}");
    }
    let moved = tiers.hub.vault().open(rows[0].key, &rows[1].sealed).await;
    assert!(matches!(moved, Err(pipeline::Fault::Broken(_))));
    let again = [Write::Insert(Row::Log(rows[0].clone()))];
    assert_eq!(refusals(store, &again).await, [CONDITION]);
    assert_eq!(tiers.open(&ada(), id).await.log.len(), 2);
}

#[tokio::test]
async fn an_item_is_corrected_once_and_both_are_shown() {
    let tiers = Tiers::new().await;
    let id = tiers.entry().await;
    let wrong = tiers.log(id, "form-1", &note("He called.")).await.unwrap();
    let corrected = |text: &str| NewItem { replaces: Some(wrong), ..note(text) };
    let right = tiers.log(id, "form-2", &corrected("She called.")).await.unwrap();
    let late = tiers.log(id, "form-3", &corrected("They called.")).await;
    assert!(matches!(late, Err(CollectError::Conflict(_))), "{late:?}");
    let elsewhere = NewItem { replaces: Some(LogId::from_random([9; 16])), ..note("No.") };
    let unknown = tiers.log(id, "form-4", &elsewhere).await;
    assert!(matches!(unknown, Err(CollectError::Unfit(_))), "{unknown:?}");
    let log = tiers.open(&ada(), id).await.log;
    assert_eq!(log.len(), 1);
    assert_eq!((log[0].now.id, log[0].earlier[0].id), (right, wrong));
}

#[tokio::test]
async fn an_entry_ends_as_out_of_reach_after_attempts_on_three_days_and_not_before() {
    let tiers = Tiers::new().await;
    let id = tiers.entry().await;
    change(&tiers.hub, &ada(), id, None, Change::Claim).await.unwrap();
    let close = async || {
        let outcome = Change::Close(ClosingOutcome::CouldNotReach);
        change(&tiers.hub, &ada(), id, None, outcome).await
    };
    for day in 0..3_i64 {
        let there = u8::try_from(day).unwrap();
        let few = TooFewAttempts { there, needed: 3 };
        assert_eq!(close().await, Err(CollectError::TooFewAttempts(few)));
        tiers.at(day * DAY);
        let on = later(day * DAY).to_zoned(jiff::tz::TimeZone::UTC).date();
        for form in ["a", "b"] {
            tiers.log(id, &format!("{form}-{day}"), &attempt(on)).await.unwrap();
        }
        change(&tiers.hub, &ada(), id, None, Change::Claim).await.ok();
    }
    assert_eq!(close().await.unwrap().state, EntryState::Closed);
}

#[tokio::test]
async fn an_entry_is_closed_to_a_worker_who_knows_the_family_and_waits_for_others() {
    let tiers = Tiers::new().await;
    let id = tiers.entry().await;
    change(&tiers.hub, &ada(), id, None, Change::Claim).await.unwrap();
    for _ in 0..2 {
        let declared = change_access(&tiers.hub, &ada(), id, AccessChange::DeclareConflict).await;
        assert_eq!(declared.unwrap().state, EntryState::New);
    }
    let closed = Err(CollectError::ClosedToYou(Barrier::Conflict));
    assert_eq!(collect::open(&tiers.hub, &ada(), id).await.map(drop), closed);
    assert_eq!(tiers.log(id, "form", &note("No.")).await.map(drop), closed);
    assert_eq!(change(&tiers.hub, &ada(), id, None, Change::Claim).await.map(drop), closed);
    let lift = || AccessChange::LiftConflict(ada().actor.id.as_str().to_owned());
    assert_eq!(change_access(&tiers.hub, &ada(), id, lift()).await.map(drop), closed);
    let colleague = change_access(&tiers.hub, &ben(), id, lift()).await.map(drop);
    assert_eq!(colleague, Err(CollectError::ForManagers));
    // One event, though it was said twice.
    let head = tiers.hub.store().audit_head(id).await.unwrap().unwrap();
    assert_eq!(head.event.action, AuditAction::ConflictDeclared);
    change(&tiers.hub, &ben(), id, None, Change::Claim).await.unwrap();
    change_access(&tiers.hub, &manager(), id, lift()).await.unwrap();
    tiers.open(&ada(), id).await;
    let elsewhere = worker(&["westminster-front-door"]);
    let other = change_access(&tiers.hub, &elsewhere, id, AccessChange::DeclareConflict).await;
    assert_eq!(other.map(drop), Err(CollectError::NotFound));
}

#[tokio::test]
async fn a_restricted_entry_opens_for_those_who_are_named_and_those_who_say_why() {
    let tiers = Tiers::new().await;
    let id = tiers.entry().await;
    let by_worker = change_access(&tiers.hub, &ada(), id, AccessChange::Restrict).await;
    assert_eq!(by_worker.map(drop), Err(CollectError::ForManagers));
    change_access(&tiers.hub, &manager(), id, AccessChange::Restrict).await.unwrap();
    tiers.open(&manager(), id).await;
    let closed = Err(CollectError::ClosedToYou(Barrier::Restricted));
    assert_eq!(collect::open(&tiers.hub, &ada(), id).await.map(drop), closed);
    let ask = AccessChange::AskAccess(LookReason::Danger);
    change_access(&tiers.hub, &ada(), id, ask).await.unwrap();
    let head = tiers.hub.store().audit_head(id).await.unwrap().unwrap();
    assert_eq!(head.event.facts["reason"], "danger");
    tiers.open(&ada(), id).await;
}

#[tokio::test]
async fn an_address_is_shown_once_to_the_worker_who_asked() {
    let tiers = Tiers::new().await;
    let id = tiers.entry().await;
    let reason = LookReason::VisitOrLetter;
    let event = collect::ask_for_address(&tiers.hub, &ada(), id, reason).await.unwrap();
    let shown = async |by: Worker| collect::is_to_be_shown(&tiers.hub, &by, id, event).await;
    assert_eq!(shown(ben()).await, Ok(false));
    assert_eq!(shown(ada()).await, Ok(true));
    tiers.open(&ada(), id).await;
    assert_eq!(shown(ada()).await, Ok(false), "the look that showed it came after");
}

#[tokio::test]
async fn work_is_handed_over_by_one_who_offers_it_and_one_who_takes_it() {
    let tiers = Tiers::new().await;
    let id = tiers.entry().await;
    for step in [Change::Claim, Change::Accept] {
        change(&tiers.hub, &ada(), id, None, step).await.unwrap();
    }
    let hand = async |by: Worker, step| hand_over(&tiers.hub, &by, id, step).await;
    assert!(matches!(hand(ben(), Handover::Take).await, Err(CollectError::Conflict(_))));
    assert!(matches!(hand(ben(), Handover::Offer).await, Err(CollectError::Conflict(_))));
    hand(ada(), Handover::Offer).await.unwrap();
    let taken = hand(ben(), Handover::Take).await.unwrap();
    let by = taken.claim.map(|claim| claim.by);
    assert_eq!((taken.state, by), (EntryState::InProgress, Some(ben().actor.id)));
    assert!(matches!(hand(ada(), Handover::TakeBack).await, Err(CollectError::Conflict(_))));
}
