//! The issuer's ES256 key, which signs tokens and shows its public half.

use anyhow::{Result, anyhow};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use ring::{
    digest,
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use serde_json::{Value, json};

/// A P-256 key pair.
pub(crate) struct SigningKey {
    pair: EcdsaKeyPair,
    random: SystemRandom,
    id: String,
}

impl SigningKey {
    /// Makes a new key, as PKCS #8, to be kept secret.
    pub(crate) fn generate() -> Result<Vec<u8>> {
        let random = SystemRandom::new();
        EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random)
            .map(|document| document.as_ref().to_vec())
            .map_err(|_| anyhow!("the system gives no randomness"))
    }

    /// Reads a key that was kept.
    pub(crate) fn from_pkcs8(bytes: &[u8]) -> Result<Self> {
        let random = SystemRandom::new();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, bytes, &random)
            .map_err(|_| anyhow!("the issuer's key is damaged; delete it and a new one is made"))?;
        let mut key = Self { pair, random, id: String::new() };
        let (x, y) = key.coordinates();
        // RFC 7638 asks for the required members in order, without spaces.
        let thumbprint = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
        key.id = BASE64.encode(digest::digest(&digest::SHA256, thumbprint.as_bytes()));
        Ok(key)
    }

    /// A signed token (RFC 7515, compact) with these claims.
    pub(super) fn sign(&self, claims: &Value) -> Result<String> {
        let header = json!({"alg": "ES256", "typ": "JWT", "kid": self.id});
        let part = |value: &Value| BASE64.encode(value.to_string());
        let signed = format!("{}.{}", part(&header), part(claims));
        let signature = self
            .pair
            .sign(&self.random, signed.as_bytes())
            .map_err(|_| anyhow!("the token could not be signed"))?;
        Ok(format!("{signed}.{}", BASE64.encode(signature)))
    }

    /// The public half of the key (RFC 7517).
    pub(super) fn jwks(&self) -> Value {
        let (x, y) = self.coordinates();
        json!({"keys": [{
            "kty": "EC", "crv": "P-256", "x": x, "y": y,
            "use": "sig", "alg": "ES256", "kid": self.id,
        }]})
    }

    /// The coordinates of the public point, read from its uncompressed form: 4, x, y.
    fn coordinates(&self) -> (String, String) {
        let point = self.pair.public_key().as_ref();
        let (x, y) = point.get(1..).unwrap_or_default().split_at_checked(32).unwrap_or_default();
        (BASE64.encode(x), BASE64.encode(y))
    }
}
