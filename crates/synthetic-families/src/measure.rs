//! Measures how fast two children are compared, and how much memory the program took.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

use fastrand::Rng;
use matching::{Key, Weights, judge, keys};

use crate::Set;
use crate::evaluate::Arrival;
use crate::set::arrivals;

/// The time for which pairs are judged.
const FOR: Duration = Duration::from_millis(500);

/// The number of children that are compared with each other: those at hand when an arrival meets
/// others it shares a key with, and not the whole set.
const AT_HAND: usize = 1_000;

/// The number of prepared pairs that one core judges in a second. Half of them are any two, mostly
/// strangers, and half are neighbours when sorted by child (those share a key and are mostly alike,
/// which takes longer).
pub fn compared_a_second(arrivals: &[Arrival], weights: &Weights) -> u64 {
    if arrivals.len() < 2 {
        return 0;
    }
    let mut chance = Rng::with_seed(1);
    let mut by_child: Vec<usize> = (0..arrivals.len()).collect();
    by_child.sort_by_key(|&at| arrivals[at].twin_of.unwrap_or(arrivals[at].child));
    by_child.truncate(AT_HAND);
    let pairs: Vec<(usize, usize)> = (0..20_000)
        .map(|number| {
            let at = chance.usize(1..by_child.len());
            let other = if number % 2 == 0 { chance.usize(0..by_child.len()) } else { at - 1 };
            (by_child[at], by_child[other])
        })
        .collect();
    let (started, before) = (Instant::now(), time_on_a_core());
    let mut judged = 0_u64;
    while started.elapsed() < FOR {
        for &(a, b) in &pairs {
            black_box(judge(&arrivals[a].profile, &arrivals[b].profile, weights));
        }
        judged += pairs.len() as u64;
    }
    // Time in which others use the core is not measured, where the system tells it.
    let took = match (before, time_on_a_core()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => started.elapsed(),
    };
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a rate"
    )]
    let rate = (judged as f64 / took.as_secs_f64()) as u64;
    rate
}

/// The time for which this program's one thread has run.
fn time_on_a_core() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split(' ').next()?.parse().ok()?))
}

/// The number of requests to the store for a child, at the median: the keys of a referral's
/// children each once and, where somebody shares one, a batch each of states, bodies and entries,
/// as `pipeline::route` asks.
pub fn reads_a_child(set: &Set) -> f64 {
    let mut known: BTreeSet<Key> = BTreeSet::new();
    let mut reads: Vec<f64> = Vec::new();
    for report in &set.reports {
        let children = arrivals(report);
        let own: BTreeSet<Key> = children.iter().flat_map(|child| keys(&child.profile).0).collect();
        let batches = if own.iter().any(|key| known.contains(key)) { 3 } else { 0 };
        #[expect(clippy::cast_precision_loss, reason = "a count of keys")]
        let each = (own.len() + batches) as f64 / children.len() as f64;
        reads.extend(std::iter::repeat_n(each, children.len()));
        known.extend(own);
    }
    reads.sort_by(f64::total_cmp);
    reads.get(reads.len() / 2).copied().unwrap_or_default()
}

/// The most memory this program has held at once, in MB; none where the system does not say.
pub fn peak_memory_mb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib / 1024)
}
