//! `hubward report`: how long an authority's families waited and what came of it, as text, CSV or JSON,
//! or as a file without names that authorities can compare.
//!
//! It prints what `figures` allows to be shown, and cannot see anything else.

mod anonymous;
mod lines;

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::Args;
use figures::{Period, council};
use jiff::civil::Date;
use pipeline::rows::Actor;
use referral::GssCode;
use store::{Counting, KeyName};

use crate::deployment::{Connected, Deployment};
use crate::{clock, output};

#[derive(Debug, Args)]
pub(crate) struct Report {
    #[command(flatten)]
    deployment: Deployment,
    /// The authority, by its GSS code, such as E09000033.
    #[arg(long, value_name = "CODE")]
    authority: GssCode,
    /// The first day on which families of the period were received.
    #[arg(long, value_name = "DATE")]
    from: Date,
    /// The last day. Give out figures of one set of periods only, such as quarters: of two that
    /// overlap, the difference may tell what each withholds.
    #[arg(long, value_name = "DATE")]
    to: Date,
    /// The name of the person who does this, for the audit trail.
    #[arg(long, value_name = "NAME", env = "USER", hide_env_values = true)]
    by: Option<String>,
    /// Print CSV.
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// Also write shares and times alone, without names and numbers of families, into this file.
    #[arg(long, value_name = "FILE")]
    anonymous: Option<PathBuf>,
}

impl Report {
    pub(crate) fn run(self) -> Result<()> {
        self.deployment.with(|connected| self.report(connected))
    }

    async fn report(&self, connected: Connected) -> Result<()> {
        let Some(by) = self.by.as_deref().filter(|by| !by.is_empty()) else {
            bail!("say with --by who does this: it stands in the audit trail");
        };
        let by = Actor::operator(by);
        let inbox = connected.variable("HUBWARD_TABLE_INBOX")?;
        let counting = Counting {
            inbox,
            audit: connected.variable("HUBWARD_TABLE_AUDIT")?,
            authority: self.authority,
            period: Period::days(self.from, self.to)?,
            by: &by,
            now: clock::now(),
        };
        let keys = connected.key_source(KeyName::Bodies)?;
        // The service's own count is some hours old: the bar may go past its end.
        let many = connected.operator.about_how_many(inbox).await.unwrap_or(0);
        let bar = output::progress(many, "Reading entries");
        let read = |entries: usize| bar.inc(entries as u64);
        let tallies = connected.operator.count_families(counting, keys, read).await?;
        bar.finish_and_clear();
        let council = council(&tallies);
        if let Some(file) = &self.anonymous {
            let text = serde_json::to_string_pretty(&anonymous::of(&council, counting.period))?;
            std::fs::write(file, text + "\n")
                .with_context(|| format!("{} cannot be written", file.display()))?;
            output::note(&format!("{} holds shares and times alone", file.display()));
        }
        let lines = lines::of(&council);
        if self.json {
            output::json(&lines::Whole::new(self.authority, counting.period, &council, lines))
        } else if self.csv {
            lines::csv(&lines)
        } else {
            lines::text(counting.period, &council, &lines)
        }
    }
}
