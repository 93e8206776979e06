//! How fast two children are compared, and how much memory the program took.

use std::hint::black_box;
use std::time::{Duration, Instant};

use fastrand::Rng;
use matching::{Weights, judge};

use crate::evaluate::Arrival;

/// How long is measured.
const FOR: Duration = Duration::from_millis(500);

/// Prepared pairs judged in a second by one core: any two of the set, as likely as not strangers,
/// and as often two that stand beside each other when sorted by family (who share a key are mostly
/// alike, which takes longer).
pub fn compared_a_second(arrivals: &[Arrival], weights: &Weights) -> u64 {
    if arrivals.len() < 2 {
        return 0;
    }
    let mut chance = Rng::with_seed(1);
    let mut by_child: Vec<usize> = (0..arrivals.len()).collect();
    by_child.sort_by_key(|&at| arrivals[at].twin_of.unwrap_or(arrivals[at].child));
    let pairs: Vec<(usize, usize)> = (0..20_000)
        .map(|number| {
            if number % 2 == 0 {
                (chance.usize(0..arrivals.len()), chance.usize(0..arrivals.len()))
            } else {
                let at = chance.usize(1..arrivals.len());
                (by_child[at - 1], by_child[at])
            }
        })
        .collect();
    let started = Instant::now();
    let mut judged = 0_u64;
    while started.elapsed() < FOR {
        for &(a, b) in &pairs {
            black_box(judge(&arrivals[a].profile, &arrivals[b].profile, weights));
        }
        judged += pairs.len() as u64;
    }
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a rate"
    )]
    let rate = (judged as f64 / started.elapsed().as_secs_f64()) as u64;
    rate
}

/// The most memory this program has held at once, in MB; none where the system does not say.
pub fn peak_memory_mb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib / 1024)
}
