//! A walker: a process that drives one browser, with a stack to itself.
//!
//! It is told the name of a walk, in a line of JSON, and answers with lines: what it asks of its stack's
//! tables, and in the end whether the walk went well. It ends when its input closes, which happens
//! however this process ends.

use std::env;
use std::io::{BufRead as _, BufReader, Lines, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;

use e2e::stack::Stack;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{elsewhere, stack};

/// Walkers that are free. A walk takes one, or starts one; one that failed to answer is not put back.
static FREE: Mutex<Vec<Walker>> = Mutex::new(Vec::new());

/// A walk, as the walker names it.
pub(crate) struct Walk {
    /// The walk's name, which is the test's.
    pub(crate) name: String,
    /// Whether it is a task, which no test run takes along.
    pub(crate) is_task: bool,
}

/// Every walk there is for this browser.
pub(crate) fn known() -> Vec<Walk> {
    let mut command = python();
    let output = command.arg("--list").stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success(), "the walks cannot be listed: see above");
    let walks: Value = serde_json::from_slice(&output.stdout).unwrap();
    let walk = |walk: &Value| Walk {
        name: walk["name"].as_str().unwrap().to_owned(),
        is_task: walk["task"].as_bool().unwrap(),
    };
    walks.as_array().unwrap().iter().map(walk).collect()
}

/// Walks, with a walker that is free.
pub(crate) fn run(walk: &str) -> Result<(), Failed> {
    let free = FREE.lock().unwrap().pop();
    let mut walker = free.unwrap_or_else(Walker::start);
    let outcome = walker.walk(walk);
    FREE.lock().unwrap().push(walker);
    outcome
}

struct Walker {
    process: Child,
    orders: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    stack: Stack,
    _elsewhere: tempfile::TempDir,
}

impl Walker {
    fn start() -> Self {
        // A walk waits for the sweep where a clock runs out: it comes every other second.
        let stack = Stack::start_with(|_| ["--schedule-every", "2"].map(str::to_owned).to_vec());
        let elsewhere = elsewhere::folder();
        let mut command = python();
        command
            .args(["--url", &stack.url(), "--state"])
            .arg(stack.state())
            .arg("--elsewhere")
            .arg(elsewhere.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let orders = process.stdin.take().unwrap();
        let answers = BufReader::new(process.stdout.take().unwrap()).lines();
        Self { process, orders, answers, stack, _elsewhere: elsewhere }
    }

    fn walk(&mut self, walk: &str) -> Result<(), Failed> {
        self.order(&json!({"walk": walk}));
        loop {
            let Some(Ok(line)) = self.answers.next() else {
                panic!("the walker ended during {walk}: {:?}", self.process.wait());
            };
            let answer: Value = serde_json::from_str(&line).unwrap();
            if let Some(asked) = answer["asked"].as_str() {
                let told = stack::tell(&self.stack, asked);
                self.order(&json!({ "told": told }));
                continue;
            }
            return match answer["failed"].as_str() {
                None => Ok(()),
                Some(why) => Err(format!("{why}\n{}", self.stack.log_tail()).into()),
            };
        }
    }

    fn order(&mut self, order: &Value) {
        writeln!(self.orders, "{order}").unwrap();
    }
}

/// The walker's program, with its packages.
#[expect(clippy::disallowed_methods, reason = "the browser is chosen where the tests are started")]
fn python() -> Command {
    let project = e2e::project();
    let target = e2e::binaries().parent().unwrap().to_owned();
    let packages = target.join("tools/browser");
    assert!(packages.is_dir(), "Playwright is not installed: run `make browsers`");
    let mut command = Command::new("python3");
    command
        .arg(project.join("tests/browser/walk.py"))
        .arg("--target")
        .arg(target)
        .env("PYTHONPATH", packages)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .current_dir(&project);
    if env::var_os("BROWSER").is_some_and(|browser| browser == "firefox") {
        command.args(["--browser", "firefox"]);
    }
    command
}
