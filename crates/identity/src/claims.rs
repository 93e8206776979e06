//! What a token says, and whether it says it to us, now.

use std::collections::BTreeSet;

use jiff::Timestamp;
use referral::InboxId;
use serde::Deserialize;

use crate::{AuthError, Caller, Scope};

/// How far the issuer's clock may be from ours.
const SKEW_SECONDS: i64 = 60;

/// The claims we read; `iss`, `aud` and `exp` are required, and so is a client.
#[derive(Deserialize)]
pub(crate) struct Claims {
    iss: String,
    aud: OneOrMany,
    exp: f64,
    nbf: Option<f64>,
    client_id: Option<String>,
    azp: Option<String>,
    sub: Option<String>,
    #[serde(default)]
    scope: String,
    kind: Option<String>,
    #[serde(default)]
    hubs: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    fn has(&self, wanted: &str) -> bool {
        match self {
            Self::One(value) => value == wanted,
            Self::Many(values) => values.iter().any(|value| value == wanted),
        }
    }
}

impl Claims {
    /// Whether the token is of this issuer, for this audience, and valid at `now`.
    pub(crate) fn check(
        &self,
        issuer: &str,
        audience: &str,
        now: Timestamp,
    ) -> Result<(), AuthError> {
        if self.iss != issuer || !self.aud.has(audience) {
            return Err(AuthError::Untrusted);
        }
        let expires = seconds(self.exp).ok_or(AuthError::Malformed)?;
        let begins = self.nbf.map(|nbf| seconds(nbf).ok_or(AuthError::Malformed)).transpose()?;
        let now = now.as_second();
        let over = now >= expires.saturating_add(SKEW_SECONDS);
        let early = begins.is_some_and(|begins| now < begins.saturating_sub(SKEW_SECONDS));
        if over || early { Err(AuthError::Expired) } else { Ok(()) }
    }

    /// The caller. A scope we do not know grants nothing; an inbox that cannot be one is an error.
    pub(crate) fn into_caller(self) -> Result<Caller, AuthError> {
        let client = self.client_id.or(self.azp).or(self.sub).filter(|id| is_client_id(id));
        let granted: BTreeSet<&str> = self.scope.split_ascii_whitespace().collect();
        let hubs = self
            .hubs
            .iter()
            .map(|hub| InboxId::parse(hub).map_err(|_| AuthError::Malformed))
            .collect::<Result<BTreeSet<_>, _>>()?;
        Ok(Caller {
            client: client.ok_or(AuthError::Malformed)?,
            kind: self.kind,
            scopes: Scope::ALL.into_iter().filter(|scope| granted.contains(scope.code())).collect(),
            hubs: hubs.into_iter().collect(),
        })
    }
}

fn is_client_id(id: &str) -> bool {
    (1..=128).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A `NumericDate` (RFC 7519: seconds since 1970, a fraction allowed) in whole seconds.
fn seconds(date: f64) -> Option<i64> {
    const LATEST: f64 = 253_402_300_799.0; // The end of the year 9999.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the range is checked, the fraction dropped"
    )]
    (0.0..=LATEST).contains(&date).then_some(date as i64)
}
