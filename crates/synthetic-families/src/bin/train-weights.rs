//! Trains the table of weights by expectation–maximisation and writes it out.

#![expect(clippy::print_stdout, reason = "a tool that prints its answer")]

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

use clap::Parser;
use matching::{Comparison, Key, Profile, Weights, compare, em, keys};
use synthetic_families::Set;
use synthetic_families::set::arrivals;

/// Trains on generated families; it never looks at the truth beside them.
#[derive(Parser)]
struct Asked {
    /// The seed of the families; it differs from the one they are measured with.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The number of families.
    #[arg(long, default_value_t = 5_000)]
    families: usize,
    /// The name of the table.
    #[arg(long, default_value = "2026.1")]
    version: String,
}

/// The number of pairs of strangers that are looked at.
const STRANGERS: usize = 400_000;

fn main() -> ExitCode {
    let asked = Asked::parse();
    let set = Set::new(asked.seed, asked.families);
    let profiles: Vec<Profile> =
        set.reports.iter().flat_map(arrivals).map(|arrival| arrival.profile).collect();
    let mut chance = fastrand::Rng::with_seed(asked.seed);
    let any = |chance: &mut fastrand::Rng| chance.usize(0..profiles.len());
    let strangers: Vec<Comparison> = (0..STRANGERS)
        .map(|_| (any(&mut chance), any(&mut chance)))
        .filter(|(one, other)| one != other)
        .map(|(one, other)| compare(&profiles[one], &profiles[other]))
        .collect();
    match em::train(&asked.version, Weights::standard(), &linked(&profiles), &strangers) {
        Ok(weights) => {
            println!(
                "# Weights by field and level: m (among records of one child) and u (among strangers)."
            );
            println!(
                "# Trained by: cargo run -p synthetic-families --bin train-weights -- --seed {} --families {} --version {}",
                asked.seed, asked.families, asked.version
            );
            print!("{}", weights.to_text());
            ExitCode::SUCCESS
        }
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The comparisons of all pairs that share a key.
fn linked(profiles: &[Profile]) -> Vec<Comparison> {
    let mut index: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    let mut pairs = BTreeSet::new();
    for (at, profile) in profiles.iter().enumerate() {
        for key in keys(profile).0 {
            let rows = index.entry(key).or_default();
            pairs.extend(
                rows.iter().take(synthetic_families::evaluate::MOST_ROWS).map(|&other| (other, at)),
            );
            rows.push(at);
        }
    }
    pairs.into_iter().map(|(a, b)| compare(&profiles[a], &profiles[b])).collect()
}
