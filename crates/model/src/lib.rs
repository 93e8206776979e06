//! The promises, checked in every order of events.
//!
//! Accept, route, sweep, collect and withdraw as a small machine with the same steps and the same
//! conditions as `pipeline`, explored exhaustively: whatever two things happen at once, in whatever
//! order, with a crash at any step, messages twice or not at all, and writes that were applied
//! though their answer was lost. It proves the protocol; that the code follows it is proved by the
//! simulation, which runs the code itself.
//!
//! Left out, because they only ever add a refusal that is tried again: audit rows, references, and
//! reads that fail. Left out because they are data, not order: placing, keys and bodies.

mod change;
mod machine;
mod promises;
mod settle;
mod setup;
mod state;
mod task;

pub use machine::{Action, Machine};
pub use setup::{Budget, Planted, Setup, Submitted};
