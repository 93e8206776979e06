//! Client credentials (RFC 6749, 4.4): a client id and its secret become a token.

use roots::Roots;
use serde::Deserialize;

use crate::{TrustError, fetch::Fetcher};

/// Signs a client in at the issuer.
#[derive(Clone, Debug)]
pub struct SignIn {
    fetcher: Fetcher,
}

/// A token, as issued. It has no `Debug`: whoever holds the token is taken for the caller.
pub struct Issued {
    /// The token itself.
    pub token: String,
}

/// A reason why there is no token.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignInError {
    /// The issuer does not know this client, or the secret is not its secret.
    #[error("the client id or the secret is not right")]
    Refused,
    /// The issuer could not be asked.
    #[error("the issuer cannot be reached: {0}")]
    IssuerUnreachable(&'static str),
}

#[derive(Deserialize)]
struct Answer {
    access_token: String,
}

impl SignIn {
    /// Signs in at this token URL. `roots` vouch for its server.
    pub fn new(token_url: &str, roots: &Roots) -> Result<Self, TrustError> {
        Ok(Self { fetcher: Fetcher::new(token_url, roots)? })
    }

    /// A token for the client with this secret.
    pub async fn sign_in(&self, client_id: &str, secret: &str) -> Result<Issued, SignInError> {
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_id", client_id)
            .append_pair("client_secret", secret)
            .finish();
        let (status, body) =
            self.fetcher.post_form(form).await.map_err(SignInError::IssuerUnreachable)?;
        match status.as_u16() {
            200 => serde_json::from_slice(&body)
                .map(|Answer { access_token }| Issued { token: access_token })
                .map_err(|_| SignInError::IssuerUnreachable("the answer is not a token")),
            400 | 401 => Err(SignInError::Refused),
            _ => Err(SignInError::IssuerUnreachable("the answer was neither 200 nor 401")),
        }
    }
}
