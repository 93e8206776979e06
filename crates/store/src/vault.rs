//! Vaults: the keys that a function holds, one type for each tier of trust. What takes referrals in
//! seals bodies and has no way to open them, and the
//! family's and the professional's pages keep drafts too; what routes opens
//! bodies, knows children again and seals the summaries of entries; what shows the inbox opens bodies
//! and summaries, and keeps sessions.
//!
//! Tokens are HMAC-SHA-256 under a secret of their scope's own, which is made from the deployment's.

mod family;
mod professional;
mod sealed;
mod telling;

use aws_config::SdkConfig;
use aws_config::timeout::TimeoutConfig;
use pipeline::ports::{
    Children, ClientSecrets, Fault, Open, Purpose, Seal, Searches, SignIns, Submissions, Tokens,
};
use pipeline::rows::{LogKey, NoteKey, SearchKey, SessionKey, Token};
use referral::{EntryId, ReferralId};
use ring::hmac;
use std::sync::Arc;
use std::time::Duration;

pub use self::family::FamilyVault;
pub use self::professional::ProfessionalVault;
pub(crate) use self::sealed::reference;
pub use self::telling::TellingVault;
pub(crate) use self::telling::WebhookSecrets;
use crate::keys::{
    DataKeys, FileKeys, HubKeys, IntakeKeys, KeyFile, KeyFileError, KeyName, KeySource, KmsKeys,
    RoutingKeys, Secrets, Texts,
};

/// The keys of what takes referrals in from partners: it seals bodies and notes, and cannot open them.
#[derive(Debug, Clone)]
pub struct IntakeVault {
    bodies: DataKeys,
    secrets: Secrets,
}

/// The keys of what places and matches referrals: it opens bodies and makes tokens of children.
#[derive(Debug, Clone)]
pub struct RoutingVault {
    bodies: DataKeys,
    secrets: Secrets,
}

/// The keys of what shows referrals to hub workers: it opens bodies, and seals and opens the logs of
/// entries, and sessions.
#[derive(Debug, Clone)]
pub struct HubVault {
    bodies: DataKeys,
    sessions: DataKeys,
    secrets: Secrets,
    client: Secrets<Texts>,
}

impl ClientSecrets for HubVault {
    fn client_secrets(&self) -> Result<Arc<[String]>, Fault> {
        self.client.current()
    }
}

/// The data keys of stored bodies, for reading them in an operator's tool.
#[derive(Debug, Clone)]
pub(crate) struct Bodies(DataKeys);

/// The keys of a function, each with its place.
pub trait KeySources {
    /// The vault that holds the keys.
    type Vault: Upkeep;

    /// The vault of these keys. A key file is read now; nothing else is asked for yet.
    fn vault(self, config: &SdkConfig) -> Result<Self::Vault, KeyFileError>;
}

/// A vault whose keys are fetched, and fetched again.
pub trait Upkeep {
    /// Reads the token secret, unless the last look is some minutes old at most. When that fails,
    /// the versions read before stay.
    fn refresh_secrets(&self) -> impl Future<Output = ()> + Send;
    /// Fetches the data key that the next contents are sealed with, if this vault seals.
    fn fetch_data_key(&self) -> impl Future<Output = ()> + Send;
}

impl KeySources for IntakeKeys {
    type Vault = IntakeVault;

    fn vault(self, config: &SdkConfig) -> Result<IntakeVault, KeyFileError> {
        let bodies = data_keys(self.bodies, KeyName::Bodies, || kms(config))?;
        Ok(IntakeVault { bodies, secrets: secrets(config, self.intake, KeyName::Intake)? })
    }
}

impl KeySources for RoutingKeys {
    type Vault = RoutingVault;

    fn vault(self, config: &SdkConfig) -> Result<RoutingVault, KeyFileError> {
        let bodies = data_keys(self.bodies, KeyName::Bodies, || kms(config))?;
        Ok(RoutingVault { bodies, secrets: secrets(config, self.matching, KeyName::Matching)? })
    }
}

