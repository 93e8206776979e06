//! Verifies an `Authorization` header and makes a caller of it.

use fetch::Fetcher;
use futures::future::join_all;
use jiff::Timestamp;
use lambda_kit::http::{Problem, Request};
use pipeline::ports::Partnering;
use roots::Roots;

use crate::{
    AuthError, Caller, Scope, TrustError,
    api_key::{self, Noted},
    claims::Claims,
    keys::Keys,
    signed,
};

/// An issuer whose tokens are taken, and the audience that they must be for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trust {
    /// The value that `iss` must have.
    pub issuer: String,
    /// The value that `aud` must name.
    pub audience: String,
    /// The URL where the issuer publishes its keys.
    pub jwks_url: String,
}

/// Verifies bearer tokens (RFC 6750) that are signed JWTs (RFC 7519), and API keys.
///
/// The algorithm comes from the issuer's key, never from the token, and is one of
/// `ES256`, `RS256`, `EdDSA`. One verifier serves a whole process; it keeps the keys.
pub struct Verifier {
    issuers: Vec<Issuer>,
    noted: Noted,
}

/// An issuer, and the keys by which its tokens are verified.
struct Issuer {
    trust: Trust,
    keys: Keys,
}

impl Issuer {
    fn new(trust: Trust, roots: &Roots) -> Result<Self, TrustError> {
        // An actor is written as issuer, `#` and `sub`, so no issuer may hold the sign itself.
        let scheme = ["https://", "http://"].into_iter().any(|it| trust.issuer.starts_with(it));
        if !scheme || trust.issuer.contains('#') {
            return Err(TrustError::NotAnIssuer(trust.issuer));
        }
        let keys = Keys::new(Fetcher::new(&trust.jwks_url, roots)?);
        Ok(Self { trust, keys })
    }
}

impl Verifier {
    /// Makes a verifier, which fetches the keys with the first token if not before. `roots` vouch
    /// for the server of the keys.
    pub fn new(trust: Trust, roots: &Roots) -> Result<Self, TrustError> {
        Self::of_any([trust], roots)
    }

    /// Makes a verifier that takes the tokens of any of these issuers, each signed with its own keys.
    pub fn of_any(
        trusts: impl IntoIterator<Item = Trust>,
        roots: &Roots,
    ) -> Result<Self, TrustError> {
        let issuers = trusts.into_iter().map(|trust| Issuer::new(trust, roots));
        Ok(Self { issuers: issuers.collect::<Result<_, _>>()?, noted: Noted::default() })
    }

    /// Fetches the keys, so that the first token does not wait for them. A failure is logged and no
    /// more: the first token asks the issuer again.
    pub async fn fetch_keys(&self, now: Timestamp) {
        let fetch = async |issuer: &Issuer| {
            if let Err(error) = issuer.keys.fetch(now).await {
                tracing::warn!(error.message = %error, "an issuer's keys were not fetched at the start");
            }
        };
        join_all(self.issuers.iter().map(fetch)).await;
    }

    /// The caller of a request with this `Authorization` header.
    pub async fn verify(
        &self,
        authorization: Option<&str>,
        now: Timestamp,
    ) -> Result<Caller, AuthError> {
        self.verify_token(bearer(authorization)?, now).await
    }

    /// The caller of a request, if their token has this scope. The request notes their client.
    pub async fn caller(
        &self,
        request: &Request,
        scope: Scope,
        now: Timestamp,
    ) -> Result<Caller, Problem> {
        let caller = self.verify(request.header("authorization"), now).await?;
        request.comes_from(caller.client());
        caller.require(scope)?;
        Ok(caller)
    }

    /// The caller of a request by a token or by an API key, if it has this scope. The request notes
    /// their client.
    pub async fn partner<W: Partnering>(
        &self,
        world: &W,
        request: &Request,
        scope: Scope,
        now: Timestamp,
    ) -> Result<Caller, Problem> {
        let credential = bearer(request.header("authorization"))?;
        if !api_key::is_meant(credential) {
            return self.caller(request, scope, now).await;
        }
        let caller = api_key::caller(world, &self.noted, request, credential, now).await?;
        caller.require(scope)?;
        Ok(caller)
    }

    /// The caller that a token stands for.
    pub async fn verify_token(&self, token: &str, now: Timestamp) -> Result<Caller, AuthError> {
        // The issuer that the token names is a hint by which its keys are chosen: the signature by one
        // of them, and the claim under it, are what counts.
        let named = match self.issuers.as_slice() {
            [only] => Some(only),
            issuers => {
                let issuer = signed::issuer(token)?;
                issuers.iter().find(|one| one.trust.issuer == issuer)
            }
        };
        let Issuer { trust, keys } = named.ok_or(AuthError::Untrusted)?;
        let claims: Claims = signed::claims(token, keys, now).await?;
        claims.check(&trust.issuer, &trust.audience, now)?;
        claims.into_caller()
    }
}

/// The credential of a bearer.
fn bearer(authorization: Option<&str>) -> Result<&str, AuthError> {
    let given = authorization.ok_or(AuthError::Missing)?;
    let (scheme, credential) = given.split_once(' ').ok_or(AuthError::Malformed)?;
    if scheme.eq_ignore_ascii_case("bearer") {
        Ok(credential.trim())
    } else {
        Err(AuthError::Missing)
    }
}
