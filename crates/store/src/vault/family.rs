//! The vault of the family's pages.

use aws_config::SdkConfig;
use pipeline::ports::{Fault, Open, Seal, Sources, Submissions, Tokens};
use pipeline::rows::{DraftKey, NoteKey, NoticeKey, Token};
use referral::ReferralId;

use super::{KeySources, Upkeep, sealed};
use crate::keys::{DataKeys, FamilyKeys, KeyFileError, KeyName, Secrets};
use crate::vault;

/// The keys of the family's pages: they seal bodies, and the notices that families choose,
/// and cannot open them; and seal and open drafts.
#[derive(Debug, Clone)]
pub struct FamilyVault {
    pub(super) bodies: DataKeys,
    pub(super) drafts: DataKeys,
    /// The keys of what is sealed for telling senders.
    pub(super) telling: DataKeys,
    pub(super) secrets: Secrets,
}

impl KeySources for FamilyKeys {
    type Vault = FamilyVault;

    fn vault(self, config: &SdkConfig) -> Result<FamilyVault, KeyFileError> {
        let bodies = vault::data_keys(self.bodies, KeyName::Bodies, || vault::kms(config))?;
        let drafts = vault::data_keys(self.drafts, KeyName::Drafts, || vault::kms(config))?;
        let telling = vault::data_keys(self.telling, KeyName::Webhooks, || vault::kms(config))?;
        let secrets = vault::secrets(config, self.intake, KeyName::Intake)?;
        Ok(FamilyVault { bodies, drafts, telling, secrets })
    }
}

impl Seal<ReferralId> for FamilyVault {
    async fn seal(&self, id: ReferralId, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.bodies, id, plain).await
    }
}

impl Seal<NoteKey> for FamilyVault {
    async fn seal(&self, key: NoteKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.bodies, key, plain).await
    }
}

impl Seal<DraftKey> for FamilyVault {
    async fn seal(&self, key: DraftKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.drafts, key, plain).await
    }
}

impl Seal<NoticeKey> for FamilyVault {
    async fn seal(&self, key: NoticeKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.telling, key, plain).await
    }
}

impl Open<DraftKey> for FamilyVault {
    async fn open(&self, key: DraftKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::open(&self.drafts, key, sealed).await
    }
}

impl Tokens<Submissions> for FamilyVault {
    fn tokens(&self, scope: &str, of: Submissions, value: &[u8]) -> Result<Vec<Token>, Fault> {
        vault::tokens(&self.secrets, scope, of, value)
    }
}

impl Tokens<Sources> for FamilyVault {
    fn tokens(&self, scope: &str, of: Sources, value: &[u8]) -> Result<Vec<Token>, Fault> {
        vault::tokens(&self.secrets, scope, of, value)
    }
}

impl Upkeep for FamilyVault {
    async fn refresh_secrets(&self) {
        self.secrets.refresh().await;
    }

    async fn fetch_data_key(&self) {
        // Few choose a notice: the key for it is fetched when one does.
        futures::join!(vault::fetch(&self.bodies), vault::fetch(&self.drafts));
    }
}
