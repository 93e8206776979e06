//! The addresses of a provider: configured, or from its discovery document (`OpenID` Connect Discovery
//! 1.0, 4).

use fetch::Fetcher;
use roots::Roots;
use serde::Deserialize;

use super::SignInTrust;
use crate::{TrustError, keys::Keys};

/// The addresses that a sign-in needs.
pub(super) struct Endpoints {
    pub(super) authorization: String,
    pub(super) token: Fetcher,
    pub(super) keys: Keys,
    /// Whether every answer of the provider says that it is its own (RFC 9207).
    pub(super) names_itself: bool,
    /// Whether our id and secret travel in the header, and not in the form.
    pub(super) takes_basic: bool,
}

/// The discovery document, as far as it is needed.
#[derive(Deserialize)]
pub(super) struct Known {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl Known {
    /// Asks the provider for its document, which must be about the provider itself.
    pub(super) async fn ask(trust: &SignInTrust, roots: &Roots) -> Result<Self, &'static str> {
        let url =
            format!("{}/.well-known/openid-configuration", trust.issuer.trim_end_matches('/'));
        let fetcher = Fetcher::new(&url, roots).map_err(|_| "its name is no https address")?;
        let body = fetcher.get().await?;
        let known: Self =
            serde_json::from_slice(&body).map_err(|_| "its document cannot be read")?;
        if known.issuer == trust.issuer {
            Ok(known)
        } else {
            Err("its document is of another name")
        }
    }
}

impl Endpoints {
    /// The endpoints that are configured, if all are.
    pub(super) fn configured(
        trust: &SignInTrust,
        roots: &Roots,
    ) -> Result<Option<Self>, TrustError> {
        let (Some(authorization), Some(token), Some(jwks)) =
            (&trust.authorization_url, &trust.token_url, &trust.jwks_url)
        else {
            return Ok(None);
        };
        Self::of(authorization, token, jwks, roots).map(Some)
    }

    /// The endpoints of a document, but for those that are configured.
    pub(super) fn discovered(
        trust: &SignInTrust,
        known: Known,
        roots: &Roots,
    ) -> Result<Self, TrustError> {
        let or = |configured: &Option<String>, found: String| configured.clone().unwrap_or(found);
        let authorization = or(&trust.authorization_url, known.authorization_endpoint);
        let token = or(&trust.token_url, known.token_endpoint);
        let jwks = or(&trust.jwks_url, known.jwks_uri);
        let methods = known.token_endpoint_auth_methods_supported;
        let basic = |methods: Vec<String>| methods.iter().any(|one| one == "client_secret_basic");
        Ok(Self {
            names_itself: known.authorization_response_iss_parameter_supported,
            takes_basic: methods.is_none_or(basic),
            ..Self::of(&authorization, &token, &jwks, roots)?
        })
    }

    fn of(authorization: &str, token: &str, jwks: &str, roots: &Roots) -> Result<Self, TrustError> {
        // Workers are sent there, so it has to be as safe as what we ask ourselves.
        Fetcher::new(authorization, roots)?;
        Ok(Self {
            authorization: authorization.to_owned(),
            token: Fetcher::new(token, roots)?,
            keys: Keys::new(Fetcher::new(jwks, roots)?),
            names_itself: false,
            takes_basic: true,
        })
    }
}
