//! Tests that replies and their schema say the same.

mod answers;
mod committed;
mod examples;
mod laws;
