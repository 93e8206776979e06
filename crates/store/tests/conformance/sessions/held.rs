//! Tests of what is held for a browser: a sign-in under way, a choice, and a click.

use pipeline::rows::{Digest, HeldRow};
use pipeline::sessions::{Capacity, Click, ClickId};

use super::*;

const TO: &str = "/hub/entries/1";

fn click() -> Click {
    let fields = vec![("note".to_owned(), "Spoke with Amira".to_owned())];
    Click { path: "/hub/entries/1/claim".to_owned(), fields }
}

#[tokio::test]
async fn a_sign_in_counts_once_and_in_the_browser_that_left() {
    let hub = Hub::new().await;
    let left = sessions::leave(&hub, &browser(1), TO).await.unwrap();
    let other = sessions::leave(&hub, &browser(1), TO).await.unwrap();
    assert!(left.state != other.state && left.nonce != other.nonce);
    assert!((43..=128).contains(&left.verifier.len()) && left.verifier != other.verifier);

    let back = sessions::come_back(&hub, &browser(1), &left.state).await.unwrap().unwrap();
    assert_eq!((&back.nonce, &back.verifier), (&left.nonce, &left.verifier));
    assert_eq!(back.to, TO);
    assert!(sessions::come_back(&hub, &browser(1), &left.state).await.unwrap().is_none());

    // Another browser, to which somebody sent the answer, is not signed in with it.
    assert!(sessions::come_back(&hub, &browser(2), &other.state).await.unwrap().is_none());
    for state in ["", "nonsense", &left.nonce] {
        assert!(sessions::come_back(&hub, &browser(1), state).await.unwrap().is_none(), "{state}");
    }
}

#[tokio::test]
async fn of_two_answers_to_one_sign_in_at_once_one_counts() {
    let hub = Hub::new().await;
    for _ in 0..10 {
        let left = sessions::leave(&hub, &browser(1), TO).await.unwrap();
        let one = browser(1);
        let both = (0..2).map(|_| sessions::come_back(&hub, &one, &left.state));
        let found = futures::future::join_all(both).await;
        assert_eq!(found.iter().filter(|found| matches!(found, Ok(Some(_)))).count(), 1);
    }
}

#[tokio::test]
async fn a_sign_in_that_takes_longer_than_ten_minutes_begins_again() {
    let hub = Hub::new().await;
    let (in_time, late) = (
        sessions::leave(&hub, &browser(1), TO).await.unwrap(),
        sessions::leave(&hub, &browser(1), TO).await.unwrap(),
    );
    hub.at(10 * MINUTE - 1);
    assert!(sessions::come_back(&hub, &browser(1), &in_time.state).await.unwrap().is_some());
    hub.at(10 * MINUTE);
    assert!(sessions::come_back(&hub, &browser(1), &late.state).await.unwrap().is_none());
}

#[tokio::test]
async fn a_worker_chooses_once_among_what_was_offered() {
    let hub = Hub::new().await;
    let roles = |role| BTreeSet::from([role]);
    let capacities = [Role::Worker, Role::Auditor]
        .map(|role| Capacity { roles: roles(role), inboxes: BTreeSet::from([inbox()]) });
    let actor = person("ada");
    let (one, two) = (browser(1), browser(2));
    let hub = &hub;
    let offer = || sessions::offer(hub, &one, &actor, &capacities, TO);
    let choose = async |by, id: &str, number| sessions::choose(hub, by, id, number).await;

    let id = offer().await.unwrap();
    let (worker, to) = choose(&one, &id, 1).await.unwrap().unwrap();
    assert_eq!(
        (worker.roles, worker.actor.id, to),
        (roles(Role::Auditor), actor.id.clone(), TO.to_owned())
    );
    assert!(choose(&one, &id, 0).await.unwrap().is_none(), "it was chosen already");
    for (by, number) in [(&two, 0), (&one, 2)] {
        let id = offer().await.unwrap();
        assert!(choose(by, &id, number).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_click_is_kept_for_the_worker_of_the_session_that_ended_and_for_nobody_else() {
    let hub = Hub::new().await;
    let id = hub.begin(8 * HOUR).await.id;
    hub.at(31 * MINUTE);
    assert_eq!(hub.resume(&id).await, None);
    let kept = sessions::keep_click(&hub, &id, click()).await.unwrap().unwrap();
    let read = |actor| {
        let kept = ClickId::parse(&kept.secret()).unwrap();
        let hub = &hub;
        async move { sessions::kept_click(hub, &kept, &person(actor).id).await.unwrap() }
    };
    assert!(read("ada").await == Some(click()));
    assert!(read("ada").await == Some(click()), "looking at it takes nothing away");
    assert!(read("bob").await.is_none(), "a colleague at the same desk does not see it");
    hub.at(46 * MINUTE);
    assert!(read("ada").await.is_none());
}

#[tokio::test]
async fn nothing_is_kept_of_a_session_that_never_was_or_was_signed_out() {
    let hub = Hub::new().await;
    let never = SessionId::parse(&"0".repeat(32)).unwrap();
    assert!(sessions::keep_click(&hub, &never, click()).await.unwrap().is_none());
    let id = hub.begin(HOUR).await.id;
    sessions::end(&hub, &id).await.unwrap();
    assert!(sessions::keep_click(&hub, &id, click()).await.unwrap().is_none());
}

#[tokio::test]
async fn what_is_held_opens_for_its_own_row_alone_and_for_no_longer_than_it_was_sealed_for() {
    let hub = Hub::new().await;
    let mut rows = Vec::new();
    for number in 1..=2 {
        let key = Digest::from_bytes([number; 32]);
        let sealed = hub.vault.seal(key, b"{}").await.unwrap();
        rows.push(HeldRow { key, sealed, expires_at: later(HOUR) });
    }
    let swapped = HeldRow { key: rows[0].key, ..rows[1].clone() };
    hub.store.hold(&swapped).await.unwrap();
    let found = hub.store.held(rows[0].key).await.unwrap().unwrap();
    assert!(hub.vault.open(found.key, &found.sealed).await.is_err());
    assert_eq!(hub.store.take_held(rows[0].key).await.unwrap(), Some(swapped));
    assert_eq!(hub.store.held(rows[0].key).await.unwrap(), None);
}
