//! A hundred thousand made-up families, counted as it is done and once more in the plainest way.

use std::collections::BTreeMap;

use fastrand::Rng;
use jiff::civil::date;
use jiff::{Timestamp, ToSpan as _};
use referral::{ClosingOutcome, EntryState, Need, ReferrerKind, ScorePoint};

use super::*;
use crate::facts::Score;

const MANY: usize = 100_000;
const HUBS: usize = 7;

fn one_of<T: Copy>(rng: &mut Rng, all: &[T]) -> T {
    all[rng.usize(..all.len())]
}

/// A made-up family; its facts need not make sense together.
fn family(rng: &mut Rng) -> FamilyFacts {
    let received_on = date(2026, 1, 1).saturating_add(i64::from(rng.u16(..365)).days());
    let received = Timestamp::from_second(1_767_225_600 + rng.i64(0..31_536_000)).unwrap();
    let later = |rng: &mut Rng| received.saturating_add(rng.i64(0..3_000_000).seconds()).unwrap();
    let some = |rng: &mut Rng, percent: u8| rng.u8(..100) < percent;
    let state = one_of(rng, EntryState::ALL);
    let kinds = if some(rng, 5) { 2 } else { usize::from(!some(rng, 2)) };
    let mut sources: Vec<_> = (0..kinds).map(|_| one_of(rng, ReferrerKind::ALL)).collect();
    let mut needs: Vec<_> = (0..rng.u8(1..5)).map(|_| one_of(rng, Need::ALL)).collect();
    sources.sort_unstable();
    sources.dedup();
    needs.sort_unstable();
    needs.dedup();
    let mut scores: Vec<Score> = (0..rng.u8(..4))
        .map(|_| Score {
            scale: rng.u16(..2),
            on: received_on.saturating_add(i64::from(rng.u16(..300)).days()),
            at: one_of(rng, ScorePoint::ALL),
            value: rng.u8(..11),
        })
        .collect();
    scores.sort_by_key(|score| score.on);
    FamilyFacts {
        received,
        received_on,
        sources,
        needs,
        state,
        claimed: some(rng, 90).then(|| later(rng)),
        contacted: some(rng, 80)
            .then(|| received_on.saturating_add(i64::from(rng.u8(..40)).days())),
        closed: (state == EntryState::Closed).then(|| later(rng)),
        outcome: (state == EntryState::Closed && some(rng, 95))
            .then(|| one_of(rng, ClosingOutcome::ALL)),
        scores,
        referred_again: some(rng, 10),
        matches_open: rng.u32(..2),
        matches_same: rng.u32(..2),
        matches_different: rng.u32(..2),
    }
}

fn families() -> Vec<(usize, FamilyFacts)> {
    let mut rng = Rng::with_seed(44);
    (0..MANY).map(|_| (rng.usize(..HUBS), family(&mut rng))).collect()
}

/// The number of families of whom something is true.
fn how_many(all: &[&FamilyFacts], is_it: impl Fn(&FamilyFacts) -> bool) -> u64 {
    all.iter().filter(|one| is_it(one)).count() as u64
}

/// Whether a family's score got better: by its last later score, found by going through all pairs.
fn better(one: &FamilyFacts) -> Option<bool> {
    let start = one.scores.iter().find(|score| score.at == ScorePoint::Start)?;
    let mut answer = None;
    for score in &one.scores {
        let later = score.at != ScorePoint::Start && score.scale == start.scale;
        if later && score.on >= start.on && score.on <= start.on.saturating_add(6.months()) {
            answer = Some(score.value > start.value);
        }
    }
    answer
}

/// The smallest of some values that is at least as large as this many percent of them.
fn smallest_covering(values: &[u32], percent: usize) -> Option<u32> {
    let covers = |value: u32| {
        values.iter().filter(|one| **one <= value).count() * 100 >= values.len() * percent
    };
    let (mut low, mut high) = (*values.iter().min()?, *values.iter().max()?);
    while low < high {
        let middle = low + (high - low) / 2;
        if covers(middle) { high = middle } else { low = middle + 1 }
    }
    Some(low)
}

