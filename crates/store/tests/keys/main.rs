//! Tests of keys against KMS and Secrets Manager as a second implementation has them. They are
//! skipped where that is not installed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops here")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

mod ministack;

use std::time::{Duration, Instant};

use aws_config::SdkConfig;
use aws_sdk_kms::primitives::Blob;
use futures::future::join_all;
use jiff::Timestamp;
use ministack::{Ministack, config};
use pipeline::ports::{Children, Fault, Open as _, Seal as _, Submissions, Tokens as _};
use pipeline::rows::SessionKey;
use referral::ReferralId;
use store::{
    HubKeys, HubVault, IntakeKeys, IntakeVault, KeySource, KeySources as _, RoutingKeys,
    RoutingVault, Upkeep, Versions,
};

const WORDS: &[u8] = b"a family's words";

/// The keys of a deployment as its template makes them.
struct Deployment {
    engine: Ministack,
    bodies: String,
    sessions: String,
    secret: String,
}

impl Deployment {
    async fn start() -> Option<Self> {
        let engine = Ministack::start().await?;
        let kms = aws_sdk_kms::Client::new(&engine.config);
        let key = async || {
            let made = kms.create_key().send().await.unwrap();
            made.key_metadata.and_then(|key| key.arn).unwrap()
        };
        let (bodies, sessions) = (key().await, key().await);
        let versions = Versions::first(Timestamp::UNIX_EPOCH).unwrap();
        let secret = create_secret(&engine.config, "hubward", &versions.write()).await;
        Some(Self { engine, bodies, sessions, secret })
    }

    fn kms(&self) -> aws_sdk_kms::Client {
        aws_sdk_kms::Client::new(&self.engine.config)
    }

    /// The keys of a new process that takes referrals in.
    async fn intake(&self) -> IntakeVault {
        self.intake_at(&self.engine.config).await
    }

    async fn intake_at(&self, config: &SdkConfig) -> IntakeVault {
        let (bodies, intake) = (self.bodies.clone(), self.secret.clone());
        let keys = IntakeKeys { bodies: KeySource::Aws(bodies), intake: KeySource::Aws(intake) };
        fetched(keys.vault(config).unwrap()).await
    }

    /// The keys of a new process that routes.
    async fn routing(&self) -> RoutingVault {
        let (bodies, matching) = (self.bodies.clone(), self.secret.clone());
        let keys =
            RoutingKeys { bodies: KeySource::Aws(bodies), matching: KeySource::Aws(matching) };
        fetched(keys.vault(&self.engine.config).unwrap()).await
    }

    /// The keys of a new process of the hub, with these data keys.
    async fn hub(&self, bodies: &str, sessions: &str) -> HubVault {
        let kept = |arn: &str| KeySource::Aws(arn.to_owned());
        let sign_in = kept(&self.secret);
        let client = sign_in.clone();
        let keys = HubKeys { bodies: kept(bodies), sessions: kept(sessions), sign_in, client };
        fetched(keys.vault(&self.engine.config).unwrap()).await
    }
}

/// A vault as it is when a function has started.
async fn fetched<V: Upkeep>(vault: V) -> V {
    vault.refresh_secrets().await;
    vault
}

async fn create_secret(config: &SdkConfig, name: &str, value: &str) -> String {
    let manager = aws_sdk_secretsmanager::Client::new(config);
    let made = manager.create_secret().name(name).secret_string(value).send().await.unwrap();
    made.arn.unwrap()
}

fn id(byte: u8) -> ReferralId {
    ReferralId::from_random([byte; 16])
}

/// The length of the head of sealed contents, and the reference of the data key in it.
fn reference(sealed: &[u8]) -> (usize, &[u8]) {
    let length = usize::from(u16::from_be_bytes([sealed[1], sealed[2]]));
    (3 + length, &sealed[3..3 + length])
}

#[tokio::test]
async fn a_body_sealed_by_one_process_opens_in_another_for_its_own_referral_alone() {
    let Some(all) = Deployment::start().await else { return };
    let sealed = all.intake().await.seal(id(1), WORDS).await.unwrap();
    let routing = all.routing().await;
    assert_eq!(routing.open(id(1), &sealed).await, Ok(WORDS.to_vec()));
    assert!(matches!(routing.open(id(2), &sealed).await, Err(Fault::Broken(_))));
    for at in [0, 2, 5, 30, reference(&sealed).0 + 20, sealed.len() - 1] {
        let mut altered = sealed.clone();
        altered[at] ^= 1;
        let opened = all.routing().await.open(id(1), &altered).await;
        assert!(matches!(opened, Err(Fault::Broken(_))), "byte {at}: {opened:?}");
    }
}

#[tokio::test]
async fn a_burst_is_sealed_under_one_data_key_and_another_process_makes_its_own() {
    let Some(all) = Deployment::start().await else { return };
    let intake = all.intake().await;
    let sealed = join_all((0..50).map(|byte| intake.seal(id(byte), WORDS))).await;
    let sealed: Vec<Vec<u8>> = sealed.into_iter().map(Result::unwrap).collect();
    assert!(sealed.iter().all(|one| reference(one).1 == reference(&sealed[0]).1));
    let other = all.intake().await.seal(id(1), WORDS).await.unwrap();
    assert_ne!(reference(&other).1, reference(&sealed[0]).1);
}

