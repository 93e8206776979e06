//! `hubward postcodes`: works with the index of every UK postcode.

#[cfg(test)]
mod areas_size;
mod build;
mod check;
mod lookup;
mod measure;
#[cfg(test)]
mod whole_country;

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use locality::PostcodeIndex;

/// The attribution that must be shown wherever the data is shown.
pub(crate) const ATTRIBUTION: &str = "Contains OS data © Crown copyright and database right; \
    contains Royal Mail data © Royal Mail copyright and database right; source: Office for \
    National Statistics licensed under the Open Government Licence v3.0";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Build the index from a postcode directory.
    Build(build::Build),
    /// Show what the index knows of one postcode.
    Lookup(lookup::Lookup),
    /// Check every part of the index against its checksums.
    Check(check::Check),
    /// Measure on this machine how fast the index opens and answers.
    Measure(measure::Measure),
}

/// The index that a command uses.
#[derive(Debug, Args)]
pub(crate) struct IndexArgs {
    /// The index file.
    #[arg(long, env = "HUBWARD_POSTCODES", default_value = "data/postcodes.idx")]
    pub(crate) index: PathBuf,
}

impl IndexArgs {
    pub(crate) fn open(&self) -> Result<PostcodeIndex> {
        PostcodeIndex::open(&self.index)
            .with_context(|| format!("{} cannot be used", self.index.display()))
    }
}

pub(crate) fn run(command: Command) -> Result<()> {
    match command {
        Command::Build(build) => build.run(),
        Command::Lookup(lookup) => lookup.run(),
        Command::Check(check) => check.run(),
        Command::Measure(measure) => measure.run(),
    }
}
