//! The outcome of each row, and how it is told.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Serialize;

use super::answers::{Answer, Status};
use crate::output;

/// The most errors that are printed; a report has them all.
const MOST_LINES: usize = 100;

/// The answers so far.
#[derive(Default)]
pub(super) struct Report(Vec<Answer>);

/// An outcome that is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Accepted,
    Before,
    Refused,
    Ready,
}

#[derive(Serialize)]
pub(super) struct Json<'a> {
    /// Whether nothing was sent.
    check: bool,
    accepted: usize,
    replayed: usize,
    refused: usize,
    ready: usize,
    rows: &'a [Answer],
}

impl Report {
    pub(super) fn add(&mut self, answer: Answer) {
        self.0.push(answer);
    }

    pub(super) fn sort(&mut self) {
        self.0.sort_by_key(|answer| answer.row);
    }

    /// The number of rows whose outcome is known.
    pub(super) fn rows(&self) -> usize {
        self.0.len()
    }

    pub(super) fn count(&self, outcome: Outcome) -> usize {
        let is = |answer: &&Answer| match answer.status {
            Status::Accepted => outcome == Outcome::Accepted,
            Status::Ready => outcome == Outcome::Ready,
            Status::Replayed => outcome == Outcome::Before,
            Status::Refused | Status::TryAgain => outcome == Outcome::Refused,
        };
        self.0.iter().filter(is).count()
    }

    pub(super) fn as_json(&self, check: bool) -> Json<'_> {
        Json {
            check,
            accepted: self.count(Outcome::Accepted),
            replayed: self.count(Outcome::Before),
            refused: self.count(Outcome::Refused),
            ready: self.count(Outcome::Ready),
            rows: &self.0,
        }
    }

    /// Prints the errors by row and column, and the counts.
    pub(super) fn print(&self, check: bool) -> Result<()> {
        let errors =
            self.0.iter().flat_map(|answer| answer.errors.iter().map(|one| (answer.row, one)));
        let all = errors.clone().count();
        for (row, error) in errors.take(MOST_LINES) {
            let column =
                if error.path.is_empty() { String::new() } else { format!(", {}", error.path) };
            output::line(&format!("row {row}{column}: {}", error.message))?;
        }
        if all > MOST_LINES {
            output::line(&format!("and {} more: --report FILE writes them all", all - MOST_LINES))?;
        }
        let (accepted, refused) = (self.count(Outcome::Accepted), self.count(Outcome::Refused));
        if check {
            let ready = self.count(Outcome::Ready);
            return output::line(&format!("{ready} rows can be sent, {refused} cannot"));
        }
        let before = self.count(Outcome::Before);
        output::line(&format!("{accepted} accepted, {before} accepted before, {refused} refused"))
    }

    /// Writes a CSV file: a line for each row that is kept, and for each error.
    pub(super) fn write(&self, path: &Path) -> Result<()> {
        let written = || -> Result<()> {
            let mut file = csv::Writer::from_path(path)?;
            file.write_record(["row", "column", "message", "status", "reference"])?;
            for answer in &self.0 {
                let row = answer.row.to_string();
                let status = match answer.status {
                    Status::Accepted => "accepted",
                    Status::Ready => "can be sent",
                    Status::Replayed => "accepted before",
                    Status::Refused | Status::TryAgain => "refused",
                };
                let reference = answer.reference.as_deref().unwrap_or_default();
                let told = answer.errors.iter().chain(&answer.warnings);
                let told = told.map(|one| (one.path.as_str(), one.message.as_str()));
                let mut told: Vec<_> = told.collect();
                if told.is_empty() {
                    told.push(("", ""));
                }
                for (column, message) in told {
                    let cells = [&row, column, message, status, reference].map(inert);
                    file.write_record(&cells)?;
                }
            }
            Ok(file.flush()?)
        };
        written().with_context(|| format!("{} cannot be written", path.display()))
    }
}

/// A cell that no spreadsheet takes for a formula.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
