//! The ID token: the provider's word on who has just signed in (`OpenID` Connect Core 1.0, 2 and
//! 3.1.3.7).

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use referral::Personal;
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
        let name = self.others.get("name").and_then(text).map(Personal::new);
        Ok(Person { subject: self.sub, name, groups })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_800_000_000;

    fn claims() -> Value {
        json!({
            "iss": "https://id.example", "sub": "ada", "aud": "inbox", "nonce": "n-1",
            "iat": NOW, "exp": NOW + 300, "groups": ["Portman", "Staff", 7], "team": "Portman",
        })
    }

    /// The outcome for the claims with one of them set, or taken away by `null`.
    fn with(name: &str, value: Value) -> Result<(), AuthError> {
        let mut claims = claims();
        claims.as_object_mut().unwrap().retain(|key, _| key != name);
        if !value.is_null() {
            claims[name] = value;
        }
        let token: IdToken = serde_json::from_value(claims).map_err(|_| AuthError::Malformed)?;
        let now = Timestamp::from_second(NOW).unwrap();
        token.check("https://id.example", "inbox", "n-1", now)
    }

    #[test]
    fn a_token_of_this_issuer_client_and_sign_in_is_good() {
        for (name, value) in [
            ("aud", json!("inbox")),
            ("aud", json!(["inbox"])),
            ("azp", json!("inbox")),
            ("exp", json!(NOW - 30)),
            ("iat", json!(NOW + 30)),
        ] {
            assert_eq!(with(name, value.clone()), Ok(()), "{name}: {value}");
        }
    }

    #[test]
    fn a_token_of_another_issuer_client_or_sign_in_is_refused() {
        for (name, value) in [
            ("iss", json!("https://id.example.evil")),
            ("iss", json!("https://id.example/")),
            ("aud", json!("another")),
            ("aud", json!([])),
            // A token for several does not say that it is ours.
            ("aud", json!(["inbox", "another"])),
            ("azp", json!("another")),
            ("nonce", json!("n-2")),
            ("nonce", Value::Null),
        ] {
            assert_eq!(with(name, value.clone()), Err(AuthError::Untrusted), "{name}: {value}");
        }
    }

    #[test]
    fn a_token_that_is_over_or_not_valid_yet_is_refused() {
        for (name, value) in [("exp", NOW - 61), ("iat", NOW + 61), ("nbf", NOW + 61)] {
            assert_eq!(with(name, json!(value)), Err(AuthError::Expired), "{name}");
        }
        for name in ["iss", "sub", "aud", "iat", "exp"] {
            assert_eq!(with(name, Value::Null), Err(AuthError::Malformed), "{name}");
        }
    }

    #[test]
    fn groups_are_those_of_the_claim_that_the_council_names() {
        let token = || serde_json::from_value::<IdToken>(claims()).unwrap();
        let groups = |claim: &str| token().person(claim).unwrap().groups;
        assert_eq!(groups("groups"), ["Portman", "Staff"].map(str::to_owned).into());
        assert_eq!(groups("team"), ["Portman".to_owned()].into());
        assert_eq!(groups("roles"), BTreeSet::new());
        assert_eq!(token().person("groups").unwrap().subject, "ada");
    }
}
