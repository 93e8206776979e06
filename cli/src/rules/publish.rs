//! `hubward rules publish`, `rollback`, `published`: give rulebooks to a running deployment, which
//! follows within half a minute without a restart. The audit trail tells who did it, and what.

use anyhow::{Result, bail};
use clap::{Args, builder::NonEmptyStringValueParser};
use pipeline::{audit::AuditEvent, rows::Actor};
use serde::Serialize;
use store::Publishing;

use super::check;
use crate::{
    clock,
    deployment::{Connected, Deployment},
    output,
    postcodes::IndexArgs,
    rulebooks,
};

/// The variables that name the table of the rulebooks and the table of the audit trail.
const RULEBOOKS: &str = "HUBWARD_TABLE_RULEBOOKS";
const AUDIT: &str = "HUBWARD_TABLE_AUDIT";

/// The person who gives the command.
#[derive(Debug, Args)]
struct By {
    /// The name of the person who does this, for the audit trail.
    #[arg(long, value_name = "NAME", env = "USER", hide_env_values = true)]
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    by: String,
}

impl By {
    fn actor(&self) -> Actor {
        Actor::operator(&self.by)
    }
}

#[derive(Debug, Args)]
pub(crate) struct Publish {
    #[command(flatten)]
    rulebooks: rulebooks::RulebookArgs,
    #[command(flatten)]
    index: IndexArgs,
    /// Publish although the check found errors, as for an urgent change to one of several
    /// rulebooks. The audit trail tells how many were passed over.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    by: By,
    #[command(flatten)]
    deployment: Deployment,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Rollback {
    /// The edition to go back to: when left out, the one that was in force before this one was
    /// published; 0 is what the functions are packaged with.
    #[arg(long, value_name = "NUMBER")]
    to: Option<u64>,
    #[command(flatten)]
    by: By,
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

/// One event of the rulebooks' audit trail.
#[derive(Serialize)]
struct Change {
    at: String,
    by: String,
    action: &'static str,
    edition: String,
    before: String,
}

#[derive(Serialize)]
struct Listed {
    editions: Vec<Edition>,
    history: Vec<Change>,
}

impl Publish {
    pub(crate) fn run(self) -> Result<()> {
        let files: Vec<(String, String)> = rulebooks::files(&self.rulebooks.localities)?
            .into_iter()
            // Reasons and reports name files as their owners do, without the folder.
            .map(|(name, text)| (name.rsplit(['/', '\\']).next().unwrap_or(&name).to_owned(), text))
            .collect();
        // A rulebook with a fault is never published: the functions would go on with the old ones.
        let localities = rulebooks::parse(&files)?;
        let what = localities.editions().collect::<Vec<_>>().join(", ");
        let errors = check::errors(&localities, &self.index.open()?, clock::today())?;
        if !errors.is_empty() && !self.force {
            bail!(
                "nothing was published: `hubward rules check` finds what must be mended first:\n{}",
                errors.join("\n")
            );
        }
        let by = self.by.actor();
        self.deployment.with(async |connected| {
            let how = publishing(&connected, &by)?;
            let (operator, passed_over) = (&connected.operator, errors.len());
            let edition = operator.publish_rulebooks(how, &files, &what, passed_over).await?;
            let at = Some(how.now.to_string());
            say(self.json, &Edition { number: edition, what: what.clone(), at, in_force: true })
        })
    }
}

impl Rollback {
    pub(crate) fn run(self) -> Result<()> {
        let by = self.by.actor();
        self.deployment.with(async |connected| {
            let how = publishing(&connected, &by)?;
            let editions = connected.operator.published_rulebooks(how.rulebooks).await?;
            let current = editions.iter().find(|one| one.in_force).map(|one| one.edition);
            let to = match (self.to, current) {
                (Some(to), _) => to,
                (None, Some(current)) => {
                    connected.operator.rulebooks_before(how.audit, current).await?
                }
                (None, None) => bail!("no published edition is in force: there is nothing to undo"),
            };
            connected.operator.roll_rulebooks_back(how, to).await?;
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
            let operator = &connected.operator;
            let editions = operator.published_rulebooks(connected.variable(RULEBOOKS)?).await?;
            let editions: Vec<Edition> = editions
                .into_iter()
                .map(|one| Edition {
                    number: one.edition,
                    what: one.what,
                    at: Some(one.at.to_string()),
                    in_force: one.in_force,
                })
                .collect();
            let events = operator.rulebook_events(connected.variable(AUDIT)?).await?;
            let history: Vec<Change> = events.iter().map(Change::of).collect();
            if self.json {
                return output::json(&Listed { editions, history });
            }
            for one in &editions {
                let mark = if one.in_force { "*" } else { " " };
                let at = one.at.as_deref().unwrap_or_default();
                output::line(&format!("{mark} {:>4}  {at}  {}", one.number, one.what))?;
            }
            for one in &history {
                let Change { at, by, action, edition, before } = one;
                let what = match edition.as_str() {
                    "" => String::new(),
                    edition => format!(" {edition} (before: {before})"),
                };
                output::line(&format!("{at}  {action}{what} by {by}"))?;
            }
            Ok(())
        })
    }
}

impl Change {
    fn of(event: &AuditEvent) -> Self {
        let fact = |name: &str| event.facts.get(name).cloned().unwrap_or_default();
        Self {
            at: event.at.to_string(),
            by: event.actor.as_str().to_owned(),
            action: event.action.code(),
            edition: fact("edition"),
            before: fact("before"),
        }
    }
}

pub(super) fn publishing<'a>(connected: &'a Connected, by: &'a Actor) -> Result<Publishing<'a>> {
    let (rulebooks, audit) = (connected.variable(RULEBOOKS)?, connected.variable(AUDIT)?);
    Ok(Publishing { rulebooks, audit, by, now: clock::now() })
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
