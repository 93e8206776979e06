//! Tests of what a sender changes of its own referral, from its request to the worker, and of the list
//! of what it sent.

use pipeline::amend::{self, Amended, Request};
use pipeline::due::Work;
use pipeline::notes::Note;
use pipeline::rows::SentMark;
use pipeline::{Status, sent, status};
use referral::{ClosingOutcome, WithdrawalReason};

use super::*;

const TRIAGE: &str = "westminster-triage";

fn routine(change: impl FnOnce(&mut Value)) -> Referral {
    family(|said| {
        said["referrer"]["kind"] = json!("school");
        change(said);
    })
}

fn concern(said: &mut Value) {
    said["safeguarding_concern"] = json!(true);
}

impl Tiers {
    async fn send(&self, by: &Actor, key: &str, referral: Referral) -> ReferralId {
        let submission = Submission {
            submitter: by.clone(),
            key: key.to_owned(),
            window: std::time::Duration::from_hours(24),
            content: key.as_bytes().to_vec(),
            referral,
            status: None,
            suspect: false,
            told: None,
        };
        accept(&self.family, submission).await.unwrap().id
    }

    async fn withdraw(
        &self,
        by: &Actor,
        referral: ReferralId,
        key: &str,
        seen: Option<u32>,
        reason: WithdrawalReason,
    ) -> Amended {
        let request = Request { by, referral, key, seen };
        amend::withdraw(&self.family, request, reason, None).await.unwrap()
    }

    async fn correct(&self, by: &Actor, id: ReferralId, key: &str, to: Referral) -> Amended {
        let request = Request { by, referral: id, key, seen: None };
        let content = serde_json::to_vec(&to).unwrap();
        amend::correct(&self.family, request, to, &content).await.unwrap()
    }

    async fn told(&self, by: &Actor, id: ReferralId) -> Status {
        status(&self.family, &by.id, id).await.unwrap().unwrap()
    }

    async fn entry_holding(&self, id: ReferralId) -> EntryRow {
        let state = self.hub.store().state(id).await.unwrap().unwrap();
        self.hub.store().entries(&[state.entry.unwrap()]).await.unwrap().remove(0)
    }
}

const ERROR: WithdrawalReason = WithdrawalReason::EnteredInError;

#[tokio::test]
async fn a_withdrawal_ends_an_entry_that_nobody_has_in_hand_and_is_one_however_often_it_is_sent() {
    let tiers = Tiers::new().await;
    let school = person("school");
    // One is withdrawn before it is placed, the other one after.
    let early = tiers.send(&school, "a", routine(|_| {})).await;
    let again = (0..10).map(|_| tiers.withdraw(&school, early, "w", Some(1), ERROR));
    let answers = futures::future::join_all(again).await;
    let version = |answer: &Amended| matches!(answer, Amended::Done { version: 2, .. });
    assert!(answers.iter().all(version) && answers.iter().all(|one| *one == answers[0]));
    assert_eq!(tiers.told(&school, early).await.state, ReferralState::Withdrawn);
    tiers.deliver().await;
    let late = tiers.at(MINUTE).send(&school, "b", routine(|_| {})).await;
    tiers.deliver().await;
    assert_eq!(tiers.entry_holding(late).await.state, EntryState::New);
    tiers.withdraw(&school, late, "w", Some(1), ERROR).await;
    tiers.deliver().await;
    for id in [early, late] {
        let entry = tiers.entry_holding(id).await;
        let ended = (entry.state, entry.outcome, entry.has_news());
        assert_eq!(ended, (EntryState::Closed, Some(ClosingOutcome::EnteredInError), false));
        assert_eq!(tiers.hub.store().notes(id).await.unwrap().len(), 1);
        let told = tiers.told(&school, id).await;
        assert_eq!((told.state, told.version), (ReferralState::Withdrawn, 2));
        assert_eq!(told.placement.unwrap().inbox.as_str(), TRIAGE);
    }
}

