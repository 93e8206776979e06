//! `hubward partner list`: partners, what they may do, and their keys.

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;
use locality::Authority;
use pipeline::partners::name_of;
use pipeline::rows::{KeyOver, KeyRow, Rate};
use referral::GssCode;
use serde::Serialize;
use store::PartnerFound;

use super::PARTNERS;
use crate::clock;
use crate::deployment::Deployment;
use crate::output;

#[derive(Debug, Args)]
pub(crate) struct List {
    #[command(flatten)]
    deployment: Deployment,
    /// Print the answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Shown {
    id: String,
    name: String,
    kinds: Vec<&'static str>,
    authorities: Vec<GssCode>,
    rate: Option<Rate>,
    webhook: Option<Webhook>,
    keys: Vec<Key>,
}

/// The webhook of a partner. Its path may hold a secret of the partner's own, and is not shown.
#[derive(Debug, Serialize)]
struct Webhook {
    origin: String,
    secrets: usize,
    disabled_at: Option<Timestamp>,
}

#[derive(Debug, Serialize)]
struct Key {
    name: String,
    state: &'static str,
    created_at: Timestamp,
    expires_at: Option<Timestamp>,
    revoked_at: Option<Timestamp>,
    last_used: Option<Date>,
}

impl List {
    pub(super) fn run(&self) -> Result<()> {
        self.deployment.with(async |connected| {
            let found = connected.operator.partners(connected.variable(PARTNERS)?).await?;
            let now = clock::now();
            let shown: Vec<_> = found.into_iter().map(|one| Shown::of(one, now)).collect();
            if self.json { output::json(&shown) } else { shown.iter().try_for_each(Shown::print) }
        })
    }
}

impl Shown {
    fn of(found: PartnerFound, now: Timestamp) -> Self {
        let keys = found.keys.iter().map(|(key, used)| Key::of(key, *used, now)).collect();
        let webhook = found.webhook.as_ref().map(|row| Webhook {
            origin: row.url.origin().to_owned(),
            secrets: row.secrets.len(),
            disabled_at: row.disabled_at,
        });
        let partner = found.partner;
        Self {
            id: partner.id.to_string(),
            name: partner.name,
            kinds: partner.kinds.iter().map(|kind| kind.code()).collect(),
            authorities: partner.authorities.into_iter().collect(),
            rate: partner.rate,
            webhook,
            keys,
        }
    }

    fn print(&self) -> Result<()> {
        let name = |code: &GssCode| {
            Authority::find(*code).map_or_else(|| code.to_string(), |one| one.name.to_owned())
        };
        let councils: Vec<_> = self.authorities.iter().map(name).collect();
        let councils = if councils.is_empty() { "all".to_owned() } else { councils.join(", ") };
        let rate = self.rate.map_or_else(String::new, |rate| {
            format!("; {} a second, {} at once", rate.per_second(), rate.burst())
        });
        output::line(&format!("{}  {}", self.id, self.name))?;
        output::line(&format!("  sends for {}; to {councils}{rate}", self.kinds.join(", ")))?;
        if let Some(Webhook { origin, secrets, disabled_at }) = &self.webhook {
            let state = disabled_at.map_or_else(
                || "told of its referrals".to_owned(),
                |at| format!("disabled since {at}, as it answered that it is gone"),
            );
            output::line(&format!("  webhook {origin}  {state}, secrets: {secrets}"))?;
        }
        self.keys.iter().try_for_each(Key::print)
    }
}

impl Key {
    fn of(row: &KeyRow, last_used: Option<Date>, now: Timestamp) -> Self {
        let state = match row.over(now) {
            None => "live",
            Some(KeyOver::Revoked) => "revoked",
            Some(KeyOver::Expired) => "expired",
        };
        Self {
            name: name_of(row.key),
            state,
            created_at: row.created_at,
            expires_at: row.expires_at,
            revoked_at: row.revoked_at,
            last_used,
        }
    }

    fn print(&self) -> Result<()> {
        let day = |at: Timestamp| at.strftime("%Y-%m-%d").to_string();
        let used =
            self.last_used.map_or_else(|| "never used".to_owned(), |on| format!("last used {on}"));
        let ends = self.expires_at.map_or_else(String::new, |at| format!(", good until {at}"));
        let made = day(self.created_at);
        output::line(&format!("  key {}  {}, made {made}, {used}{ends}", self.name, self.state))
    }
}
