//! `hubward audit verify`, which checks the trail and reports what is broken.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use referral::EntryId;
use serde::Serialize;

use super::anchors::Anchors;
use super::check::{Break, Trail};
use crate::deployment::{Connected, Deployment};
use crate::output;

#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    deployment: Deployment,

    /// Only this entry's chain, by itself and its anchors.
    #[arg(long, value_name = "ID")]
    entry: Option<EntryId>,

    /// The file that `hubward audit anchor` writes. Without it, a chain that was cut off at its end
    /// looks whole.
    #[arg(long, value_name = "FILE")]
    anchors: Option<PathBuf>,

    /// Print the result as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    chains: usize,
    events: usize,
    anchored: usize,
    breaks: Vec<Break>,
}

impl Verify {
    pub(crate) fn run(self) -> Result<()> {
        self.deployment.with(|connected| self.verify(connected))
    }

    async fn verify(&self, connected: Connected) -> Result<()> {
        // The anchors are read first, so that an anchoring made while the table is read cannot seem
        // missing from it.
        let mut anchored = match &self.anchors {
            Some(file) if !file.exists() => bail!("{} is not there", file.display()),
            Some(file) => Anchors::read(file)?.heads,
            None => Vec::new(),
        };
        let (trail, breaks) = if let Some(entry) = self.entry {
            let table = connected.variable("HUBWARD_TABLE_AUDIT")?;
            let mut trail = Trail::default();
            trail.add(connected.operator.audit_stream(table, entry).await?);
            anchored.retain(|head| head.stream == entry);
            let breaks = trail.breaks(&anchored);
            (trail, breaks)
        } else {
            Trail::read(&connected, &anchored).await?
        };
        let report = Report {
            chains: trail.chains.len(),
            events: trail.events(),
            anchored: anchored.len(),
            breaks,
        };
        self.tell(&report)?;
        if let Some(entry) = self.entry.filter(|_| report.events == 0 && report.breaks.is_empty()) {
            bail!("there is no event of the entry {entry}");
        }
        match report.breaks.len() {
            0 => Ok(()),
            1 => bail!("the audit trail is broken in one place"),
            many => bail!("the audit trail is broken in {many} places"),
        }
    }

    fn tell(&self, report: &Report) -> Result<()> {
        if self.json {
            return output::json(report);
        }
        for Break { entry, what } in &report.breaks {
            output::line(&format!("{entry}: {what}"))?;
        }
        let anchored = match (&self.anchors, report.anchored) {
            (None, _) => "no anchors given".to_owned(),
            (Some(_), heads) => format!("{heads} anchored heads"),
        };
        output::line(&format!("{} events in {} chains, {anchored}", report.events, report.chains))
    }
}
