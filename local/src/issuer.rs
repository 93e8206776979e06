//! The development issuer: signs in this machine's own clients (OAuth 2.0 client credentials) and
//! publishes the key to check its tokens. In the cloud a council's own issuer does this.

mod key;
mod token;

use http::Request;
use http_body_util::{BodyExt as _, Limited};
use hyper::body::Incoming;
use serde_json::{Value, json};

pub(crate) use key::SigningKey;

use crate::{clients::Client, clock, serve::Answer};

/// The largest request for a token, in bytes.
const REQUEST_LIMIT: usize = 16 * 1024;

/// The issuer of this machine, with its clients.
pub(crate) struct Issuer {
    url: String,
    audience: String,
    key: SigningKey,
    clients: Vec<Client>,
}

impl Issuer {
    /// Makes an issuer at `url` (without a slash at the end) for these clients.
    pub(crate) fn new(
        url: String,
        audience: String,
        key: SigningKey,
        clients: Vec<Client>,
    ) -> Self {
        Self { url, audience, key, clients }
    }

    /// The document that `/.well-known/openid-configuration` answers with.
    pub(crate) fn discovery(&self) -> Value {
        let url = &self.url;
        json!({
            "issuer": url,
            "token_endpoint": format!("{url}/oauth2/token"),
            "jwks_uri": format!("{url}/.well-known/jwks.json"),
            "grant_types_supported": ["client_credentials"],
            "response_types_supported": [],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "scopes_supported": [
                "referrals:write", "referrals:read", "inbox:read", "inbox:write"
            ],
        })
    }

    /// The public key, as a JSON Web Key Set.
    pub(crate) fn jwks(&self) -> Value {
        self.key.jwks()
    }

    /// Answers `POST /oauth2/token`.
    pub(crate) async fn token(&self, request: Request<Incoming>) -> Answer {
        let (parts, body) = request.into_parts();
        match Limited::new(body, REQUEST_LIMIT).collect().await {
            Ok(body) => {
                token::answer(self, &parts.method, &parts.headers, &body.to_bytes(), clock::now())
            }
            Err(_) => token::refused(&token::Refusal::InvalidRequest("the request is too large")),
        }
    }
}
