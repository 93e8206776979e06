//! The port of data keys: each wraps the own keys of sealed contents, and can be had again by the
//! reference that the contents carry.

use std::collections::BTreeMap;

use pipeline::ports::Fault;
use ring::hmac;

use super::{DataKey, KmsKeys, Versions};

/// The data keys of one purpose.
#[derive(Debug, Clone)]
pub(crate) enum DataKeys {
    /// Keys kept in a key file.
    File(FileKeys),
    /// Keys that KMS makes and wraps.
    Kms(KmsKeys),
}

impl DataKeys {
    /// The data key to seal with.
    pub(crate) async fn current(&self) -> Result<DataKey, Fault> {
        match self {
            Self::File(keys) => keys.current(),
            Self::Kms(keys) => keys.current().await,
        }
    }

    /// The data key of a reference, with which contents were sealed.
    pub(crate) async fn open(&self, reference: &[u8]) -> Result<[u8; 32], Fault> {
        match self {
            Self::File(keys) => keys.open(reference),
            Self::Kms(keys) => keys.open(reference).await,
        }
    }
}

/// The versions of a data key in a key file. A reference is a version's number.
#[derive(Clone)]
pub(crate) struct FileKeys {
    current: u32,
    newest: u32,
    keys: BTreeMap<u32, [u8; 32]>,
}

impl std::fmt::Debug for FileKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FileKeys(current {})", self.current)
    }
}

impl FileKeys {
    pub(crate) fn new(versions: &Versions) -> Self {
        let keys = versions.in_order().into_iter().map(|(version, text)| (version, derive(text)));
        Self { current: versions.current(), newest: versions.newest(), keys: keys.collect() }
    }

    fn current(&self) -> Result<DataKey, Fault> {
        let reference = self.current.to_be_bytes().to_vec();
        self.open(&reference).map(|key| DataKey { reference, key })
    }

    fn open(&self, reference: &[u8]) -> Result<[u8; 32], Fault> {
        const MISSING: Fault = Fault::Broken("a data key is missing");
        let version = reference.try_into().map(u32::from_be_bytes).map_err(|_| MISSING)?;
        // A version newer than all known ones is on its way here: its referrals wait, and are not
        // sent to review.
        let missing = if version > self.newest {
            Fault::Transient("a newer data key is not here yet")
        } else {
            MISSING
        };
        self.keys.get(&version).copied().ok_or(missing)
    }
}

/// The key that a version's random text stands for.
fn derive(text: &str) -> [u8; 32] {
    let hash = hmac::Key::new(hmac::HMAC_SHA256, text.as_bytes());
    let tag = hmac::sign(&hash, b"hubward-data-key");
    let mut key = [0; 32];
    key.copy_from_slice(tag.as_ref());
    key
}
