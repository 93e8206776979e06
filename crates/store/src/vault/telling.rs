//! The vault of what tells partners' webhooks, and of the operator who gives them their secrets.

use aws_config::SdkConfig;
use pipeline::ports::{Fault, Open};
use pipeline::rows::WebhookKey;

use super::{KeySources, Upkeep, sealed};
use crate::keys::{DataKeys, KeyFileError, KeyName, KeySource, TellingKeys};
use crate::vault;

/// The keys of what tells partners' webhooks: they open the webhooks' secrets, and nothing else.
#[derive(Debug, Clone)]
pub struct TellingVault {
    webhooks: DataKeys,
}

impl KeySources for TellingKeys {
    type Vault = TellingVault;

    fn vault(self, config: &SdkConfig) -> Result<TellingVault, KeyFileError> {
        let webhooks = vault::data_keys(self.webhooks, KeyName::Webhooks, || vault::kms(config))?;
        Ok(TellingVault { webhooks })
    }
}

impl Open<WebhookKey> for TellingVault {
    async fn open(&self, key: WebhookKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.webhooks, key, sealed).await
    }
}

impl Upkeep for TellingVault {
    async fn refresh_secrets(&self) {}

    async fn fetch_data_key(&self) {}
}

/// The data keys of webhooks' secrets, for sealing them in an operator's tool.
#[derive(Debug, Clone)]
pub(crate) struct WebhookSecrets(DataKeys);

impl WebhookSecrets {
    pub(crate) fn of(
        source: KeySource,
        client: &aws_sdk_kms::Client,
    ) -> Result<Self, KeyFileError> {
        vault::data_keys(source, KeyName::Webhooks, || client.clone()).map(Self)
    }

    pub(crate) async fn seal(&self, key: WebhookKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.0, key, plain).await
    }
}
