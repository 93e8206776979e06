//! The promises, checked in every order of events.
//!
//! Accept, route, sweep, collect and withdraw are a small machine with the same steps and the same
//! conditions as `pipeline`. It is explored exhaustively: any two processes at once, in any order,
//! with a crash at any step, messages that come twice or not at all, and writes that were applied
//! though their answer was lost. This checks the protocol; the simulation, which runs the code
//! itself, checks that the code follows it.
//!
//! Audit rows, references, and reads that fail are left out, because they only ever add a refusal
//! that is tried again. Placing, keys and bodies are left out, because they are data and not order.

mod change;
mod machine;
mod setup;
mod state;
mod task;

pub use machine::{Action, Machine};
pub use setup::{Budget, Planted, Setup, Submitted};
