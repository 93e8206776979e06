//! Identity: a bearer token of the configured issuer becomes a [`Caller`] with scopes and hubs.
//!
//! Tokens are verified here, in the function, so that 401 and 403 are problem+json as everything
//! else is. Other crates decide what a caller may do with a referral.

mod caller;
mod claims;
mod error;
mod fetch;
mod keys;
mod sign_in;
mod verifier;

pub use caller::{Caller, Forbidden, KindNotAllowed, Scope};
pub use error::{AuthError, TrustError};
pub use keys::usable_keys;
pub use sign_in::{Issued, SignIn, SignInError};
pub use verifier::{Trust, Verifier};
