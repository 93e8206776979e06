//! `simulate`: runs seeds, replays one, or shows that every planted bug is caught.

use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use clap::Parser;
use indicatif::ProgressBar;
use simulation::{Bug, Faults, Outcome, Scenario, Violation, run, shrink};

/// Runs the pipeline in a simulated world, seed by seed, and checks every promise.
#[derive(Parser)]
#[command(name = "simulate")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
struct Arguments {
    /// The number of seeds to run.
    #[arg(long, default_value_t = 300)]
    seeds: u64,
    /// The first seed.
    #[arg(long, default_value_t = 1)]
    from: u64,
    /// The number of submissions in each run.
    #[arg(long, default_value_t = 200)]
    referrals: usize,
    /// The number of the submissions that are about one child, at the same instant.
    #[arg(long, default_value_t = 0)]
    crowd: usize,
    /// Run only this seed, and if it fails show the smallest run that does.
    #[arg(long)]
    seed: Option<u64>,
    /// The sweeper is away for an hour.
    #[arg(long)]
    sweeper_away: bool,
    /// Nothing takes messages from the queues for an hour.
    #[arg(long)]
    route_away: bool,
    /// The service that sends notices is away for an hour.
    #[arg(long)]
    notify_away: bool,
    /// Run without faults.
    #[arg(long)]
    calm: bool,
    /// Plant each bug in turn, and tell which are caught.
    #[arg(long)]
    bugs: bool,
    /// With --seed: plant this bug, by its name.
    #[arg(long)]
    bug: Option<String>,
    /// With --seed: show the whole history of a failing run, not only the lines about its
    /// violations.
    #[arg(long)]
    history: bool,
}

impl Arguments {
    /// The command that runs one of these seeds again.
    fn replay(&self, seed: u64) -> String {
        let usual = Self::parse_from(["simulate"]);
        let counts =
            [("referrals", self.referrals, usual.referrals), ("crowd", self.crowd, usual.crowd)];
        let flags = [
            ("sweeper-away", self.sweeper_away),
            ("route-away", self.route_away),
            ("notify-away", self.notify_away),
            ("calm", self.calm),
        ];
        let counts = counts.into_iter().filter(|(_, count, usual)| count != usual);
        let flags = flags.into_iter().filter(|(_, given)| *given);
        let words = counts
            .map(|(name, count, _)| format!("--{name} {count}"))
            .chain(flags.map(|(name, _)| format!("--{name}")));
        [format!("simulate --seed {seed}")].into_iter().chain(words).collect::<Vec<_>>().join(" ")
    }

