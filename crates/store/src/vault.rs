//! Sealed contents and keyed tokens.
//!
//! The body of a referral and the contents of a session are sealed with AES-256-GCM under a key of
//! their own, which is wrapped by a versioned data key; both are bound to the purpose, the id and
//! the version, so that neither can be moved to another row or serve another purpose. Tokens are HMAC-SHA-256 under a secret of their scope's own.

use pipeline::ports::{Fault, Purpose, Sealed, Vault};
use pipeline::rows::Token;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hmac;
use ring::rand::{SecureRandom, SystemRandom};

use crate::keys::{DataKey, DataKeys};

/// A vault that seals contents and makes tokens with a deployment's keys.
#[derive(Debug, Clone)]
pub struct SealingVault<K> {
    keys: std::sync::Arc<K>,
}

const FORM: u8 = 1;
const KEY_LEN: usize = 32;
const TAG_LEN: usize = 16;
/// The length of the head of sealed contents: their form and the key version. After the head come
/// nonce and wrapped key, then nonce and contents.
const HEAD: usize = 1 + 4;
const WRAPPED: usize = NONCE_LEN + KEY_LEN + TAG_LEN;

impl<K: DataKeys> SealingVault<K> {
    /// A vault that uses these keys.
    pub fn new(keys: K) -> Self {
        Self { keys: std::sync::Arc::new(keys) }
    }
}

impl<K: DataKeys> Vault for SealingVault<K> {
    async fn seal(&self, subject: Sealed, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        let data_key = self.keys.current().await?;
        let own: [u8; KEY_LEN] = random()?;
        let bound = bound_to(subject, data_key.version);
        let mut sealed = vec![FORM];
        sealed.extend(data_key.version.to_be_bytes());
        sealed.extend(encrypt(&data_key.key, &bound, &own)?);
        sealed.extend(encrypt(&own, &bound, plain)?);
        Ok(sealed)
    }

    async fn open(&self, subject: Sealed, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        const UNREADABLE: Fault = Fault::Broken("sealed contents cannot be opened");
        if sealed.len() < HEAD + WRAPPED || sealed[0] != FORM {
            return Err(UNREADABLE);
        }
        let (head, rest) = sealed.split_at(HEAD);
        let (wrapped, body) = rest.split_at(WRAPPED);
        let version = head[1..].try_into().map(u32::from_be_bytes).map_err(|_| UNREADABLE)?;
        let DataKey { key, .. } = self.keys.get(version).await?;
        let bound = bound_to(subject, version);
        let own = decrypt(&key, &bound, wrapped).ok_or(UNREADABLE)?;
        let own: [u8; KEY_LEN] = own.try_into().map_err(|_| UNREADABLE)?;
        decrypt(&own, &bound, body).ok_or(UNREADABLE)
    }

    fn tokens(&self, scope: &str, purpose: Purpose, value: &[u8]) -> Vec<Token> {
        let secrets = self.keys.token_secrets().iter();
        secrets.map(|secret| token(secret, scope, purpose, value)).collect()
    }
}

/// A token under a secret of the scope's own, which is made from the deployment's secret.
fn token(
    (version, secret): &(u32, hmac::Key),
    scope: &str,
    purpose: Purpose,
    value: &[u8],
) -> Token {
    let own = hmac::sign(secret, scope.as_bytes());
    let own = hmac::Key::new(hmac::HMAC_SHA256, own.as_ref());
    let mut message = hmac::Context::with_key(&own);
    message.update(format!("{scope}|{}|{version}|", purpose.code()).as_bytes());
    message.update(value);
    Token::from_bytes(message.sign().as_ref())
}

/// The additional data of contents and of their key. For bodies it is what it was when nothing else
/// was sealed, so that they still open.
fn bound_to(subject: Sealed, version: u32) -> Vec<u8> {
    match subject {
        Sealed::Body(id) => format!("hubward-body-{FORM}|{id}|{version}"),
        Sealed::Session(key) => format!("hubward-session-{FORM}|{key}|{version}"),
    }
    .into_bytes()
}

fn random<const N: usize>() -> Result<[u8; N], Fault> {
    let mut bytes = [0; N];
    SystemRandom::new()
        .fill(&mut bytes)
        .map(|()| bytes)
        .map_err(|_| Fault::Broken("the system has no random numbers"))
}

fn cipher(key: &[u8; KEY_LEN]) -> Option<LessSafeKey> {
    UnboundKey::new(&AES_256_GCM, key).ok().map(LessSafeKey::new)
}

/// The nonce, then ciphertext and tag.
fn encrypt(key: &[u8; KEY_LEN], bound: &[u8], plain: &[u8]) -> Result<Vec<u8>, Fault> {
    const UNSEALED: Fault = Fault::Broken("contents cannot be sealed");
    let nonce: [u8; NONCE_LEN] = random()?;
    let mut sealed = plain.to_vec();
    cipher(key)
        .ok_or(UNSEALED)?
        .seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(bound),
            &mut sealed,
        )
        .map_err(|_| UNSEALED)?;
    sealed.splice(..0, nonce);
    Ok(sealed)
}

