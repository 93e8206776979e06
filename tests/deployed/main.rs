//! Tests of the template deployed: packages as they are shipped, rights enforced, everything over
//! HTTP. `make test-deploy` runs them against ministack; README.md says what that can prove.
//!
//! The tests share one deployment, each with families of its own, and run one after another.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on stops here")]

mod cloud;
mod concerns;
mod dead_letters;
mod keys;
mod killing;
mod matching;
mod review;
mod rights;
mod routes;
mod rulebooks;
mod sweeping;
mod updating;
mod variables;

use std::sync::OnceLock;

use cloud::Cloud;

/// The deployment that these tests share. It is ended when the tests' own process ends.
fn cloud() -> &'static Cloud {
    static CLOUD: OnceLock<Cloud> = OnceLock::new();
    CLOUD.get_or_init(Cloud::start)
}
