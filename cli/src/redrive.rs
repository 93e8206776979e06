//! `hubward redrive`: moves dead letters back to the queues they came from. Each is received, sent
//! and deleted, in that order, so that nothing is lost if it is broken off.

use anyhow::{Result, bail};
use clap::Args;
use serde::Serialize;

use crate::deployment::{Connected, Deployment};
use crate::output;

/// The queues that have dead letters, by the variable that holds the address of each.
const QUEUES: [(&str, &str); 3] = [
    ("urgent", "HUBWARD_QUEUE_URGENT"),
    ("referrals", "HUBWARD_QUEUE_REFERRALS"),
    ("webhooks", "HUBWARD_QUEUE_WEBHOOKS"),
];

#[derive(Debug, Args)]
pub(crate) struct Redrive {
    #[command(flatten)]
    deployment: Deployment,

    /// Say how many there are, and move none.
    #[arg(long)]
    dry_run: bool,

    /// Print the result as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Queue {
    name: &'static str,
    waiting: u64,
    moved: u64,
}

impl Redrive {
    pub(crate) fn run(self) -> Result<()> {
        self.deployment.with(|connected| self.all(connected))
    }

    async fn all(&self, connected: Connected) -> Result<()> {
        let mut queues = Vec::new();
        for (name, variable) in QUEUES {
            queues.push(self.one(&connected, name, connected.variable(variable)?).await?);
        }
        if self.json {
            return output::json(&queues);
        }
        for Queue { name, waiting, moved } in queues {
            output::line(&match (self.dry_run, waiting, moved) {
                (true, ..) => format!("{name}: {waiting} dead letters"),
                (false, _, 0) => format!("{name}: no dead letters"),
                (false, ..) => format!("{name}: {moved} sent again"),
            })?;
        }
        Ok(())
    }

    async fn one(&self, connected: &Connected, name: &'static str, url: &str) -> Result<Queue> {
        let letters = connected.operator.dead_letters(url).await?;
        let waiting = letters.waiting;
        let mut moved = 0;
        if self.dry_run {
            return Ok(Queue { name, waiting, moved });
        }
        // A letter that fails again comes back here; those that come back while this runs are for
        // the next run.
        let most = waiting.max(10) * 2;
        let bar = output::progress(waiting, "Sending again");
        loop {
            let some = connected.operator.redrive_some(&letters).await?;
            moved += some as u64;
            bar.set_position(moved);
            if some == 0 {
                break;
            }
            if moved >= most {
                bail!("{name}: {moved} sent again, and still more come; see why they fail first");
            }
        }
        bar.finish_and_clear();
        Ok(Queue { name, waiting, moved })
    }
}
