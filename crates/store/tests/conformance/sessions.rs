//! Tests of sessions, of what is held for a browser, and of attempts to sign in, with the keys that seal in earnest and a clock that
//! the test moves.

use std::collections::BTreeSet;
use std::time::Duration;

use pipeline::audit;
use pipeline::collect::Worker;
use pipeline::ports::{Keyed, Open as _, Seal as _, SessionStore, World};
use pipeline::rows::SessionRow;
use pipeline::sessions::{
    self, AttemptError, Begun, BrowserId, MOST_FAILURES, SessionId, SignedIn, Why,
};
use referral::Role;
use store::{HubKeys, HubVault, IntakeKeys, IntakeVault, KeyFile, KeySource, KeySources as _};

mod held;

use super::clock::Clock;
use super::*;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

struct Hub {
    store: DynamoStore,
    vault: HubVault,
    intake: IntakeVault,
    clock: Clock,
}

impl World for Hub {
    type Store = DynamoStore;
    type Nature = Clock;

    fn store(&self) -> &DynamoStore {
        &self.store
    }

    fn nature(&self) -> &Clock {
        &self.clock
    }
}

impl Keyed for Hub {
    type Vault = HubVault;

    fn vault(&self) -> &Self::Vault {
        &self.vault
    }
}

impl Hub {
    async fn new() -> Self {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(&file, KeyFile::generate(later(0)).unwrap().write()).unwrap();
        let kept = KeySource::File(file.path().to_owned());
        let config = aws_config::SdkConfig::builder().build();
        let intake = IntakeKeys { bodies: kept.clone(), intake: kept.clone() };
        let intake = intake.vault(&config).unwrap();
        let keys = HubKeys {
            bodies: kept.clone(),
            sessions: kept.clone(),
            sign_in: kept.clone(),
            client: kept,
        };
        let vault = keys.vault(&config).unwrap();
        Self { store: engine::store().await, vault, intake, clock: Clock::default() }
    }

    /// Moves the clock to this many seconds after the start.
    fn at(&self, seconds: i64) -> &Self {
        self.clock.set(seconds);
        self
    }

    /// A session of Ada's, from now until this many seconds after the start at the latest.
    async fn begin(&self, until: i64) -> Begun {
        sessions::begin(self, &ada(), later(until)).await.unwrap()
    }

    async fn resume(&self, id: &SessionId) -> Option<SignedIn> {
        sessions::resume(self, id).await.unwrap()
    }

    async fn row(&self, id: &SessionId) -> SessionRow {
        self.store.session(id.key()).await.unwrap().unwrap()
    }
}

fn ada() -> SignedIn {
    SignedIn {
        worker: Worker {
            actor: person("ada"),
            inboxes: BTreeSet::from([inbox()]),
            roles: BTreeSet::from([Role::Worker, Role::Manager]),
        },
        scopes: BTreeSet::from(["inbox:read".to_owned()]),
    }
}

#[tokio::test]
async fn a_session_goes_on_as_it_began_and_its_row_tells_nothing() {
    let hub = Hub::new().await;
    let begun = hub.begin(HOUR).await;
    assert_eq!(begun.lasts, Duration::from_hours(1));
    assert_eq!(hub.resume(&begun.id).await, Some(ada()));
    let row = hub.row(&begun.id).await;
    let shown = format!("{} {} {}", row.key, row.worker, String::from_utf8_lossy(&row.sealed));
    // Letters alone might be in a digest by chance.
    for hidden in [begun.id.secret().as_str(), "#ada", "westminster", "inbox"] {
        assert!(!shown.contains(hidden), "{hidden}: {shown}");
    }
    // The key in the table is no id of a session.
    assert!(SessionId::parse(&row.key.to_string()).is_none());
    assert!(SessionId::parse(&row.key.to_string()[..32]).is_some_and(|id| id != begun.id));
    let other = SessionId::parse(&row.key.to_string()[..32]).unwrap();
    assert_eq!(hub.resume(&other).await, None);
}

#[tokio::test]
async fn a_session_that_is_not_used_ends_after_half_an_hour() {
    let hub = Hub::new().await;
    let id = hub.begin(8 * HOUR).await.id;
    assert!(hub.at(30 * MINUTE - 1).resume(&id).await.is_some());
    assert!(hub.at(60 * MINUTE - 2).resume(&id).await.is_some(), "the use before put its end off");
    assert_eq!(hub.at(90 * MINUTE - 2).resume(&id).await, None);
    assert_eq!(hub.resume(&id).await, None, "asking does not revive it");
}

#[tokio::test]
async fn a_session_ends_after_eight_hours_or_with_its_token_however_much_it_is_used() {
    for (until, ends) in [(24 * HOUR, 8 * HOUR), (HOUR, HOUR)] {
        let hub = Hub::new().await;
        let begun = hub.begin(until).await;
        assert_eq!(i64::try_from(begun.lasts.as_secs()).unwrap(), ends);
        for at in (0..ends).step_by(20 * 60) {
            assert!(hub.at(at).resume(&begun.id).await.is_some(), "{at}");
        }
        assert!(hub.at(ends - 1).resume(&begun.id).await.is_some());
        assert_eq!(hub.at(ends).resume(&begun.id).await, None);
    }
    let hub = Hub::new().await;
    let begun = hub.begin(-1).await;
    assert_eq!((begun.lasts, hub.resume(&begun.id).await), (Duration::ZERO, None));
}

