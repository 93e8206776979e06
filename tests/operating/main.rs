//! Tests of what an operator does, against the real stack: dead letters go back, any change made to the
//! audit trail behind Hubward's back is found, and workers sign in at the provider that was set up.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on stops here")]

mod audit;
mod doctor;
mod keys;
mod partners;
mod redrive;
mod review;
mod rulebooks;
mod sign_in;

use std::process::{Command, Output};

use e2e::stack::Stack;

/// Runs `hubward` on a stack's state folder.
fn hubward(stack: &Stack, arguments: &[&str]) -> Output {
    hubward_command(stack, arguments).output().unwrap()
}

/// The command that runs `hubward` on a stack's state folder.
fn hubward_command(stack: &Stack, arguments: &[&str]) -> Command {
    let program = e2e::binaries().join("hubward");
    assert!(program.is_file(), "{} is not built: run `make build`", program.display());
    let mut command = Command::new(program);
    command.args(arguments).arg("--state").arg(stack.state());
    command
}

/// The tool's words, on either output.
fn said(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    format!("{}{}", String::from_utf8_lossy(out), String::from_utf8_lossy(err))
}
