//! Tests of partners' keys and of the pace of clients, on a clock that the test moves.

use std::collections::BTreeSet;

use futures::future::join_all;
use jiff::civil::date;
use pipeline::partners::{self, ApiKey};
use pipeline::ports::{PartnerStore as _, Stepped, World};
use pipeline::rows::{Digest, KeyRow, Pace, Partner, PartnerId, Rate};
use referral::{GssCode, ReferrerKind};
use store::{Operator, PartnerChange};

use super::clock::Clock;
use super::*;

struct Door {
    store: DynamoStore,
    operator: Operator,
    clock: Clock,
}

impl World for Door {
    type Store = DynamoStore;
    type Nature = Clock;

    fn store(&self) -> &DynamoStore {
        &self.store
    }

    fn nature(&self) -> &Clock {
        &self.clock
    }
}

impl Door {
    async fn new() -> Self {
        let (store, endpoint) = engine::reachable(&requests::Requests::default()).await;
        let variables = [
            ("AWS_REGION", "eu-west-2"),
            ("AWS_ACCESS_KEY_ID", "local"),
            ("AWS_SECRET_ACCESS_KEY", "local"),
            ("AWS_ENDPOINT_URL", &endpoint),
        ];
        let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let operator = Operator::connect(&variables.into()).await;
        Self { store, operator, clock: Clock::default() }
    }

    async fn pace(&self, client: &str, rate: Rate) -> Pace {
        partners::pace(self, client, rate).await.unwrap()
    }

    /// The number of requests at this moment that pass, of so many.
    async fn passed(&self, client: &str, rate: Rate, requests: usize) -> usize {
        let paces = join_all((0..requests).map(|_| self.pace(client, rate))).await;
        paces.into_iter().filter(|pace| *pace == Pace::Passes).count()
    }
}

fn partner(id: &str, rate: Option<Rate>) -> Partner {
    Partner {
        id: PartnerId::parse(id).unwrap(),
        name: "مدرسة المستقبل".to_owned(),
        kinds: [ReferrerKind::School, ReferrerKind::EarlyYears].into(),
        authorities: [GssCode::parse("E09000033").unwrap()].into(),
        rate,
        has_webhook: false,
    }
}

fn key(byte: u8, partner: &Partner) -> KeyRow {
    KeyRow {
        key: ApiKey::from_random([byte; 16]).digest(),
        partner: partner.clone(),
        created_at: now(),
        expires_at: Some(later(3_600)),
        revoked_at: None,
    }
}

fn change(by: &Actor) -> PartnerChange<'_> {
    PartnerChange { partners: "partners", audit: "audit-events", by, now: now() }
}

#[tokio::test]
async fn a_partner_is_added_given_keys_and_has_them_revoked() {
    let door = Door::new().await;
    let by = Actor::operator("asha");
    let trust = partner("trust", Some(Rate::new(5, 7).unwrap()));
    let (first, second, third) = (key(1, &trust), key(2, &trust), key(3, &trust));
    assert_eq!(door.store.partner_key(first.key).await.unwrap(), None);
    door.operator.add_partner(change(&by), &first).await.unwrap();
    assert_eq!(door.store.partner_key(first.key).await.unwrap(), Some(first.clone()));
    let again = KeyRow { key: Digest::from_bytes([9; 32]), ..first.clone() };
    assert!(door.operator.add_partner(change(&by), &again).await.is_err(), "it is there");
    assert_eq!(door.store.partner_key(again.key).await.unwrap(), None, "all or nothing");

    let seen = door.operator.partners("partners").await.unwrap().remove(0);
    assert_eq!((&seen.partner, seen.live(now()).count()), (&trust, 1));
    assert_eq!(seen.live(later(3_600)).count(), 0, "its time is over");
    door.operator.add_partner_key(change(&by), &seen, &second).await.unwrap();
    // Somebody who looked before the change cannot make a third key.
    assert!(door.operator.add_partner_key(change(&by), &seen, &third).await.is_err());
    let seen = door.operator.partners("partners").await.unwrap().remove(0);
    assert!(door.operator.add_partner_key(change(&by), &seen, &third).await.is_err());
    assert_eq!(door.store.partner_key(third.key).await.unwrap(), None);

    door.operator.revoke_partner_keys(change(&by), &seen, &[first.key]).await.unwrap();
    let revoked = door.store.partner_key(first.key).await.unwrap().unwrap();
    assert_eq!(revoked.revoked_at, Some(now()));
    assert!(door.operator.revoke_partner_keys(change(&by), &seen, &[second.key]).await.is_err());
    let seen = door.operator.partners("partners").await.unwrap().remove(0);
    door.operator.add_partner_key(change(&by), &seen, &third).await.unwrap();
    let seen = door.operator.partners("partners").await.unwrap().remove(0);
    let keys: BTreeSet<_> = seen.live(now()).map(|key| key.key).collect();
    assert_eq!(keys, [second.key, third.key].into());
}

#[tokio::test]
async fn the_last_use_of_a_key_moves_on_by_the_day() {
    let door = Door::new().await;
    let trust = partner("trust", None);
    let first = key(1, &trust);
    door.operator.add_partner(change(&Actor::operator("asha")), &first).await.unwrap();
    let used = async || door.operator.partners("partners").await.unwrap()[0].keys[0].1;
    assert_eq!(used().await, None);
    for day in [date(2026, 11, 30), date(2026, 11, 30), date(2026, 11, 29)] {
        door.store.note_key_use(first.key, day).await.unwrap();
        assert_eq!(used().await, Some(date(2026, 11, 30)));
    }
    door.store.note_key_use(first.key, date(2026, 12, 1)).await.unwrap();
    assert_eq!(used().await, Some(date(2026, 12, 1)));
    let stored = door.store.partner_key(first.key).await.unwrap();
    assert_eq!(stored, Some(first), "what the partner may do is as it was");
}

#[tokio::test]
async fn requests_at_the_same_moment_do_not_pass_the_burst_together() {
    let door = Door::new().await;
    let rate = Rate::new(2, 5).unwrap();
    assert_eq!(door.passed("school", rate, 20).await, 5);
    assert_eq!(door.passed("health", rate, 20).await, 5, "each client has a pace of its own");
    assert_eq!(door.pace("school", rate).await, Pace::Waits { seconds: 1 });
    door.clock.set(1);
    assert_eq!(door.passed("school", rate, 20).await, 2);
    door.clock.set(60);
    assert_eq!(door.passed("school", rate, 20).await, 5);
}

#[tokio::test]
async fn a_step_says_what_it_met() {
    let store = engine::store().await;
    let (rate, client) = (Rate::new(1, 2).unwrap(), Digest::from_bytes([1; 32]));
    let step = |step| store.step(client, step, later(600));
    assert_eq!(step(rate.within_burst(now())).await, Ok(Stepped::Refused { arrival: None }));
    assert_eq!(step(rate.after_quiet(now())).await, Ok(Stepped::Done));
    let met = |seconds| Ok(Stepped::Refused { arrival: Some(later(seconds)) });
    assert_eq!(step(rate.after_quiet(now())).await, met(1));
    assert_eq!(step(rate.within_burst(now())).await, Ok(Stepped::Done));
    assert_eq!(step(rate.within_burst(now())).await, met(2));
    // An arrival that a clock set which was an hour ahead is begun anew.
    assert_eq!(step(rate.after_quiet(later(3_600))).await, Ok(Stepped::Done));
    assert_eq!(step(rate.after_quiet(now())).await, Ok(Stepped::Done));
    assert_eq!(step(rate.after_quiet(now())).await, met(1));
}
