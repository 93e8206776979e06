//! Errors: the reasons why a caller is not known, and why an issuer cannot be trusted.

use http::header::WWW_AUTHENTICATE;
use lambda_kit::http::Problem;

/// A reason why a request has no caller.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AuthError {
    /// There is no bearer token.
    #[error("no bearer token was sent")]
    Missing,
    /// The text that was sent is not a token, or lacks a claim that every token must have.
    #[error("the bearer token cannot be read")]
    Malformed,
    /// The token's time is over, or has not come.
    #[error("the bearer token has expired or is not valid yet")]
    Expired,
    /// The token is good for longer than a day.
    #[error("the bearer token is good for longer than 24 hours")]
    TooLong,
    /// The token is not signed by a key of the issuer, or not meant for us.
    #[error("the bearer token is not from the issuer trusted here, or not for this service")]
    Untrusted,
    /// The issuer's keys could not be fetched; nothing is known about the token.
    #[error("the issuer's keys cannot be fetched: {0}")]
    IssuerUnreachable(&'static str),
}

impl AuthError {
    /// The short, stable code of the error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "token_missing",
            Self::Malformed => "token_malformed",
            Self::Expired => "token_expired",
            Self::TooLong => "token_lifetime",
            Self::Untrusted => "token_untrusted",
            Self::IssuerUnreachable(_) => "issuer_unreachable",
        }
    }
}

impl From<AuthError> for Problem {
    fn from(error: AuthError) -> Self {
        let detail = match error {
            AuthError::Missing => "Send a bearer token in the Authorization header.",
            AuthError::Malformed => "The bearer token cannot be read.",
            AuthError::Expired => {
                "The bearer token has expired or is not valid yet. Get a new one."
            }
            AuthError::TooLong => {
                "The bearer token is good for longer than 24 hours. Get one with a shorter life."
            }
            AuthError::Untrusted => "The bearer token is not one for this service.",
            AuthError::IssuerUnreachable(_) => {
                return Self::unavailable(&error).with_code(error.code());
            }
        };
        let problem = Self::unauthorized(detail).with_code(error.code());
        if error == AuthError::Missing {
            return problem;
        }
        problem.with_header(WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
    }
}

/// A reason why an API key has no caller.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// The text begins as an API key does, and is no whole one.
    #[error("the API key has a typing mistake, or part of it is missing")]
    Mistyped,
    /// Nobody has this API key.
    #[error("the API key is not one of this service")]
    Unknown,
    /// The API key was revoked.
    #[error("the API key was revoked")]
    Revoked,
    /// The API key's time is over.
    #[error("the API key has expired")]
    Expired,
    /// The table of keys could not be read; nothing is known about the key.
    #[error("the API keys cannot be read: {0}")]
    Unreachable(pipeline::Fault),
}

impl From<KeyError> for Problem {
    fn from(error: KeyError) -> Self {
        let (code, detail) = match error {
            KeyError::Mistyped => (
                "api_key_mistyped",
                "The API key has a typing mistake, or part of it is missing. Copy all of it.",
            ),
            KeyError::Unknown => ("api_key_unknown", "The API key is not one of this service."),
            KeyError::Revoked => {
                ("api_key_revoked", "The API key was revoked. Ask the council for a new one.")
            }
            KeyError::Expired => {
                ("api_key_expired", "The API key has expired. Ask the council for a new one.")
            }
            KeyError::Unreachable(_) => {
                return Self::unavailable(&error).with_code("api_keys_unreachable");
            }
        };
        Self::unauthorized(detail)
            .with_code(code)
            .with_header(WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
    }
}

/// A reason why a verifier or a sign-in cannot be set up.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TrustError {
    /// The issuer's own name is not a URL, or has a fragment, which no issuer's name has.
    #[error("{0} is not an issuer: it must be a URL without a fragment")]
    NotAnIssuer(String),
    /// An address of the issuer cannot be asked.
    #[error(transparent)]
    Address(#[from] fetch::NotAnAddress),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_a_token_is_a_401() {
        use AuthError::{Expired, Malformed, Missing, TooLong, Untrusted};
        for error in [Missing, Malformed, Expired, TooLong, Untrusted] {
            let code = error.code();
            let problem = Problem::from(error);
            assert_eq!((problem.status(), problem.code()), (401, code));
        }
    }

    #[test]
    fn a_fault_of_a_key_is_a_401_and_keys_out_of_reach_are_a_503() {
        use KeyError::{Expired, Mistyped, Revoked, Unknown};
        for error in [Mistyped, Unknown, Revoked, Expired] {
            let problem = Problem::from(error);
            assert_eq!(problem.status(), 401);
            assert!(problem.code().starts_with("api_key_"), "{}", problem.code());
        }
        let fault = pipeline::Fault::Transient("timed out");
        let problem = Problem::from(KeyError::Unreachable(fault));
        assert_eq!((problem.status(), problem.code()), (503, "api_keys_unreachable"));
    }

    #[test]
    fn an_issuer_out_of_reach_is_a_503() {
        let problem = Problem::from(AuthError::IssuerUnreachable("timed out"));
        assert_eq!((problem.status(), problem.code()), (503, "issuer_unreachable"));
    }
}
