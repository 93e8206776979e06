//! Somebody who has the whole of a council's figures writes down every sum that they know of and solves the
//! equations. No number that is withheld may come out.

use fastrand::Rng;
use jiff::Timestamp;
use jiff::civil::date;
use referral::{ClosingOutcome, EntryState, Need, ReferrerKind, ScorePoint};

use super::*;
use crate::facts::{FamilyFacts, Score};
use crate::protect::is_small;
use crate::published::Count;
use crate::tables::{CLOSED, Whole, YES};

/// A large prime: equations are solved in the numbers below it, without fractions.
const PRIME: u64 = 2_147_483_647;

/// A number that somebody wants to know: a row of a table, or what it divides, in one hub or together.
type Wanted = (usize, Table, Option<usize>);

/// The equations that somebody knows: each a sum of unknown numbers, the known ones taken away.
#[derive(Default)]
struct Equations {
    unknown: Vec<Wanted>,
    sums: Vec<BTreeMap<usize, u64>>,
}

impl Equations {
    /// Adds that some numbers with these signs add up to what is known.
    fn add(&mut self, numbers: impl IntoIterator<Item = (Wanted, Count, u64)>) {
        let mut sum = BTreeMap::new();
        for (wanted, count, sign) in numbers {
            if count.get().is_none() {
                let at = self.unknown.iter().position(|one| *one == wanted).unwrap_or_else(|| {
                    self.unknown.push(wanted);
                    self.unknown.len() - 1
                });
                let entry = sum.entry(at).or_insert(0);
                *entry = (*entry + sign) % PRIME;
            }
        }
        self.sums.push(sum);
    }

    /// The unknown numbers that the equations determine.
    fn solved(mut self) -> Vec<Wanted> {
        let mut done: Vec<(usize, BTreeMap<usize, u64>)> = Vec::new();
        while let Some(mut sum) = self.sums.pop() {
            for (lead, other) in &done {
                if let Some(times) = sum.get(lead).copied() {
                    take(&mut sum, other, times);
                }
            }
            sum.retain(|_, factor| *factor != 0);
            let Some((lead, factor)) = sum.iter().next().map(|(at, factor)| (*at, *factor)) else {
                continue;
            };
            let inverse = power(factor, PRIME - 2);
            for factor in sum.values_mut() {
                *factor = *factor * inverse % PRIME;
            }
            for (_, other) in &mut done {
                if let Some(times) = other.get(&lead).copied() {
                    take(other, &sum, times);
                    other.retain(|_, factor| *factor != 0);
                }
            }
            done.push((lead, sum));
        }
        let alone = done.iter().filter(|(_, sum)| sum.len() == 1);
        alone.map(|(lead, _)| self.unknown[*lead]).collect()
    }
}

/// Takes a multiple of one sum away from another one.
fn take(from: &mut BTreeMap<usize, u64>, other: &BTreeMap<usize, u64>, times: u64) {
    for (at, factor) in other {
        let entry = from.entry(*at).or_insert(0);
        *entry = (*entry + PRIME - factor * times % PRIME) % PRIME;
    }
}

fn power(base: u64, exponent: u64) -> u64 {
    let (mut base, mut exponent, mut result) = (base, exponent, 1);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent /= 2;
    }
    result
}

/// The number that a table divides, under the name that it has as a row of another one.
fn whole(scope: usize, table: Table) -> Wanted {
    match table.divides() {
        Whole::Row(of, row) => (scope, of, Some(row)),
        Whole::Families => (scope, Table::Progress, None),
        Whole::Matches => (scope, Table::Matches, None),
    }
}

fn equations(council: &Council) -> Equations {
    let mut equations = Equations::default();
    let scopes: Vec<&Figures> =
        std::iter::once(&council.together).chain(council.hubs.values()).collect();
    for table in Table::all() {
        for (scope, figures) in scopes.iter().enumerate() {
            let rows = &figures.tables[&table];
            let parts = rows
                .rows
                .iter()
                .enumerate()
                .map(|(row, shown)| ((scope, table, Some(row)), shown.count, 1));
            let all = (whole(scope, table), rows.whole, PRIME - 1);
            equations.add(parts.chain([all]).collect::<Vec<_>>());
        }
        let count = |scope: usize, row: Option<usize>| {
            let rows = &scopes[scope].tables[&table];
            row.map_or(rows.whole, |row| rows.rows[row].count)
        };
        let rows = (0..table.rows().len()).map(Some).chain([None]);
        for row in rows {
            let name =
                |scope| row.map_or_else(|| whole(scope, table), |row| (scope, table, Some(row)));
            let hubs = (1..scopes.len()).map(|scope| (name(scope), count(scope, row), 1));
            let sum = (name(0), count(0, row), PRIME - 1);
            equations.add(hubs.chain([sum]).collect::<Vec<_>>());
        }
    }
    equations
}

