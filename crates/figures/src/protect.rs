//! Which numbers are withheld, so that no number from 1 to 5 can be read or worked out.
//!
//! A number from 1 to 5 is withheld. Where the other rows of its table would give it away, others are
//! withheld with it. All of them look alike: nobody can tell which one is small. Decision 0044 has
//! the reasons, and `protect/tests.rs` tries to work numbers out.

mod council;

pub(crate) use council::{HubTable, Withheld, of_council};

/// The largest number that is withheld for being small.
pub(crate) const SMALL: u64 = 5;

/// Whether a number is small: 0 is not, as nobody is in it.
pub(crate) fn is_small(number: u64) -> bool {
    (1..=SMALL).contains(&number)
}

/// Which rows are withheld of a table that divides a number which is shown.
///
/// Where at most one row is large, the whole table is withheld, its zeros too. Otherwise the small rows are,
/// and the smallest large ones with them, as long as one small row is alone, or the sum of those that are
/// withheld is small itself or leaves no choice.
pub(crate) fn rows(counts: &[u64]) -> Vec<bool> {
    let small: Vec<u64> = counts.iter().copied().filter(|count| is_small(*count)).collect();
    if small.is_empty() {
        return vec![false; counts.len()];
    }
    let large = counts.iter().copied().filter(|count| *count > SMALL);
    if large.clone().count() <= 1 {
        return vec![true; counts.len()];
    }
    let (many, sum) = (small.len() as u64, small.iter().sum::<u64>());
    let alone = many < 2 || sum <= SMALL || sum == many || sum == SMALL * many;
    // Of equal ones all are withheld: which one it is must not follow from their order.
    let with_them = if alone { large.min().unwrap_or(0) } else { 0 };
    counts.iter().map(|count| is_small(*count) || (*count > 0 && *count == with_them)).collect()
}

#[cfg(test)]
mod tests;
