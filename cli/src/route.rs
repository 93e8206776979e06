//! `hubward route`: tells where a family would go, and why, by the rulebooks and the index at hand.

mod explain;
mod family;

use anyhow::Result;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Explain where a family living at a postcode would go.
    Explain(explain::Explain),
}

pub(crate) fn run(command: Command) -> Result<()> {
    match command {
        Command::Explain(explain) => explain.run(),
    }
}
