//! The vault of what tells senders, and of the operator who gives webhooks their secrets.

use std::sync::Arc;

use aws_config::SdkConfig;
use pipeline::ports::{Fault, NoticeSecrets, Open};
use pipeline::rows::{NoticeKey, WebhookKey};

use super::{KeySources, Upkeep, sealed};
use crate::keys::{DataKeys, KeyFileError, KeyName, KeySource, Secrets, TellingKeys, Texts};
use crate::vault;

/// The keys of what tells senders: they open the webhooks' secrets and the notices that were chosen, and
/// are a client of the service that sends notices.
#[derive(Debug, Clone)]
pub struct TellingVault {
    telling: DataKeys,
    notices: Secrets<Texts>,
}

impl KeySources for TellingKeys {
    type Vault = TellingVault;

    fn vault(self, config: &SdkConfig) -> Result<TellingVault, KeyFileError> {
        let telling = vault::data_keys(self.telling, KeyName::Webhooks, || vault::kms(config))?;
        let notices = vault::client_secrets(config, self.notices, KeyName::Notices)?;
        Ok(TellingVault { telling, notices })
    }
}

impl Open<WebhookKey> for TellingVault {
    async fn open(&self, key: WebhookKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.telling, key, sealed).await
    }
}

impl Open<NoticeKey> for TellingVault {
    async fn open(&self, key: NoticeKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.telling, key, sealed).await
    }
}

impl NoticeSecrets for TellingVault {
    fn notice_secrets(&self) -> Result<Arc<[String]>, Fault> {
        self.notices.current()
    }
}

impl Upkeep for TellingVault {
    async fn refresh_secrets(&self) {
        vault::refresh(&self.notices).await;
    }

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
