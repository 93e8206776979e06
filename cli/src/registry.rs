//! `hubward registry`: exports and imports hubs as services of Open Referral UK (HSDS 3.0).

mod draft;

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use locality::registry::{import, services};

use crate::{output, postcodes::IndexArgs, rulebooks::RulebookArgs};

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write every hub as a service, in JSON, to standard output.
    Export(RulebookArgs),
    /// Turn services into the hubs of a rulebook file, on standard output; say what is lost.
    Import(Import),
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// A whole feed: pages or lists of HSDS services, or of services at locations, or one, in JSON.
    file: PathBuf,
    /// The rulebook file to write the hubs into: a draft where there is none, else with what the feed
    /// says anew. Catchments, rules and phone numbers of the front door stay the council's to give.
    #[arg(long)]
    into: Option<PathBuf>,
    /// The index in which the places of services without latitude and longitude are looked up by
    /// postcode.
    #[command(flatten)]
    index: IndexArgs,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(command: Command) -> Result<()> {
    match command {
        Command::Export(rulebooks) => output::json(&services(&rulebooks.open()?)),
        Command::Import(import) => import.run(),
    }
}

impl Import {
    fn run(self) -> Result<()> {
        let path = self.file.display();
        let text = std::fs::read_to_string(&self.file)
            .with_context(|| format!("{path} cannot be read"))?;
        let document =
            serde_json::from_str(&text).with_context(|| format!("{path} is not JSON"))?;
        // Without an index only latitude and longitude tell where a place is.
        let index = if self.index.index.exists() { Some(self.index.open()?) } else { None };
        let imported =
            import(&document, |postcode| index.as_ref()?.lookup(postcode).ok().flatten()?.grid);
        if self.json {
            return output::json(&imported);
        }
        match &self.into {
            Some(draft) => {
                for note in draft::write(draft, &imported.hubs)? {
                    output::line(&note)?;
                }
            }
            None => output::line(&imported.hubs)?,
        }
        for taken in &imported.taken {
            output::note(&format!("taken: {}: {}", taken.service, taken.fields.join(", ")));
        }
        for loss in &imported.lost {
            output::note(&format!("lost: {}: {}: {}", loss.service, loss.field, loss.why));
        }
        output::note(&format!("{} hubs, {} losses", imported.count, imported.lost.len()));
        Ok(())
    }
}
