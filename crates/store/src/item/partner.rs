//! Rows of the table of partners: partners by their id; keys by their digest, each with what its
//! partner may do; the day on which each key was used last; each client's arrival, by a digest of the
//! client; and each partner's webhook.
//!
//! A key's use stands in a row of its own, so that the function which writes it can be kept from the
//! rows that say what a partner may do.

use std::collections::BTreeSet;

use jiff::civil::Date;
use pipeline::ports::Fault;
use pipeline::rows::{Digest, KeyRow, Partner, PartnerId, Rate};
use referral::{GssCode, ReferrerKind};
use serde::{Deserialize, Serialize};

use super::{UNREADABLE, millis, time};

/// The prefix of a partner's key; its id follows.
pub(crate) const PARTNER: &str = "P#";
/// The prefix of the key of an API key; its digest follows.
pub(crate) const KEY: &str = "K#";
/// The prefix of the key of a use; the API key's digest follows.
pub(crate) const USE: &str = "U#";
/// The prefix of the key of a webhook; its partner's id follows.
pub(crate) const WEBHOOK: &str = "W#";
/// The prefix of the key of a client's arrival; the client's digest follows.
const ARRIVAL: &str = "A#";

/// The key of a partner.
pub(crate) fn partner(id: &PartnerId) -> String {
    format!("{PARTNER}{id}")
}

/// The key of an API key.
pub(crate) fn key(key: Digest) -> String {
    format!("{KEY}{key}")
}

/// The key of the last use of an API key.
pub(crate) fn last_use(key: Digest) -> String {
    format!("{USE}{key}")
}

/// The key of a partner's webhook.
pub(crate) fn webhook(id: &PartnerId) -> String {
    format!("{WEBHOOK}{id}")
}

/// The key of a client's arrival.
pub(crate) fn arrival(client: Digest) -> String {
    format!("{ARRIVAL}{client}")
}

/// A partner, as its own row and the rows of its keys hold it.
#[derive(Serialize, Deserialize)]
pub(crate) struct TermsItem {
    partner: String,
    name: String,
    kinds: BTreeSet<ReferrerKind>,
    authorities: BTreeSet<GssCode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rate: Option<Rate>,
    #[serde(default, skip_serializing_if = "is_not")]
    has_webhook: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_not(has: &bool) -> bool {
    !has
}

/// The row of a partner, with a version that goes up with each change to it or its keys.
#[derive(Serialize, Deserialize)]
pub(crate) struct PartnerItem {
    id: String,
    #[serde(flatten)]
    terms: TermsItem,
    /// The version of the partner and all of its keys.
    pub(crate) version: u64,
    /// The digests of its keys, the oldest first.
    pub(crate) keys: Vec<String>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct KeyItem {
    id: String,
    #[serde(flatten)]
    terms: TermsItem,
    created_at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expires_at: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    revoked_at: Option<i64>,
}

/// The last use of a key.
#[derive(Deserialize)]
pub(crate) struct UseItem {
    id: String,
    used_on: Date,
}

impl PartnerItem {
    pub(crate) fn new(partner: &Partner, version: u64, keys: Vec<String>) -> Self {
        Self { id: self::partner(&partner.id), terms: partner.into(), version, keys }
    }

    /// The partner of this row.
    pub(crate) fn partner(self) -> Result<Partner, Fault> {
        self.terms.try_into()
    }
}

impl UseItem {
    /// The key, and the day on which it was used last.
    pub(crate) fn used(self) -> Result<(Digest, Date), Fault> {
        let key = self.id.strip_prefix(USE).and_then(Digest::parse).ok_or(UNREADABLE)?;
        Ok((key, self.used_on))
    }
}

impl From<&Partner> for TermsItem {
    fn from(partner: &Partner) -> Self {
        Self {
            partner: partner.id.to_string(),
            name: partner.name.clone(),
            kinds: partner.kinds.clone(),
            authorities: partner.authorities.clone(),
            rate: partner.rate,
            has_webhook: partner.has_webhook,
        }
    }
}

impl TryFrom<TermsItem> for Partner {
    type Error = Fault;

    fn try_from(item: TermsItem) -> Result<Self, Fault> {
        Ok(Self {
            id: PartnerId::parse(&item.partner).map_err(|_| UNREADABLE)?,
            name: item.name,
            kinds: item.kinds,
            authorities: item.authorities,
            rate: item.rate,
            has_webhook: item.has_webhook,
        })
    }
}

impl From<&KeyRow> for KeyItem {
    fn from(row: &KeyRow) -> Self {
        Self {
            id: key(row.key),
            terms: (&row.partner).into(),
            created_at: millis(row.created_at),
            expires_at: row.expires_at.map(millis),
            revoked_at: row.revoked_at.map(millis),
        }
    }
}

impl TryFrom<KeyItem> for KeyRow {
    type Error = Fault;

    fn try_from(item: KeyItem) -> Result<Self, Fault> {
        Ok(Self {
            key: item.id.strip_prefix(KEY).and_then(Digest::parse).ok_or(UNREADABLE)?,
            partner: item.terms.try_into()?,
            created_at: time(item.created_at)?,
            expires_at: item.expires_at.map(time).transpose()?,
            revoked_at: item.revoked_at.map(time).transpose()?,
        })
    }
}
