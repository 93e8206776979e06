//! The ID token: the provider's word on who has just signed in (`OpenID` Connect Core 1.0, 2 and
//! 3.1.3.7).

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::Person;
use crate::AuthError;
use crate::claims::{OneOrMany, SKEW_SECONDS, is_name, seconds};

/// The claims that we read. The groups are under a name that the council chooses.
#[derive(Deserialize)]
pub(super) struct IdToken {
    iss: String,
    sub: String,
    aud: OneOrMany,
    azp: Option<String>,
    iat: f64,
    exp: f64,
    nbf: Option<f64>,
    nonce: Option<String>,
    #[serde(flatten)]
    others: BTreeMap<String, Value>,
}

impl IdToken {
    /// Whether the token is of this issuer, for this client, of this sign-in, and valid at `now`.
    pub(super) fn check(
        &self,
        issuer: &str,
        client: &str,
        nonce: &str,
        now: Timestamp,
    ) -> Result<(), AuthError> {
        let is_for_us = self.aud.has(client)
            // A token for several must say that it was issued to us.
            && (self.aud.is_one() || self.azp.is_some())
            && self.azp.as_deref().is_none_or(|azp| azp == client);
        if self.iss != issuer || !is_for_us || self.nonce.as_deref() != Some(nonce) {
            return Err(AuthError::Untrusted);
        }
        let dated = seconds(self.iat).ok_or(AuthError::Malformed)?;
        let expires = seconds(self.exp).ok_or(AuthError::Malformed)?;
        let begins = self.nbf.map(|nbf| seconds(nbf).ok_or(AuthError::Malformed)).transpose()?;
        let now = now.as_second();
        let over = now >= expires.saturating_add(SKEW_SECONDS);
        let early = now < begins.unwrap_or(dated).max(dated).saturating_sub(SKEW_SECONDS);
        if over || early { Err(AuthError::Expired) } else { Ok(()) }
    }

    /// The person, with the groups of this claim: an array of texts, or one text.
    pub(super) fn person(self, claim: &str) -> Result<Person, AuthError> {
        if !is_name(&self.sub, 255) {
            return Err(AuthError::Malformed);
        }
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let groups: BTreeSet<String> = match self.others.get(claim) {
            Some(Value::Array(groups)) => groups.iter().filter_map(text).collect(),
            Some(one) => text(one).into_iter().collect(),
            None => BTreeSet::new(),
        };
        Ok(Person { subject: self.sub, groups })
    }
}
