//! `hubward audit anchor`, which is run once a day from a machine that the functions cannot reach.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use serde::Serialize;

use super::anchors::{Anchors, Head};
use super::check::{Break, Trail};
use crate::deployment::{Connected, Deployment};
use crate::output;

#[derive(Debug, Args)]
pub(crate) struct Anchor {
    #[command(flatten)]
    deployment: Deployment,

    /// The file to append to. Keep it where nobody who can write the audit table can reach it.
    #[arg(long, value_name = "FILE", default_value = "audit-anchors.jsonl")]
    to: PathBuf,

    /// Print the result as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    anchored: usize,
    chains: usize,
    /// Whether the file was begun by this run.
    begun: bool,
    seal: String,
    breaks: Vec<Break>,
}

impl Anchor {
    pub(crate) fn run(self) -> Result<()> {
        self.deployment.with(|connected| self.anchor(connected))
    }

    async fn anchor(&self, connected: Connected) -> Result<()> {
        let anchors = Anchors::open(&self.to)?;
        // Anchoring a broken chain would not make it good; nor does a broken chain keep the rest
        // unanchored.
        let (trail, breaks) = Trail::read(&connected, &anchors.heads).await?;
        let latest = anchors.latest();
        let grown = |head: &Head| latest.get(&head.stream).is_none_or(|seq| *seq < head.seq);
        let heads: Vec<Head> = trail.heads(&breaks).filter(grown).collect();
        #[expect(clippy::disallowed_methods, reason = "an anchor says when it was made")]
        let now = jiff::Timestamp::now();
        let seal = anchors.append(&self.to, &now.to_string(), &heads)?;
        let report = Report {
            anchored: heads.len(),
            chains: trail.chains.len(),
            begun: anchors.is_new(),
            seal: seal.to_string(),
            breaks,
        };
        self.tell(&report)?;
        match report.breaks.len() {
            0 => Ok(()),
            many => {
                bail!("the audit trail is broken in {many} places: those chains are not anchored")
            }
        }
    }

    fn tell(&self, report: &Report) -> Result<()> {
        if self.json {
            return output::json(report);
        }
        for Break { entry, what } in &report.breaks {
            output::line(&format!("{entry}: {what}"))?;
        }
        if report.begun {
            output::line(&format!("{} was not there: it begins today", self.to.display()))?;
        }
        output::line(&format!(
            "{} of {} chains have grown and are anchored in {}; seal {}",
            report.anchored,
            report.chains,
            self.to.display(),
            report.seal,
        ))
    }
}