#[tokio::test]
async fn a_use_is_noted_once_a_minute_at_most() {
    let hub = Hub::new().await;
    let id = hub.begin(8 * HOUR).await.id;
    for (at, noted) in [(59, 0), (60, 60), (119, 60), (121, 121)] {
        hub.at(at).resume(&id).await.unwrap();
        assert_eq!(hub.row(&id).await.idle_until, later(noted + 30 * MINUTE), "at {at}");
    }
}

#[tokio::test]
async fn a_session_that_was_ended_stays_ended_and_others_go_on() {
    let hub = Hub::new().await;
    let (one, two) = (hub.begin(HOUR).await.id, hub.begin(HOUR).await.id);
    sessions::end(&hub, &one).await.unwrap();
    assert_eq!(hub.resume(&one).await, None);
    assert!(!hub.store.keep_session(one.key(), later(HOUR)).await.unwrap(), "no use revives it");
    assert_eq!(hub.store.session(one.key()).await.unwrap(), None);
    sessions::end(&hub, &one).await.unwrap();
    assert_eq!(hub.resume(&two).await, Some(ada()));
}

#[tokio::test]
async fn a_session_whose_row_somebody_wrote_to_is_none() {
    let hub = Hub::new().await;
    let (one, two) = (hub.begin(HOUR).await.id, hub.begin(HOUR).await.id);
    let (row, other) = (hub.row(&one).await, hub.row(&two).await);
    let mut altered = row.sealed.clone();
    *altered.last_mut().unwrap() ^= 1;
    // The same contents, sealed for another purpose.
    let plain = hub.vault.open(row.key, &row.sealed).await.unwrap();
    let as_body = hub.intake.seal(id(1), &plain).await.unwrap();
    for sealed in [altered, other.sealed, as_body, Vec::new()] {
        hub.store.begin_session(&SessionRow { sealed, ..row.clone() }).await.unwrap();
        assert_eq!(hub.resume(&one).await, None);
    }
    // Later ends in the row do not put the end off that is sealed.
    let (idle_until, expires_at) = (later(9 * HOUR), later(9 * HOUR));
    let longer = SessionRow { idle_until, expires_at, ..row };
    hub.store.begin_session(&longer).await.unwrap();
    assert!(hub.at(HOUR - 1).resume(&one).await.is_some());
    assert_eq!(hub.at(HOUR).resume(&one).await, None);
}

async fn fail(hub: &Hub, browser: &BrowserId) -> Result<(), AttemptError> {
    let attempt = sessions::attempt(hub, browser).await?;
    attempt.fail(hub, &Actor::unknown(), Why::Refused).await.unwrap();
    Ok(())
}

fn browser(number: u8) -> BrowserId {
    BrowserId::parse(&format!("{number:032x}")).unwrap()
}

#[tokio::test]
async fn a_browser_whose_sign_ins_failed_ten_times_waits_for_the_next_minute() {
    let hub = Hub::new().await;
    hub.at(20);
    for _ in 0..MOST_FAILURES {
        fail(&hub, &browser(1)).await.unwrap();
    }
    assert_eq!(fail(&hub, &browser(1)).await, Err(AttemptError::Slowed { retry_after: 40 }));
    assert_eq!(fail(&hub, &browser(2)).await, Ok(()), "another browser does not wait");
    hub.at(59);
    assert_eq!(fail(&hub, &browser(1)).await, Err(AttemptError::Slowed { retry_after: 1 }));
    assert_eq!(fail(hub.at(60), &browser(1)).await, Ok(()));
}

#[tokio::test]
async fn a_sign_in_that_succeeds_is_not_counted() {
    let hub = Hub::new().await;
    for _ in 0..2 * MOST_FAILURES {
        sessions::attempt(&hub, &browser(1)).await.unwrap().forget(&hub).await.unwrap();
    }
    for _ in 0..MOST_FAILURES {
        fail(&hub, &browser(1)).await.unwrap();
    }
    assert!(fail(&hub, &browser(1)).await.is_err());
}

#[tokio::test]
async fn attempts_at_the_same_time_do_not_pass_the_limit_together() {
    let hub = Hub::new().await;
    let one = browser(1);
    let attempts = (0..40).map(|_| sessions::attempt(&hub, &one));
    let allowed = futures::future::join_all(attempts).await;
    let allowed = allowed.iter().filter(|attempt| attempt.is_ok()).count();
    assert_eq!(allowed, MOST_FAILURES as usize);
}

#[tokio::test]
async fn every_failed_sign_in_is_in_the_audit_trail_without_the_browsers_id() {
    let hub = Hub::new().await;
    let browsers = [browser(1), browser(1), browser(2)];
    let failing = browsers.iter().map(|browser| fail(&hub, browser));
    assert!(futures::future::join_all(failing).await.iter().all(Result::is_ok));
    let mut rows = Vec::new();
    while let Some(row) = hub.store.audit_event(audit::sign_ins(), rows.len() as u64).await.unwrap()
    {
        rows.push(row);
    }
    assert_eq!((rows.len(), audit::verify(&rows)), (3, Ok(())));
    let known: BTreeSet<_> = rows.iter().map(|row| &row.event.facts["browser"]).collect();
    assert_eq!(known.len(), 2, "one token for each browser");
    for row in &rows {
        assert_eq!(row.event.action, AuditAction::SignInFailed);
        assert!(!format!("{row:?}").contains(&browser(1).secret()), "{row:?}");
    }
}
