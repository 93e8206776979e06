//! The vault of the professional's pages.

use std::sync::Arc;

use aws_config::SdkConfig;
use pipeline::ports::{ClientSecrets, Fault, Open, Seal, Submissions, Tokens};
use pipeline::rows::{DraftKey, Token};
use referral::ReferralId;

use super::{KeySources, Upkeep, sealed};
use crate::keys::{DataKeys, KeyFileError, KeyName, ProfessionalKeys, Secrets, Texts};
use crate::vault;

/// The keys of the professional's pages: they seal bodies and cannot open them, seal and open drafts, and
/// are a client of the council's issuer.
#[derive(Debug, Clone)]
pub struct ProfessionalVault {
    bodies: DataKeys,
    drafts: DataKeys,
    secrets: Secrets,
    client: Secrets<Texts>,
}

impl KeySources for ProfessionalKeys {
    type Vault = ProfessionalVault;

    fn vault(self, config: &SdkConfig) -> Result<ProfessionalVault, KeyFileError> {
        let bodies = vault::data_keys(self.bodies, KeyName::Bodies, || vault::kms(config))?;
        let drafts = vault::data_keys(self.drafts, KeyName::Drafts, || vault::kms(config))?;
        let secrets = vault::secrets(config, self.intake, KeyName::Intake)?;
        let client = vault::client_secrets(config, self.client, KeyName::HubClient)?;
        Ok(ProfessionalVault { bodies, drafts, secrets, client })
    }
}

impl ClientSecrets for ProfessionalVault {
    fn client_secrets(&self) -> Result<Arc<[String]>, Fault> {
        self.client.current()
    }
}

impl Seal<ReferralId> for ProfessionalVault {
    async fn seal(&self, id: ReferralId, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.bodies, id, plain).await
    }
}

impl Seal<DraftKey> for ProfessionalVault {
    async fn seal(&self, key: DraftKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.drafts, key, plain).await
    }
}

impl Open<DraftKey> for ProfessionalVault {
    async fn open(&self, key: DraftKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.drafts, key, sealed).await
    }
}

impl Tokens<Submissions> for ProfessionalVault {
    fn tokens(&self, scope: &str, of: Submissions, value: &[u8]) -> Result<Vec<Token>, Fault> {
        vault::tokens(&self.secrets, scope, of, value)
    }
}

impl Upkeep for ProfessionalVault {
    async fn refresh_secrets(&self) {
        self.secrets.refresh().await;
        self.client.refresh().await;
    }

    async fn fetch_data_key(&self) {
        futures::join!(vault::fetch(&self.bodies), vault::fetch(&self.drafts));
    }
}
