//! The codes that wait to become tokens: each for one minute, and once.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use anyhow::Result;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};

use crate::chance::random_bytes;

/// The time for which a code is good.
const LIFETIME: SignedDuration = SignedDuration::from_secs(60);

/// What a code stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Code {
    /// The id of the person who signed in.
    pub(super) person: String,
    /// The address that the code was sent to.
    pub(super) redirect: String,
    /// The value that goes into the token.
    pub(super) nonce: Option<String>,
    /// The hash of the secret that comes with the code.
    pub(super) challenge: String,
}

/// The codes that wait.
#[derive(Default)]
pub(super) struct Codes(Mutex<BTreeMap<String, (Code, Timestamp)>>);

impl Codes {
    /// A new code.
    pub(super) fn issue(&self, code: Code, now: Timestamp) -> Result<String> {
        let text = URL_SAFE_NO_PAD.encode(random_bytes::<32>()?);
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|_, (_, until)| now < *until);
        waiting.insert(text.clone(), (code, now + LIFETIME));
        Ok(text)
    }

    /// What a code stands for, if it waits; nobody can use it again.
    pub(super) fn take(&self, text: &str, now: Timestamp) -> Option<Code> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.remove(text).filter(|(_, until)| now < *until).map(|(code, _)| code)
    }
}
