//! `hubward rules`: check, replay and draw rulebooks before anybody is placed by them.

mod check;
mod families;
mod map;
mod measure;
mod publish;
mod replay;

use anyhow::Result;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Look for gaps, overlaps, and rules or hubs that nobody can reach.
    Check(check::Check),
    /// Show what a new edition of the rulebooks would change: which families, from where to where.
    Replay(replay::Replay),
    /// Draw who goes where, from the index's own points, as an SVG picture.
    Map(map::Map),
    /// Write the JSON Schema of a rulebook, for editors, to standard output.
    Schema,
    /// Put rulebooks in force in a running deployment, without a restart.
    Publish(publish::Publish),
    /// Go back to an earlier edition.
    Rollback(publish::Rollback),
    /// List what was published.
    Published(publish::Published),
    /// Measure on this machine how fast placing is.
    Measure(measure::Measure),
}

pub(crate) fn run(command: Command) -> Result<()> {
    match command {
        Command::Check(check) => check.run(),
        Command::Replay(replay) => replay.run(),
        Command::Map(map) => map.run(),
        Command::Schema => crate::output::json(&locality::rulebook_schema()),
        Command::Publish(publish) => publish.run(),
        Command::Rollback(rollback) => rollback.run(),
        Command::Published(published) => published.run(),
        Command::Measure(measure) => measure.run(),
    }
}
