//! Figures as a file: the same numbers as the page's, withheld ones too.

use figures::Period;
use lambda_kit::http::Response;
use pipeline::collect::InboxFigures;

use super::csv::Table;
use super::{Format, of_table};

/// The file of some inboxes' figures.
pub(crate) fn figures(period: Period, inboxes: &[InboxFigures]) -> Response {
    let mut table =
        Table::new(["inbox", "from", "to", "table", "row", "words", "unit", "value", "percent"]);
    let (from, to) = (period.first().to_string(), period.last().to_string());
    for one in inboxes {
        for reading in one.figures.readings() {
            let percent = reading.percent.map(|percent| percent.to_string()).unwrap_or_default();
            let value = reading.value.to_string();
            table.line([
                one.inbox.as_str(),
                &from,
                &to,
                &reading.table,
                reading.row,
                &reading.words,
                reading.unit,
                &value,
                &percent,
            ]);
        }
    }
    let name = format!("figures-{}", period.quarter().unwrap_or_default());
    Format::Csv.file(of_table(table), &name)
}
