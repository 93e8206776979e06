//! Tests of the status by reference and secret.

use pipeline::family_status::{MOST_TRIES, Step, look_again};

use super::*;

async fn answer(tiers: &Tiers, reference: &Reference, secret: &StatusSecret) -> Looked {
    look(&tiers.family, reference, secret).await.unwrap()
}

fn wrong() -> StatusSecret {
    StatusSecret::from_random([8; 16])
}

#[tokio::test]
async fn a_family_sees_when_it_came_and_that_it_arrived() {
    let tiers = Tiers::new().await;
    let reference = tiers.accept("a", family(|_| {}), false).await.reference;
    let status = tiers.at(MINUTE).found(&reference).await;
    assert_eq!((status.received_at, status.step), (now(), Step::Received));
    assert_eq!(status.notes_left, 20);
    tiers.deliver().await;
    assert_eq!(tiers.found(&reference).await.step, Step::WithATeam);
}

#[tokio::test]
async fn what_workers_do_and_what_is_known_is_not_shown() {
    let tiers = Tiers::new().await;
    let known = tiers.accept("a", family(|_| {}), false).await;
    tiers.deliver().await;
    let shown = tiers.at(DAY).found(&known.reference).await;
    let triage = worker(&["westminster-triage"]);
    let entry = tiers.list(&triage).await.remove(0).entry;
    for change in [
        collect::Change::Claim,
        collect::Change::Accept,
        collect::Change::Close(referral::ClosingOutcome::Supported),
    ] {
        tiers.open(&triage, entry.id).await;
        collect::change(&tiers.hub, &triage, entry.id, None, change).await.unwrap();
        assert_eq!(tiers.found(&known.reference).await, shown);
    }
}

#[tokio::test]
async fn five_wrong_tries_lock_a_reference_known_or_not_until_the_hour_after_it_ends() {
    let tiers = Tiers::new().await;
    let known = tiers.accept("a", family(|_| {}), false).await.reference;
    let unknown = Reference::from_random([99; 16]);
    // Right ones do not count.
    for _ in 0..2 * MOST_TRIES {
        tiers.found(&known).await;
    }
    // Five minutes before the clock strikes.
    for reference in [&known, &unknown] {
        tiers.at(HOUR - 5 * MINUTE);
        for _ in 0..MOST_TRIES {
            assert_eq!(answer(&tiers, reference, &wrong()).await, Looked::NotFound);
        }
        for seconds in [HOUR - 5 * MINUTE, HOUR + MINUTE, 2 * HOUR - 6 * MINUTE] {
            tiers.at(seconds);
            assert_eq!(answer(&tiers, reference, &secret()).await, Looked::Locked);
            assert_eq!(answer(&tiers, reference, &wrong()).await, Looked::Locked);
        }
    }
    tiers.at(2 * HOUR);
    tiers.found(&known).await;
    assert_eq!(answer(&tiers, &unknown, &secret()).await, Looked::NotFound);
}

#[tokio::test]
async fn a_secret_opens_its_own_referral_alone_and_for_ninety_days() {
    let tiers = Tiers::new().await;
    let first = tiers.accept("a", family(|_| {}), false).await.reference;
    let second = tiers.accept("b", family(|_| {}), false).await.reference;
    let [of_first, of_second] = [&first, &second].map(|reference| {
        let store = tiers.family.store();
        async move { store.reference(reference).await.unwrap().unwrap().status.unwrap().tokens }
    });
    // Two families with one secret by chance cannot be told to have it.
    assert_ne!(of_first.await, of_second.await);
    tiers.at(90 * DAY - 1).found(&first).await;
    tiers.at(90 * DAY);
    assert_eq!(answer(&tiers, &first, &secret()).await, Looked::NotFound);
}

#[tokio::test]
async fn a_wrong_secret_an_unknown_reference_and_one_that_is_over_ask_the_tables_the_same() {
    let tiers = Tiers::new().await;
    let known = tiers.accept("a", family(|_| {}), false).await.reference;
    let unknown = Reference::from_random([99; 16]);
    let asked = async |reference: &Reference, secret: StatusSecret| {
        tiers.requests.take();
        assert_eq!(answer(&tiers, reference, &secret).await, Looked::NotFound);
        tiers.requests.take()
    };
    let wrong_secret = asked(&known, wrong()).await;
    assert_eq!(asked(&unknown, secret()).await, wrong_secret);
    tiers.at(91 * DAY);
    assert_eq!(asked(&known, secret()).await, wrong_secret);
    assert_eq!(wrong_secret, ["UpdateItem", "UpdateItem", "GetItem"]);
}

#[tokio::test]
async fn nobody_locks_a_family_out_of_what_it_is_looking_at() {
    let tiers = Tiers::new().await;
    let reference = tiers.accept("a", family(|_| {}), false).await.reference;
    for _ in 0..MOST_TRIES {
        answer(&tiers, &reference, &wrong()).await;
    }
    assert_eq!(answer(&tiers, &reference, &secret()).await, Looked::Locked);
    tiers.requests.take();
    let again = look_again(&tiers.family, &reference, &secret()).await.unwrap();
    assert!(matches!(again, Looked::Found(_)), "{again:?}");
    assert_eq!(tiers.requests.take(), ["GetItem", "GetItem"]);
    let guessed = look_again(&tiers.family, &reference, &wrong()).await.unwrap();
    assert_eq!(guessed, Looked::NotFound);
}
