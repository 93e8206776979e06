//! A report as lines: each a number of one hub or of all together.

use std::io;

use anyhow::Result;
use figures::{Council, Period, Reading, Value};
use referral::{GssCode, InboxId};
use serde::Serialize;

use crate::output;

/// The name of the hubs together.
const TOGETHER: &str = "together";

/// A number of a report.
#[derive(Debug, Serialize)]
pub(super) struct Line {
    hub: String,
    #[serde(flatten)]
    reading: Reading,
}

/// A report as JSON.
#[derive(Serialize)]
pub(super) struct Whole<'a> {
    authority: GssCode,
    from: String,
    to: String,
    /// The hubs with fewer than six families: they are in none of the numbers.
    left_out: &'a [InboxId],
    lines: Vec<Line>,
}

impl<'a> Whole<'a> {
    pub(super) fn new(
        authority: GssCode,
        period: Period,
        council: &'a Council,
        lines: Vec<Line>,
    ) -> Self {
        let (from, to) = (period.first().to_string(), period.last().to_string());
        Self { authority, from, to, left_out: &council.left_out, lines }
    }
}

/// The lines of a council's figures.
pub(super) fn of(council: &Council) -> Vec<Line> {
    let hubs = council.hubs.iter().map(|(hub, figures)| (hub.to_string(), figures));
    let all = std::iter::once((TOGETHER.to_owned(), &council.together)).chain(hubs);
    all.flat_map(|(hub, figures)| {
        figures.readings().into_iter().map(move |reading| Line { hub: hub.clone(), reading })
    })
    .collect()
}

/// Prints the lines as CSV.
pub(super) fn csv(lines: &[Line]) -> Result<()> {
    let mut out = csv::Writer::from_writer(io::stdout().lock());
    out.write_record(["hub", "table", "row", "words", "unit", "value", "percent"])?;
    for Line { hub, reading } in lines {
        let percent = reading.percent.map(|percent| percent.to_string()).unwrap_or_default();
        let value = reading.value.to_string();
        let Reading { table, row, words, unit, .. } = reading;
        out.write_record([hub, table.as_str(), row, words, unit, &value, &percent])?;
    }
    Ok(out.flush()?)
}

/// Prints the lines for people, those aside that are 0.
pub(super) fn text(period: Period, council: &Council, lines: &[Line]) -> Result<()> {
    output::line(&format!("Families received from {period}"))?;
    let mut last = "";
    for Line { hub, reading } in lines {
        if hub != last {
            output::line(&format!("\n{hub}"))?;
            last = hub;
        }
        if reading.value != Value::NONE {
            let percent = reading.percent.map(|share| format!(" ({share}%)")).unwrap_or_default();
            let Reading { table, words, unit, value, .. } = reading;
            output::line(&format!("  {table}: {words}: {value} {unit}{percent}"))?;
        }
    }
    if !council.left_out.is_empty() {
        let hubs: Vec<&str> = council.left_out.iter().map(InboxId::as_str).collect();
        output::line(&format!("\nLeft out, with fewer than six families: {}", hubs.join(", ")))?;
    }
    output::line("\nTimes are by the calendar, nights and weekends too.")
}
