//! The caller behind an API key of this deployment's own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use lambda_kit::http::Request;
use pipeline::partners::{self, ApiKey};
use pipeline::ports::Partnering;
use pipeline::rows::{Digest, KeyOver, KeyRow};

use crate::{Caller, KeyError, Scope};

/// The name that stands for the issuer of this deployment's own keys. Every other issuer's is a URL of
/// https, so no token can name a partner with a key.
pub const KEYS_ISSUER: &str = "urn:hubward:keys";

/// The client under which a key that nobody has is counted: many of them ring, as many refusals of one
/// client do. It has spaces, which no client's id has.
const UNKNOWN: &str = "an unknown key";

/// The days on which this process noted keys as used, so that it asks the table once a day for each.
#[derive(Debug, Default)]
pub(crate) struct Noted(Mutex<BTreeMap<Digest, i64>>);

impl Noted {
    /// Whether this is the first use of a key on the day of `now`, as far as this process knows.
    fn is_first(&self, key: Digest, now: Timestamp) -> bool {
        const DAY: i64 = 24 * 60 * 60;
        let day = now.as_second().div_euclid(DAY);
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.insert(key, day) != Some(day)
    }
}

/// Whether a bearer's credential is meant to be an API key, whole or not.
pub(crate) fn is_meant(credential: &str) -> bool {
    credential.starts_with(ApiKey::PREFIX)
}

/// The caller who has this key. The request notes their client, also where the key is refused.
pub(crate) async fn caller<W: Partnering>(
    world: &W,
    noted: &Noted,
    request: &Request,
    credential: &str,
    now: Timestamp,
) -> Result<Caller, KeyError> {
    let unknown = |error| {
        request.comes_from(UNKNOWN);
        error
    };
    let key = ApiKey::parse(credential).map_err(|_| unknown(KeyError::Mistyped))?;
    let found = partners::key(world, &key).await.map_err(KeyError::Unreachable)?;
    let row = found.ok_or_else(|| unknown(KeyError::Unknown))?;
    request.comes_from(row.partner.id.as_str());
    match row.over(now) {
        Some(KeyOver::Revoked) => return Err(KeyError::Revoked),
        Some(KeyOver::Expired) => return Err(KeyError::Expired),
        None => {}
    }
    if noted.is_first(row.key, now)
        && let Err(fault) = partners::note_use(world, row.key, now).await
    {
        // It is there for operators to see which key is in use; nobody waits for it.
        tracing::warn!(error.message = %fault, "the use of a key was not noted");
    }
    Ok(Caller::from(row))
}

impl From<KeyRow> for Caller {
    fn from(KeyRow { partner, expires_at, .. }: KeyRow) -> Self {
        Self {
            issuer: KEYS_ISSUER.to_owned(),
            subject: partner.id.to_string(),
            client: partner.id.to_string(),
            kind: None,
            scopes: BTreeSet::from([Scope::ReferralsWrite, Scope::ReferralsRead]),
            hubs: Vec::new(),
            roles: BTreeSet::new(),
            referrer_kinds: partner.kinds,
            authorities: partner.authorities,
            rate: partner.rate,
            told: partner.has_webhook.then_some(partner.id),
            expires_at: expires_at.unwrap_or(Timestamp::MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use pipeline::rows::{Partner, PartnerId};
    use referral::ReferrerKind;

    use super::*;

    #[test]
    fn a_key_makes_a_caller_who_sends_and_asks_and_sees_no_inbox() {
        let partner = Partner {
            id: PartnerId::parse("st-marys").unwrap(),
            name: "St Mary's Primary School".to_owned(),
            kinds: [ReferrerKind::School].into(),
            authorities: BTreeSet::new(),
            rate: None,
            has_webhook: true,
        };
        let row = KeyRow {
            key: Digest::from_bytes([1; 32]),
            partner,
            created_at: Timestamp::UNIX_EPOCH,
            expires_at: None,
            revoked_at: None,
        };
        let caller = Caller::from(row);
        let scopes: Vec<_> = caller.scopes().collect();
        assert_eq!(scopes, [Scope::ReferralsWrite, Scope::ReferralsRead]);
        assert_eq!(
            (caller.issuer(), caller.subject(), caller.client()),
            (KEYS_ISSUER, "st-marys", "st-marys")
        );
        assert!(caller.hubs().is_empty() && caller.roles().is_empty());
        assert_eq!(caller.told().map(PartnerId::as_str), Some("st-marys"));
        assert_eq!(caller.may_send(ReferrerKind::School), Ok(()));
        assert!(caller.may_send(ReferrerKind::Police).is_err());
    }

    #[test]
    fn a_use_is_noted_once_a_day() {
        let (noted, key) = (Noted::default(), Digest::from_bytes([1; 32]));
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert!(noted.is_first(key, at("2026-11-30T00:00:00Z")));
        assert!(!noted.is_first(key, at("2026-11-30T23:59:59Z")));
        assert!(noted.is_first(Digest::from_bytes([2; 32]), at("2026-11-30T23:59:59Z")));
        assert!(noted.is_first(key, at("2026-12-01T00:00:00Z")));
    }
}