    fn bug(&self) -> Option<Bug> {
        let name = self.bug.as_ref()?;
        Bug::ALL.into_iter().find(|bug| format!("{bug:?}") == *name)
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let faults = if arguments.calm { Faults::NONE } else { Faults::ALL };
    let faults = Faults {
        sweeper_away: arguments.sweeper_away,
        route_away: arguments.route_away,
        notify_away: arguments.notify_away,
        ..faults
    };
    let scenario = |seed, bug| Scenario {
        seed,
        referrals: arguments.referrals,
        crowd: arguments.crowd,
        faults,
        bug,
        only: None,
        history: false,
    };
    if let Some(seed) = arguments.seed {
        return code(replay(&scenario(seed, arguments.bug()), arguments.history));
    }
    if arguments.bugs {
        return code(every_bug(&arguments, &scenario));
    }
    code(many(&arguments, &scenario))
}

/// Runs one seed, and if it fails prints the smallest run that does.
#[expect(clippy::print_stdout, reason = "this is a command-line tool")]
fn replay(scenario: &Scenario, history: bool) -> bool {
    let outcome = run(scenario);
    println!("{}", summary(&outcome));
    for violation in &outcome.violations {
        println!("  {violation}");
    }
    if outcome.violations.is_empty() {
        return true;
    }
    let (smallest, outcome) = shrink(scenario);
    let submissions = smallest.only.as_ref().map_or(smallest.referrals, Vec::len);
    println!("the smallest run that fails has {submissions} submissions and {:?}", smallest.faults);
    for violation in &outcome.violations {
        println!("  {violation}");
    }
    let ids: Vec<String> = outcome.violations.iter().flat_map(ids).collect();
    for line in &outcome.history {
        if history || ids.is_empty() || ids.iter().any(|id| line.contains(id)) {
            println!("{line}");
        }
    }
    false
}

/// The submissions and ids that a violation names, as the history spells them.
fn ids(violation: &Violation) -> Vec<String> {
    let text = violation.to_string();
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words
        .filter_map(|word| match word.parse::<usize>() {
            Ok(number) => Some(format!("submission {number} ")),
            Err(_) => (word.len() == 36).then(|| word.to_owned()),
        })
        .collect()
}

/// Plants every bug in turn, and prints the seed that catches it.
#[expect(clippy::print_stdout, reason = "this is a command-line tool")]
fn every_bug(arguments: &Arguments, scenario: &impl Fn(u64, Option<Bug>) -> Scenario) -> bool {
    let mut all = true;
    for bug in Bug::ALL {
        let caught = (arguments.from..arguments.from + arguments.seeds)
            .map(|seed| (seed, run(&scenario(seed, Some(bug)))))
            .find(|(_, outcome)| !outcome.violations.is_empty());
        if let Some((seed, outcome)) = caught {
            println!("{bug:?}: caught by seed {seed}: {}", outcome.violations[0]);
        } else {
            all = false;
            println!("{bug:?}: NOT CAUGHT in {} seeds", arguments.seeds);
        }
    }
    all
}

#[expect(clippy::print_stdout, reason = "this is a command-line tool")]
fn many(arguments: &Arguments, scenario: &(impl Fn(u64, Option<Bug>) -> Scenario + Sync)) -> bool {
    let started = Instant::now();
    let bar = ProgressBar::new(arguments.seeds);
    let next = AtomicU64::new(arguments.from);
    let end = arguments.from + arguments.seeds;
    let total = Mutex::new((Outcome::default(), Vec::new()));
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= end {
                        return;
                    }
                    let outcome = run(&scenario(seed, None));
                    bar.inc(1);
                    let mut total = total.lock().unwrap_or_else(PoisonError::into_inner);
                    total.1.extend(outcome.violations.iter().map(|v| (seed, v.clone())));
                    add(&mut total.0, outcome);
                }
            });
        }
    });
    bar.finish_and_clear();
    let (sum, violations) = total.into_inner().unwrap_or_else(PoisonError::into_inner);
    let (seeds, took) = (arguments.seeds, started.elapsed().as_secs());
    println!("seeds {seeds}, in {took} s on {threads} cores: {}", summary(&sum));
    for (fault, times) in &sum.struck {
        println!("  {times:>10}  {fault}");
    }
    for (seed, violation) in violations.iter().take(20) {
        println!("  seed {seed}: {violation}   (replay: {})", arguments.replay(*seed));
    }
    violations.is_empty()
}

fn add(sum: &mut Outcome, one: Outcome) {
    sum.violations.extend(one.violations);
    sum.acknowledged += one.acknowledged;
    sum.stored += one.stored;
    sum.sent += one.sent;
    sum.late = sum.late.max(one.late);
    sum.steps += one.steps;
    sum.settled = sum.settled.max(one.settled);
    sum.waits.extend(one.waits);
    for (fault, times) in one.struck {
        *sum.struck.entry(fault).or_default() += times;
    }
}

fn summary(outcome: &Outcome) -> String {
    let mut waits = outcome.waits.clone();
    waits.sort_by(f64::total_cmp);
    let p99 = waits.get(waits.len() * 99 / 100).copied().unwrap_or_default();
    format!(
        "{} acknowledged, {} stored, {} sent, at most {} late, {} steps, settled in {} s, p99 to the inbox {p99:.1} s, {} violations",
        outcome.acknowledged,
        outcome.stored,
        outcome.sent,
        outcome.late,
        outcome.steps,
        outcome.settled.map_or("-".to_owned(), |s| s.to_string()),
        outcome.violations.len(),
    )
}

fn code(ok: bool) -> ExitCode {
    if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