#[tokio::test]
async fn a_change_is_refused_to_another_sender_on_another_version_and_after_a_withdrawal() {
    let tiers = Tiers::new().await;
    let (school, other) = (person("school"), person("other"));
    let id = tiers.send(&school, "a", routine(|_| {})).await;
    assert_eq!(tiers.withdraw(&other, id, "w", Some(1), ERROR).await, Amended::Unknown);
    let nobodys = ReferralId::from_random([9; 16]);
    assert_eq!(tiers.withdraw(&school, nobodys, "w", Some(1), ERROR).await, Amended::Unknown);
    assert_eq!(tiers.withdraw(&school, id, "w", Some(2), ERROR).await, Amended::Stale(1));
    tiers.correct(&school, id, "c", routine(|said| said["urgency"] = json!("soon"))).await;
    assert_eq!(tiers.withdraw(&school, id, "w", Some(1), ERROR).await, Amended::Stale(2));
    // What happens to it inside moves no version.
    tiers.deliver().await;
    let done = tiers.withdraw(&school, id, "w", Some(2), ERROR).await;
    assert!(matches!(done, Amended::Done { version: 3, .. }), "{done:?}");
    let other_reason = WithdrawalReason::NoLongerNeeded;
    let reused = tiers.withdraw(&school, id, "w", Some(3), other_reason).await;
    assert_eq!(reused, Amended::KeyReused);
    assert_eq!(tiers.withdraw(&school, id, "w", Some(2), ERROR).await, done, "the first answer");
    assert_eq!(tiers.correct(&school, id, "d", routine(|_| {})).await, Amended::Withdrawn);
    assert_eq!(tiers.told(&school, id).await.amendments.len(), 2);
}

#[tokio::test]
async fn a_referral_is_corrected_ten_times_at_most_and_can_still_be_withdrawn() {
    let tiers = Tiers::new().await;
    let school = person("school");
    let id = tiers.send(&school, "a", routine(|_| {})).await;
    for number in 0..10 {
        let done = tiers.correct(&school, id, &number.to_string(), routine(|_| {})).await;
        assert!(matches!(done, Amended::Done { .. }), "{number}: {done:?}");
    }
    assert_eq!(tiers.correct(&school, id, "one more", routine(|_| {})).await, Amended::Full);
    let done = tiers.withdraw(&school, id, "w", None, ERROR).await;
    assert!(matches!(done, Amended::Done { version: 12, .. }), "{done:?}");
}

#[tokio::test]
async fn a_worker_decides_where_the_work_is_theirs_or_the_family_is_said_to_have_asked() {
    let tiers = Tiers::new().await;
    let (school, triage) = (person("school"), worker(&[TRIAGE]));
    let held = tiers.send(&school, "a", routine(|_| {})).await;
    let asked = tiers.send(&school, "b", routine(|_| {})).await;
    tiers.deliver().await;
    let claim = collect::Change::Claim;
    collect::change(&tiers.hub, &triage, held.into(), None, claim).await.unwrap();
    tiers.withdraw(&school, held, "w", None, ERROR).await;
    tiers.withdraw(&school, asked, "w", None, WithdrawalReason::FamilyWithdrew).await;
    tiers.deliver().await;
    for (id, state) in [(held, EntryState::Claimed), (asked, EntryState::New)] {
        let entry = tiers.entry_holding(id).await;
        assert_eq!((entry.state, entry.has_news(), entry.outcome), (state, true, None));
        // The sender is told the same as where the entry was closed.
        assert_eq!(tiers.told(&school, id).await.state, ReferralState::Withdrawn);
        let opened = tiers.open(&triage, entry.id).await;
        let said = opened.referrals[0].notes[0].said.clone();
        assert!(matches!(said, Some(Note::Withdrawal { .. })), "{said:?}");
    }
}

#[tokio::test]
async fn a_withdrawn_concern_stays_at_the_front_door_and_its_clock_runs() {
    let tiers = Tiers::new().await;
    let school = person("school");
    let id = tiers.send(&school, "a", routine(concern)).await;
    tiers.withdraw(&school, id, "w", None, ERROR).await;
    tiers.deliver().await;
    let entry = tiers.entry_holding(id).await;
    assert_eq!((entry.inbox.as_str(), entry.state), ("westminster-front-door", EntryState::New));
    assert!(entry.has_news() && tiers.waits(Work::OpenConcern(entry.id)).await.is_some());
}

#[tokio::test]
async fn a_correction_is_shown_first_beside_what_was_sent_and_a_new_concern_rings() {
    let tiers = Tiers::new().await;
    let (school, triage) = (person("school"), worker(&[TRIAGE]));
    let first = routine(|_| {});
    let id = tiers.send(&school, "a", first.clone()).await;
    tiers.deliver().await;
    let moved = routine(|said| said["adults"][0]["phone"] = json!("+447700900111"));
    tiers.correct(&school, id, "c", moved.clone()).await;
    tiers.deliver().await;
    let entry = tiers.entry_holding(id).await;
    assert!(entry.has_news() && tiers.waits(Work::OpenConcern(entry.id)).await.is_none());
    let opened = tiers.open(&triage, entry.id).await;
    let referral = &opened.referrals[0];
    assert_eq!((referral.latest(), referral.referral.as_ref()), (Some(&moved), Some(&first)));
    let worse = routine(concern);
    // Of two corrections at one instant neither is the later one.
    tiers.at(60);
    tiers.correct(&school, id, "d", worse.clone()).await;
    tiers.deliver().await;
    assert!(tiers.waits(Work::OpenConcern(entry.id)).await.is_some());
    // It is placed where it was: a worker sends it on.
    assert_eq!(tiers.entry_holding(id).await.inbox.as_str(), TRIAGE);
    let opened = tiers.open(&triage, entry.id).await;
    assert_eq!(opened.referrals[0].latest(), Some(&worse));
    assert_eq!(opened.referrals[0].corrections().count(), 2);
}

