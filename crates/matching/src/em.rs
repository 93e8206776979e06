//! Trains m and u from comparisons of pairs that share a key, and of pairs of strangers.
//!
//! u is counted on strangers. m is found by expectation–maximisation: weigh each pair by how
//! likely it is one child under the weights so far, count levels by those weights, repeat.

use std::collections::BTreeMap;

use crate::compare::Comparison;
use crate::level::{Field, Level};
use crate::weights::{Weights, WeightsError};

/// The number of rounds of expectation and maximisation.
const ROUNDS: usize = 25;
/// The sum at which a pair that shares a key is as likely one child as not, before any pair is
/// seen.
const EVEN: f64 = 18.0;
/// The count that every level starts with, so that no level is impossible.
const PRIOR: f64 = 0.5;

type Counts = BTreeMap<(Field, Level), f64>;

/// Trains a table of weights, starting from another table.
pub fn train(
    version: &str,
    start: &Weights,
    linked: &[Comparison],
    strangers: &[Comparison],
) -> Result<Weights, WeightsError> {
    let u = shares(strangers.iter().map(|comparison| (comparison, 1.0)));
    let mut weights = start.clone();
    let mut share = 0.2_f64;
    for _ in 0..ROUNDS {
        let prior = (share / (1.0 - share)).log2();
        let likely: Vec<f64> =
            linked.iter().map(|comparison| likelihood(comparison, &weights, prior)).collect();
        #[expect(clippy::cast_precision_loss, reason = "a count of pairs")]
        let total = linked.len().max(1) as f64;
        share = (likely.iter().sum::<f64>() / total).clamp(0.001, 0.999);
        let m = shares(linked.iter().zip(likely));
        let probabilities = m.iter().map(|(key, m)| (*key, (*m, u[key]))).collect();
        weights = Weights::new(version.to_owned(), probabilities)?;
    }
    Ok(weights)
}

/// The likelihood that a pair is one child. Twins and siblings agree in all else, so the sum alone
/// would take them for one: pairs whose given names do not agree are no examples of one child.
fn likelihood(comparison: &Comparison, weights: &Weights, prior: f64) -> f64 {
    if !comparison.level(Field::Given).agrees() {
        return 0.0;
    }
    1.0 / (1.0 + (-(weights.sum(comparison) - EVEN + prior)).exp2())
}

/// For each level of each field, its share of the pairs where the field is not missing.
fn shares<'a>(pairs: impl Iterator<Item = (&'a Comparison, f64)>) -> Counts {
    let mut counts: Counts = Field::ALL
        .into_iter()
        .flat_map(|field| field.levels().iter().map(move |level| ((field, *level), PRIOR)))
        .collect();
    for (comparison, weight) in pairs {
        for field in Field::ALL {
            if let Some(count) = counts.get_mut(&(field, comparison.level(field))) {
                *count += weight;
            }
        }
    }
    let mut totals: BTreeMap<Field, f64> = BTreeMap::new();
    for ((field, _), count) in &counts {
        *totals.entry(*field).or_default() += count;
    }
    counts
        .into_iter()
        .map(|((field, level), count)| ((field, level), count / totals[&field]))
        .collect()
}