impl KeySources for HubKeys {
    type Vault = HubVault;

    fn vault(self, config: &SdkConfig) -> Result<HubVault, KeyFileError> {
        let bodies = data_keys(self.bodies, KeyName::Bodies, || kms(config))?;
        let sessions = data_keys(self.sessions, KeyName::Sessions, || kms(config))?;
        let secrets = secrets(config, self.sign_in, KeyName::SignIn)?;
        let client = client_secrets(config, self.client, KeyName::HubClient)?;
        Ok(HubVault { bodies, sessions, secrets, client })
    }
}

/// The longest that a request for keys may take: an answer to a family or partner waits for it.
/// It may wait twice, for a secret and for a data key, within the time that the function has.
const PATIENCE: Duration = Duration::from_secs(3);

fn timeouts() -> TimeoutConfig {
    TimeoutConfig::builder()
        .operation_attempt_timeout(Duration::from_millis(1_400))
        .operation_timeout(PATIENCE)
        .build()
}

fn kms(config: &SdkConfig) -> aws_sdk_kms::Client {
    let config = aws_sdk_kms::config::Builder::from(config).timeout_config(timeouts());
    aws_sdk_kms::Client::from_conf(config.build())
}

fn data_keys(
    source: KeySource,
    purpose: KeyName,
    client: impl FnOnce() -> aws_sdk_kms::Client,
) -> Result<DataKeys, KeyFileError> {
    match source {
        KeySource::File(path) => {
            let versions = KeyFile::read(&path)?.take(purpose)?;
            Ok(DataKeys::File(FileKeys::new(&versions)))
        }
        KeySource::Aws(key) => Ok(DataKeys::Kms(KmsKeys::new(client(), &key, purpose))),
    }
}

fn secrets(config: &SdkConfig, source: KeySource, name: KeyName) -> Result<Secrets, KeyFileError> {
    match source {
        KeySource::File(path) => Ok(Secrets::of_file(name, &KeyFile::read(&path)?.take(name)?)),
        KeySource::Aws(arn) => Ok(Secrets::of_manager(name, manager(config), arn)),
    }
}

fn client_secrets(
    config: &SdkConfig,
    source: KeySource,
    name: KeyName,
) -> Result<Secrets<Texts>, KeyFileError> {
    match source {
        KeySource::File(path) => {
            Ok(Secrets::text_of_file(name, &KeyFile::read(&path)?.take(name)?))
        }
        KeySource::Aws(arn) => Ok(Secrets::text_of_manager(name, manager(config), arn)),
    }
}

fn manager(config: &SdkConfig) -> aws_sdk_secretsmanager::Client {
    let config = aws_sdk_secretsmanager::config::Builder::from(config).timeout_config(timeouts());
    aws_sdk_secretsmanager::Client::from_conf(config.build())
}

impl Bodies {
    pub(crate) fn of(
        source: KeySource,
        client: &aws_sdk_kms::Client,
    ) -> Result<Self, KeyFileError> {
        data_keys(source, KeyName::Bodies, || client.clone()).map(Self)
    }
}

impl Seal<ReferralId> for IntakeVault {
    async fn seal(&self, id: ReferralId, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.bodies, id, plain).await
    }
}

impl Seal<NoteKey> for IntakeVault {
    async fn seal(&self, key: NoteKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.bodies, key, plain).await
    }
}

impl Open<ReferralId> for RoutingVault {
    async fn open(&self, id: ReferralId, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.bodies, id, sealed).await
    }
}

impl Open<ReferralId> for HubVault {
    async fn open(&self, id: ReferralId, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.bodies, id, sealed).await
    }
}

impl Open<NoteKey> for HubVault {
    async fn open(&self, key: NoteKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.bodies, key, sealed).await
    }
}

impl Seal<EntryId> for RoutingVault {
    async fn seal(&self, id: EntryId, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.bodies, id, plain).await
    }
}

impl Open<EntryId> for RoutingVault {
    async fn open(&self, id: EntryId, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.bodies, id, sealed).await
    }
}

