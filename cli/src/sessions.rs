//! `hubward sessions`: ends the sessions of a worker who may not go on, or everybody's.

use anyhow::Result;
use clap::{Args, Subcommand};
use pipeline::rows::Actor;
use pipeline::sessions;
use serde::Serialize;

use crate::deployment::{Connected, Deployment};
use crate::output;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// End all sessions of a worker, or of everybody, on the inbox page. First take away what they
    /// sign in with.
    End(End),
}

#[derive(Debug, Args)]
pub(crate) struct End {
    #[command(flatten)]
    deployment: Deployment,

    /// The issuer that names the worker, a URL.
    #[arg(long, value_name = "URL", requires = "subject", required_unless_present = "all")]
    issuer: Option<String>,

    /// The worker, as the issuer names them (`sub`).
    #[arg(long, value_name = "SUB", requires = "issuer")]
    subject: Option<String>,

    /// End everybody's sessions.
    #[arg(long, conflicts_with_all = ["issuer", "subject"])]
    all: bool,

    /// Print the result as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    ended: usize,
}

pub(crate) fn run(command: Command) -> Result<()> {
    let Command::End(end) = command;
    end.deployment.with(|connected| end.all_of_them(connected))
}

impl End {
    async fn all_of_them(&self, connected: Connected) -> Result<()> {
        let worker = self.issuer.as_deref().zip(self.subject.as_deref());
        let worker = worker.map(|(issuer, subject)| Actor::person(issuer, subject, "").id);
        let worker = worker.as_ref().map(sessions::of_worker);
        let table = connected.variable("HUBWARD_TABLE_SESSIONS")?;
        let ended = connected.operator.end_sessions(table, worker).await?;
        if self.json {
            return output::json(&Report { ended });
        }
        output::line(&format!("{ended} sessions ended"))
    }
}
