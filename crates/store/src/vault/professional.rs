//! The vault of the professional's pages.

use std::sync::Arc;

use aws_config::SdkConfig;
use pipeline::ports::{
    Aliases, ClientSecrets, Fault, NoticeSecrets, Open, Purpose, Seal, Sources, Submissions, Tokens,
};
use pipeline::rows::{DraftKey, NoticeKey, Token};
use referral::ReferralId;

use super::{KeySources, Upkeep, sealed};
use crate::keys::{DataKeys, KeyFileError, KeyName, ProfessionalKeys, Secrets, Texts};
use crate::vault;

/// The keys of the professional's pages: they seal bodies and cannot open them, seal and open drafts, are
/// a client of the council's issuer and of the service that sends notices, and name those who sign in by
/// e-mail.
#[derive(Debug, Clone)]
pub struct ProfessionalVault {
    pub(super) bodies: DataKeys,
    pub(super) drafts: DataKeys,
    /// The keys of what is sealed for telling senders.
    pub(super) telling: DataKeys,
    pub(super) secrets: Secrets,
    pub(super) client: Secrets<Texts>,
    pub(super) notices: Secrets<Texts>,
    pub(super) aliases: Secrets,
}

impl KeySources for ProfessionalKeys {
    type Vault = ProfessionalVault;

    fn vault(self, config: &SdkConfig) -> Result<ProfessionalVault, KeyFileError> {
        let bodies = vault::data_keys(self.bodies, KeyName::Bodies, || vault::kms(config))?;
        let drafts = vault::data_keys(self.drafts, KeyName::Drafts, || vault::kms(config))?;
        let telling = vault::data_keys(self.telling, KeyName::Webhooks, || vault::kms(config))?;
        let secrets = vault::secrets(config, self.intake, KeyName::Intake)?;
        let client = vault::client_secrets(config, self.client, KeyName::HubClient)?;
        let notices = vault::client_secrets(config, self.notices, KeyName::Notices)?;
        let aliases = vault::secrets(config, self.aliases, KeyName::Aliases)?;
        Ok(ProfessionalVault { bodies, drafts, telling, secrets, client, notices, aliases })
    }
}

impl ClientSecrets for ProfessionalVault {
    fn client_secrets(&self) -> Result<Arc<[String]>, Fault> {
        self.client.current()
    }
}

impl NoticeSecrets for ProfessionalVault {
    fn notice_secrets(&self) -> Result<Arc<[String]>, Fault> {
        self.notices.current()
    }
}

impl Aliases for ProfessionalVault {
    fn alias(&self, address: &str) -> Result<Token, Fault> {
        let secrets = self.aliases.current()?;
        // The oldest version: a second one changes nobody's name while the first is kept.
        let oldest = secrets.iter().min_by_key(|(version, _)| *version);
        let oldest = oldest.ok_or(Fault::Broken("there is no secret for aliases"))?;
        Ok(vault::token(oldest, "", Alias, address.as_bytes()))
    }
}

/// The purpose of the names of people.
#[derive(Clone, Copy)]
struct Alias;

impl Purpose for Alias {
    fn code(self) -> &'static str {
        "alias"
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

impl Seal<NoticeKey> for ProfessionalVault {
    async fn seal(&self, key: NoticeKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed::seal(&self.telling, key, plain).await
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

impl Tokens<Sources> for ProfessionalVault {
    fn tokens(&self, scope: &str, of: Sources, value: &[u8]) -> Result<Vec<Token>, Fault> {
        vault::tokens(&self.secrets, scope, of, value)
    }
}

impl Upkeep for ProfessionalVault {
    async fn refresh_secrets(&self) {
        futures::join!(
            vault::refresh(&self.secrets),
            vault::refresh(&self.client),
            vault::refresh(&self.notices),
            vault::refresh(&self.aliases)
        );
    }

    async fn fetch_data_key(&self) {
        futures::join!(vault::fetch(&self.bodies), vault::fetch(&self.drafts));
    }
}
