//! Tests that replies and their schema say the same.

mod committed;
mod examples;
mod laws;
