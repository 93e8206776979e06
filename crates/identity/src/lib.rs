//! Identity: a bearer token of a configured issuer, or an API key of this deployment's own, becomes a
//! [`Caller`] with scopes and hubs; and a worker who signs in at the council's [`Provider`] becomes a [`Person`], whose [`Groups`] say what
//! they may do.
//!
//! Tokens are verified here, in the function, so that 401 and 403 are problem+json as everything
//! else is. Other crates decide what a caller may do with a referral.

mod api_key;
mod caller;
mod claims;
mod credentials;
mod error;
mod groups;
mod keys;
mod provider;
mod signed;
mod verifier;

pub use api_key::KEYS_ISSUER;
pub use caller::{Caller, Forbidden, KindNotAllowed, Scope};
pub use error::{AuthError, KeyError, TrustError};
pub use groups::{Grant, Groups, GroupsError, GroupsFault, MailDomain, NotOfWork, ReferrerGrant};
pub use keys::usable_keys;
pub use provider::{Answer, Begun, Person, Provider, SignInError, SignInTrust};
pub use verifier::{Trust, Verifier};
