//! `hubward rules publish`, `rollback`, `published`: rulebooks to a running deployment, which
//! follows within half a minute without a restart.

use anyhow::{Result, bail};
use clap::Args;
use serde::Serialize;

use crate::{clock, deployment::Deployment, output, rulebooks};

/// The table that holds them.
const TABLE: &str = "HUBWARD_TABLE_REFERRALS";

#[derive(Debug, Args)]
pub(crate) struct Publish {
    #[command(flatten)]
    rulebooks: rulebooks::RulebookArgs,
    #[command(flatten)]
    deployment: Deployment,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Rollback {
    /// The edition to go back to: the one before when left out; 0 is what the functions are
    /// packaged with.
    #[arg(long, value_name = "NUMBER")]
    to: Option<u64>,
    #[command(flatten)]
    deployment: Deployment,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Published {
    #[command(flatten)]
    deployment: Deployment,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Edition {
    #[serde(rename = "edition")]
    number: u64,
    what: String,
    at: Option<String>,
    in_force: bool,
}

impl Publish {
    pub(crate) fn run(self) -> Result<()> {
        let files: Vec<(String, String)> = rulebooks::files(&self.rulebooks.localities)?
            .into_iter()
            // Reasons and reports name files as their owners do, without the folder.
            .map(|(name, text)| (name.rsplit(['/', '\\']).next().unwrap_or(&name).to_owned(), text))
            .collect();
        // Nothing that has a fault is published: the functions would go on with the old ones.
        let what = rulebooks::parse(&files)?.editions().collect::<Vec<_>>().join(", ");
        self.deployment.with(async |connected| {
            let table = connected.variable(TABLE)?;
            let now = clock::now();
            let edition = connected.operator.publish_rulebooks(table, &files, &what, now).await?;
            let at = Some(now.to_string());
            say(self.json, &Edition { number: edition, what: what.clone(), at, in_force: true })
        })
    }
}

impl Rollback {
    pub(crate) fn run(self) -> Result<()> {
        self.deployment.with(async |connected| {
            let table = connected.variable(TABLE)?;
            let editions = connected.operator.published_rulebooks(table).await?;
            let current = editions.iter().find(|one| one.in_force).map(|one| one.edition);
            let to = match (self.to, current) {
                (Some(to), _) => to,
                (None, Some(current)) => current - 1,
                (None, None) => bail!("no published edition is in force: there is nothing to undo"),
            };
            connected.operator.point_rulebooks(table, to).await?;
            let found = editions.iter().find(|one| one.edition == to);
            let what = found.map_or("as packaged".to_owned(), |one| one.what.clone());
            let at = found.map(|one| one.at.to_string());
            say(self.json, &Edition { number: to, what, at, in_force: true })
        })
    }
}

impl Published {
    pub(crate) fn run(self) -> Result<()> {
        self.deployment.with(async |connected| {
            let table = connected.variable(TABLE)?;
            let editions = connected.operator.published_rulebooks(table).await?;
            let editions: Vec<Edition> = editions
                .into_iter()
                .map(|one| Edition {
                    number: one.edition,
                    what: one.what,
                    at: Some(one.at.to_string()),
                    in_force: one.in_force,
                })
                .collect();
            if self.json {
                return output::json(&editions);
            }
            for one in &editions {
                let mark = if one.in_force { "*" } else { " " };
                let at = one.at.as_deref().unwrap_or_default();
                output::line(&format!("{mark} {:>4}  {at}  {}", one.number, one.what))?;
            }
            Ok(())
        })
    }
}

fn say(json: bool, edition: &Edition) -> Result<()> {
    if json {
        return output::json(edition);
    }
    output::table(&[
        ("in force", edition.number.to_string()),
        ("rulebooks", edition.what.clone()),
        ("followed", "within 30 seconds, without a restart".to_owned()),
    ])
}
