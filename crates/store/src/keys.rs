//! The sources of keys: data keys, which wrap the key of each sealed contents, and the secrets of the
//! tokens. On AWS they come from KMS and Secrets Manager, on one machine from a key file. A function
//! is given those alone that it needs.

mod data_key;
mod data_keys;
mod file;
mod kms;
mod once;
mod secrets;
mod versions;

use std::fmt::{self, Write as _};
use std::path::PathBuf;

pub(crate) use data_key::DataKey;
pub(crate) use data_keys::{DataKeys, FileKeys};
pub use file::{KeyFile, KeyFileError};
pub(crate) use kms::KmsKeys;
pub(crate) use secrets::{Secrets, Texts};
pub use versions::{Versions, VersionsError};

/// The name of a data key or of a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyName {
    /// The data keys that bodies of referrals are sealed with.
    Bodies,
    /// The data keys that sessions are sealed with.
    Sessions,
    /// The data keys that drafts of families are sealed with.
    Drafts,
    /// The data keys of what only telling senders opens: the secrets of partners' webhooks, and the notices
    /// that were chosen.
    Webhooks,
    /// The secret of the tokens of submissions and of their sources.
    Intake,
    /// The secret of the tokens of children.
    Matching,
    /// The secret of the tokens of sign-ins.
    SignIn,
    /// The inbox's own secret at the issuer at which workers sign in, which that issuer gives out.
    HubClient,
    /// The API key at the service that sends notices, which that service gives out.
    Notices,
    /// The secret of the names of people who are known by an e-mail address alone.
    Aliases,
}

impl KeyName {
    /// All names.
    pub const ALL: [Self; 10] = [
        Self::Bodies,
        Self::Sessions,
        Self::Drafts,
        Self::Webhooks,
        Self::Intake,
        Self::Matching,
        Self::SignIn,
        Self::HubClient,
        Self::Notices,
        Self::Aliases,
    ];

    /// The name as it is written.
    pub fn code(self) -> &'static str {
        match self {
            Self::Bodies => "bodies",
            Self::Sessions => "sessions",
            Self::Drafts => "drafts",
            Self::Webhooks => "webhooks",
            Self::Intake => "intake",
            Self::Matching => "matching",
            Self::SignIn => "sign-in",
            Self::HubClient => "hub-client",
            Self::Notices => "notices",
            Self::Aliases => "aliases",
        }
    }

    /// The name that is written so.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.code() == code)
    }

    /// The variable that holds the ARN of the KMS key, or of the secret in Secrets Manager.
    pub fn variable(self) -> &'static str {
        match self {
            Self::Bodies => "HUBWARD_KEY_BODIES",
            Self::Sessions => "HUBWARD_KEY_SESSIONS",
            Self::Drafts => "HUBWARD_KEY_DRAFTS",
            Self::Webhooks => "HUBWARD_KEY_WEBHOOKS",
            Self::Intake => "HUBWARD_SECRET_INTAKE",
            Self::Matching => "HUBWARD_SECRET_MATCHING",
            Self::SignIn => "HUBWARD_SECRET_SIGN_IN",
            Self::HubClient => "HUBWARD_SECRET_HUB_CLIENT",
            Self::Notices => "HUBWARD_SECRET_NOTICES",
            Self::Aliases => "HUBWARD_SECRET_ALIASES",
        }
    }

    /// Whether another service gives it out, so that its versions are not made here.
    pub fn is_given(self) -> bool {
        matches!(self, Self::HubClient | Self::Notices)
    }

    /// Whether it is of data keys, and not of a secret.
    pub fn is_of_data_keys(self) -> bool {
        matches!(self, Self::Bodies | Self::Sessions | Self::Drafts | Self::Webhooks)
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The place where data keys or a secret are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeySource {
    /// The path of a key file.
    File(PathBuf),
    /// The ARN of a KMS key, or of a secret in Secrets Manager.
    Aws(String),
}

/// The keys of the family's pages.
#[derive(Debug, Clone)]
pub struct FamilyKeys {
    /// The data keys of bodies.
    pub bodies: KeySource,
    /// The data keys of drafts.
    pub drafts: KeySource,
    /// The data keys of the notices that are chosen.
    pub telling: KeySource,
    /// The secret of the tokens of submissions and of their sources.
    pub intake: KeySource,
}

/// The keys of the professional's pages.
#[derive(Debug, Clone)]
pub struct ProfessionalKeys {
    /// The data keys of bodies.
    pub bodies: KeySource,
    /// The data keys of drafts.
    pub drafts: KeySource,
    /// The data keys of the notices that are chosen.
    pub telling: KeySource,
    /// The secret of the tokens of submissions and of their sources.
    pub intake: KeySource,
    /// The secret by which the issuer of those who sign in knows the pages.
    pub client: KeySource,
    /// The API key at the service that sends notices.
    pub notices: KeySource,
    /// The secret of the names of those who sign in by e-mail.
    pub aliases: KeySource,
}

/// The keys of what takes referrals in from partners.
#[derive(Debug, Clone)]
pub struct IntakeKeys {
    /// The data keys of bodies.
    pub bodies: KeySource,
    /// The secret of the tokens of submissions.
    pub intake: KeySource,
}

/// The keys of what places and matches referrals.
#[derive(Debug, Clone)]
pub struct RoutingKeys {
    /// The data keys of bodies.
    pub bodies: KeySource,
    /// The secret of the tokens of children.
    pub matching: KeySource,
}

/// The keys of what tells senders.
#[derive(Debug, Clone)]
pub struct TellingKeys {
    /// The data keys of webhooks' secrets and of notices.
    pub telling: KeySource,
    /// The API key at the service that sends notices.
    pub notices: KeySource,
}

/// The keys of what shows referrals to hub workers.
#[derive(Debug, Clone)]
pub struct HubKeys {
    /// The data keys of bodies.
    pub bodies: KeySource,
    /// The data keys of sessions.
    pub sessions: KeySource,
    /// The secret of the tokens of sign-ins.
    pub sign_in: KeySource,
    /// The inbox's own secret at the issuer.
    pub client: KeySource,
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
