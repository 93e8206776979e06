//! Tests of the referral document as partners see it: the examples, the schema, and reading back a
//! written document.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod arbitrary;
mod columns;
mod concerns;
mod examples;
mod reading;
mod round_trip;
mod rows;
mod schema;

use jiff::civil::{Date, date};

/// The day on which every example is sent.
const TODAY: Date = date(2026, 11, 21);