fn one_of<T: Copy>(rng: &mut Rng, all: &[T]) -> T {
    all[rng.usize(..all.len())]
}

/// A few hubs of very different sizes, whose families are mostly alike.
fn hubs(rng: &mut Rng) -> BTreeMap<InboxId, Tally> {
    let on = date(2026, 11, 2);
    let received: Timestamp = "2026-11-02T10:00:00Z".parse().unwrap();
    let many = rng.usize(1..6);
    let hub = |at: usize, rng: &mut Rng| {
        let families = rng.usize(0..60);
        let kinds = rng.usize(1..ReferrerKind::ALL.len());
        let tally = (0..families).map(|_| {
            let state = one_of(rng, EntryState::ALL);
            let score = |at, value| Score { scale: 1, on, at, value };
            FamilyFacts {
                received,
                received_on: on,
                sources: vec![ReferrerKind::ALL[rng.usize(..kinds)]],
                needs: vec![one_of(rng, &Need::ALL[..kinds])],
                state,
                claimed: (rng.u8(..8) > 0).then_some(received),
                contacted: rng.bool().then_some(on),
                closed: (state == EntryState::Closed).then_some(received),
                outcome: (state == EntryState::Closed)
                    .then(|| one_of(rng, &ClosingOutcome::ALL[..4])),
                scores: if rng.bool() {
                    vec![score(ScorePoint::Start, 5), score(ScorePoint::Close, rng.u8(..11))]
                } else {
                    Vec::new()
                },
                referred_again: rng.u8(..10) == 0,
                matches_open: u32::from(rng.u8(..10) == 0),
                matches_same: u32::from(rng.u8(..5) == 0),
                matches_different: 0,
            }
        });
        let tally: Tally = tally.collect::<Vec<_>>().into_iter().collect();
        (InboxId::parse(&format!("hub-{at}")).unwrap(), tally)
    };
    (0..many).map(|at| hub(at, rng)).collect()
}

#[test]
fn no_withheld_number_follows_from_all_that_a_council_publishes() {
    let mut withheld = 0;
    for seed in 0..300 {
        let council = council(&hubs(&mut Rng::with_seed(seed)));
        let equations = equations(&council);
        withheld += equations.unknown.len();
        let solved = equations.solved();
        assert!(solved.is_empty(), "seed {seed}: {solved:?} follow");
    }
    assert!(withheld > 1_000, "only {withheld} numbers were withheld");
}

#[test]
fn no_small_number_is_in_anything_that_is_published() {
    for seed in 0..300 {
        let council = council(&hubs(&mut Rng::with_seed(seed)));
        for figures in council.hubs.values().chain([&council.together]) {
            let counted = figures
                .readings()
                .into_iter()
                .filter(|reading| reading.unit == "families" || reading.unit == "matches");
            for reading in counted {
                let small = reading.value.get().is_some_and(is_small);
                assert!(!small, "seed {seed}: {reading:?}");
            }
        }
    }
}

#[test]
fn a_hub_with_few_families_is_in_no_sum() {
    let mut tallies = BTreeMap::new();
    let mut rng = Rng::with_seed(1);
    while tallies.len() < 2 {
        tallies = hubs(&mut rng);
    }
    let few = InboxId::parse("few").unwrap();
    let without = council(&tallies);
    tallies.insert(few.clone(), Tally::default());
    let with = council(&tallies);
    assert_eq!((&with.together, &with.hubs), (&without.together, &without.hubs));
    assert!(with.left_out.contains(&few));
}

#[test]
fn a_row_that_others_divide_is_one_number() {
    assert_eq!(whole(1, Table::Outcome), (1, Table::Progress, Some(CLOSED)));
    assert_eq!(whole(1, Table::Improved), (1, Table::Scored, Some(YES)));
}
