//! The pipeline's own code in a simulated world: tables, queue, clock and chance with the faults of
//! the real ones, all from one seed. A run that takes seconds holds hours of outages; the same seed
//! gives the same run, step by step.

mod checker;
pub mod claims;
mod client;
pub mod clocks;
pub mod disclosure;
pub mod drafts;
mod family;
mod faults;
mod hours;
mod kernel;
mod lambda;
mod notices;
mod places;
mod plan;
mod queue;
mod reader;
mod run;
mod sender;
mod shrink;
mod tables;
mod telling;
mod triage;
mod worker;
mod world;

pub use checker::Violation;
pub use faults::{Bug, Faults};
pub use run::{Outcome, Scenario, run};
pub use shrink::shrink;

/// The allocator of the simulation: a run clones and drops many small rows, and with the system's
/// allocator that takes half of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
