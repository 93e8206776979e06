//! Tests that the guide does as it says when it is pasted, block by block.

use std::fs;
use std::process::Command;

use e2e::project;

use crate::stack;

/// The fenced blocks of this kind in a document.
fn blocks(document: &str, kind: &str) -> Vec<String> {
    let opening = format!("```{kind}\n");
    let parts = document.split(&opening).skip(1);
    parts.map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn the_quick_start_runs_as_pasted_and_prints_what_it_shows() {
    let guide = fs::read_to_string(project().join("docs/guides/api.md")).unwrap();
    let (pasted, shown) = (blocks(&guide, "sh").concat(), blocks(&guide, "text").concat());
    assert!(shown.lines().count() > 10);
    let output = Command::new("bash")
        .args(["-euo", "pipefail", "-c", &pasted])
        .current_dir(project())
        .env("HUBWARD_URL", stack().url())
        .env("HUBWARD_DATA", stack().state())
        .output()
        .unwrap();
    let (said, wrong) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}{wrong}");
    assert_eq!(said, shown, "{wrong}");
}
