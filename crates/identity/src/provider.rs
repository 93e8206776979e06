//! The council's `OpenID` provider, at which workers sign in: the authorization code flow (`OpenID`
//! Connect Core 1.0, 3.1) with PKCE (RFC 7636, S256) and the issuer's name in its answer (RFC 9207).
//!
//! The caller keeps what a sign-in needs between leaving and coming back, and the secrets. No
//! more is taken from the provider than who the person is, and their groups.

mod endpoints;
mod id_token;

use std::collections::BTreeSet;
use std::sync::Arc;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::Timestamp;
use referral::Personal;
use ring::digest;
use roots::Roots;
use serde::Deserialize;
use tokio::sync::Mutex;

use self::endpoints::{Endpoints, Known};
use self::id_token::IdToken;
use crate::credentials::ClientCredentials;
use crate::{AuthError, TrustError, signed};

/// The provider at which workers sign in, and how we are known to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInTrust {
    /// The provider's name: the `iss` of its tokens, and the beginning of its discovery document's URL.
    pub issuer: String,
    /// The id by which the provider knows the inbox.
    pub client_id: String,
    /// The scopes to ask for, `openid` among them.
    pub scope: String,
    /// The URL to which workers are sent; from the discovery document if there is none.
    pub authorization_url: Option<String>,
    /// The URL where a code becomes a token; from the discovery document if there is none.
    pub token_url: Option<String>,
    /// The URL of the provider's keys; from the discovery document if there is none.
    pub jwks_url: Option<String>,
    /// Our own URL, to which the provider sends workers back.
    pub redirect_url: String,
}

/// An `OpenID` provider. One serves a whole process; it keeps the provider's endpoints and keys.
pub struct Provider {
    trust: SignInTrust,
    roots: Roots,
    found: Mutex<Option<Arc<Endpoints>>>,
}

/// The values that a worker takes to the provider, or that must come back.
#[derive(Clone, Copy)]
pub struct Begun<'a> {
    /// The random value that the provider's answer must bring back.
    pub state: &'a str,
    /// The random value that must be in its token.
    pub nonce: &'a str,
    /// The secret whose hash the provider is told (RFC 7636).
    pub verifier: &'a str,
}

/// The provider's answer, as the worker's browser brings it. It has no `Debug`: with the code a token
/// can be had.
#[derive(Clone, Copy, Default)]
pub struct Answer<'a> {
    /// The code for which there is a token.
    pub code: Option<&'a str>,
    /// The name of the provider that answers.
    pub issuer: Option<&'a str>,
    /// The reason why there is no code.
    pub error: Option<&'a str>,
}

/// A person for whom the provider vouches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The person's own name at the provider, its `sub`: 1 to 255 visible ASCII characters.
    pub subject: String,
    /// The person's full name, where the token has one (`name`).
    pub name: Option<Personal<String>>,
    /// The groups that the token names.
    pub groups: BTreeSet<String>,
}

