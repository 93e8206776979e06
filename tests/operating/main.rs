//! Tests of the operator's tool against the real stack: dead letters go back, and any change made
//! to the audit trail behind Hubward's back is found.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on stops here")]

mod audit;
mod doctor;
mod keys;
mod redrive;
mod review;
mod rulebooks;

use std::process::{Command, Output};

use e2e::stack::Stack;

/// Runs `hubward` on a stack's state folder.
fn hubward(stack: &Stack, arguments: &[&str]) -> Output {
    let program = e2e::binaries().join("hubward");
    assert!(program.is_file(), "{} is not built: run `make build`", program.display());
    Command::new(program).args(arguments).arg("--state").arg(stack.state()).output().unwrap()
}

/// The tool's words, on either output.
fn said(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    format!("{}{}", String::from_utf8_lossy(out), String::from_utf8_lossy(err))
}