#[tokio::test]
async fn a_senders_list_holds_its_own_referrals_in_order_two_minutes_late_and_again_when_changed() {
    let tiers = Tiers::new().await;
    let (school, other) = (person("school"), person("other"));
    let mut own = Vec::new();
    for second in 0..6 {
        tiers.at(second);
        own.push(tiers.send(&school, &second.to_string(), routine(|_| {})).await);
        tiers.send(&other, &second.to_string(), routine(|_| {})).await;
        // A family's form is in nobody's list.
        tiers.accept(&second.to_string(), family(|_| {}), false).await;
    }
    tiers.deliver().await;
    let page = async |at: i64, after: Option<SentMark>, limit| {
        let page = sent::since(&tiers.at(at).family, &school.id, after, limit).await.unwrap();
        let ids: Vec<ReferralId> = page.referrals.iter().map(|one| one.id).collect();
        (ids, page.next)
    };
    assert_eq!(page(119, None, 100).await, (Vec::new(), None));
    assert_eq!(page(122, None, 100).await.0, own[..3]);
    let mut read = Vec::new();
    let mut after = None;
    loop {
        let (ids, next) = page(200, after, 2).await;
        if ids.is_empty() {
            assert_eq!(next, after, "there is nothing more");
            break;
        }
        read.extend(ids);
        after = next;
    }
    assert_eq!(read, own);
    tiers.at(210).withdraw(&school, own[1], "w", None, ERROR).await;
    assert_eq!(page(300, after, 100).await, (Vec::new(), after));
    let (ids, last) = page(330, after, 100).await;
    assert_eq!(ids, [own[1]]);
    assert!(last > after);
    // One that waits for longer than a minute is listed again once it is placed.
    let waits = tiers.at(400).send(&school, "late", routine(|_| {})).await;
    let (ids, shown) = page(521, last, 100).await;
    assert_eq!(ids, [waits]);
    assert_eq!(tiers.told(&school, waits).await.state, ReferralState::Accepted);
    tiers.at(600).deliver().await;
    let (ids, _) = page(721, shown, 100).await;
    assert_eq!(ids, [waits]);
    assert_eq!(tiers.told(&school, waits).await.state, ReferralState::Routed);
}

#[tokio::test]
async fn a_senders_newest_come_first_at_once_and_page_by_page() {
    let tiers = Tiers::new().await;
    let (school, other) = (person("school"), person("other"));
    let mut own = Vec::new();
    for second in 0..9 {
        tiers.at(second);
        own.insert(0, tiers.send(&school, &second.to_string(), routine(|_| {})).await);
        tiers.send(&other, &second.to_string(), routine(|_| {})).await;
    }
    let page = async |before: Option<SentMark>, limit| {
        let page = sent::newest(&tiers.family, &school.id, before, limit).await.unwrap();
        let ids: Vec<ReferralId> = page.referrals.iter().map(|one| one.id).collect();
        (ids, page.next)
    };
    assert_eq!(page(None, 9).await, (own.clone(), None), "the last page says that it is");
    let (mut read, mut before) = page(None, 4).await;
    while let Some(mark) = before {
        let (ids, next) = page(Some(mark), 4).await;
        read.extend(ids);
        before = next;
    }
    assert_eq!(read, own);
    // One that is changed comes first from then on.
    tiers.at(300).withdraw(&school, own[5], "w", None, ERROR).await;
    assert_eq!(page(None, 2).await.0, [own[5], own[0]]);
    assert_eq!(page(None, 100).await.0.len(), 9);
}

#[tokio::test]
async fn a_reference_finds_a_referral_for_its_own_sender_alone() {
    let tiers = Tiers::new().await;
    let school = person("school");
    let id = tiers.send(&school, "a", routine(|_| {})).await;
    let reference = tiers.told(&school, id).await.reference;
    let found = async |by: &Actor, reference: &Reference| {
        sent::with_reference(&tiers.family, &by.id, reference).await.unwrap().map(|one| one.id)
    };
    assert_eq!(found(&school, &reference).await, Some(id));
    assert_eq!(found(&person("other"), &reference).await, None);
    assert_eq!(found(&school, &Reference::from_random([8; 16])).await, None);
}
