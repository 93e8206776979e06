//! The sources of keys: data keys that wrap each referral's own key, and the secrets of the tokens.
//! They come from a key file; KMS is to fill the same trait on AWS.

use std::collections::BTreeMap;
use std::future::Future;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use pipeline::ports::Fault;
use ring::hmac;
use serde::Deserialize;

/// A versioned key that wraps other keys (AES-256).
#[derive(Clone)]
pub struct DataKey {
    /// The version of the key.
    pub version: u32,
    /// The bytes of the key.
    pub key: [u8; 32],
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DataKey({})", self.version)
    }
}

/// The keys of a deployment.
pub trait DataKeys: Send + Sync {
    /// The data key to seal with.
    fn current(&self) -> impl Future<Output = Result<DataKey, Fault>> + Send;
    /// The data key of a version, with which a body was sealed.
    fn get(&self, version: u32) -> impl Future<Output = Result<DataKey, Fault>> + Send;
    /// The secrets of the tokens with their versions, the one in force first. While one secret
    /// replaces another there are two.
    fn token_secrets(&self) -> &[(u32, hmac::Key)];
}

/// Keys kept in a JSON file:
/// `{"data_keys": {"current": 1, "keys": {"1": "<32 bytes in Base64>"}}, "token_secrets": {…}}`.
///
/// A token secret is rotated by adding a version everywhere, then making it current everywhere, and
/// taking the old one out twelve months later, when the rows stored under it alone have expired.
/// Meanwhile children are stored and looked for under both.
pub struct KeyFile {
    data_keys: BTreeMap<u32, [u8; 32]>,
    current: u32,
    token_secrets: Vec<(u32, hmac::Key)>,
}

impl std::fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KeyFile(current {})", self.current)
    }
}

/// The reason why a key file cannot be used. It never quotes the file.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// The file is not there, or may not be read.
    #[error("the key file cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// The file does not have the form that [`KeyFile`] describes.
    #[error("the key file is not as it should be: {0}")]
    Form(&'static str),
}

#[derive(Deserialize)]
struct Form {
    data_keys: Versions,
    token_secrets: Versions,
}

#[derive(Deserialize)]
struct Versions {
    current: u32,
    keys: BTreeMap<u32, String>,
}

impl KeyFile {
    /// Reads a key file.
    pub fn read(path: &Path) -> Result<Self, KeyFileError> {
        Self::parse(&std::fs::read(path)?)
    }

    /// The keys in a key file's bytes.
    pub fn parse(json: &[u8]) -> Result<Self, KeyFileError> {
        let form: Form = serde_json::from_slice(json)
            .map_err(|_| KeyFileError::Form("it is not JSON with data_keys and token_secrets"))?;
        let data_keys = decode(&form.data_keys)?;
        let secrets = decode(&form.token_secrets)?;
        let current = form.token_secrets.current;
        let mut token_secrets: Vec<(u32, hmac::Key)> = secrets
            .iter()
            .map(|(version, secret)| (*version, hmac::Key::new(hmac::HMAC_SHA256, secret)))
            .collect();
        token_secrets.sort_by_key(|(version, _)| (*version != current, *version));
        Ok(Self { data_keys, current: form.data_keys.current, token_secrets })
    }
}

fn decode(versions: &Versions) -> Result<BTreeMap<u32, [u8; 32]>, KeyFileError> {
    if !versions.keys.contains_key(&versions.current) {
        return Err(KeyFileError::Form("the current version has no key"));
    }
    let key =
        |text: &String| BASE64.decode(text).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    versions
        .keys
        .iter()
        .map(|(&version, text)| Some((version, key(text)?)))
        .collect::<Option<_>>()
        .ok_or(KeyFileError::Form("a key is not 32 bytes in Base64"))
}

impl DataKeys for KeyFile {
    async fn current(&self) -> Result<DataKey, Fault> {
        self.get(self.current).await
    }

    async fn get(&self, version: u32) -> Result<DataKey, Fault> {
        let key = self.data_keys.get(&version).copied();
        // A version newer than all known ones is on its way here: its referrals wait, and are not
        // sent to review.
        let missing = match self.data_keys.last_key_value() {
            Some((newest, _)) if *newest < version => {
                Fault::Transient("a newer data key is not here yet")
            }
            _ => Fault::Broken("a data key is missing"),
        };
        key.map(|key| DataKey { version, key }).ok_or(missing)
    }

    fn token_secrets(&self) -> &[(u32, hmac::Key)] {
        &self.token_secrets
    }
}
