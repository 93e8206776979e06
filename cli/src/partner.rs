//! `hubward partner`: partners that send referrals by API, and their keys. Each change is an event of
//! the audit trail, in one transaction with it. A key is shown once, when it is made.

mod change;
mod list;
mod webhook;

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use clap::{Args, Subcommand, builder::NonEmptyStringValueParser};
use locality::Authority;
use pipeline::rows::{Actor, PartnerId};
use referral::{GssCode, ReferrerKind};
use store::{PartnerChange, PartnerFound};

use crate::clock;
use crate::deployment::{Connected, Deployment};

/// The variable that names the table of partners.
const PARTNERS: &str = "HUBWARD_TABLE_PARTNERS";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Add a partner and show its first key, once.
    Add(change::Add),
    /// Make a partner's next key and show it, once. The one before goes on until it is revoked; two
    /// may be live at a time.
    Rotate(change::Rotate),
    /// Revoke a key of a partner, or all of them: from the next request on it is refused.
    Revoke(change::Revoke),
    /// Tell a partner at its own address how the referrals stand that it sent.
    #[command(subcommand)]
    Webhook(webhook::Command),
    /// List partners with what they may do, their webhook, and their keys with the day each was used last.
    List(list::List),
}

pub(crate) fn run(command: Command) -> Result<()> {
    match command {
        Command::Add(add) => add.run(),
        Command::Rotate(rotate) => rotate.run(),
        Command::Revoke(revoke) => revoke.run(),
        Command::Webhook(command) => webhook::run(command),
        Command::List(list) => list.run(),
    }
}

/// The partner that a command is about, and the person who gives the command.
#[derive(Debug, Args)]
struct About {
    /// The partner's id: small letters, digits and hyphens, such as `st-marys-primary`. It names an
    /// organisation, never a person.
    #[arg(value_name = "PARTNER", value_parser = PartnerId::parse)]
    partner: PartnerId,
    #[command(flatten)]
    deployment: Deployment,
    /// The name of the person who does this, for the audit trail.
    #[arg(long, value_name = "NAME", env = "USER", hide_env_values = true)]
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    by: String,
    /// Print the answer as JSON.
    #[arg(long)]
    json: bool,
}

impl About {
    /// Runs `work` with a connection and what a change needs.
    fn with(
        &self,
        work: impl AsyncFnOnce(&Connected, PartnerChange<'_>) -> Result<()>,
    ) -> Result<()> {
        let by = Actor::operator(&self.by);
        self.deployment.with(async |connected| {
            let (partners, audit) =
                (connected.variable(PARTNERS)?, connected.variable("HUBWARD_TABLE_AUDIT")?);
            let change = PartnerChange { partners, audit, by: &by, now: clock::now() };
            work(&connected, change).await
        })
    }

    /// The partner as it is.
    async fn found(&self, connected: &Connected) -> Result<PartnerFound> {
        let all = connected.operator.partners(connected.variable(PARTNERS)?).await?;
        match all.into_iter().find(|one| one.partner.id == self.partner) {
            Some(found) => Ok(found),
            None => bail!("there is no partner {}; `hubward partner list` shows all", self.partner),
        }
    }
}

/// A kind of referrer by its code.
fn kind(code: &str) -> Result<ReferrerKind, String> {
    code.parse().map_err(|_| {
        let codes: Vec<_> = ReferrerKind::ALL.iter().map(|kind| kind.code()).collect();
        format!("there is no such kind of referrer; it is one of {}", codes.join(", "))
    })
}

/// A council that runs children's services, by its GSS code or its name.
fn authority(text: &str) -> Result<GssCode, String> {
    let upper = |one: &Authority| one.upper_tier().gss();
    let found: BTreeSet<GssCode> = if let Ok(code) = GssCode::parse(text) {
        Authority::find(code).and_then(upper).into_iter().collect()
    } else {
        let named = |one: &&Authority| one.ends.is_none() && plain(one.name) == plain(text);
        Authority::all().filter(named).filter_map(upper).collect()
    };
    match found.into_iter().collect::<Vec<_>>().as_slice() {
        [one] => Ok(*one),
        _ => {
            Err("there is no such council; give its name or its GSS code, such as E09000033"
                .to_owned())
        }
    }
}

/// A name as it is compared: letters and digits alone.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_council_is_found_by_its_name_however_it_is_written_and_by_its_code() {
        let westminster = GssCode::parse("E09000033").unwrap();
        for text in ["Westminster", "westminster", "E09000033", "e09000033"] {
            assert_eq!(authority(text), Ok(westminster), "{text}");
        }
        let wight = authority("isle-of-wight").unwrap();
        assert_eq!(Authority::find(wight).unwrap().name, "Isle of Wight");
        // A district's families are its county's.
        assert_eq!(authority("Chelmsford"), authority("Essex"));
        for wrong in ["", "Narnia", "E99999999"] {
            assert!(authority(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_kind_is_given_by_its_code() {
        assert_eq!(kind("school"), Ok(ReferrerKind::School));
        assert!(kind("headteacher").unwrap_err().contains("health_visitor"));
    }
}
