//! Somebody who reads everything that is published tries to work out what is withheld: every set of numbers
//! that would be published as the same is built, and no withheld number may be the same in all of them.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;

/// Every way of dividing a number into so many rows.
fn divisions(whole: u64, rows: usize) -> Vec<Vec<u64>> {
    if rows == 1 {
        return vec![vec![whole]];
    }
    let first = 0..=whole;
    let all = first.flat_map(|first| {
        divisions(whole - first, rows - 1).into_iter().map(move |mut rest| {
            rest.insert(0, first);
            rest
        })
    });
    all.collect()
}

type Seen = Vec<Option<u64>>;

fn seen(counts: &[u64], withheld: &[bool]) -> Seen {
    counts.iter().zip(withheld).map(|(count, hidden)| (!hidden).then_some(*count)).collect()
}

/// The withheld numbers that are the same in all of these.
fn worked_out(all: &[Vec<u64>], seen: &Seen) -> Vec<usize> {
    let values = |row: usize| all.iter().map(|one| one[row]).collect::<BTreeSet<_>>();
    (0..seen.len()).filter(|row| seen[*row].is_none() && values(*row).len() < 2).collect()
}

#[test]
fn nothing_is_worked_out_of_a_table_even_by_who_knows_the_rules() {
    for rows_of_table in 2..=4 {
        for whole in 6..=26 {
            let mut published: BTreeMap<Seen, Vec<Vec<u64>>> = BTreeMap::new();
            for counts in divisions(whole, rows_of_table) {
                published.entry(seen(&counts, &rows(&counts))).or_default().push(counts);
            }
            for (seen, possible) in published {
                let found = worked_out(&possible, &seen);
                assert!(found.is_empty(), "rows {found:?} of {seen:?} can only be {possible:?}");
            }
        }
    }
}

#[test]
fn no_small_number_is_shown() {
    for counts in (6..=20).flat_map(|whole| divisions(whole, 4)) {
        let shown = seen(&counts, &rows(&counts));
        assert!(shown.iter().flatten().all(|count| !is_small(*count)), "{shown:?}");
    }
}

#[test]
fn large_numbers_alone_are_all_shown() {
    assert_eq!(rows(&[6, 0, 30]), vec![false; 3]);
    assert_eq!(rows(&[0, 0]), vec![false; 2]);
    assert_eq!(rows(&[2, 9, 30, 0, 40]), vec![true, true, false, false, false]);
}

/// A few hubs, each with a number of families in each of three rows.
fn hubs() -> impl Strategy<Value = Vec<Vec<u64>>> {
    let count = prop_oneof![3 => 0u64..=7, 1 => 8u64..=9];
    let hub = prop::collection::vec(count, 3)
        .prop_filter("it is not left out", |hub| hub.iter().sum::<u64>() > SMALL);
    prop::collection::vec(hub, 2..=3)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// All that is published of a council: what each hub received, what each of them shows, and the sums
    /// that are shown. Of what a hub withholds it is known that it is no zero, where it shows others.
    #[test]
    fn nothing_is_worked_out_of_the_sums_and_the_hubs_together(hubs in hubs()) {
        let tables: Vec<HubTable> = hubs.iter().map(|counts| HubTable {
            counts: counts.clone(),
            withheld: rows(counts),
            whole_withheld: false,
        }).collect();
        let Withheld::Rows(sums_withheld) = of_council(&tables, 3) else {
            return Err(TestCaseError::fail("the wholes are shown"));
        };
        let sums = |hubs: &[&Vec<u64>]| -> Vec<u64> {
            (0..3).map(|row| hubs.iter().map(|hub| hub[row]).sum()).collect()
        };
        let shown_sums = seen(&sums(&hubs.iter().collect::<Vec<_>>()), &sums_withheld);
        prop_assert!(shown_sums.iter().flatten().all(|sum| !is_small(*sum)));
        let possible_of = |table: &HubTable| -> Vec<Vec<u64>> {
            let shown = seen(&table.counts, &table.withheld);
            let least = u64::from(!table.withheld.iter().all(|row| *row));
            let mut all = divisions(table.counts.iter().sum(), 3);
            all.retain(|one| one.iter().zip(&shown).all(|(count, shown)| match shown {
                Some(shown) => count == shown,
                None => *count >= least,
            }));
            all
        };
        let each: Vec<Vec<Vec<u64>>> = tables.iter().map(possible_of).collect();
        let mut values: BTreeMap<(usize, usize), BTreeSet<u64>> = BTreeMap::new();
        let mut chosen = vec![0; each.len()];
        loop {
            let hubs: Vec<&Vec<u64>> = each.iter().zip(&chosen).map(|(all, at)| &all[*at]).collect();
            let totals = sums(&hubs);
            if totals.iter().zip(&shown_sums).all(|(sum, shown)| shown.is_none_or(|one| one == *sum)) {
                for row in 0..3 {
                    for (at, hub) in hubs.iter().enumerate() {
                        values.entry((at, row)).or_default().insert(hub[row]);
                    }
                    values.entry((each.len(), row)).or_default().insert(totals[row]);
                }
            }
            let Some(next) = (0..each.len()).find(|at| chosen[*at] + 1 < each[*at].len()) else { break };
            chosen[next] += 1;
            chosen[..next].fill(0);
        }
        for ((at, row), values) in values {
            let withheld = tables.get(at).map_or(sums_withheld[row], |table| table.withheld[row]);
            prop_assert!(!withheld || values.len() > 1, "hub {at}, row {row} can only be {values:?}");
        }
    }
}
