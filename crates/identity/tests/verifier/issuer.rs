//! An issuer for tests, with real keys, a real JWKS over HTTP, and tokens to order.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use identity::{Trust, Verifier};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode, jwk::Jwk};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair},
};
use roots::Roots;
use rsa::pkcs1::EncodeRsaPrivateKey;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

pub(crate) const ISSUER: &str = "https://issuer.example";
pub(crate) const AUDIENCE: &str = "hubward";
/// The time at which the tests take place, in seconds since 1970.
pub(crate) const NOW: i64 = 1_800_000_000;

/// A signing key and its id.
#[derive(Clone)]
pub(crate) struct Key {
    pub(crate) id: String,
    pub(crate) algorithm: Algorithm,
    secret: EncodingKey,
    public: Jwk,
}

impl Key {
    pub(crate) fn es256(id: &str) -> Self {
        let der =
            EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new())
                .unwrap();
        Self::new(id, Algorithm::ES256, EncodingKey::from_ec_der(der.as_ref()))
    }

    pub(crate) fn ed25519(id: &str) -> Self {
        let mut der = b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20".to_vec();
        der.extend(ring::rand::generate::<[u8; 32]>(&SystemRandom::new()).unwrap().expose());
        Self::new(id, Algorithm::EdDSA, EncodingKey::from_ed_der(&der))
    }

    pub(crate) fn rs256(id: &str) -> Self {
        let key = rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, 2048).unwrap();
        Self::new(
            id,
            Algorithm::RS256,
            EncodingKey::from_rsa_der(key.to_pkcs1_der().unwrap().as_bytes()),
        )
    }

    pub(crate) fn new(id: &str, algorithm: Algorithm, secret: EncodingKey) -> Self {
        let mut public = Jwk::from_encoding_key(&secret, algorithm).unwrap();
        public.common.key_id = Some(id.to_owned());
        Self { id: id.to_owned(), algorithm, secret, public }
    }

    pub(crate) fn sign(&self, claims: &Value) -> String {
        encode(&self.header(), claims, &self.secret).unwrap()
    }

    /// A token that is good but for the extensions that its header calls critical.
    pub(crate) fn sign_critical(&self, claims: &Value, extensions: &[&str]) -> String {
        let critical = extensions.iter().map(|&name| name.to_owned()).collect();
        let header = Header { crit: Some(critical), ..self.header() };
        encode(&header, claims, &self.secret).unwrap()
    }

    fn header(&self) -> Header {
        Header { kid: Some(self.id.clone()), ..Header::new(self.algorithm) }
    }

    /// The public key as it stands in the JWKS.
    pub(crate) fn public(&self) -> &Jwk {
        &self.public
    }
}

/// A token put together by hand from a header, claims and any signature.
pub(crate) fn by_hand(header: &Value, claims: &Value, signature: &[u8]) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}.{}", part(header), part(claims), URL_SAFE_NO_PAD.encode(signature))
}

/// The claims of a token that is good at [`NOW`].
pub(crate) fn claims() -> Value {
    json!({
        "iss": ISSUER, "aud": AUDIENCE, "sub": "ada", "client_id": "hub-1",
        "iat": NOW, "exp": NOW + 600, "scope": "inbox:read inbox:write profile",
        "kind": "hub", "hubs": ["westminster-bessborough"]
    })
}

/// The claims with one of them set, or taken away by `null`.
pub(crate) fn claims_with(name: &str, value: &Value) -> Value {
    let mut claims = claims();
    if value.is_null() {
        claims.as_object_mut().unwrap().remove(name);
    } else {
        claims[name] = value.clone();
    }
    claims
}

/// A JWKS server on a port of its own, and the number of times it was asked.
pub(crate) struct Issuer {
    url: String,
    keys: Arc<Mutex<Option<Vec<Jwk>>>>,
    asked: Arc<AtomicUsize>,
}

impl Issuer {
    pub(crate) async fn with(keys: &[Key]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/jwks.json", listener.local_addr().unwrap());
        let issuer = Self { url, keys: Arc::default(), asked: Arc::default() };
        issuer.publish(keys);
        let (keys, asked) = (Arc::clone(&issuer.keys), Arc::clone(&issuer.asked));
        tokio::spawn(async move {
            loop {
                let (mut stream, _) = listener.accept().await.unwrap();
                let mut buffer = [0; 4096];
                let _read = stream.read(&mut buffer).await.unwrap();
                asked.fetch_add(1, Ordering::SeqCst);
                let body = keys.lock().unwrap().as_ref().map(|keys| json!({ "keys": keys }));
                let (status, body) =
                    body.map_or(("503 Away", String::new()), |body| ("200 OK", body.to_string()));
                let answer = format!(
                    "HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
                    body.len()
                );
                stream.write_all(answer.as_bytes()).await.unwrap();
            }
        });
        issuer
    }

    pub(crate) fn publish(&self, keys: &[Key]) {
        *self.keys.lock().unwrap() = Some(keys.iter().map(|key| key.public.clone()).collect());
    }

    pub(crate) fn go_away(&self) {
        *self.keys.lock().unwrap() = None;
    }

    pub(crate) fn verifier(&self) -> Verifier {
        Verifier::new(self.trust(ISSUER), &Roots::of_system()).unwrap()
    }

    /// The trust in this issuer, under a name.
    pub(crate) fn trust(&self, name: &str) -> Trust {
        Trust { issuer: name.to_owned(), audience: AUDIENCE.to_owned(), jwks_url: self.url.clone() }
    }

    pub(crate) fn times_asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}
