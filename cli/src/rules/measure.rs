//! `hubward rules measure`: measures how fast placing is on this machine, with every authority of
//! England served by fifteen hubs, and how long the whole country takes.

use std::{
    fmt::Write as _,
    hint::black_box,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow};
use clap::Args;
use locality::{Authority, Facts, Localities, PostcodeIndex, Whereabouts};
use referral::{GivenPostcode, Postcode};
use serde::Serialize;

use super::families::Chance;
use crate::{clock, output, postcodes::IndexArgs};

/// The number of hubs that each authority is given.
const HUBS: usize = 15;
/// The number of placements that are timed one by one.
const TIMED: usize = 200_000;

#[derive(Debug, Args)]
pub(crate) struct Measure {
    #[command(flatten)]
    index: IndexArgs,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Measured {
    authorities: usize,
    hubs: usize,
    load_ms: u128,
    placement_p50_ns: u128,
    placement_p99_ns: u128,
    country_postcodes: usize,
    country_threads: usize,
    country_ms: u128,
}

impl Measure {
    pub(crate) fn run(self) -> Result<()> {
        let index = self.index.open()?;
        let postcodes: Vec<Postcode> = index
            .rows()
            .filter_map(|row| row.map(|(text, _)| Postcode::parse(&text).ok()).transpose())
            .collect::<Result<_, _>>()?;
        let files = books(&index)?;
        let start = Instant::now();
        let localities = Localities::parse(files).map_err(|faults| anyhow!("{faults:?}"))?;
        let load = start.elapsed();
        let mut times = timed(&localities, &index, &postcodes);
        times.sort_unstable();
        let at = |percent: usize| times.get(times.len() * percent / 100).copied();
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let start = Instant::now();
        sweep(&localities, &index, &postcodes, threads);
        let country = start.elapsed();
        let measured = Measured {
            authorities: localities.rulebooks().len(),
            hubs: HUBS,
            load_ms: load.as_millis(),
            placement_p50_ns: at(50).context("the index is empty")?.as_nanos(),
            placement_p99_ns: at(99).context("the index is empty")?.as_nanos(),
            country_postcodes: postcodes.len(),
            country_threads: threads,
            country_ms: country.as_millis(),
        };
        if self.json {
            return output::json(&measured);
        }
        output::table(&[
            ("served", format!("{} authorities × {HUBS} hubs", measured.authorities)),
            ("rulebooks read in", format!("{} ms", measured.load_ms)),
            (
                "placement",
                format!(
                    "{} ns p50 (should be: at most 5,000), {} ns p99",
                    measured.placement_p50_ns, measured.placement_p99_ns
                ),
            ),
            (
                "the whole country",
                format!(
                    "{} postcodes in {} ms on {threads} threads (should be: at most 60,000 on 2)",
                    measured.country_postcodes, measured.country_ms
                ),
            ),
        ])
    }
}

/// A rulebook for each upper-tier authority of England, its hubs at real places in it.
fn books(index: &PostcodeIndex) -> Result<Vec<(String, String)>> {
    let mut places = std::collections::BTreeMap::<&str, Vec<locality::Grid>>::new();
    for row in index.rows() {
        let (_, record) = row?;
        if let (Some(authority), Some(grid)) =
            (record.authority.and_then(Authority::find), record.grid)
        {
            places.entry(authority.upper).or_default().push(grid);
        }
    }
    let standing = |code: &str| {
        let authority = referral::GssCode::parse(code).ok().and_then(Authority::find);
        authority.is_some_and(|found| code.starts_with('E') && found.ends.is_none())
    };
    let mut chance = Chance::new(1);
    let mut files = Vec::new();
    for (code, grids) in places.into_iter().filter(|(code, _)| standing(code)) {
        let id = code.to_lowercase();
        let mut text = format!(
            "[authority]\nid = \"{id}\"\ncode = \"{code}\"\nversion = \"1\"\n[front_door]\n\
             name = \"Door\"\nin_hours = \"01632 960001\"\nout_of_hours = \"01632 960002\"\n\
             [triage]\nname = \"Triage\"\n"
        );
        for hub in 0..HUBS {
            let grid = grids[chance.below(grids.len())];
            writeln!(
                text,
                "[[hub]]\nid = \"hub-{hub}\"\nname = \"Hub {hub}\"\ngrid = {{ easting = {}, \
                 northing = {} }}",
                grid.easting, grid.northing
            )?;
        }
        text.push_str("[[catchment]]\nkind = \"nearest\"\n");
        files.push((format!("{id}.toml"), text));
    }
    Ok(files)
}

fn facts(postcode: Postcode) -> Facts {
    let postcode = GivenPostcode::Full(postcode);
    Facts::plain(Whereabouts::Postcode { postcode, authority: None }, clock::today())
}

fn timed(localities: &Localities, index: &PostcodeIndex, postcodes: &[Postcode]) -> Vec<Duration> {
    let mut chance = Chance::new(2);
    let families: Vec<Facts> =
        (0..TIMED).map(|_| facts(postcodes[chance.below(postcodes.len())])).collect();
    families
        .iter()
        .map(|facts| {
            let start = Instant::now();
            black_box(localities.place(facts, index));
            start.elapsed()
        })
        .collect()
}

fn sweep(localities: &Localities, index: &PostcodeIndex, postcodes: &[Postcode], threads: usize) {
    std::thread::scope(|scope| {
        for part in postcodes.chunks(postcodes.len().div_ceil(threads).max(1)) {
            scope.spawn(move || {
                let Some(mut facts) = part.first().copied().map(facts) else { return };
                for postcode in part {
                    let postcode = GivenPostcode::Full(*postcode);
                    facts.whereabouts = Whereabouts::Postcode { postcode, authority: None };
                    black_box(localities.place(&facts, index));
                }
            });
        }
    });
}
