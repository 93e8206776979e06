//! Prints referrals of families that do not exist, one on each line, with the truth beside.

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use clap::Parser;
use serde_json::json;
use synthetic_families::Set;

/// Writes referrals with their truth as newline-delimited JSON.
#[derive(Parser)]
struct Asked {
    /// The seed; the same seed gives the same referrals.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The number of families.
    #[arg(long, default_value_t = 1000)]
    families: usize,
}

fn main() -> ExitCode {
    let asked = Asked::parse();
    let set = Set::new(asked.seed, asked.families);
    let mut out = BufWriter::new(io::stdout().lock());
    let written = set.reports.iter().try_for_each(|report| {
        let line = json!({
            "referral": report.referral,
            "truth": {"family": report.family, "children": report.children},
        });
        writeln!(out, "{line}")
    });
    // Writing fails when a reader has seen enough and closes the pipe.
    if written.and_then(|()| out.flush()).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
