//! Verifies an `Authorization` header and makes a caller of it.

use jiff::Timestamp;
use lambda_kit::http::{Problem, Request};
use roots::Roots;

use crate::{
    AuthError, Caller, Scope, TrustError, claims::Claims, fetch::Fetcher, keys::Keys, signed,
};

/// The issuer whose tokens are taken, and the audience that they must be for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trust {
    /// The value that `iss` must have.
    pub issuer: String,
    /// The value that `aud` must name.
    pub audience: String,
    /// The URL where the issuer publishes its keys.
    pub jwks_url: String,
}

/// Verifies bearer tokens (RFC 6750) that are signed JWTs (RFC 7519).
///
/// The algorithm comes from the issuer's key, never from the token, and is one of
/// `ES256`, `RS256`, `EdDSA`. One verifier serves a whole process; it keeps the keys.
pub struct Verifier {
    trust: Trust,
    keys: Keys,
}

impl Verifier {
    /// Makes a verifier, which fetches the keys with the first token if not before. `roots` vouch
    /// for the server of the keys.
    pub fn new(trust: Trust, roots: &Roots) -> Result<Self, TrustError> {
        // An actor is written as issuer, `#` and `sub`, so no issuer may hold the sign itself.
        let scheme = ["https://", "http://"].into_iter().any(|it| trust.issuer.starts_with(it));
        if !scheme || trust.issuer.contains('#') {
            return Err(TrustError::NotAnIssuer(trust.issuer));
        }
        let keys = Keys::new(Fetcher::new(&trust.jwks_url, roots)?);
        Ok(Self { trust, keys })
    }

    /// Fetches the keys, so that the first token does not wait for them. A failure is logged and no
    /// more: the first token asks the issuer again.
    pub async fn fetch_keys(&self, now: Timestamp) {
        if let Err(error) = self.keys.fetch(now).await {
            tracing::warn!(error.message = %error, "the issuer's keys were not fetched at the start");
        }
    }

    /// The caller of a request with this `Authorization` header.
    pub async fn verify(
        &self,
        authorization: Option<&str>,
        now: Timestamp,
    ) -> Result<Caller, AuthError> {
        let given = authorization.ok_or(AuthError::Missing)?;
        let (scheme, token) = given.split_once(' ').ok_or(AuthError::Malformed)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(AuthError::Missing);
        }
        self.verify_token(token.trim(), now).await
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

    /// The caller that a token stands for.
    pub async fn verify_token(&self, token: &str, now: Timestamp) -> Result<Caller, AuthError> {
        let claims: Claims = signed::claims(token, &self.keys, now).await?;
        claims.check(&self.trust.issuer, &self.trust.audience, now)?;
        claims.into_caller()
    }
}
