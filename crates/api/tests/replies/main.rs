//! Tests that replies and their schema say the same.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops here")]

mod answers;
mod committed;
mod contract;
mod examples;
mod figures;
mod finding;
mod laws;
mod log;
