//! Data keys from KMS. Each process makes data keys of its own under the customer's key and keeps
//! one for some minutes or uses; what was sealed carries the data key wrapped by KMS. The encryption
//! context binds a data key to its purpose and to its own id, so that a function that may open
//! sessions cannot open bodies with the same right, and a wrapped key cannot pass for another.

use std::sync::Arc;
use std::time::Duration;

use aws_sdk_kms::Client;
use aws_sdk_kms::primitives::Blob;
use aws_sdk_kms::types::DataKeySpec;
use pipeline::ports::{Fault, Nature as _};

use super::once::{Limits, Once};
use super::{DataKey, KeyName, hex};
use crate::fault;
use crate::nature::SystemNature;

/// The limits of a data key that seals. What is sealed under one is opened with one request.
const SEALING: Limits = Limits { age: Duration::from_mins(5), uses: 1_000, values: 1 };
/// The limits of data keys that open. A right taken away in KMS ends with them.
const OPENING: Limits = Limits { age: Duration::from_mins(5), uses: u32::MAX, values: 1_000 };
/// The length of a data key's own id, the first part of a reference. KMS's wrapped key follows.
const ID: usize = 16;

/// The data keys of one purpose under a customer's key.
#[derive(Clone)]
pub(crate) struct KmsKeys {
    client: Client,
    key: Arc<str>,
    purpose: KeyName,
    sealing: Arc<Once<DataKey>>,
    opening: Arc<Once<[u8; 32]>>,
}

impl std::fmt::Debug for KmsKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KmsKeys({}, {})", self.purpose, self.key)
    }
}

impl KmsKeys {
    /// The data keys of a purpose under the key with this ARN.
    pub(crate) fn new(client: Client, key: &str, purpose: KeyName) -> Self {
        let (sealing, opening) = (Arc::new(Once::new(SEALING)), Arc::new(Once::new(OPENING)));
        Self { client, key: key.into(), purpose, sealing, opening }
    }

    pub(super) async fn current(&self) -> Result<DataKey, Fault> {
        let (client, key, purpose) = (self.client.clone(), Arc::clone(&self.key), self.purpose);
        self.sealing.get(&[], || make(client, key, purpose)).await
    }

    pub(super) async fn open(&self, reference: &[u8]) -> Result<[u8; 32], Fault> {
        let (client, key, purpose) = (self.client.clone(), Arc::clone(&self.key), self.purpose);
        let wrapped = reference.to_vec();
        self.opening.get(reference, || unwrap(client, key, purpose, wrapped)).await
    }
}

async fn make(client: Client, key: Arc<str>, purpose: KeyName) -> Result<DataKey, Fault> {
    let id = SystemNature.random();
    let made = client
        .generate_data_key()
        .key_id(&*key)
        .key_spec(DataKeySpec::Aes256)
        .encryption_context(PURPOSE, purpose.code())
        .encryption_context(DATA_KEY, hex(&id))
        .send()
        .await
        .map_err(|error| fault::of_key(&error))?;
    let wrapped = made.ciphertext_blob().map(Blob::as_ref).unwrap_or_default();
    let reference = [&id[..], wrapped].concat();
    Ok(DataKey { reference, key: bytes(made.plaintext())? })
}

async fn unwrap(
    client: Client,
    key: Arc<str>,
    purpose: KeyName,
    reference: Vec<u8>,
) -> Result<[u8; 32], Fault> {
    let (id, wrapped) =
        reference.split_at_checked(ID).ok_or(Fault::Broken("a data key is missing"))?;
    let opened = client
        .decrypt()
        .key_id(&*key)
        .ciphertext_blob(Blob::new(wrapped))
        .encryption_context(PURPOSE, purpose.code())
        .encryption_context(DATA_KEY, hex(id))
        .send()
        .await
        .map_err(|error| fault::of_key(&error))?;
    bytes(opened.plaintext())
}

const PURPOSE: &str = "hubward:purpose";
const DATA_KEY: &str = "hubward:data-key";

fn bytes(plain: Option<&Blob>) -> Result<[u8; 32], Fault> {
    let plain = plain.map(Blob::as_ref).unwrap_or_default();
    plain.try_into().map_err(|_| Fault::Broken("the key service gave no data key"))
}
