//! The claims of a token, and the check that it is meant for us and valid now.

use std::collections::BTreeSet;

use jiff::Timestamp;
use referral::{InboxId, ReferrerKind, Role};
use serde::Deserialize;

use crate::{AuthError, Caller, Scope};

/// The most seconds that the issuer's clock may be from ours.
pub(crate) const SKEW_SECONDS: i64 = 60;
/// The longest that a token may be good for, in seconds: a permission that its issuer takes back
/// ends within a day.
const LONGEST_SECONDS: i64 = 24 * 60 * 60;

/// The claims that we read; `iss`, `aud`, `iat`, `exp` and `sub` are required, and so is a client.
#[derive(Deserialize)]
pub(crate) struct Claims {
    iss: String,
    aud: OneOrMany,
    iat: f64,
    exp: f64,
    nbf: Option<f64>,
    client_id: Option<String>,
    azp: Option<String>,
    sub: String,
    #[serde(default)]
    scope: String,
    kind: Option<String>,
    #[serde(default)]
    hubs: Vec<String>,
    roles: Option<Vec<String>>,
    #[serde(default)]
    referrer_kinds: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    pub(crate) fn has(&self, wanted: &str) -> bool {
        match self {
            Self::One(value) => value == wanted,
            Self::Many(values) => values.iter().any(|value| value == wanted),
        }
    }

    pub(crate) fn is_one(&self) -> bool {
        match self {
            Self::One(_) => true,
            Self::Many(values) => values.len() == 1,
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
        let dated = seconds(self.iat).ok_or(AuthError::Malformed)?;
        let expires = seconds(self.exp).ok_or(AuthError::Malformed)?;
        if expires.saturating_sub(dated) > LONGEST_SECONDS {
            return Err(AuthError::TooLong);
        }
        let begins = self.nbf.map(|nbf| seconds(nbf).ok_or(AuthError::Malformed)).transpose()?;
        let now = now.as_second();
        let over = now >= expires.saturating_add(SKEW_SECONDS);
        // A token issued in the future would be good for longer than its lifetime says.
        let begins = begins.unwrap_or(dated).max(dated);
        let early = now < begins.saturating_sub(SKEW_SECONDS);
        if over || early { Err(AuthError::Expired) } else { Ok(()) }
    }

    /// The caller that the claims stand for. A scope, a role or a kind of referrer that we do not
    /// know grants nothing; an inbox id that cannot be one is an error.
    pub(crate) fn into_caller(self) -> Result<Caller, AuthError> {
        let client = self.client_id.or(self.azp).filter(|id| is_name(id, 128));
        let subject = Some(self.sub).filter(|id| is_name(id, 255));
        let granted: BTreeSet<&str> = self.scope.split_ascii_whitespace().collect();
        let hubs = self
            .hubs
            .iter()
            .map(|hub| InboxId::parse(hub).map_err(|_| AuthError::Malformed))
            .collect::<Result<BTreeSet<_>, _>>()?;
        let known = |code: &String| code.parse::<ReferrerKind>().ok();
        let scopes: BTreeSet<Scope> =
            Scope::ALL.into_iter().filter(|scope| granted.contains(scope.code())).collect();
        let roles = match self.roles {
            Some(codes) => codes.iter().filter_map(|code| code.parse().ok()).collect(),
            None if scopes.contains(&Scope::InboxRead) => BTreeSet::from([Role::Worker]),
            None => BTreeSet::new(),
        };
        let expires_at = seconds(self.exp).and_then(|exp| Timestamp::from_second(exp).ok());
        Ok(Caller {
            issuer: self.iss,
            subject: subject.ok_or(AuthError::Malformed)?,
            client: client.ok_or(AuthError::Malformed)?,
            kind: self.kind,
            scopes,
            hubs: hubs.into_iter().collect(),
            roles,
            referrer_kinds: self.referrer_kinds.iter().filter_map(known).collect(),
            authorities: BTreeSet::new(),
            rate: None,
            told: None,
            expires_at: expires_at.ok_or(AuthError::Malformed)?,
        })
    }
}

/// Whether an id is visible ASCII, and short enough to be stored with each thing that is done.
pub(crate) fn is_name(id: &str, longest: usize) -> bool {
    (1..=longest).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A `NumericDate` (RFC 7519: seconds since 1970, a fraction allowed) in whole seconds.
pub(crate) fn seconds(date: f64) -> Option<i64> {
    const LATEST: f64 = 253_402_300_799.0; // The end of the year 9999.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the range is checked, the fraction dropped"
    )]
    (0.0..=LATEST).contains(&date).then_some(date as i64)
}
