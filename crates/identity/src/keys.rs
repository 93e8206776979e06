//! The issuer's public keys, which are fetched, kept, and fetched again when a token names a key
//! that we lack.

use std::collections::BTreeMap;

use fetch::Fetcher;
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{
    Algorithm, DecodingKey,
    jwk::{AlgorithmParameters, EllipticCurve, Jwk, KeyAlgorithm, PublicKeyUse},
};
use serde::Deserialize;
use tokio::sync::Mutex;

use crate::AuthError;

/// The time after which keys are fetched again, so that a key withdrawn by the issuer stops
/// working.
const KEEP: SignedDuration = SignedDuration::from_hours(1);
/// The time after which keys that could not be fetched again are used no more: one may be
/// withdrawn.
const TRUST: SignedDuration = SignedDuration::from_hours(24);
/// The least time between two questions to the issuer about unknown key ids.
const ASK_AGAIN: SignedDuration = SignedDuration::from_secs(10);

/// A key, and the one algorithm that it verifies.
#[derive(Clone)]
pub(crate) struct PublicKey {
    pub(crate) algorithm: Algorithm,
    pub(crate) key: DecodingKey,
}

/// The issuer's keys by key id.
pub(crate) struct Keys {
    fetcher: Fetcher,
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    by_id: BTreeMap<String, PublicKey>,
    fetched: Option<Timestamp>,
    asked: Option<Timestamp>,
}

impl Keys {
    pub(crate) fn new(fetcher: Fetcher) -> Self {
        Self { fetcher, held: Mutex::default() }
    }

    /// The key with this id. The issuer is asked when there is no such key or the keys are old;
    /// when it cannot be reached, the keys held are used on for a day.
    ///
    /// The lock is held while asking: callers who wait want the same answer.
    pub(crate) async fn find(&self, id: &str, now: Timestamp) -> Result<PublicKey, AuthError> {
        let mut held = self.held.lock().await;
        let trusted = !is_past(held.fetched, TRUST, now);
        let known = trusted && held.by_id.contains_key(id);
        if (!known || is_past(held.fetched, KEEP, now)) && held.may_ask(now) {
            match self.fetch_into(&mut held, now).await {
                Err(error) if !known => return Err(error),
                _ => {}
            }
        } else if !trusted {
            return Err(AuthError::IssuerUnreachable("the keys held are too old"));
        }
        held.by_id.get(id).cloned().ok_or(AuthError::Untrusted)
    }
}

impl Keys {
    /// Asks the issuer for its keys now.
    pub(crate) async fn fetch(&self, now: Timestamp) -> Result<(), AuthError> {
        self.fetch_into(&mut *self.held.lock().await, now).await
    }

    async fn fetch_into(&self, held: &mut Held, now: Timestamp) -> Result<(), AuthError> {
        held.asked = Some(now);
        let body = self.fetcher.get().await.and_then(|body| read(&body));
        held.by_id = body.map_err(AuthError::IssuerUnreachable)?;
        held.fetched = Some(now);
        Ok(())
    }
}

impl Held {
    /// Whether the issuer may be asked now. Before the first keys, every caller may ask: there is
    /// nothing else to go by.
    fn may_ask(&self, now: Timestamp) -> bool {
        self.fetched.is_none() || is_past(self.asked, ASK_AGAIN, now)
    }
}

/// Whether `moment` is at least `span` away; a clock that was set back counts too.
fn is_past(moment: Option<Timestamp>, span: SignedDuration, now: Timestamp) -> bool {
    moment.is_none_or(|moment| now.duration_since(moment).abs() >= span)
}

/// The number of keys in a JWK set by which tokens can be verified: for a check of the issuer.
pub fn usable_keys(body: &[u8]) -> Result<usize, &'static str> {
    Ok(read(body)?.len())
}

/// The keys of a JWK set that we can use; keys of other kinds are passed over.
fn read(body: &[u8]) -> Result<BTreeMap<String, PublicKey>, &'static str> {
    #[derive(Deserialize)]
    struct Set {
        keys: Vec<serde_json::Value>,
    }
    let set: Set = serde_json::from_slice(body).map_err(|_| "the answer is not a JWK set")?;
    let keys = set.keys.into_iter().filter_map(|key| serde_json::from_value(key).ok());
    Ok(keys.filter_map(|key: Jwk| usable(&key)).collect())
}

/// The id and key of a signing key whose algorithm is on the allow-list, and is the one that the
/// kind of key is for.
fn usable(jwk: &Jwk) -> Option<(String, PublicKey)> {
    let id = jwk.common.key_id.clone()?;
    if jwk.common.public_key_use.as_ref().is_some_and(|usage| *usage != PublicKeyUse::Signature) {
        return None;
    }
    let (algorithm, named) = match &jwk.algorithm {
        AlgorithmParameters::EllipticCurve(key) if key.curve == EllipticCurve::P256 => {
            (Algorithm::ES256, KeyAlgorithm::ES256)
        }
        AlgorithmParameters::RSA(_) => (Algorithm::RS256, KeyAlgorithm::RS256),
        AlgorithmParameters::OctetKeyPair(key) if key.curve == EllipticCurve::Ed25519 => {
            (Algorithm::EdDSA, KeyAlgorithm::EdDSA)
        }
        _ => return None,
    };
    if jwk.common.key_algorithm.is_some_and(|given| given != named) {
        return None;
    }
    Some((id, PublicKey { algorithm, key: DecodingKey::from_jwk(jwk).ok()? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_signing_keys_of_the_allow_list_are_kept() {
        let x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
        let y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
        let set = serde_json::json!({"keys": [
            {"kid": "good", "kty": "EC", "crv": "P-256", "x": x, "y": y},
            {"kid": "named", "kty": "EC", "crv": "P-256", "x": x, "y": y, "alg": "ES256", "use": "sig"},
            {"kid": "secret", "kty": "oct", "k": "c2VjcmV0", "alg": "HS256"},
            {"kid": "mixed-up", "kty": "EC", "crv": "P-256", "x": x, "y": y, "alg": "HS256"},
            {"kid": "encrypts", "kty": "EC", "crv": "P-256", "x": x, "y": y, "use": "enc"},
            {"kid": "other-curve", "kty": "EC", "crv": "P-384", "x": x, "y": y},
            {"kid": "from-the-future", "kty": "AKP", "alg": "ML-DSA-44"},
            {"kty": "EC", "crv": "P-256", "x": x, "y": y}
        ]});
        let keys = read(set.to_string().as_bytes()).unwrap();
        assert_eq!(keys.keys().collect::<Vec<_>>(), ["good", "named"]);
    }
}