fn decrypt(key: &[u8; KEY_LEN], bound: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, body) = sealed.split_at_checked(NONCE_LEN)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut body = body.to_vec();
    let plain = cipher(key)?.open_in_place(nonce, Aad::from(bound), &mut body).ok()?;
    Some(plain.to_vec())
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::STANDARD as BASE64;

    use pipeline::rows::SessionKey;
    use referral::ReferralId;

    use super::*;
    use crate::keys::KeyFile;

    /// The words of a family, sealed for referral 1 under data key 2 when nothing but bodies was
    /// sealed.
    const OF_AN_EARLIER_VERSION: &str = "\
        AQAAAAIGBgYGBgYGBgYGBgbL9cEdPB5LOO1SWFn6De9GKJtUs4J4LacDtB8GmjrYVdHRzaoijHu1iRY0K1DG3ZoH\
        BwcHBwcHBwcHBweoYltxDRxux+rb8pvCZzuUK/yH/6BuIefU3dIUnMdvqg==";

    fn vault() -> SealingVault<KeyFile> {
        use base64::Engine as _;
        let key = |byte| base64::engine::general_purpose::STANDARD.encode([byte; 32]);
        let json = serde_json::json!({
            "data_keys": {"current": 2, "keys": {"1": key(1), "2": key(2)}},
            "token_secrets": {"current": 1, "keys": {"1": key(3)}},
        });
        SealingVault::new(KeyFile::parse(json.to_string().as_bytes()).unwrap())
    }

    fn id(byte: u8) -> Sealed {
        Sealed::Body(ReferralId::from_random([byte; 16]))
    }

    fn session(byte: u8) -> Sealed {
        Sealed::Session(SessionKey::from_bytes([byte; 32]))
    }

    #[tokio::test]
    async fn a_sealed_body_opens_for_the_same_referral() {
        let sealed = vault().seal(id(1), b"a family's words").await.unwrap();
        assert_eq!(vault().open(id(1), &sealed).await.unwrap(), b"a family's words");
    }

    #[tokio::test]
    async fn a_body_that_an_earlier_version_sealed_opens() {
        use base64::Engine as _;
        let sealed = BASE64.decode(OF_AN_EARLIER_VERSION).unwrap();
        assert_eq!(vault().open(id(1), &sealed).await.unwrap(), b"a family's words");
    }

    #[tokio::test]
    async fn a_body_does_not_open_for_another_referral() {
        let sealed = vault().seal(id(1), b"a family's words").await.unwrap();
        assert!(vault().open(id(2), &sealed).await.is_err());
    }

    #[tokio::test]
    async fn a_session_opens_for_its_own_purpose_and_key_alone() {
        let sealed = vault().seal(session(1), b"a worker").await.unwrap();
        assert_eq!(vault().open(session(1), &sealed).await.unwrap(), b"a worker");
        for other in [session(2), id(1)] {
            assert!(vault().open(other, &sealed).await.is_err(), "{other:?}");
        }
        let body = vault().seal(id(1), b"a family's words").await.unwrap();
        assert!(vault().open(session(1), &body).await.is_err());
    }

    #[tokio::test]
    async fn every_altered_byte_is_noticed() {
        let sealed = vault().seal(id(1), b"words").await.unwrap();
        for at in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[at] ^= 1;
            assert!(vault().open(id(1), &altered).await.is_err(), "byte {at}");
        }
    }

    #[tokio::test]
    async fn a_body_cut_short_is_refused() {
        let sealed = vault().seal(id(1), b"words").await.unwrap();
        for len in 0..sealed.len() {
            assert!(vault().open(id(1), &sealed[..len]).await.is_err(), "{len} bytes");
        }
    }

    #[test]
    fn tokens_of_two_authorities_or_purposes_are_never_equal() {
        let vault = vault();
        let tokens = |scope, purpose| vault.tokens(scope, purpose, b"value");
        assert_eq!(tokens("E09000033", Purpose::Child), tokens("E09000033", Purpose::Child));
        assert_ne!(tokens("E09000033", Purpose::Child), tokens("E06000046", Purpose::Child));
        assert_ne!(tokens("E09000033", Purpose::Child), tokens("E09000033", Purpose::Content));
    }

    #[test]
    fn a_token_made_before_a_rotation_is_among_those_after() {
        let file = |current: u32, versions: &[u8]| {
            let secret = |byte: u8| base64::Engine::encode(&BASE64, [byte; 32]);
            let secrets: serde_json::Map<String, serde_json::Value> =
                versions.iter().map(|v| (v.to_string(), secret(*v).into())).collect();
            let json = serde_json::json!({
                "data_keys": {"current": 1, "keys": {"1": secret(9)}},
                "token_secrets": {"current": current, "keys": secrets},
            });
            SealingVault::new(KeyFile::parse(json.to_string().as_bytes()).unwrap())
        };
        let tokens =
            |vault: &SealingVault<KeyFile>| vault.tokens("E09000033", Purpose::Child, b"value");
        let (before, added, after) = (file(1, &[1]), file(1, &[1, 2]), file(2, &[1, 2]));
        let old = tokens(&before);
        assert_eq!(old.len(), 1);
        assert_eq!(tokens(&added)[0], old[0], "the one in force comes first");
        assert_eq!(tokens(&after)[1], old[0]);
        assert_ne!(tokens(&after)[0], old[0]);
        // A token stored meanwhile is found when the old secret is gone.
        assert!(tokens(&added).contains(&tokens(&file(2, &[2]))[0]));
    }
}
