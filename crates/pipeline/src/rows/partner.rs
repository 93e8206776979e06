//! Rows of partners: what each may do, and their keys.

use std::collections::BTreeSet;
use std::fmt;

use jiff::Timestamp;
use referral::{GssCode, ReferrerKind};

use super::{Digest, Rate};

/// The id of a partner: small letters, digits and single hyphens between them, such as
/// `st-marys-primary`. It stands in the audit trail, in logs and in metrics, so it names an
/// organisation and never a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartnerId(String);

/// A text that is no partner's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a partner's id is 2 to 64 small letters, digits and single hyphens between them, and begins with a letter"
)]
pub struct NotAPartnerId;

impl PartnerId {
    /// Reads an id.
    pub fn parse(text: &str) -> Result<Self, NotAPartnerId> {
        let is_known =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_id = (2..=64).contains(&text.len())
            && text.bytes().all(is_known)
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && !text.ends_with('-')
            && !text.contains("--");
        if is_id { Ok(Self(text.to_owned())) } else { Err(NotAPartnerId) }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PartnerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A partner: an organisation that sends referrals by API, and what it may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// The partner's id.
    pub id: PartnerId,
    /// The name of the organisation.
    pub name: String,
    /// The kinds of referrer that it may send for; at least one.
    pub kinds: BTreeSet<ReferrerKind>,
    /// The councils that it may send to, of those that run children's services; empty for all.
    pub authorities: BTreeSet<GssCode>,
    /// The rate that it may keep, if it is another than the deployment's.
    pub rate: Option<Rate>,
    /// Whether it has a webhook, which is told how the referrals stand that it sends from now on.
    pub has_webhook: bool,
}

/// A key of a partner, by its digest, with what the partner may do: one read tells all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// The digest of the key, which itself is stored nowhere.
    pub key: Digest,
    /// The partner whose key it is.
    pub partner: Partner,
    /// The time when the key was made.
    pub created_at: Timestamp,
    /// The time from which the key is refused, if it has an end.
    pub expires_at: Option<Timestamp>,
    /// The time when the key was revoked, if it was.
    pub revoked_at: Option<Timestamp>,
}

/// The reason why a key that is known is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyOver {
    /// An operator revoked it.
    Revoked,
    /// Its time is over.
    Expired,
}

impl KeyRow {
    /// Whether the key is refused at a time, and why.
    pub fn over(&self, now: Timestamp) -> Option<KeyOver> {
        if self.revoked_at.is_some() {
            return Some(KeyOver::Revoked);
        }
        self.expires_at.filter(|end| *end <= now).map(|_| KeyOver::Expired)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_short_and_plain() {
        for good in ["st-marys", "nhs-east-1", "ab", &"a".repeat(64)] {
            assert_eq!(PartnerId::parse(good).unwrap().as_str(), good);
        }
        for wrong in
            ["", "a", "-a", "a-", "a--b", "St-Marys", "école", "a b", "1st", "a#b", &"a".repeat(65)]
        {
            assert_eq!(PartnerId::parse(wrong), Err(NotAPartnerId), "{wrong}");
        }
    }

    #[test]
    fn a_key_is_over_when_it_is_revoked_or_its_time_has_come() {
        let time = |text: &str| text.parse::<Timestamp>().unwrap();
        let partner = Partner {
            id: PartnerId::parse("st-marys").unwrap(),
            name: "St Mary's Primary School".to_owned(),
            kinds: [ReferrerKind::School].into(),
            authorities: BTreeSet::new(),
            rate: None,
            has_webhook: false,
        };
        let row = KeyRow {
            key: Digest::from_bytes([1; 32]),
            partner,
            created_at: time("2026-11-01T00:00:00Z"),
            expires_at: Some(time("2026-12-01T00:00:00Z")),
            revoked_at: None,
        };
        assert_eq!(row.over(time("2026-11-30T23:59:59Z")), None);
        assert_eq!(row.over(time("2026-12-01T00:00:00Z")), Some(KeyOver::Expired));
        let revoked = KeyRow { revoked_at: Some(time("2026-11-02T00:00:00Z")), ..row };
        assert_eq!(revoked.over(time("2026-11-03T00:00:00Z")), Some(KeyOver::Revoked));
    }
}
