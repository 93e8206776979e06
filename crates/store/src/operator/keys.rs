//! Rotation of keys and secrets: their versions read and written where they are kept. Each change
//! leaves an event in a stream of its own, written first, so that none is made without a trace.

use aws_sdk_kms::primitives::DateTime;
use aws_sdk_secretsmanager::operation::put_secret_value::PutSecretValueError;
use jiff::Timestamp;
use pipeline::Fault;
use pipeline::audit::{self, AuditAction, AuditEvent};
use pipeline::rows::Actor;
use ring::digest;
use serde::Deserialize;

use super::{Operator, OperatorError};
use crate::fault;
use crate::item::{self, keys};
use crate::keys::{KeyFile, KeyName, KeySource, Versions, hex};
use crate::vault;

/// The versions of a key or a secret, as they were found.
#[derive(Debug, Clone)]
pub struct FoundVersions {
    /// The versions.
    pub versions: Versions,
    /// The version that Secrets Manager gives to the whole value.
    seen: Option<String>,
}

/// A customer's key in KMS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerKey {
    /// Whether the key can be used.
    pub enabled: bool,
    /// Whether KMS rotates the key by itself; `None` if that cannot be told.
    pub rotates_itself: Option<bool>,
    /// The time when the key was made.
    pub created: Option<Timestamp>,
}

/// A change to keys, for the audit trail.
#[derive(Debug, Clone, Copy)]
pub struct KeyChange<'a> {
    /// The table of audit events.
    pub audit: &'a str,
    /// The actor, by the name they give.
    pub by: &'a Actor,
    /// The time of the change.
    pub now: Timestamp,
    /// The change, in a word.
    pub what: &'static str,
    /// The key or secret that is changed.
    pub name: KeyName,
    /// The version that is changed, if it has a number.
    pub version: Option<u32>,
}

impl Operator {
    /// The versions of a secret, or of any key in a key file.
    pub async fn key_versions(
        &self,
        name: KeyName,
        source: &KeySource,
    ) -> Result<FoundVersions, OperatorError> {
        let failed = OperatorError::of("the secret cannot be read");
        match source {
            KeySource::File(path) => {
                let versions = KeyFile::read(path)?.take(name)?;
                Ok(FoundVersions { versions, seen: None })
            }
            KeySource::Aws(arn) => {
                let value = self.secrets.get_secret_value().secret_id(arn).send().await;
                let value = value.map_err(|error| failed(fault::of(&error)))?;
                let versions = Versions::read(value.secret_string().unwrap_or_default());
                let versions = versions.map_err(|error| OperatorError::Versions(name, error))?;
                Ok(FoundVersions { versions, seen: value.version_id().map(str::to_owned) })
            }
        }
    }

    /// Writes versions back, unless somebody else has changed them since they were found.
    pub async fn write_key_versions(
        &self,
        name: KeyName,
        source: &KeySource,
        found: &FoundVersions,
    ) -> Result<(), OperatorError> {
        const MEANWHILE: Fault =
            Fault::Transient("somebody else changed it at the same moment; look, then try again");
        let failed = OperatorError::of("the secret was not changed");
        let arn = match source {
            KeySource::File(path) => {
                return Ok(KeyFile::replace(path, name, found.versions.clone())?);
            }
            KeySource::Aws(arn) => arn,
        };
        // Secrets Manager has no conditions, but refuses a second value under one token: of two
        // who change what both have seen, one is refused.
        let seen = found.seen.as_deref().unwrap_or_default();
        let token = digest::digest(&digest::SHA256, format!("hubward|{seen}").as_bytes());
        let put = self
            .secrets
            .put_secret_value()
            .secret_id(arn)
            .client_request_token(hex(token.as_ref()));
        let put = put.secret_string(found.versions.write()).send().await;
        put.map(drop).map_err(|error| match error.as_service_error() {
            Some(PutSecretValueError::ResourceExistsException(_)) => failed(MEANWHILE),
            _ => failed(fault::of(&error)),
        })
    }

    /// Records a change that is about to be made.
    pub async fn record_key_change(&self, change: KeyChange<'_>) -> Result<(), OperatorError> {
        let KeyChange { audit, by, now, what, name, version } = change;
        let mut event = AuditEvent::new(now, by, AuditAction::KeysChanged)
            .with("change", what)
            .with("key", name);
        if let Some(version) = version {
            event = event.with("version", version);
        }
        let recorded = self.record(audit, audit::keys(), Vec::new(), event).await;
        recorded.map_err(OperatorError::of("the change cannot be recorded, and is not made"))
    }

    /// The customer's key with this ARN.
    pub async fn customer_key(&self, arn: &str) -> Result<CustomerKey, OperatorError> {
        let failed = OperatorError::of("the key cannot be looked at");
        let described = self.kms.describe_key().key_id(arn).send().await;
        let described = described.map_err(|error| failed(fault::of(&error)))?;
        let about = described.key_metadata().ok_or_else(|| failed(NO_ANSWER))?;
        let rotation = self.kms.get_key_rotation_status().key_id(arn).send().await;
        let time = |at: &DateTime| Timestamp::from_second(at.secs()).ok();
        Ok(CustomerKey {
            enabled: about.enabled(),
            rotates_itself: rotation.ok().map(|rotation| rotation.key_rotation_enabled()),
            created: about.creation_date().and_then(time),
        })
    }

    /// Gives the customer's key new material. KMS keeps the old one for what was sealed before.
    pub async fn rotate_customer_key(&self, arn: &str) -> Result<(), OperatorError> {
        let rotated = self.kms.rotate_key_on_demand().key_id(arn).send().await;
        let failed = OperatorError::of("the key was not rotated");
        rotated.map(drop).map_err(|error| failed(fault::of(&error)))
    }

    /// The number of bodies and notes that are sealed with a version of the data key in a key file.
    pub async fn bodies_sealed_with(
        &self,
        referrals: &str,
        version: u32,
    ) -> Result<usize, OperatorError> {
        let failed = OperatorError::of("the stored referrals cannot be read");
        let mut count = 0;
        for kind in [keys::BODY, keys::NOTE] {
            for row in self.rows_under(referrals, kind).await.map_err(&failed)? {
                let SealedItem { sealed } = item::read(row).map_err(&failed)?;
                let reference = vault::reference(&sealed).map(|(reference, _)| reference);
                count += usize::from(reference == Some(&version.to_be_bytes()[..]));
            }
        }
        Ok(count)
    }
}

/// What a body and a note have in common.
#[derive(Deserialize)]
struct SealedItem {
    #[serde(with = "serde_bytes")]
    sealed: Vec<u8>,
}

const NO_ANSWER: Fault = Fault::Transient("the key service did not answer");
