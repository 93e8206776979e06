//! The file as rows, and as the requests in which they are sent.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use formats::batch::{self, Batch, Form, MAX_BYTES, Row};
use referral::FieldError;
use sha2::{Digest as _, Sha256};

use super::answers::{Answer, Fault, Status};
use super::report::Report;
use crate::clock;

/// The most rows in one request: fewer than the API takes, so that the bar moves and an interruption
/// costs little.
const MOST_ROWS: usize = 100;

/// A file that was read.
pub(super) struct File {
    form: Form,
    batch: Batch,
}

impl File {
    pub(super) fn read(path: &Path) -> Result<Self> {
        let shown = path.display();
        let extension = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
        let form = match extension.to_ascii_lowercase().as_str() {
            "csv" | "tsv" | "txt" => Form::Csv,
            "ndjson" | "jsonl" => Form::Ndjson,
            "xlsx" | "xls" | "ods" => {
                bail!("{shown} is a workbook; save it as CSV UTF-8 (Comma delimited) first")
            }
            _ => bail!("{shown} must end in .csv or .ndjson, by which it is known how to read it"),
        };
        let bytes = std::fs::read(path).with_context(|| format!("{shown} cannot be read"))?;
        let batch = batch::rows(form, &bytes)
            .map_err(|errors| told(&errors))
            .with_context(|| format!("{shown} cannot be understood, and nothing of it was sent"))?;
        if batch.rows.is_empty() {
            bail!("{shown} has no row");
        }
        Ok(Self { form, batch })
    }

    /// The number of rows that are not blank.
    pub(super) fn count(&self) -> usize {
        self.batch.rows.len()
    }

    pub(super) fn media_type(&self) -> &'static str {
        match self.form {
            Form::Csv => "text/csv",
            Form::Ndjson => "application/x-ndjson",
        }
    }

    /// Rows that say the same as an earlier one and have no key of their own, each with that one.
    pub(super) fn repeated(&self) -> Vec<(usize, usize)> {
        let mut first: BTreeMap<[u8; 32], usize> = BTreeMap::new();
        let without_key = self.batch.rows.iter().filter(|row| row.key().is_none());
        let repeated = without_key.filter_map(|row| {
            let digest = Sha256::digest(row.content()).into();
            let earlier = *first.entry(digest).or_insert(row.number);
            (earlier != row.number).then_some((row.number, earlier))
        });
        repeated.collect()
    }

    /// Reads every row as the API would. Whether a postcode exists is not looked at.
    pub(super) fn check(&self, report: &mut Report) {
        for row in &self.batch.rows {
            report.add(match row.read(clock::today()) {
                Ok(_) => Answer::new(row.number, Status::Ready),
                Err(errors) => refused(row, &errors),
            });
        }
    }

    /// The rows of each request, concerns first. A row that would run into the others is in none.
    pub(super) fn requests(&self) -> impl Iterator<Item = Vec<&Row>> {
        let head = self.batch.head.as_ref().map_or(0, String::len);
        let mut rows: Vec<_> = self.batch.rows.iter().filter(|row| fits(row)).collect();
        rows.sort_by_key(|row| !row.is_concern());
        let mut requests: Vec<Vec<&Row>> = Vec::new();
        let mut bytes = MAX_BYTES;
        for row in rows {
            let own = row.text().len() + 1;
            match requests.last_mut() {
                Some(last) if last.len() < MOST_ROWS && bytes + own <= MAX_BYTES => {
                    bytes += own;
                    last.push(row);
                }
                _ => {
                    bytes = head + 1 + own;
                    requests.push(vec![row]);
                }
            }
        }
        requests.into_iter()
    }

    /// Tells the errors of rows that are in no request.
    pub(super) fn unsent(&self, report: &mut Report) {
        for row in self.batch.rows.iter().filter(|row| !fits(row)) {
            let errors = row.read(clock::today()).err().unwrap_or_default();
            report.add(refused(row, &errors));
        }
    }

    /// The body of a request with these rows.
    pub(super) fn body(&self, rows: &[&Row]) -> String {
        let head = self.batch.head.as_deref();
        let lines = head.into_iter().chain(rows.iter().map(|row| row.text()));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Whether a row can be sent: its quotation marks are closed, and it is no longer than a referral may
/// be.
fn fits(row: &Row) -> bool {
    row.is_whole() && row.text().len() <= formats::json::MAX_BYTES
}

fn refused(row: &Row, errors: &[FieldError]) -> Answer {
    let fault = |error: &FieldError| Fault {
        path: error.path.clone(),
        code: error.code.to_owned(),
        message: error.message.clone(),
    };
    let mut errors: Vec<_> = errors.iter().map(fault).collect();
    if errors.is_empty() {
        let message = "This row is too long to send. Make its longest texts shorter.".to_owned();
        errors.push(Fault { path: String::new(), code: "too_long".to_owned(), message });
    }
    Answer { errors, ..Answer::new(row.number, Status::Refused) }
}

fn told(errors: &[FieldError]) -> anyhow::Error {
    let told = |error: &FieldError| match error.path.as_str() {
        "" => error.message.clone(),
        path => format!("{path}: {}", error.message),
    };
    anyhow::anyhow!(errors.iter().map(told).collect::<Vec<_>>().join("\n  "))
}
