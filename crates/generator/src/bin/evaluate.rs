//! What matching makes of a set of records, beside the truth.

#![expect(clippy::print_stdout, reason = "a tool that prints its answer")]

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use generator::evaluate::{self, Arrival, Figures};
use generator::{Set, records};
use matching::Weights;
use serde_json::json;

/// Runs matching over a set, one arrival at a time, and prints what came of it as JSON.
#[derive(Parser)]
struct Asked {
    /// A tab-separated set with the truth in it; without it, families are generated.
    #[arg(long)]
    set: Option<PathBuf>,
    /// The seed of the generated families.
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// How many families.
    #[arg(long, default_value_t = 10_000)]
    families: usize,
    /// How many twins are planted among the generated.
    #[arg(long, default_value_t = 500)]
    twins: usize,
}

fn main() -> ExitCode {
    let asked = Asked::parse();
    match arrivals(&asked) {
        Ok(arrivals) => {
            println!("{}", report(&evaluate::run(&arrivals, Weights::standard())));
            ExitCode::SUCCESS
        }
        Err(why) => {
            println!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn arrivals(asked: &Asked) -> Result<Vec<Arrival>, String> {
    match &asked.set {
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
            records::read(&text)
        }
        None => Ok(Set::new(asked.seed, asked.families).plant_twins(asked.seed, asked.twins)),
    }
}

fn report(figures: &Figures) -> serde_json::Value {
    let seconds = figures.took.as_secs_f64();
    json!({
        "records": figures.arrivals,
        "true_pairs": figures.true_pairs,
        "precision": figures.precision(),
        "recall": figures.recall(),
        "f1": figures.f1(),
        "found": figures.found_share(),
        "shown": figures.shown_share(),
        "wrong_pairs": figures.wrong,
        "twins_merged": figures.twins_merged,
        "protected_merged": figures.protected_merged,
        "comparisons": figures.comparisons,
        "seconds": seconds,
        "keys_left_out": figures.keys_over,
        "weights": Weights::standard().version(),
    })
}
