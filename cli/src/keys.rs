//! `hubward keys`: shows the versions of keys and secrets, and rotates them. No value is ever shown.

mod change;
mod show;

use anyhow::{Result, bail};
use clap::{Args, Subcommand, builder::NonEmptyStringValueParser};
use pipeline::rows::Actor;
use store::{KeyChange, KeyName, KeySource};

use crate::clock;
use crate::deployment::{Connected, Deployment};

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show the versions of every key and secret, and their age.
    Show(show::Show),
    /// Add a version to a secret. What is stored from then on can be found under it too.
    Add(change::Change),
    /// Put the newest version of a secret in force.
    Use(change::Change),
    /// Take a version out that is not in force any more, and with it what it alone can find or open.
    #[command(disable_version_flag = true)]
    Retire(change::Retire),
    /// Put a secret in force that another service gave out: the inbox's own at the issuer of its
    /// workers (`hub-client`), or the API key of GOV.UK Notify (`notices`). It is read from the
    /// standard input.
    Put(change::Change),
    /// Replace a data key; what was sealed before still opens.
    Rotate(change::Change),
}

pub(crate) fn run(command: Command) -> Result<()> {
    match command {
        Command::Show(show) => show.run(),
        Command::Add(change) => change.run(change::add),
        Command::Use(change) => change.run(change::put_in_force),
        Command::Retire(retire) => retire.run(),
        Command::Put(change) => change.run(change::put),
        Command::Rotate(change) => change.run(change::rotate),
    }
}

/// The key or secret that a command is about, and the person who gives the command.
#[derive(Debug, Args)]
struct About {
    /// The secret (`intake`, `matching`, `sign-in`, `hub-client`, `notices`, `aliases`) or the data
    /// keys (`bodies`, `sessions`, `drafts`).
    #[arg(value_name = "KEY", value_parser = name)]
    name: KeyName,
    #[command(flatten)]
    deployment: Deployment,
    /// The name of the person who does this, for the audit trail.
    #[arg(long, value_name = "NAME", env = "USER", hide_env_values = true)]
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    by: String,
}

fn name(text: &str) -> Result<KeyName, String> {
    KeyName::parse(text).ok_or_else(|| {
        let names = KeyName::ALL.map(KeyName::code).join(", ");
        format!("there is no such key; it is one of {names}")
    })
}

impl About {
    /// Records a change that is about to be made.
    async fn record(
        &self,
        connected: &Connected,
        what: &'static str,
        version: Option<u32>,
    ) -> Result<()> {
        let by = Actor::operator(&self.by);
        let audit = connected.variable("HUBWARD_TABLE_AUDIT")?;
        let change =
            KeyChange { audit, by: &by, now: clock::now(), what, name: self.name, version };
        Ok(connected.operator.record_key_change(change).await?)
    }

    /// Refuses to make a version of what another service gives out.
    fn is_made_here(&self) -> Result<()> {
        if self.name.is_given() {
            bail!(
                "{0} is given out by {1}; have it make a new one, and put that in force: hubward keys \
                 put {0} < file",
                self.name,
                if self.name == KeyName::Notices {
                    "GOV.UK Notify"
                } else {
                    "the issuer at which workers sign in"
                }
            );
        }
        Ok(())
    }

    /// The place where versions of this key are kept that have numbers.
    fn numbered(&self, connected: &Connected) -> Result<KeySource> {
        let source = connected.key_source(self.name)?;
        if self.name.is_of_data_keys() && matches!(source, KeySource::Aws(_)) {
            bail!(
                "KMS keeps the versions of {0}, and none is ever taken out; replace the key with \
                 `hubward keys rotate {0}`",
                self.name
            );
        }
        Ok(source)
    }
}

/// The time from which on every function works with a change, in words.
fn known_from(source: &KeySource) -> &'static str {
    match source {
        KeySource::File(_) => "when the stack on this machine is started again",
        KeySource::Aws(_) => "within five minutes, without a deployment",
    }
}