#[tokio::test]
async fn a_wrapped_data_key_opens_in_kms_with_its_own_purpose_and_id_alone() {
    let Some(all) = Deployment::start().await else { return };
    let sealed = all.intake().await.seal(id(1), WORDS).await.unwrap();
    let (_, reference) = reference(&sealed);
    let (own, wrapped) = reference.split_at(16);
    let hex = |id: &[u8]| format!("{:032x}", u128::from_be_bytes(id.try_into().unwrap()));
    let kms = all.kms();
    let decrypt = async |purpose: Option<&str>, data_key: &str| {
        let request = kms.decrypt().key_id(&all.bodies).ciphertext_blob(Blob::new(wrapped));
        let request = match purpose {
            Some(purpose) => request.encryption_context("hubward:purpose", purpose),
            None => request,
        };
        request.encryption_context("hubward:data-key", data_key).send().await.is_ok()
    };
    assert!(decrypt(Some("bodies"), &hex(own)).await);
    assert!(!decrypt(Some("sessions"), &hex(own)).await);
    assert!(!decrypt(None, &hex(own)).await);
    assert!(!decrypt(Some("bodies"), &hex(&[7; 16])).await);
}

#[tokio::test]
async fn sessions_and_bodies_have_data_keys_of_their_own() {
    let Some(all) = Deployment::start().await else { return };
    let hub = all.hub(&all.bodies, &all.sessions).await;
    let session = SessionKey::from_bytes([1; 32]);
    let sealed = hub.seal(session, b"a worker").await.unwrap();
    assert_eq!(hub.open(session, &sealed).await, Ok(b"a worker".to_vec()));
    // A hub that was given one key for both still cannot take one for the other.
    let mixed = all.hub(&all.sessions, &all.sessions).await;
    assert!(mixed.open(id(1), &sealed).await.is_err());
    let swapped = all.hub(&all.bodies, &all.bodies).await;
    assert!(swapped.open(session, &sealed).await.is_err());
}

#[tokio::test]
async fn what_a_disabled_key_seals_waits_and_old_bodies_open_when_it_is_enabled_again() {
    let Some(all) = Deployment::start().await else { return };
    let sealed = all.intake().await.seal(id(1), WORDS).await.unwrap();
    all.kms().disable_key().key_id(&all.bodies).send().await.unwrap();
    let disabled = all.routing().await.open(id(1), &sealed).await;
    assert_eq!(disabled, Err(Fault::Transient("a key is disabled")));
    let unsealed = all.intake().await.seal(id(2), WORDS).await;
    assert_eq!(unsealed, Err(Fault::Transient("a key is disabled")));
    all.kms().enable_key().key_id(&all.bodies).send().await.unwrap();
    assert_eq!(all.routing().await.open(id(1), &sealed).await, Ok(WORDS.to_vec()));
}

#[tokio::test]
async fn a_rotated_secret_makes_tokens_of_both_versions() {
    let Some(all) = Deployment::start().await else { return };
    let tokens = |vault: &RoutingVault| vault.tokens("E09000033", Children, b"value").unwrap();
    let before = tokens(&all.routing().await);
    let manager = aws_sdk_secretsmanager::Client::new(&all.engine.config);
    let value = manager.get_secret_value().secret_id(&all.secret).send().await.unwrap();
    let mut versions = Versions::read(value.secret_string().unwrap()).unwrap();
    versions.add(Timestamp::UNIX_EPOCH).unwrap();
    versions.use_newest().unwrap();
    let put = manager.put_secret_value().secret_id(&all.secret).secret_string(versions.write());
    put.send().await.unwrap();
    let after = tokens(&all.routing().await);
    assert_eq!((before.len(), after.len()), (1, 2));
    assert_eq!(after[1], before[0]);
}

#[tokio::test]
async fn a_key_service_that_is_away_is_a_passing_fault_told_within_seconds() {
    let Some(all) = Deployment::start().await else { return };
    // Nothing listens there.
    let away = config("http://127.0.0.1:9").await;
    let started = Instant::now();
    let intake = all.intake_at(&away).await;
    let burst = join_all((0..50).map(|byte| intake.seal(id(byte), WORDS))).await;
    assert!(burst.iter().all(|one| matches!(one, Err(Fault::Transient(_)))), "{:?}", burst[0]);
    let tokens = intake.tokens("", Submissions::Replay, b"value");
    assert!(matches!(tokens, Err(Fault::Transient(_))), "{tokens:?}");
    assert!(started.elapsed() < Duration::from_secs(12), "{:?}", started.elapsed());
}

#[tokio::test]
async fn a_secret_that_could_not_be_read_at_the_start_is_read_a_moment_later() {
    let Some(all) = Deployment::start().await else { return };
    // The name is enough where the ARN is not known before.
    let intake = KeySource::Aws("not-there-yet".to_owned());
    let keys = IntakeKeys { bodies: KeySource::Aws(all.bodies.clone()), intake };
    let vault = fetched(keys.vault(&all.engine.config).unwrap()).await;
    let tokens = || vault.tokens("", Submissions::Replay, b"value");
    assert!(matches!(tokens(), Err(Fault::Transient(_))));
    let versions = Versions::first(Timestamp::UNIX_EPOCH).unwrap();
    create_secret(&all.engine.config, "not-there-yet", &versions.write()).await;
    vault.refresh_secrets().await;
    assert!(tokens().is_err(), "those who ask at the same time share the look that failed");
    tokio::time::sleep(Duration::from_millis(550)).await;
    vault.refresh_secrets().await;
    assert_eq!(tokens().unwrap().len(), 1);
}
