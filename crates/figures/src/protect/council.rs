//! The sums over several hubs: which of them are withheld, so that nothing that a hub withholds can be
//! worked out from a sum and the other hubs.
//!
//! The tables of a hub depend on the hub alone, so its own page and the council's report agree. A sum is then
//! withheld where it must be. It need not be where two hubs withhold the same two rows: one family more here
//! and one less there leaves every sum as it is.

use super::{SMALL, is_small};

/// A table of one hub: its numbers, and which of them are withheld.
#[derive(Clone)]
pub(crate) struct HubTable {
    /// The numbers.
    pub(crate) counts: Vec<u64>,
    /// Whether each of them is withheld.
    pub(crate) withheld: Vec<bool>,
    /// Whether the number that the table divides is withheld.
    pub(crate) whole_withheld: bool,
}

/// The sums of a table that are withheld.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Withheld {
    /// Every row, as what the table divides is not known of every hub.
    Everything,
    /// These rows.
    Rows(Vec<bool>),
}

/// Which sums of one table are withheld, given what each hub withholds of it. The numbers that the hubs'
/// tables divide are shown, or else nothing of the table is summed up.
pub(crate) fn of_council(hubs: &[HubTable], rows: usize) -> Withheld {
    if hubs.iter().any(|hub| hub.whole_withheld) {
        return Withheld::Everything;
    }
    let sum = |row: usize| hubs.iter().map(|hub| hub.counts[row]).sum::<u64>();
    let small: Vec<bool> = (0..rows).map(|row| is_small(sum(row))).collect();
    let mut withheld = small.clone();
    for row in 0..rows {
        for at in 0..hubs.len() {
            if hubs[at].withheld[row] && !is_open(hubs, at, row, &withheld, small[row]) {
                let partner = (0..rows)
                    .filter(|other| moves_alone(&hubs[at], row, *other))
                    .min_by_key(|other| (!withheld[*other], sum(*other) <= SMALL, sum(*other)));
                withheld[row] = true;
                if let Some(partner) = partner {
                    withheld[partner] = true;
                }
            }
        }
    }
    Withheld::Rows(withheld)
}

/// Whether a withheld number of a hub may be another one as far as anybody can tell: a family is moved
/// between two of the hub's withheld rows, either with both sums withheld, or with a move in another hub
/// that makes up for it. A sum that is small itself stays open by the first of these alone.
fn is_open(hubs: &[HubTable], at: usize, row: usize, withheld: &[bool], small: bool) -> bool {
    let hub = &hubs[at];
    (0..withheld.len()).any(|other| {
        let alone = withheld[row] && withheld[other] && moves_alone(hub, row, other);
        let made_up = || {
            hubs.iter().enumerate().any(|(here, second)| {
                here != at
                    && ((moves(hub, row, other) && moves(second, other, row))
                        || (moves(hub, other, row) && moves(second, row, other)))
            })
        };
        alone || (!small && made_up())
    })
}

/// Whether a family may be moved between two rows of a hub, in one of the two directions.
fn moves_alone(hub: &HubTable, row: usize, other: usize) -> bool {
    moves(hub, row, other) || moves(hub, other, row)
}

/// Whether a family may be moved from one row of a hub to another one, as far as anybody can tell: both are
/// withheld, and where zeros are shown, what is withheld is no zero.
fn moves(hub: &HubTable, from: usize, to: usize) -> bool {
    let everything = hub.withheld.iter().all(|row| *row);
    let least = u64::from(!everything);
    from != to && hub.withheld[from] && hub.withheld[to] && hub.counts[from] > least
}
