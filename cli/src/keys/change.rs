//! `hubward keys add`, `use`, `put`, `retire` and `rotate`: each records what it is about to do, then does
//! it.

use std::io::Read as _;

use anyhow::{Result, bail};
use clap::Args;
use store::{KeyName, KeySource};

use super::{About, known_from};
use crate::clock;
use crate::deployment::Connected;
use crate::output;

/// The most bytes of a secret that is given.
const MOST_GIVEN: u64 = 4 * 1024;

#[derive(Debug, Args)]
pub(crate) struct Change {
    #[command(flatten)]
    about: About,
}

#[derive(Debug, Args)]
pub(crate) struct Retire {
    #[command(flatten)]
    about: About,
    /// The version to take out.
    #[arg(long, value_name = "N")]
    version: u32,
    /// Take it out; otherwise it is only told what is lost.
    #[arg(long)]
    yes: bool,
}

impl Change {
    pub(super) fn run(
        &self,
        change: impl AsyncFnOnce(&About, &Connected) -> Result<()>,
    ) -> Result<()> {
        self.about.deployment.with(async |connected| change(&self.about, &connected).await)
    }
}

/// Adds a version that is not in force yet.
pub(super) async fn add(about: &About, connected: &Connected) -> Result<()> {
    about.is_made_here()?;
    let (name, source) = (about.name, about.numbered(connected)?);
    let mut found = connected.operator.key_versions(name, &source).await?;
    let version = found.versions.add(clock::now())?;
    about.record(connected, "add", Some(version)).await?;
    connected.operator.write_key_versions(name, &source, &found).await?;
    output::line(&format!("{name}: version {version} added, known {}", known_from(&source)))?;
    output::line(&format!("next, once it is known: hubward keys use {name}"))
}

/// Puts a secret in force that another service gave out, and that the standard input holds.
pub(super) async fn put(about: &About, connected: &Connected) -> Result<()> {
    let name = about.name;
    if !name.is_given() {
        bail!("{name} is made here and given to nobody: hubward keys add {name}");
    }
    let mut given = String::new();
    std::io::stdin().take(MOST_GIVEN).read_to_string(&mut given)?;
    let source = connected.key_source(name)?;
    let mut found = connected.operator.key_versions(name, &source).await?;
    let before = found.versions.current();
    let version = found.versions.put(given.trim(), clock::now())?;
    about.record(connected, "put", Some(version)).await?;
    connected.operator.write_key_versions(name, &source, &found).await?;
    output::line(&format!("{name}: version {version} in force {}", known_from(&source)))?;
    output::line(&format!(
        "next, {}: hubward keys retire {name} --version {before}",
        when_nothing_is_lost(name)
    ))
}

/// Puts the newest version in force.
pub(super) async fn put_in_force(about: &About, connected: &Connected) -> Result<()> {
    let (name, source) = (about.name, about.numbered(connected)?);
    let mut found = connected.operator.key_versions(name, &source).await?;
    let before = found.versions.current();
    let version = found.versions.use_newest()?;
    about.record(connected, "use", Some(version)).await?;
    connected.operator.write_key_versions(name, &source, &found).await?;
    output::line(&format!("{name}: version {version} in force {}", known_from(&source)))?;
    output::line(&format!(
        "next, {}: hubward keys retire {name} --version {before}",
        when_nothing_is_lost(name)
    ))
}

/// Replaces a data key: in KMS by new material of the customer's key, in a key file by a new version.
pub(super) async fn rotate(about: &About, connected: &Connected) -> Result<()> {
    let name = about.name;
    if !name.is_of_data_keys() {
        bail!(
            "a secret is replaced in two steps: hubward keys add {name}, hubward keys use {name}"
        );
    }
    let source = connected.key_source(name)?;
    if let KeySource::Aws(arn) = &source {
        about.record(connected, "rotate", None).await?;
        connected.operator.rotate_customer_key(arn).await?;
        return output::line(&format!("{name}: new material is in force in KMS within minutes"));
    }
    let mut found = connected.operator.key_versions(name, &source).await?;
    // One left over from `add` is put in force.
    if found.versions.list().all(|(version, _)| version <= found.versions.current()) {
        found.versions.add(clock::now())?;
    }
    let version = found.versions.use_newest()?;
    about.record(connected, "rotate", Some(version)).await?;
    connected.operator.write_key_versions(name, &source, &found).await?;
    output::line(&format!("{name}: version {version} in force {}", known_from(&source)))
}

impl Retire {
    pub(super) fn run(&self) -> Result<()> {
        self.about.deployment.with(async |connected| self.retire(&connected).await)
    }

    async fn retire(&self, connected: &Connected) -> Result<()> {
        let (name, version) = (self.about.name, self.version);
        let source = self.about.numbered(connected)?;
        let mut found = connected.operator.key_versions(name, &source).await?;
        found.versions.retire(version)?;
        if name == KeyName::Bodies {
            let referrals = connected.variable("HUBWARD_TABLE_REFERRALS")?;
            let sealed = connected.operator.bodies_sealed_with(referrals, version).await?;
            if sealed > 0 {
                bail!(
                    "{sealed} referrals and notes are sealed with version {version} of bodies, and could \
                     never be read again; it stays"
                );
            }
        }
        if !self.yes {
            bail!(
                "without version {version} of {name}, {}; to take it out {}, say --yes",
                lost(name),
                when_nothing_is_lost(name)
            );
        }
        self.about.record(connected, "retire", Some(version)).await?;
        connected.operator.write_key_versions(name, &source, &found).await?;
        output::line(&format!("{name}: version {version} is taken out {}", known_from(&source)))
    }
}

/// The loss that comes with a version.
fn lost(name: KeyName) -> &'static str {
    match name {
        KeyName::Bodies => "referrals and notes that were sealed with it can never be read again",
        KeyName::Sessions => "workers whose sessions were sealed with it sign in again",
        KeyName::Drafts => "families whose drafts were sealed with it begin their form again",
        KeyName::Webhooks => {
            "webhooks whose secrets were sealed with it are told nothing until they are set anew, and \
             notices that wait are not sent"
        }
        KeyName::Intake => {
            "a submission from before the next version was added makes a second referral if it is \
             sent again, and its family cannot see its status or add a note any more"
        }
        KeyName::Matching => {
            "a child stored before the next version was added is not known in a new referral"
        }
        KeyName::HubClient => "the issuer that gave it out is shown it no more",
        KeyName::Notices => "notices are sent by it no more",
        KeyName::Aliases => {
            "everybody who signs in by e-mail has another name from then on, in the audit trail too, \
             and an empty list of what they sent"
        }
        KeyName::SignIn => {
            "failed sign-ins from before the next version was added cannot be told to be of the same \
             browser as later ones"
        }
    }
}

/// The time from which on nothing is lost with a version, in words.
fn when_nothing_is_lost(name: KeyName) -> &'static str {
    match name {
        KeyName::Bodies => "when no referral or note is sealed with it any more",
        KeyName::Sessions | KeyName::Drafts => "after a day",
        KeyName::Webhooks => "when each webhook was removed and set anew, a day ago",
        KeyName::Intake => "after 91 days",
        KeyName::Matching => "after thirteen months",
        KeyName::HubClient => "when workers sign in with the new one",
        KeyName::Notices => "when notices are sent by the new one",
        KeyName::Aliases => "only if it was seen by somebody who should not have it",
        KeyName::SignIn => "when nobody looks into failures from before",
    }
}
