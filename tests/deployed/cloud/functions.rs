//! The functions' processes, which the engine starts on this machine.

use std::collections::BTreeMap;
use std::fs;

use e2e::process;
use rustix::process::Signal;

use super::{Cloud, STAGE};

/// A process of a function.
#[derive(Debug, Clone)]
pub(crate) struct Function {
    pid: u32,
    /// The name without the stage: `family`, `partner`, `route`, `hub`, `notify` or `sweep`.
    pub(crate) name: String,
    /// The variables that it was started with.
    pub(crate) variables: BTreeMap<String, String>,
}

impl Function {
    /// Ends the process by `kill -9`.
    pub(crate) fn kill_9(&self) {
        process::signal(self.pid, Signal::KILL);
    }
}

impl Cloud {
    /// Every process of a function that runs now.
    pub(crate) fn functions(&self) -> Vec<Function> {
        process::tree(self.engine).into_iter().filter_map(function).collect()
    }
}

fn function(pid: u32) -> Option<Function> {
    let environment = fs::read(format!("/proc/{pid}/environ")).ok()?;
    let pairs = environment.split(|byte| *byte == 0);
    let variables: BTreeMap<String, String> = pairs
        .filter_map(|pair| {
            let (name, value) = str::from_utf8(pair).ok()?.split_once('=')?;
            Some((name.to_owned(), value.to_owned()))
        })
        .collect();
    let name = variables.get("AWS_LAMBDA_FUNCTION_NAME")?;
    let name = name.strip_prefix(&format!("hubward-{STAGE}-"))?.to_owned();
    Some(Function { pid, name, variables })
}
