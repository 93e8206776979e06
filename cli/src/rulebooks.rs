//! A folder of rulebooks, as every command that decides by them reads it.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use clap::Args;
use locality::{Localities, RulebookError};

/// The rulebooks that a command uses.
#[derive(Debug, Args)]
pub(crate) struct RulebookArgs {
    /// The folder of rulebooks (`*.toml`) and the areas drawn for them (`*.geojson`).
    #[arg(long, env = "HUBWARD_LOCALITIES", default_value = "localities")]
    pub(crate) localities: PathBuf,
}

impl RulebookArgs {
    /// Reads the rulebooks; every fault of every file is in the error.
    pub(crate) fn open(&self) -> Result<Localities> {
        parse(&files(&self.localities)?)
    }
}

/// The files of a folder, by their names.
pub(crate) fn files(folder: &Path) -> Result<Vec<(String, String)>> {
    let files = wiring::rulebook_files(folder)?;
    if !files.iter().any(|(path, _)| path.extension().is_some_and(|kind| kind == "toml")) {
        bail!("{} has no rulebook (*.toml)", folder.display());
    }
    Ok(files.into_iter().map(|(path, text)| (path.display().to_string(), text)).collect())
}

/// Reads rulebooks from files in hand.
pub(crate) fn parse(files: &[(String, String)]) -> Result<Localities> {
    Localities::parse(files.iter().cloned()).map_err(|faults| anyhow!("{}", told(&faults)))
}

fn told(faults: &[RulebookError]) -> String {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let noun = if lines.len() == 1 { "fault" } else { "faults" };
    format!("the rulebooks have {} {noun}:\n{}", lines.len(), lines.join("\n"))
}
