//! `hubward postcodes measure`: measures how fast the index opens and answers on this machine.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use clap::Args;
use locality::PostcodeIndex;
use referral::Postcode;
use serde::Serialize;

use super::IndexArgs;
use crate::output;

/// The number of times that the index is opened.
const OPENINGS: usize = 50;
/// The number of lookups that share one reading of the clock, so that the clock does not count.
const BATCH: usize = 1000;

#[derive(Debug, Args)]
pub(crate) struct Measure {
    #[command(flatten)]
    index: IndexArgs,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Measured {
    version: String,
    bytes: u64,
    open_p50_us: u128,
    open_max_us: u128,
    open_and_first_lookup_us: u128,
    most_touched_bytes: u64,
    lookup_p50_ns: u128,
    lookup_p99_ns: u128,
    verify_ms: u128,
}

impl Measure {
    pub(crate) fn run(self) -> Result<()> {
        let start = Instant::now();
        let index = self.index.open()?;
        black_box(index.lookup_text("SW1V 2AA")?);
        let first = start.elapsed();

        let mut openings = Vec::with_capacity(OPENINGS);
        for _ in 0..OPENINGS {
            let start = Instant::now();
            black_box(self.index.open()?);
            openings.push(start.elapsed());
        }
        openings.sort();

        let start = Instant::now();
        index.verify()?;
        let verify = start.elapsed();
        let lookups = lookups(&index)?;
        let measured = Measured {
            version: index.about().version.clone(),
            bytes: index.about().bytes,
            open_p50_us: at(&openings, 50)?.as_micros(),
            open_max_us: at(&openings, 100)?.as_micros(),
            open_and_first_lookup_us: first.as_micros(),
            most_touched_bytes: index.most_touched(),
            lookup_p50_ns: at(&lookups, 50)?.as_nanos(),
            lookup_p99_ns: at(&lookups, 99)?.as_nanos(),
            verify_ms: verify.as_millis(),
        };
        if self.json {
            return output::json(&measured);
        }
        output::table(&[
            ("index", format!("{} ({} bytes)", measured.version, measured.bytes)),
            (
                "open",
                format!(
                    "{} µs p50 (should be: at most 5,000), {} µs most",
                    measured.open_p50_us, measured.open_max_us
                ),
            ),
            ("open and first lookup", format!("{} µs", measured.open_and_first_lookup_us)),
            ("read for one lookup", format!("{} bytes at most", measured.most_touched_bytes)),
            (
                "lookup, warm",
                format!(
                    "{} ns p50 (should be: at most 300), {} ns p99",
                    measured.lookup_p50_ns, measured.lookup_p99_ns
                ),
            ),
            ("check everything", format!("{} ms", measured.verify_ms)),
        ])
    }
}

/// The time of one lookup, over batches of postcodes from all over the country, sorted.
fn lookups(index: &PostcodeIndex) -> Result<Vec<Duration>> {
    let all: Vec<Postcode> = index
        .rows()
        .step_by(9)
        .filter_map(|row| row.map(|(text, _)| Postcode::parse(&text).ok()).transpose())
        .collect::<Result<_, _>>()?;
    // A stride that shares no factor with most lengths jumps about the country.
    let scattered: Vec<Postcode> = (0..all.len()).map(|at| all[at * 7919 % all.len()]).collect();
    let mut times = Vec::with_capacity(scattered.len() / BATCH);
    for batch in scattered.chunks_exact(BATCH) {
        let start = Instant::now();
        for postcode in batch {
            black_box(index.lookup(postcode)?);
        }
        times.push(start.elapsed() / u32::try_from(BATCH)?);
    }
    times.sort();
    Ok(times)
}

/// The duration below which this percentage of the durations lies.
fn at(sorted: &[Duration], percent: usize) -> Result<Duration> {
    let place = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(place).copied().context("the index holds too few postcodes to measure")
}
