//! `hubward groups`: looks a file of groups over before anybody signs in by it.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::{Args, Subcommand};
use identity::{Grant, Groups, ReferrerGrant};
use locality::Localities;

use crate::output;
use crate::rulebooks::RulebookArgs;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Say what each group may do, and what has to be mended.
    Check(Check),
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The file of groups, as the deployment's configuration names it.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    rulebooks: RulebookArgs,
}

pub(crate) fn run(command: Command) -> Result<()> {
    let Command::Check(check) = command;
    check.run()
}

impl Check {
    fn run(&self) -> Result<()> {
        let path = self.file.display();
        let text = std::fs::read_to_string(&self.file)
            .with_context(|| format!("{path} cannot be read"))?;
        let groups = Groups::parse(&text).map_err(|faults| {
            let lines: Vec<_> = faults.0.iter().map(|fault| format!("{path}, {fault}")).collect();
            anyhow::anyhow!("{}", lines.join("\n"))
        })?;
        let localities = self.rulebooks.open()?;
        output::line(&format!("groups are read from the claim {:?}", groups.claim()))?;
        for grant in groups.grants() {
            output::line(&in_words(grant))?;
        }
        for grant in groups.referrers() {
            output::line(&referrer_in_words(grant))?;
        }
        let unknown = unknown_hubs(&groups, &localities);
        if unknown.is_empty() {
            return output::line("nothing to mend");
        }
        let lines = unknown.iter().map(|(line, hub)| {
            format!("{path}, line {line}: no rulebook has an inbox with the id {hub}")
        });
        bail!("{}", lines.collect::<Vec<_>>().join("\n"))
    }
}

/// A group with its roles and hubs, in one line.
fn in_words(grant: &Grant) -> String {
    let roles: Vec<_> = grant.roles.iter().map(|role| role.label()).collect();
    let hubs: Vec<_> = grant.hubs.iter().map(referral::InboxId::as_str).collect();
    let hubs = if hubs.is_empty() { "no hub".to_owned() } else { hubs.join(", ") };
    format!("{}: {} in {hubs}", grant.group, roles.join(", "))
}

/// An organisation whose people send referrals, and how they are known, in one line.
fn referrer_in_words(grant: &ReferrerGrant) -> String {
    let kinds: Vec<_> = grant.kinds.iter().map(|kind| kind.label()).collect();
    let name = grant.organisation.name.as_ref().map_or("", |name| name.as_str());
    let domains = grant.domains.iter().map(|domain| format!("@{domain}"));
    let known: Vec<_> = grant.group.iter().cloned().chain(domains).collect();
    format!("{}: refers for {name} ({})", known.join(", "), kinds.join(", "))
}

/// The hubs that are in no rulebook, each with the line of its group.
fn unknown_hubs<'a>(groups: &'a Groups, localities: &Localities) -> Vec<(usize, &'a str)> {
    let is_known = |id: &str| localities.inboxes().iter().any(|inbox| inbox.id.as_str() == id);
    let named = groups.grants().iter();
    let named = named.flat_map(|grant| grant.hubs.iter().map(|hub| (grant.line, hub.as_str())));
    named.filter(|(_, hub)| !is_known(hub)).collect()
}