/// A reason why nobody is signed in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignInError {
    /// The provider refused the person, or the code.
    #[error("the provider refused: {0}")]
    Refused(&'static str),
    /// The provider's answer or token does not hold.
    #[error("the provider's answer does not hold: {0}")]
    Untrusted(&'static str),
    /// The provider does not take our client id and secret. An operator has to mend it.
    #[error("the provider does not take the inbox's client id and secret")]
    ClientRefused,
    /// The provider could not be asked.
    #[error("the provider cannot be reached: {0}")]
    Unreachable(&'static str),
}

impl From<AuthError> for SignInError {
    fn from(error: AuthError) -> Self {
        match error {
            AuthError::Missing | AuthError::Malformed => {
                Self::Untrusted("its token cannot be read")
            }
            AuthError::Expired => Self::Untrusted("its token is over, or not valid yet"),
            AuthError::TooLong => Self::Untrusted("its token is good for too long"),
            AuthError::Untrusted => Self::Untrusted("its token is not its own, or not for us"),
            AuthError::IssuerUnreachable(why) => Self::Unreachable(why),
        }
    }
}

/// The answer of the token endpoint.
#[derive(Deserialize)]
struct Issued {
    id_token: String,
}

/// A refusal of the token endpoint.
#[derive(Deserialize)]
struct Refusal {
    error: String,
}

impl Provider {
    /// Makes a provider, which is asked nothing yet. `roots` vouch for its servers.
    pub fn new(trust: SignInTrust, roots: &Roots) -> Result<Self, TrustError> {
        let scheme = ["https://", "http://"].into_iter().any(|it| trust.issuer.starts_with(it));
        // An actor is written as issuer, `#` and `sub`, so no issuer may hold the sign itself.
        if !scheme || trust.issuer.contains('#') {
            return Err(TrustError::NotAnIssuer(trust.issuer));
        }
        let known = Endpoints::configured(&trust, roots)?;
        Ok(Self { trust, roots: roots.clone(), found: Mutex::new(known.map(Arc::new)) })
    }

    /// The provider's name.
    pub fn issuer(&self) -> &str {
        &self.trust.issuer
    }

    /// The id by which the provider knows the inbox.
    pub fn client_id(&self) -> &str {
        &self.trust.client_id
    }

    /// Asks the provider for its endpoints and keys, so that the first worker does not wait for them.
    /// A failure is logged and no more: the first worker's sign-in asks again.
    pub async fn warm_up(&self, now: Timestamp) {
        let asked = async {
            let endpoints = self.endpoints().await?;
            endpoints.keys.fetch(now).await.map_err(SignInError::from)
        };
        if let Err(error) = asked.await {
            tracing::warn!(error.message = %error, "the provider was not asked at the start");
        }
    }

    /// The URL to which a worker is sent to sign in.
    pub async fn authorization_url(&self, begun: Begun<'_>) -> Result<String, SignInError> {
        let endpoints = self.endpoints().await?;
        let hash = digest::digest(&digest::SHA256, begun.verifier.as_bytes());
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("response_type", "code")
            .append_pair("client_id", &self.trust.client_id)
            .append_pair("redirect_uri", &self.trust.redirect_url)
            .append_pair("scope", &self.trust.scope)
            .append_pair("state", begun.state)
            .append_pair("nonce", begun.nonce)
            .append_pair("code_challenge", &URL_SAFE_NO_PAD.encode(hash))
            .append_pair("code_challenge_method", "S256")
            .finish();
        let begins = &endpoints.authorization;
        let sign = if begins.contains('?') { '&' } else { '?' };
        Ok(format!("{begins}{sign}{query}"))
    }

    /// The person for whom the provider vouches by its answer. Of the secrets, which are our own at
    /// the provider, those after the first are tried where it does not take the one before. `claim`
    /// names the groups.
    pub async fn person(
        &self,
        answer: Answer<'_>,
        begun: Begun<'_>,
        secrets: &[String],
        claim: &str,
        now: Timestamp,
    ) -> Result<Person, SignInError> {
        let endpoints = self.endpoints().await?;
        self.comes_from_it(answer, &endpoints)?;
        let code = match (answer.error, answer.code) {
            (Some(error), _) => return Err(SignInError::Refused(refusal(error))),
            (None, Some(code)) => code,
            (None, None) => return Err(SignInError::Untrusted("there is no code in its answer")),
        };
        let issued = self.exchange(&endpoints, code, begun.verifier, secrets).await?;
        let token: IdToken = signed::claims(&issued.id_token, &endpoints.keys, now).await?;
        token.check(&self.trust.issuer, &self.trust.client_id, begun.nonce, now)?;
        Ok(token.person(claim)?)
    }

    /// Refuses an answer of another provider, before its code is shown to ours (RFC 9207).
    fn comes_from_it(&self, answer: Answer<'_>, endpoints: &Endpoints) -> Result<(), SignInError> {
        match answer.issuer {
            Some(named) if named == self.trust.issuer => Ok(()),
            None if !endpoints.names_itself => Ok(()),
            Some(_) => Err(SignInError::Untrusted("another provider answers")),
            None => Err(SignInError::Untrusted("its answer does not name it")),
        }
    }

    async fn exchange(
        &self,
        endpoints: &Endpoints,
        code: &str,
        verifier: &str,
        secrets: &[String],
    ) -> Result<Issued, SignInError> {
        let mut refused = SignInError::ClientRefused;
        for secret in secrets {
            let client = ClientCredentials { id: &self.trust.client_id, secret };
            let basic = endpoints.takes_basic.then(|| client.in_header());
            let in_form = if basic.is_none() { Some(client) } else { None };
            let form = self.code_form(code, verifier, in_form);
            let answer = endpoints.token.post_form(form, basic.as_deref()).await;
            let (status, body) = answer.map_err(SignInError::Unreachable)?;
            let error = match status.as_u16() {
                200 => {
                    let issued = serde_json::from_slice(&body);
                    return issued.map_err(|_| SignInError::Unreachable("it gives no ID token"));
                }
                400 | 401 => serde_json::from_slice(&body).map(|Refusal { error }| error),
                _ => return Err(SignInError::Unreachable("its answer was neither 200 nor 400")),
            };
            refused = match (status.as_u16(), error.as_deref()) {
                (_, Ok("invalid_client" | "unauthorized_client")) | (401, _) => {
                    SignInError::ClientRefused
                }
                (_, Ok(error)) => return Err(SignInError::Refused(refusal(error))),
                (_, Err(_)) => return Err(SignInError::Unreachable("its refusal cannot be read")),
            };
        }
        Err(refused)
    }

    /// The form that asks for the token of a code; with our own id and secret, where those go there.
    fn code_form(
        &self,
        code: &str,
        verifier: &str,
        client: Option<ClientCredentials<'_>>,
    ) -> String {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("grant_type", "authorization_code")
            .append_pair("code", code)
            .append_pair("redirect_uri", &self.trust.redirect_url)
            .append_pair("code_verifier", verifier);
        if let Some(client) = client {
            form.append_pair("client_id", client.id).append_pair("client_secret", client.secret);
        }
        form.finish()
    }

    /// The provider's endpoints: asked for once, and again after a failure.
    ///
    /// The lock is held while asking: callers who wait want the same answer.
    async fn endpoints(&self) -> Result<Arc<Endpoints>, SignInError> {
        let mut found = self.found.lock().await;
        if let Some(found) = &*found {
            return Ok(Arc::clone(found));
        }
        let known = Known::ask(&self.trust, &self.roots).await.map_err(SignInError::Unreachable)?;
        let endpoints = Endpoints::discovered(&self.trust, known, &self.roots).map_err(|_| {
            SignInError::Unreachable("its document names an address that is no https")
        })?;
        Ok(Arc::clone(found.insert(Arc::new(endpoints))))
    }
}

/// A provider's error code, if it is one of the standard's: nothing else of an answer is logged.
fn refusal(code: &str) -> &'static str {
    const KNOWN: [&str; 10] = [
        "access_denied",
        "invalid_grant",
        "invalid_request",
        "invalid_scope",
        "unauthorized_client",
        "unsupported_response_type",
        "server_error",
        "temporarily_unavailable",
        "login_required",
        "interaction_required",
    ];
    KNOWN.into_iter().find(|known| *known == code).unwrap_or("an error of its own")
}

#[cfg(test)]
mod tests;
