//! The part that authorities can compare: shares and times of the hubs together, without a name of an authority or
//! a hub, and without a number of families.

use figures::{Council, Period};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct Anonymous {
    from: String,
    to: String,
    shares: Vec<Share>,
    times: Vec<Time>,
}

#[derive(Debug, Serialize)]
struct Share {
    table: String,
    row: &'static str,
    percent: Option<u8>,
}

#[derive(Debug, Serialize)]
struct Time {
    wait: &'static str,
    unit: &'static str,
    median: Option<u32>,
    ninetieth: Option<u32>,
}

/// The shares and times of a council's hubs together.
pub(super) fn of(council: &Council, period: Period) -> Anonymous {
    let figures = &council.together;
    let shares = figures.tables.iter().flat_map(|(table, rows)| {
        rows.rows.iter().map(|row| Share {
            table: table.code(),
            row: row.code,
            percent: row.percent,
        })
    });
    let times = figures.waiting.named().map(|(wait, _, unit, times)| Time {
        wait,
        unit,
        median: times.median,
        ninetieth: times.ninetieth,
    });
    Anonymous {
        from: period.first().to_string(),
        to: period.last().to_string(),
        shares: shares.collect(),
        times: times.into(),
    }
}
