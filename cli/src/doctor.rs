//! `hubward doctor`: says what is missing before a deployment, by its configuration, and after it, by
//! its state folder. Every line says what was looked at and what to do; nothing is changed.

mod before;
mod finding;
mod issuer;
mod keys;
mod machine;
mod pages;
mod queues;
mod rulebooks;
mod tables;

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use crate::deployment::{Connected, Deployment};
use crate::output;
use finding::Findings;

#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// Look at what a deployment needs before it: this machine's tools, the configuration, the
    /// packages, credentials.
    #[arg(long, value_name = "FILE", conflicts_with = "state")]
    config: Option<PathBuf>,

    /// The program that deploys, which reads the configuration.
    #[arg(long, value_name = "FILE", default_value = "infra/deploy.py")]
    deploy: PathBuf,

    #[command(flatten)]
    deployment: Deployment,

    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Doctor {
    pub(crate) fn run(self) -> Result<()> {
        let mut findings = Findings::default();
        match &self.config {
            Some(config) => {
                machine::look(&mut findings);
                before::look(&mut findings, &self.deploy, config);
            }
            None => self.deployment.with(async |connected| {
                look_at(&mut findings, &connected).await;
                Ok(())
            })?,
        }
        if self.json {
            output::json(&findings)?;
        } else {
            findings.print()?;
        }
        match findings.bad() {
            0 => Ok(()),
            1 => bail!("one thing is missing or wrong"),
            many => bail!("{many} things are missing or wrong"),
        }
    }
}

/// Looks at everything that a deployment consists of.
async fn look_at(findings: &mut Findings, connected: &Connected) {
    match connected.operator.region() {
        Ok(region) => findings.ok("region", region),
        Err(error) => findings.missing("region", format!("{error}: set AWS_REGION")),
    }
    tables::look(findings, connected).await;
    queues::look(findings, connected).await;
    keys::look(findings, connected).await;
    rulebooks::look(findings, connected).await;
    pages::look(findings, connected);
    issuer::look(findings, connected);
}
