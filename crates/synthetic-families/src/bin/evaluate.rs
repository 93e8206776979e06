//! Evaluates matching on a set of records and compares its results with the truth.

#![expect(clippy::print_stdout, reason = "a tool that prints its answer")]

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use matching::Weights;
use serde_json::json;
use synthetic_families::census::{self, Manner};
use synthetic_families::evaluate::{self, Arrival, Figures};
use synthetic_families::records::{self, Record};
use synthetic_families::{Names, Set, Twins, measure};

/// Runs matching over a set, one arrival at a time, and prints the results as JSON.
#[derive(Parser)]
struct Asked {
    /// A tab-separated set with the truth in it.
    #[arg(long)]
    set: Option<PathBuf>,
    /// The number of people whose records are made in the manner of febrl; without this and a set,
    /// families are made.
    #[arg(long, conflicts_with = "set")]
    people: Option<usize>,
    /// The most errors in one of these records.
    #[arg(long, default_value_t = 4)]
    errors: usize,
    /// The seed of the generated records, and of the first planting.
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// The number of families.
    #[arg(long, default_value_t = 10_000)]
    families: usize,
    /// The number of planted twins.
    #[arg(long, default_value_t = 500)]
    twins: usize,
    /// The number of times that other twins are planted, to add the results up. A set is taken as
    /// it is when this is 0.
    #[arg(long, default_value_t = 0)]
    plantings: u64,
    /// The names of planted twins.
    #[arg(long, value_enum, default_value = "given")]
    names: Names,
    /// Let one more field of a planted twin differ from the record it is copied from.
    #[arg(long)]
    one_more: bool,
    /// Say why records of one child were not merged, by level, and why records of two children
    /// were. This is only for sets that one may tune on.
    #[arg(long)]
    reasons: bool,
}

fn main() -> ExitCode {
    let asked = Asked::parse();
    match run(&asked) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            println!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(asked: &Asked) -> Result<(), String> {
    let weights = Weights::standard();
    let mut total = Figures::default();
    let mut last = Vec::new();
    for planting in 0..asked.plantings.max(1) {
        last = arrivals(asked, asked.seed + planting)?;
        total += evaluate::run(&last, weights);
    }
    let mut figures = report(&total, measure::compared_a_second(&last, weights));
    if asked.set.is_none() && asked.people.is_none() {
        let set = Set::new(asked.seed, asked.families);
        figures["reads_a_child"] = measure::reads_a_child(&set).into();
    }
    println!("{figures}");
    if asked.reasons {
        for (wrong, heading) in [(false, "one child, not merged"), (true, "two children, merged")] {
            println!("{heading}:");
            for (why, count) in evaluate::reasons(&last, weights, wrong).iter().take(400) {
                println!("{count:6} {why}");
            }
        }
    }
    Ok(())
}

fn arrivals(asked: &Asked, seed: u64) -> Result<Vec<Arrival>, String> {
    let twins = Twins { names: asked.names, one_more: asked.one_more };
    let planted = |records: &[Record]| records::plant_twins(records, seed, asked.twins, twins);
    let records = match (&asked.set, asked.people) {
        (Some(path), _) => {
            let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
            let records = records::read(&text)?;
            if asked.plantings == 0 { records } else { planted(&records) }
        }
        (None, Some(people)) => {
            let manner = Manner { people, again: people, errors: asked.errors };
            planted(&census::records(seed, manner))
        }
        (None, None) => {
            return Ok(Set::new(seed, asked.families).plant_twins(seed, asked.twins, twins));
        }
    };
    Ok(records::arrivals(&records))
}

fn report(figures: &Figures, compared_a_second: u64) -> serde_json::Value {
    let seconds = figures.took.as_secs_f64();
    json!({
        "records": figures.arrivals,
        "true_pairs": figures.true_pairs,
        "precision": figures.precision(),
        "recall": figures.recall(),
        "f1": figures.f1(),
        "found": figures.found_share(),
        "found_as_family": figures.found_as_family_share(),
        "shown": figures.shown_share(),
        "asked": figures.asked,
        "wrong_pairs": figures.wrong,
        "wrong_decisions": figures.wrong_decisions,
        "twins": figures.twins,
        "twins_merged": figures.twins_merged,
        "protected_merged": figures.protected_merged,
        "comparisons": figures.comparisons,
        "seconds": seconds,
        "compared_a_second": compared_a_second,
        "memory_mb": measure::peak_memory_mb(),
        "keys_left_out": figures.keys_over,
        "weights": Weights::standard().version(),
    })
}
