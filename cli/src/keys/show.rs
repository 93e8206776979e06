//! `hubward keys show`: the versions of every key and secret, and their age.

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use serde::Serialize;
use store::{KeyName, KeySource};

use crate::clock;
use crate::deployment::{Connected, Deployment};
use crate::output;

#[derive(Debug, Args)]
pub(crate) struct Show {
    #[command(flatten)]
    deployment: Deployment,
    /// Print the answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Key {
    name: &'static str,
    kept: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    versions: Vec<Version>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer: Option<Customer>,
}

#[derive(Debug, Serialize)]
struct Version {
    number: u32,
    in_force: bool,
    added: Option<Timestamp>,
}

#[derive(Debug, Serialize)]
struct Customer {
    enabled: bool,
    rotates_itself: Option<bool>,
    created: Option<Timestamp>,
}

impl Show {
    pub(crate) fn run(&self) -> Result<()> {
        self.deployment.with(async |connected| {
            let mut keys = Vec::new();
            for name in KeyName::ALL {
                keys.push(look(&connected, name).await?);
            }
            if self.json { output::json(&keys) } else { keys.iter().try_for_each(print) }
        })
    }
}

async fn look(connected: &Connected, name: KeyName) -> Result<Key> {
    let source = connected.key_source(name)?;
    let key = Key { name: name.code(), kept: "", versions: Vec::new(), customer: None };
    if let (KeySource::Aws(arn), true) = (&source, name.is_of_data_keys()) {
        let found = connected.operator.customer_key(arn).await?;
        let customer = Customer {
            enabled: found.enabled,
            rotates_itself: found.rotates_itself,
            created: found.created,
        };
        return Ok(Key { kept: "KMS", customer: Some(customer), ..key });
    }
    let found = connected.operator.key_versions(name, &source).await?.versions;
    let version = |(number, added)| Version { number, in_force: number == found.current(), added };
    let versions = found.list().map(version).collect();
    let kept = match source {
        KeySource::File(_) => "key file",
        KeySource::Aws(_) => "Secrets Manager",
    };
    Ok(Key { kept, versions, ..key })
}

fn print(key: &Key) -> Result<()> {
    let Key { name, kept, versions, customer } = key;
    if let Some(Customer { enabled, rotates_itself, created }) = customer {
        let enabled = if *enabled { "enabled" } else { "NOT ENABLED" };
        let rotates = match rotates_itself {
            Some(true) => ", rotates itself",
            Some(false) => ", does not rotate itself",
            None => "",
        };
        output::line(&format!("{name:<10} {kept}: {enabled}{rotates}{}", age("made", *created)))?;
    }
    for Version { number, in_force, added } in versions {
        let state = if *in_force { "in force" } else { "not in force" };
        output::line(&format!(
            "{name:<10} {kept}: version {number}, {state}{}",
            age("added", *added)
        ))?;
    }
    Ok(())
}

fn age(what: &str, at: Option<Timestamp>) -> String {
    const DAY: i64 = 24 * 60 * 60;
    let Some(at) = at else { return String::new() };
    let days = (clock::now().as_second() - at.as_second()) / DAY;
    format!(", {what} {} ({days} days ago)", at.strftime("%Y-%m-%d"))
}
