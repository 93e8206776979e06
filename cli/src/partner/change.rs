//! `hubward partner add`, `rotate` and `revoke`.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use clap::{Args, builder::NonEmptyStringValueParser};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use pipeline::partners::{ApiKey, MOST_LIVE, name_of};
use pipeline::ports::Nature as _;
use pipeline::rows::{KeyRow, Partner, Rate};
use referral::{GssCode, ReferrerKind};
use serde::Serialize;
use store::SystemNature;

use super::{About, authority, kind};
use crate::output;

#[derive(Debug, Args)]
pub(crate) struct Add {
    #[command(flatten)]
    about: About,
    /// The name of the organisation.
    #[arg(long, value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    name: String,
    /// The kinds of referrer that it may send for, by code, with commas between: `school,early_years`.
    #[arg(long, value_name = "KINDS", required = true, value_delimiter = ',', value_parser = kind)]
    kinds: Vec<ReferrerKind>,
    /// The councils that it may send to, by name or GSS code, with commas between; all if not given.
    /// A safeguarding concern is taken wherever the family lives.
    #[arg(long, value_name = "COUNCILS", value_delimiter = ',', value_parser = authority)]
    authorities: Vec<GssCode>,
    /// The requests a second that it may make, where another rate than the deployment's was agreed.
    #[arg(long, value_name = "N", requires = "burst")]
    rate: Option<u32>,
    /// The requests that it may make at once.
    #[arg(long, value_name = "N", requires = "rate")]
    burst: Option<u32>,
    #[command(flatten)]
    ends: Ends,
}

#[derive(Debug, Args)]
pub(crate) struct Rotate {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    ends: Ends,
}

#[derive(Debug, Args)]
pub(crate) struct Revoke {
    #[command(flatten)]
    about: About,
    /// The key to revoke, as `hubward partner list` names it; all of the partner's if not given.
    #[arg(long, value_name = "KEY")]
    key: Option<String>,
}

/// The end of a key.
#[derive(Debug, Args)]
struct Ends {
    /// The last day on which the key works (in UTC): `2027-08-31`. It has no end if not given.
    #[arg(long, value_name = "DAY")]
    expires: Option<Date>,
}

/// A key that was made. This is the only time that it is shown.
#[derive(Serialize)]
struct Made<'a> {
    partner: &'a str,
    name: String,
    key: &'a str,
    expires_at: Option<Timestamp>,
}

#[derive(Serialize)]
struct Revoked<'a> {
    partner: &'a str,
    revoked: Vec<String>,
}

impl Ends {
    /// The time from which the key is refused.
    fn at(&self, now: Timestamp) -> Result<Option<Timestamp>> {
        let Some(day) = self.expires else { return Ok(None) };
        let end = day.tomorrow()?.to_zoned(TimeZone::UTC)?.timestamp();
        if end <= now {
            bail!("{day} is over");
        }
        Ok(Some(end))
    }
}

impl Add {
    pub(super) fn run(&self) -> Result<()> {
        let rate = self.rate.zip(self.burst).map(|(rate, burst)| Rate::new(rate, burst));
        let partner = Partner {
            id: self.about.partner.clone(),
            name: self.name.trim().to_owned(),
            kinds: self.kinds.iter().copied().collect::<BTreeSet<_>>(),
            authorities: self.authorities.iter().copied().collect(),
            rate: rate.transpose()?,
            has_webhook: false,
        };
        self.about.with(async |connected, change| {
            let all = connected.operator.partners(change.partners).await?;
            if all.iter().any(|one| one.partner.id == partner.id) {
                bail!(
                    "there is a partner {0} already; its next key: hubward partner rotate {0}",
                    partner.id
                );
            }
            let (key, row) = make(partner, change.now, self.ends.at(change.now)?);
            connected.operator.add_partner(change, &row).await?;
            self.about.show(&key, &row)
        })
    }
}

impl Rotate {
    pub(super) fn run(&self) -> Result<()> {
        self.about.with(async |connected, change| {
            let found = self.about.found(connected).await?;
            let live: Vec<_> = found.live(change.now).map(|key| name_of(key.key)).collect();
            if live.len() >= MOST_LIVE {
                bail!(
                    "two keys of {0} are live, {1}; revoke one of them first: hubward partner revoke \
                     {0} --key KEY",
                    self.about.partner,
                    live.join(" and ")
                );
            }
            let ends = self.ends.at(change.now)?;
            let (key, row) = make(found.partner.clone(), change.now, ends);
            connected.operator.add_partner_key(change, &found, &row).await?;
            self.about.show(&key, &row)?;
            let partner = &self.about.partner;
            for before in live {
                output::note(&format!(
                    "next, once the partner uses it: hubward partner revoke {partner} --key {before}"
                ));
            }
            Ok(())
        })
    }
}

impl Revoke {
    pub(super) fn run(&self) -> Result<()> {
        self.about.with(async |connected, change| {
            let found = self.about.found(connected).await?;
            let mut keys: Vec<_> = found.keys.iter().map(|(key, _)| key).collect();
            keys.retain(|key| key.revoked_at.is_none());
            if let Some(named) = &self.key {
                keys.retain(|key| name_of(key.key) == *named);
            }
            if keys.is_empty() {
                bail!("{} has no such key that is not revoked already", self.about.partner);
            }
            let keys: Vec<_> = keys.into_iter().map(|key| key.key).collect();
            connected.operator.revoke_partner_keys(change, &found, &keys).await?;
            let revoked: Vec<_> = keys.into_iter().map(name_of).collect();
            if self.about.json {
                return output::json(&Revoked { partner: self.about.partner.as_str(), revoked });
            }
            output::line(&format!("{}: revoked {}", self.about.partner, revoked.join(", ")))
        })
    }
}

/// A new key, and its row.
fn make(partner: Partner, now: Timestamp, expires_at: Option<Timestamp>) -> (ApiKey, KeyRow) {
    let key = ApiKey::from_random(SystemNature.random());
    let row = KeyRow { key: key.digest(), partner, created_at: now, expires_at, revoked_at: None };
    (key, row)
}

impl About {
    /// Shows a key that was made.
    fn show(&self, key: &ApiKey, row: &KeyRow) -> Result<()> {
        let name = name_of(row.key);
        if self.json {
            let partner = self.partner.as_str();
            let expires_at = row.expires_at;
            return output::json(&Made { partner, name, key: key.secret(), expires_at });
        }
        output::line(key.secret())?;
        output::note(&format!(
            "This is key {name} of {}. It is not shown again: give it to the partner by a safe way.",
            self.partner
        ));
        Ok(())
    }
}
