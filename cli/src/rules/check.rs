//! `hubward rules check`: checks whether rulebooks do what their owners mean, on every postcode of
//! each authority. An error must be mended; a warning may be meant.

mod catchments;
mod columns;
mod fairness;
mod hubs;
mod probes;
mod public;
mod survey;
mod ways;

#[cfg(test)]
pub(crate) mod tests;

use std::fmt;

use anyhow::{Result, bail};
use clap::Args;
use jiff::civil::Date;
use locality::{Localities, PostcodeIndex, rulebook::Rulebook};
use serde::Serialize;

use self::survey::Survey;
use crate::{clock, output, postcodes::IndexArgs, rulebooks::RulebookArgs};

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The day to check for. Today when left out.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    /// Take warnings for errors.
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    rulebooks: RulebookArgs,
    #[command(flatten)]
    index: IndexArgs,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

/// The result of all checks of one rulebook.
#[derive(Debug, Serialize)]
struct Report {
    rulebook: String,
    authority: &'static str,
    postcodes: usize,
    /// The number of postcodes for each inbox that a family there goes to, when nothing else is
    /// known about the family.
    placed: std::collections::BTreeMap<String, usize>,
    findings: Vec<Finding>,
}

/// The severity of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
enum Severity {
    Error,
    Warning,
}

/// One finding of a check.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Finding {
    severity: Severity,
    code: &'static str,
    /// The line that the finding is about, where there is one.
    line: Option<usize>,
    message: String,
    help: String,
}

impl Finding {
    fn error(
        code: &'static str,
        line: Option<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let (message, help) = (message.into(), help.into());
        Self { severity: Severity::Error, code, line, message, help }
    }

    fn warning(
        code: &'static str,
        line: Option<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, line, message, help) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let line = self.line.map(|line| format!(" line {line}:")).unwrap_or_default();
        write!(f, " {severity} [{}]{line} {}; {}", self.code, self.message, self.help)
    }
}

impl Check {
    pub(crate) fn run(self) -> Result<()> {
        let localities = self.rulebooks.open()?;
        let index = self.index.open()?;
        let on = self.on.unwrap_or_else(clock::today);
        let reports = reports(&localities, &index, on)?;
        if self.json {
            output::json(&reports)?;
        } else {
            print(&reports)?;
        }
        let findings = || reports.iter().flat_map(|report| &report.findings);
        let worst = if self.strict { Severity::Warning } else { Severity::Error };
        let bad = findings().filter(|finding| finding.severity <= worst).count();
        if bad > 0 {
            bail!("{bad} of the findings must be mended");
        }
        Ok(())
    }
}

/// The errors that checking finds, each as a line with its rulebook; warnings are left out.
pub(super) fn errors(
    localities: &Localities,
    index: &PostcodeIndex,
    on: Date,
) -> Result<Vec<String>> {
    let mut errors = Vec::new();
    for report in reports(localities, index, on)? {
        let of_it = report.findings.iter().filter(|one| one.severity == Severity::Error);
        errors.extend(of_it.map(|one| format!("{}:{one}", report.rulebook)));
    }
    Ok(errors)
}

fn reports(localities: &Localities, index: &PostcodeIndex, on: Date) -> Result<Vec<Report>> {
    let surveys = survey::all(localities, index)?;
    let each = localities.rulebooks().iter().zip(surveys);
    let mut reports: Vec<Report> =
        each.map(|(book, survey)| report(localities, index, book, &survey, on)).collect();
    // This finding is about the index and no rulebook, so it stands with the first rulebook's.
    if let (Some(missing), Some(first)) = (columns::check(localities, index), reports.first_mut()) {
        first.findings.insert(0, missing);
    }
    Ok(reports)
}

fn report(
    localities: &Localities,
    index: &PostcodeIndex,
    rulebook: &Rulebook,
    survey: &Survey,
    on: Date,
) -> Report {
    let reached = probes::sweep(localities, index, rulebook, survey, on);
    let mut findings = catchments::check(rulebook, survey, index.columns());
    findings.extend(hubs::check(localities, index, rulebook, survey, &reached, on));
    findings.extend(ways::check(localities, index, rulebook, survey, on));
    findings.extend(fairness::check(rulebook));
    findings.extend(public::check(rulebook));
    findings.sort();
    Report {
        rulebook: rulebook.edition.clone(),
        authority: rulebook.authority.name,
        postcodes: survey.postcodes.len(),
        placed: reached.plain,
        findings,
    }
}

fn print(reports: &[Report]) -> Result<()> {
    for report in reports {
        output::line(&format!(
            "{} ({}): {} postcodes",
            report.rulebook, report.authority, report.postcodes
        ))?;
        for (inbox, count) in &report.placed {
            output::line(&format!("{count:>9}  {inbox}"))?;
        }
        for finding in &report.findings {
            output::line(&format!(" {finding}"))?;
        }
        if report.findings.is_empty() {
            output::line("  nothing to mend")?;
        }
    }
    Ok(())
}
