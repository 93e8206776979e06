//! The development issuer: signs in this machine's own people (`OpenID` Connect, authorization code)
//! and clients (OAuth 2.0 client credentials), and publishes the key to check its tokens. In the cloud
//! a council's own issuer does this.

mod authorize;
mod codes;
mod form;
mod key;
mod refusal;
mod token;

use http::{Method, Request};
use http_body_util::{BodyExt as _, Limited};
use hyper::body::Incoming;
use serde_json::{Value, json};

pub(crate) use key::SigningKey;

use codes::Codes;
use form::Form;
use refusal::Refusal;

use crate::{clients::Client, clock, people::People, serve::Answer};

/// The largest request for a token, in bytes.
const REQUEST_LIMIT: usize = 16 * 1024;

/// The id of the inbox itself, as whose client people sign in.
pub(crate) const INBOX_CLIENT: &str = "hubward-inbox";

/// The issuer of this machine, with its clients and people.
pub(crate) struct Issuer {
    url: String,
    audience: String,
    key: SigningKey,
    clients: Vec<Client>,
    inbox_secret: String,
    people: People,
    codes: Codes,
}

impl Issuer {
    /// Makes an issuer at `url` (without a slash at the end) for these clients.
    pub(crate) fn new(
        url: String,
        audience: String,
        key: SigningKey,
        clients: Vec<Client>,
    ) -> Self {
        let (inbox_secret, people, codes) = (String::new(), People::default(), Codes::default());
        Self { url, audience, key, clients, inbox_secret, people, codes }
    }

    /// The same issuer with people, who sign in to the inbox; that has this secret.
    pub(crate) fn with_people(self, people: People, inbox_secret: String) -> Self {
        Self { inbox_secret, people, ..self }
    }

    /// Whether people may be sent back to this address.
    fn may_redirect(&self, to: &str) -> bool {
        let answers = ["/hub/sign-in/answer", "/refer/professional/sign-in/answer"];
        to.strip_prefix(&self.url).is_some_and(|path| answers.contains(&path))
    }

    /// The document that `/.well-known/openid-configuration` answers with.
    pub(crate) fn discovery(&self) -> Value {
        let url = &self.url;
        json!({
            "issuer": url,
            "authorization_endpoint": format!("{url}/oauth2/authorize"),
            "token_endpoint": format!("{url}/oauth2/token"),
            "jwks_uri": format!("{url}/.well-known/jwks.json"),
            "grant_types_supported": ["authorization_code", "client_credentials"],
            "response_types_supported": ["code"],
            "code_challenge_methods_supported": ["S256"],
            "authorization_response_iss_parameter_supported": true,
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "scopes_supported": [
                "openid", "referrals:write", "referrals:read", "inbox:read", "inbox:write"
            ],
        })
    }

    /// The public key, as a JSON Web Key Set.
    pub(crate) fn jwks(&self) -> Value {
        self.key.jwks()
    }

    /// Answers `GET` and `POST /oauth2/authorize`.
    pub(crate) async fn authorize(&self, request: Request<Incoming>) -> Answer {
        let (parts, body) = request.into_parts();
        let form = if parts.method == Method::POST {
            match Limited::new(body, REQUEST_LIMIT).collect().await {
                Ok(body) => Form::read(&parts.headers, &body.to_bytes()),
                Err(_) => Err(Refusal::InvalidRequest("the request is too large")),
            }
        } else {
            Ok(Form::of_query(parts.uri.query().unwrap_or_default()))
        };
        match form {
            Ok(form) => authorize::answer(self, &parts.method, &form, clock::now()),
            Err(refusal) => token::refused(&refusal),
        }
    }

    /// Answers `POST /oauth2/token`.
    pub(crate) async fn token(&self, request: Request<Incoming>) -> Answer {
        let (parts, body) = request.into_parts();
        match Limited::new(body, REQUEST_LIMIT).collect().await {
            Ok(body) => {
                token::answer(self, &parts.method, &parts.headers, &body.to_bytes(), clock::now())
            }
            Err(_) => token::refused(&Refusal::InvalidRequest("the request is too large")),
        }
    }
}
