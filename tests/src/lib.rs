//! The real stack for tests: started as a person would start it, spoken to over HTTP, and killed.
//!
//! No code of Hubward is linked here: a test knows only the things that it was told from outside. A
//! test that is broken off leaves no process behind.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on stops here"
)]

mod agent;
mod answer;
pub mod api;
pub mod aws;
mod contract;
pub mod credentials;
pub mod family;
pub mod html;
pub mod http;
pub mod inbox;
pub mod pages;
pub mod process;
pub mod receiver;
pub mod relay;
pub mod service;
mod settling;
pub mod spreadsheet;
pub mod stack;
pub mod tables;
mod tokens;
pub mod visitor;
pub mod wait;

use std::path::{Path, PathBuf};

/// The folder of the project.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ lies in the project").to_owned()
}

/// The folder with the programs that `make build` builds, beside this test's own.
pub fn binaries() -> PathBuf {
    let own = std::env::current_exe().expect("a test has a file");
    let deps = own.parent().expect("target/debug/deps");
    deps.parent().expect("target/debug").to_owned()
}
