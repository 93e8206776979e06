//! `hubward submit`: sends a file of referrals, in requests of a hundred rows.
//!
//! A row's key is its own, or is made by the API of what the row says. So the command keeps no record
//! of what it has sent: after an interruption it is run again, and rows that were accepted make no
//! second referral.

mod answers;
mod client;
mod file;
mod report;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use self::client::{Client, Credentials};
use self::file::File;
use self::report::{Outcome, Report};
use crate::output;

#[derive(Debug, Args)]
#[command(after_help = "\
Exit codes: 0 every row was accepted, now or before; 1 some rows were refused; 2 it could not be done.

Run it again after any failure: a row that was accepted makes no second referral for 30 days.
Rows without an idempotency_key are known by what they say, so that two rows which say the same are one
referral.")]
pub(crate) struct Submit {
    /// A file of referrals: .csv as the template has it, or .ndjson with a document on each line.
    file: PathBuf,
    /// The address of the partners' API.
    #[arg(long, env = "HUBWARD_URL", value_name = "URL", required_unless_present = "check")]
    url: Option<String>,
    #[command(flatten)]
    credentials: Credentials,
    /// Read the file, tell every error, and send nothing.
    #[arg(long)]
    check: bool,
    /// Write a CSV file with the outcome of each row, and every error by row and column.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Submit {
    /// Sends the file, or checks it. An error is told here, as its exit code is the command's own.
    pub(crate) fn run(self) -> ExitCode {
        match self.outcome() {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::from(1),
            Err(error) => {
                output::error(&error);
                ExitCode::from(2)
            }
        }
    }

    /// Whether no row was refused.
    fn outcome(&self) -> Result<bool> {
        let file = File::read(&self.file)?;
        let mut report = Report::default();
        for (again, first) in file.repeated() {
            output::note(&format!(
                "row {again} says the same as row {first}, and makes no second referral (give each \
                 an idempotency_key if they are two)"
            ));
        }
        let stopped = if self.check {
            file.check(&mut report);
            None
        } else {
            self.send(&file, &mut report).err()
        };
        report.sort();
        if let Some(path) = &self.report {
            report.write(path)?;
        }
        if self.json {
            output::json(&report.as_json(self.check))?;
        } else {
            report.print(self.check)?;
        }
        match stopped {
            None => Ok(report.count(Outcome::Refused) == 0),
            Some(error) => {
                let (told, all) = (report.rows(), file.count());
                Err(error.context(format!(
                    "{told} of {all} rows were sent; run it again, which makes no second referral"
                )))
            }
        }
    }

    fn send(&self, file: &File, report: &mut Report) -> Result<()> {
        let url = self.url.as_deref().unwrap_or_default();
        let mut client = Client::new(url, &self.credentials)?;
        let bar = output::progress(file.count() as u64, "Sending referrals");
        let done = file.requests().try_for_each(|request| {
            client.send(file, request, &mut |answer| {
                bar.inc(1);
                if let Some(numbers) = answer.phone_now() {
                    bar.suspend(|| output::note(&format!("row {}: {numbers}", answer.row)));
                }
                report.add(answer);
            })
        });
        file.unsent(report);
        bar.finish_and_clear();
        done
    }
}
