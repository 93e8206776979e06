//! Runs matching as it would run, one arrival at a time and in memory: keys, probe, score, decide.
//! Then it compares the results with the truth.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use matching::{
    Candidate, Field, Guard, Judgement, Key, Level, Outcome, Profile, Weights, contradicts, decide,
    judge, keys,
};

/// One child, as somebody reports the child.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The number of the child, in truth.
    pub child: u64,
    /// The number of the child that this one is a planted twin of, if it is one.
    pub twin_of: Option<u64>,
    /// The reported child, as matching compares it.
    pub profile: Profile,
}

/// The most rows of one key that are looked at.
pub const MOST_ROWS: usize = 100;

/// The results of a run, as counts.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// The number of arrivals.
    pub arrivals: usize,
    /// Pairs of records of one child, except those that the machine may not merge (protected).
    pub true_pairs: usize,
    /// True pairs that are merged, shown or linked as one household.
    pub found: usize,
    /// Found pairs that are linked as one household and no more: no person is asked whether it is
    /// one child.
    pub found_as_family: usize,
    /// True pairs that the machine merged alone.
    pub merged: usize,
    /// Merged pairs that are not one child.
    pub wrong: usize,
    /// Arrivals that the machine joined to an entry which holds another child.
    pub wrong_decisions: usize,
    /// The number of planted twins.
    pub twins: usize,
    /// Planted twins that are in one entry with a record of the child they are a twin of.
    pub twins_merged: usize,
    /// Protected arrivals that were merged with anybody.
    pub protected_merged: usize,
    /// Arrivals that put a question to a person: is this the child of that entry? A question that
    /// was put before is not put again.
    pub shown: usize,
    /// The arrivals in `shown`, by the reason why the machine did not join them, or by how the
    /// given names are alike.
    pub asked: BTreeMap<&'static str, usize>,
    /// The number of comparisons made.
    pub comparisons: u64,
    /// The time that everything took.
    pub took: Duration,
    /// The most keys that one child had beyond the cap.
    pub keys_over: usize,
}

#[expect(clippy::cast_precision_loss, reason = "counts of records")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

impl Figures {
    /// The share of merged pairs that are one child.
    pub fn precision(&self) -> f64 {
        share(self.merged, self.merged + self.wrong)
    }

    /// The share of true pairs that the machine merged alone.
    pub fn recall(&self) -> f64 {
        share(self.merged, self.true_pairs)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        2.0 * p * r / (p + r).max(f64::MIN_POSITIVE)
    }

    /// The share of true pairs that are merged, shown or linked.
    pub fn found_share(&self) -> f64 {
        share(self.found, self.true_pairs)
    }

    /// The share of true pairs that are linked as one household and no more.
    pub fn found_as_family_share(&self) -> f64 {
        share(self.found_as_family, self.true_pairs)
    }

    /// The share of arrivals that are shown to a person.
    pub fn shown_share(&self) -> f64 {
        share(self.shown, self.arrivals)
    }
}

impl std::ops::AddAssign for Figures {
    /// Adds up several runs.
    fn add_assign(&mut self, other: Self) {
        self.arrivals += other.arrivals;
        self.true_pairs += other.true_pairs;
        self.found += other.found;
        self.found_as_family += other.found_as_family;
        self.merged += other.merged;
        self.wrong += other.wrong;
        self.wrong_decisions += other.wrong_decisions;
        self.twins += other.twins;
        self.twins_merged += other.twins_merged;
        self.protected_merged += other.protected_merged;
        self.shown += other.shown;
        for (why, count) in other.asked {
            *self.asked.entry(why).or_default() += count;
        }
        self.comparisons += other.comparisons;
        self.took += other.took;
        self.keys_over = self.keys_over.max(other.keys_over);
    }
}

