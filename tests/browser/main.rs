//! Tests of the pages in a real browser, on the real stack.
//!
//! The walks through the pages are written in Python (`walks/`), where the browser's driver is. Each of
//! them is a test here, by its own name. `BROWSER=firefox` walks in Firefox those that can be; tasks,
//! which print or picture something, are ignored tests, and a target of make runs each.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops here")]

mod elsewhere;
mod stack;
mod walker;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let trials = walker::known().into_iter().map(|walk| {
        let name = walk.name.clone();
        Trial::test(walk.name, move || walker::run(&name)).with_ignored_flag(walk.is_task)
    });
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}
