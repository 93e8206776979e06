//! What matching makes of a set of records, beside the truth: one line of figures.

#![expect(clippy::print_stdout, reason = "a tool that prints its answer")]

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use generator::{evaluate, records};
use matching::Weights;

/// Runs matching over a set, one arrival at a time, and prints what came of it.
#[derive(Parser)]
struct Asked {
    /// A tab-separated set with the truth in it.
    #[arg(long)]
    set: PathBuf,
}

fn main() -> ExitCode {
    let asked = Asked::parse();
    let arrivals = std::fs::read_to_string(&asked.set)
        .map_err(|error| error.to_string())
        .and_then(|text| records::read(&text));
    match arrivals {
        Ok(arrivals) => {
            let figures = evaluate::run(&arrivals, Weights::standard());
            println!("{}", generator_report(&figures));
            ExitCode::SUCCESS
        }
        Err(why) => {
            println!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn generator_report(figures: &evaluate::Figures) -> String {
    format!("{:?} p={:.4} r={:.4} found={:.4} shown={:.4}", figures, figures.precision(), figures.recall(), figures.found_share(), figures.shown_share())
}