impl Open<EntryId> for HubVault {
    async fn open(&self, id: EntryId, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.bodies, id, sealed).await
    }
}

impl Seal<LogKey> for HubVault {
    async fn seal(&self, key: LogKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.bodies, key, plain).await
    }
}

impl Open<LogKey> for HubVault {
    async fn open(&self, key: LogKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.bodies, key, sealed).await
    }
}

impl Open<ReferralId> for Bodies {
    async fn open(&self, id: ReferralId, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.0, id, sealed).await
    }
}

impl Open<EntryId> for Bodies {
    async fn open(&self, id: EntryId, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.0, id, sealed).await
    }
}

impl Seal<SessionKey> for HubVault {
    async fn seal(&self, key: SessionKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.sessions, key, plain).await
    }
}

impl Open<SessionKey> for HubVault {
    async fn open(&self, key: SessionKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.sessions, key, sealed).await
    }
}

impl Tokens<Submissions> for IntakeVault {
    fn tokens(&self, scope: &str, of: Submissions, value: &[u8]) -> Result<Vec<Token>, Fault> {
        tokens(&self.secrets, scope, of, value)
    }
}

impl Tokens<Children> for RoutingVault {
    fn tokens(&self, scope: &str, of: Children, value: &[u8]) -> Result<Vec<Token>, Fault> {
        tokens(&self.secrets, scope, of, value)
    }
}

impl Tokens<SignIns> for HubVault {
    fn tokens(&self, scope: &str, of: SignIns, value: &[u8]) -> Result<Vec<Token>, Fault> {
        tokens(&self.secrets, scope, of, value)
    }
}

impl Tokens<Searches> for HubVault {
    fn tokens(&self, scope: &str, of: Searches, value: &[u8]) -> Result<Vec<Token>, Fault> {
        tokens(&self.secrets, scope, of, value)
    }
}

impl Seal<SearchKey> for HubVault {
    async fn seal(&self, key: SearchKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.sessions, key, plain).await
    }
}

impl Open<SearchKey> for HubVault {
    async fn open(&self, key: SearchKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.sessions, key, sealed).await
    }
}

impl Upkeep for IntakeVault {
    async fn refresh_secrets(&self) {
        self.secrets.refresh().await;
    }

    async fn fetch_data_key(&self) {
        fetch(&self.bodies).await;
    }
}

impl Upkeep for RoutingVault {
    async fn refresh_secrets(&self) {
        self.secrets.refresh().await;
    }

    async fn fetch_data_key(&self) {
        fetch(&self.bodies).await;
    }
}

impl Upkeep for HubVault {
    async fn refresh_secrets(&self) {
        self.secrets.refresh().await;
        self.client.refresh().await;
    }

    async fn fetch_data_key(&self) {
        fetch(&self.sessions).await;
    }
}

/// Reads a secret again, beside others.
async fn refresh<T: Clone>(secrets: &Secrets<T>) {
    secrets.refresh().await;
}

async fn fetch(keys: &DataKeys) {
    if let Err(fault) = keys.current().await {
        tracing::warn!(error = %fault, "a data key was not fetched before the first request");
    }
}

fn tokens(
    secrets: &Secrets,
    scope: &str,
    purpose: impl Purpose,
    value: &[u8],
) -> Result<Vec<Token>, Fault> {
    let secrets = secrets.current()?;
    Ok(secrets.iter().map(|secret| token(secret, scope, purpose, value)).collect())
}

/// A token under a secret of the scope's own, which is made from the deployment's secret.
fn token(
    (version, secret): &(u32, hmac::Key),
    scope: &str,
    purpose: impl Purpose,
    value: &[u8],
) -> Token {
    let own = hmac::sign(secret, scope.as_bytes());
    let own = hmac::Key::new(hmac::HMAC_SHA256, own.as_ref());
    let mut message = hmac::Context::with_key(&own);
    message.update(format!("{scope}|{}|{version}|", purpose.code()).as_bytes());
    message.update(value);
    Token::from_bytes(message.sign().as_ref())
}

#[cfg(test)]
mod tests;
