//! `hubward audit anchor`: once a day, from a machine that the functions cannot reach.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use serde::Serialize;

use super::anchors::{Anchors, Head};
use super::check::Trail;
use crate::deployment::{Connected, Deployment};
use crate::output;

#[derive(Debug, Args)]
pub(crate) struct Anchor {
    #[command(flatten)]
    deployment: Deployment,

    /// The file to append to. Keep it out of reach of whoever can write the audit table.
    #[arg(long, value_name = "FILE", default_value = "audit-anchors.jsonl")]
    to: PathBuf,

    /// Print JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    anchored: usize,
    chains: usize,
    seal: String,
}

impl Anchor {
    pub(crate) fn run(self) -> Result<()> {
        self.deployment.with(|connected| self.anchor(connected))
    }

    async fn anchor(&self, connected: Connected) -> Result<()> {
        let anchors = Anchors::read(&self.to)?;
        let mut trail = Trail::default();
        let table = connected.variable("HUBWARD_TABLE_AUDIT")?;
        connected.operator.audit_rows(table, |page| trail.add(page)).await?;
        // What is broken is not made good by anchoring it.
        let breaks = trail.breaks(&anchors.heads);
        if let Some(first) = breaks.first() {
            let (entry, what) = (&first.entry, &first.what);
            bail!("the audit trail is broken, so it was not anchored: {entry}: {what}");
        }
        let latest = anchors.latest();
        let grown = |head: &Head| latest.get(&head.stream).is_none_or(|seq| *seq < head.seq);
        let heads: Vec<Head> = trail.heads().filter(grown).collect();
        #[expect(clippy::disallowed_methods, reason = "an anchor says when it was made")]
        let now = jiff::Timestamp::now();
        let seal = anchors.append(&self.to, &now.to_string(), &heads)?;
        let report =
            Report { anchored: heads.len(), chains: trail.chains.len(), seal: seal.to_string() };
        if self.json {
            return output::json(&report);
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