/// The rows of each table, each counted by going through all families.
fn recounted(all: &[&FamilyFacts]) -> BTreeMap<Table, Vec<u64>> {
    let yes_no = |is_it: &dyn Fn(&FamilyFacts) -> bool| {
        vec![how_many(all, is_it), how_many(all, |one| !is_it(one))]
    };
    let closed = |one: &FamilyFacts| one.state == EntryState::Closed;
    let mut tables = BTreeMap::new();
    let states = [EntryState::New, EntryState::Claimed, EntryState::InProgress, EntryState::Closed];
    let progress = states.iter().map(|state| how_many(all, |one| one.state == *state));
    tables.insert(Table::Progress, progress.collect());
    let mut sources: Vec<u64> =
        ReferrerKind::ALL.iter().map(|kind| how_many(all, |one| one.sources == [*kind])).collect();
    sources.push(how_many(all, |one| one.sources.len() > 1));
    sources.push(how_many(all, |one| one.sources.is_empty()));
    tables.insert(Table::Source, sources);
    for need in Need::ALL {
        tables.insert(Table::Need(*need), yes_no(&|one| one.needs.iter().any(|own| own == need)));
    }
    let mut outcomes: Vec<u64> = ClosingOutcome::ALL
        .iter()
        .map(|outcome| how_many(all, |one| closed(one) && one.outcome == Some(*outcome)))
        .collect();
    outcomes.push(how_many(all, |one| closed(one) && one.outcome.is_none()));
    tables.insert(Table::Outcome, outcomes);
    tables.insert(Table::Claimed, yes_no(&|one| one.claimed.is_some()));
    tables.insert(Table::Contacted, yes_no(&|one| one.contacted.is_some()));
    tables.insert(Table::ReferredAgain, yes_no(&|one| one.referred_again));
    tables.insert(Table::Scored, yes_no(&|one| better(one).is_some()));
    let improved = [Some(true), Some(false)].map(|is| how_many(all, |one| better(one) == is));
    tables.insert(Table::Improved, improved.into());
    let sum = |of: fn(&FamilyFacts) -> u32| all.iter().map(|one| u64::from(of(one))).sum::<u64>();
    let matches = vec![
        sum(|one| one.matches_open),
        sum(|one| one.matches_same),
        sum(|one| one.matches_different),
    ];
    tables.insert(Table::Matches, matches);
    tables
}

#[test]
fn figures_are_those_of_a_plain_recount() {
    let families = families();
    for hub in 0..HUBS {
        let own: Vec<&FamilyFacts> =
            families.iter().filter(|(at, _)| *at == hub).map(|(_, facts)| facts).collect();
        let tally: Tally = own.iter().map(|facts| (*facts).clone()).collect();
        assert_eq!(tally.families, own.len() as u64);
        assert!(tally.tables == recounted(&own), "hub {hub} is counted otherwise");
        assert_eq!(tally.matches, tally.tables[&Table::Matches].iter().sum::<u64>());
        let hours = |end: Option<Timestamp>, one: &FamilyFacts| {
            end.map(|end| u32::try_from((end - one.received).get_seconds() / 3600).unwrap())
        };
        let mut claims = Vec::new();
        let mut contacts = Vec::new();
        let mut closings = Vec::new();
        for one in own {
            claims.extend(hours(one.claimed, one));
            closings.extend(hours(one.closed, one));
            contacts.extend(one.contacted.map(|day| {
                let days = (day - one.received_on).get_days();
                u32::try_from(days).unwrap()
            }));
        }
        let shown = tally.publish();
        let waits = [
            (shown.waiting.hours_to_claim, claims),
            (shown.waiting.days_to_contact, contacts),
            (shown.waiting.hours_to_close, closings),
        ];
        for (times, values) in waits {
            assert_eq!(times.median, smallest_covering(&values, 50));
            assert_eq!(times.ninetieth, smallest_covering(&values, 90));
        }
    }
}

#[test]
fn the_hubs_together_are_the_sum_of_the_hubs() {
    let families = families();
    let mut hubs: Vec<Tally> = vec![Tally::default(); HUBS];
    for (hub, facts) in &families {
        hubs[*hub].add(facts);
    }
    let mut together = Tally::default();
    for hub in &hubs {
        together.merge(hub);
    }
    let all: Tally = families.into_iter().map(|(_, facts)| facts).collect();
    assert!(together.tables == all.tables && together.families == all.families);
    assert!(together.publish() == all.publish());
}

#[test]
#[ignore = "it measures, and judges nothing"]
fn how_long_counting_takes() {
    let families = families();
    let started = std::time::Instant::now();
    let tally: Tally = families.into_iter().map(|(_, facts)| facts).collect();
    let counted = started.elapsed();
    let started = std::time::Instant::now();
    let figures = tally.publish();
    let published = started.elapsed();
    println!(
        "{MANY} families counted in {} ms, and what may be shown of them found in {} ms (should be: at \
         most 1,000 together); {} figures",
        counted.as_millis(),
        published.as_millis(),
        figures.readings().len()
    );
}
