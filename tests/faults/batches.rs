//! A file of many referrals, sent by the tool: broken off half-way, the stack killed under it, and
//! sent again.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Instant;

use e2e::spreadsheet::{Spreadsheet, spreadsheet};
use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::Value;

use crate::setting;

/// The tool, about to send a file as the school.
fn submit(stack: &Stack, folder: &Path) -> Command {
    let school = stack.credentials().partner("school");
    fs::write(folder.join("secret"), &school.secret).unwrap();
    let mut command = Command::new(e2e::binaries().join("hubward"));
    command.arg("submit").arg(folder.join("referrals.csv"));
    command.args(["--url", &stack.url(), "--client-id", &school.id, "--json"]);
    command.arg("--client-secret-file").arg(folder.join("secret"));
    command.arg("--report").arg(folder.join("report.csv"));
    command
}

fn counts(output: &Output) -> [u64; 3] {
    let told: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    ["accepted", "replayed", "refused"].map(|count| told[count].as_u64().unwrap())
}

/// The number of referrals that the tables hold.
fn referrals(stack: &Stack) -> usize {
    let rows = Tables::of(stack).dump("referrals");
    rows.iter().filter(|row| row["state"]["S"].is_string()).count()
}

/// Waits until some referrals are there, while the tool is at work.
fn wait_for(stack: &Stack, count: usize, tool: &mut Child) {
    stack.wait("some referrals to be there", || {
        let ended = tool.try_wait().unwrap();
        assert!(ended.is_none(), "the tool is through before it could be broken off: {ended:?}");
        (referrals(stack) >= count).then_some(())
    });
}

fn check_report(report: &str, sheet: &Spreadsheet) {
    for (row, column) in &sheet.bad {
        let line = format!("{row},{column},");
        let told = report.lines().find(|told| told.starts_with(&line));
        let told = told.unwrap_or_else(|| panic!("{line} is not told:\n{report}"));
        assert!(told.len() > line.len() + 20, "in words: {told}");
    }
    let refused = report.lines().filter(|line| line.contains(",refused,"));
    let mut rows: Vec<_> = refused.map(|line| line.split(',').next().unwrap()).collect();
    rows.dedup();
    assert_eq!(rows.len(), sheet.bad.len(), "no other row is refused");
}

#[test]
fn a_file_that_is_broken_off_twice_makes_each_referral_once() {
    let rows = setting("FAULT_ROWS", 200);
    let sheet = spreadsheet(1, rows * 19 / 20, rows / 20);
    let mut stack = Stack::start();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("referrals.csv"), &sheet.text).unwrap();

    // The tool is killed.
    let quiet = |command: &mut Command| {
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let mut tool = quiet(&mut submit(&stack, folder.path()));
    wait_for(&stack, sheet.good / 4, &mut tool);
    tool.kill().unwrap();
    tool.wait().unwrap();
    let first = referrals(&stack);
    assert!(first < sheet.good, "{first} at the first end");

    // The stack is killed while the tool waits for its answer, and comes back: the tool goes on.
    let mut tool = submit(&stack, folder.path());
    let tool = tool.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut tool = Some(tool);
    wait_for(&stack, (sheet.good / 2).max(first + 1), tool.as_mut().unwrap());
    stack.kill_9_tree();
    stack.restart();
    let ended = tool.take().unwrap().wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(1), "{ended:?}");
    let [accepted, replayed, refused] = counts(&ended);
    assert_eq!(accepted + replayed, sheet.good as u64);
    assert!(replayed > 0, "some were accepted before it was killed");
    assert_eq!(refused, sheet.bad.len() as u64);
    assert_eq!(referrals(&stack), sheet.good, "no more, and no fewer");
    check_report(&fs::read_to_string(folder.path().join("report.csv")).unwrap(), &sheet);

    // Sent again, nothing is new.
    let started = Instant::now();
    let again = submit(&stack, folder.path()).output().unwrap();
    println!("{rows} rows sent again in {:.1} s", started.elapsed().as_secs_f32());
    assert_eq!(counts(&again), [0, sheet.good as u64, sheet.bad.len() as u64]);
    assert_eq!(referrals(&stack), sheet.good);

    // A file of other families, unhurt.
    let other = spreadsheet(2, rows * 19 / 20, rows / 20);
    fs::write(folder.path().join("referrals.csv"), &other.text).unwrap();
    let started = Instant::now();
    let ended = submit(&stack, folder.path()).output().unwrap();
    println!("{rows} rows sent for the first time in {:.1} s", started.elapsed().as_secs_f32());
    assert_eq!(counts(&ended), [other.good as u64, 0, other.bad.len() as u64]);
    assert_eq!(referrals(&stack), sheet.good + other.good);
}