/// The reasons why records of one child are not merged, each pair judged by itself, and how often
/// each occurs. A reason has outcome, guards and levels, never a value. With `wrong`, they are the
/// reasons why records of two children are merged.
pub fn reasons(arrivals: &[Arrival], weights: &Weights, wrong: bool) -> Vec<(String, usize)> {
    let mut index: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (at, arrival) in arrivals.iter().enumerate() {
        for key in keys(&arrival.profile).0 {
            let rows = index.entry(key).or_default();
            pairs.extend(rows.iter().map(|other| (*other, at)));
            rows.push(at);
        }
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (a, b) in pairs {
        let (one, other) = (&arrivals[a], &arrivals[b]);
        let judgement = judge(&one.profile, &other.profile, weights);
        if (one.child == other.child) == wrong || (judgement.outcome == Outcome::SameChild) != wrong
        {
            continue;
        }
        let guards: Vec<&str> = judgement.guards.iter().map(|guard| guard.code()).collect();
        let mut why = format!("{} [{}]", judgement.outcome.code(), guards.join(" "));
        for field in Field::ALL {
            let level = judgement.comparison.level(field);
            if !matches!(level, Level::Same) && field <= Field::Home {
                // Writing to a String cannot fail.
                let _ = write!(why, " {}={level}", field.code());
            }
        }
        *counts.entry(why).or_default() += 1;
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

/// Runs every arrival, in order, and counts the results.
pub fn run(arrivals: &[Arrival], weights: &Weights) -> Figures {
    let started = Instant::now();
    let mut index: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    let mut entry: Vec<usize> = Vec::with_capacity(arrivals.len());
    let mut held: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut seen: Seen = BTreeMap::new();
    let mut figures = Figures { arrivals: arrivals.len(), ..Figures::default() };
    for (at, arrival) in arrivals.iter().enumerate() {
        let (own, over) = keys(&arrival.profile);
        figures.keys_over = figures.keys_over.max(over);
        let mut found: BTreeSet<usize> = BTreeSet::new();
        for key in own {
            let rows = index.entry(key).or_default();
            found.extend(rows.iter().take(MOST_ROWS));
            rows.push(at);
        }
        let candidates: Vec<Candidate<'_, usize>> =
            found.iter().map(|&id| Candidate { id, profile: &arrivals[id].profile }).collect();
        figures.comparisons += candidates.len() as u64;
        let judged = decide(&arrival.profile, &candidates, weights);
        let same: BTreeSet<usize> = judged
            .iter()
            .filter(|(_, judgement)| judgement.outcome >= Outcome::SameChild)
            .map(|(id, _)| entry[*id])
            .collect();
        // With several known entries, or a record in the only one that contradicts, none is joined,
        // and a person sees them all.
        let own = std::slice::from_ref(&arrival.profile);
        let says_otherwise = |known: usize| {
            let record = std::slice::from_ref(&arrivals[known].profile);
            contradicts(own, record, weights)
        };
        let joined = match same.first() {
            Some(one) if same.len() == 1 && !held[one].iter().any(|at| says_otherwise(*at)) => *one,
            _ => at,
        };
        entry.push(joined);
        held.entry(joined).or_default().push(at);
        let mut asked: Option<&Judgement> = None;
        for (id, judgement) in &judged {
            let outcome = match judgement.outcome {
                Outcome::New => continue,
                _ if entry[*id] == joined => continue,
                Outcome::Replay | Outcome::SameChild => Outcome::Possible,
                outcome => outcome,
            };
            let known = seen.entry(between(entry[*id], joined)).or_insert(Outcome::New);
            // Protected pairs are counted apart: a person always sees them.
            if *known < Outcome::Possible
                && outcome == Outcome::Possible
                && !judgement.guards.contains(&Guard::Protected)
                && asked.is_none_or(|nearest| nearest.bits < judgement.bits)
            {
                asked = Some(judgement);
            }
            *known = outcome.max(*known);
        }
        if let Some(nearest) = asked {
            figures.shown += 1;
            let why = nearest.guards.first().map_or("other_record", |guard| guard.code());
            let why = match nearest.comparison.level(Field::Given) {
                level if why == Guard::GivenNameNotTheSame.code() => level.code(),
                _ => why,
            };
            *figures.asked.entry(why).or_default() += 1;
        }
    }
    figures.took = started.elapsed();
    figures.twins = arrivals.iter().filter(|arrival| arrival.twin_of.is_some()).count();
    tally(arrivals, &entry, &seen, &mut figures);
    figures
}

/// The highest outcome between any two records of two entries. A worker sees it at both entries,
/// whichever records they hold.
type Seen = BTreeMap<(usize, usize), Outcome>;

fn between(one: usize, other: usize) -> (usize, usize) {
    (one.min(other), one.max(other))
}

fn tally(arrivals: &[Arrival], entry: &[usize], seen: &Seen, figures: &mut Figures) {
    let mut children: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut entries: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, arrival) in arrivals.iter().enumerate() {
        children.entry(arrival.child).or_default().push(at);
        entries.entry(entry[at]).or_default().push(at);
    }
    for records in children.values() {
        for (place, &b) in records.iter().enumerate() {
            for &a in &records[..place] {
                if arrivals[a].profile.is_protected() || arrivals[b].profile.is_protected() {
                    continue;
                }
                let merged = entry[a] == entry[b];
                figures.true_pairs += 1;
                figures.merged += usize::from(merged);
                let found = seen.get(&between(entry[a], entry[b]));
                figures.found += usize::from(merged || found.is_some());
                figures.found_as_family +=
                    usize::from(!merged && found == Some(&Outcome::Household));
            }
        }
    }
    for records in entries.values() {
        let is_wrong = |place: usize| {
            let child = |at: usize| arrivals[records[at]].child;
            (0..place).any(|known| child(known) != child(place))
                && (0..place).all(|known| child(known) != child(place))
        };
        figures.wrong_decisions += (0..records.len()).filter(|&place| is_wrong(place)).count();
        figures.twins_merged += records
            .iter()
            .filter_map(|&twin| arrivals[twin].twin_of)
            .filter(|of| records.iter().any(|&other| arrivals[other].child == *of))
            .count();
        for (place, &b) in records.iter().enumerate() {
            for &a in &records[..place] {
                let (one, other) = (&arrivals[a], &arrivals[b]);
                let protected = one.profile.is_protected() || other.profile.is_protected();
                figures.protected_merged += usize::from(protected);
                figures.wrong += usize::from(one.child != other.child);
            }
        }
    }
}
