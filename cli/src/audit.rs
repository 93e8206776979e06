//! `hubward audit`: checks that the audit trail is whole and still begins as it was anchored.

mod anchor;
mod anchors;
mod check;
mod verify;

use anyhow::Result;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check every chain of events, and every head that was anchored. Fails if any is broken.
    Verify(verify::Verify),
    /// Write down the heads of all chains that have grown since the last time.
    Anchor(anchor::Anchor),
}

pub(crate) fn run(command: Command) -> Result<()> {
    match command {
        Command::Verify(verify) => verify.run(),
        Command::Anchor(anchor) => anchor.run(),
    }
}
