//! The guides for partners, run as pasted: each block of commands, in order, in one shell. The block of
//! text after it is what they print. Only addresses are other ones than on a reader's machine.

use std::fs;
use std::process::Command;

use e2e::{binaries, project};

use crate::stack;

/// What is printed between the blocks.
const BETWEEN: &str = "-----8<-----";

/// The fenced blocks of a guide: the commands of each, and what they are said to print.
fn blocks(guide: &str) -> Vec<(String, Option<String>)> {
    let mut blocks: Vec<(String, Option<String>)> = Vec::new();
    let mut parts = guide.split("\n```");
    parts.next();
    while let Some(part) = parts.next() {
        let (kind, text) = part.split_once('\n').expect("a block has lines");
        match (kind, blocks.last_mut()) {
            ("sh", _) => blocks.push((text.to_owned(), None)),
            ("text", Some((_, said))) => *said = Some(text.to_owned()),
            _ => panic!("a block of commands or of text: {kind}"),
        }
        parts.next().expect("a block ends");
    }
    blocks
}

/// The text with ids and references masked, which are other ones each time.
fn masked(line: &str) -> String {
    let mut line = line.trim_end().to_owned();
    for field in ["\"id\":\"", "\"reference\":\""] {
        if let Some((before, rest)) = line.split_once(field) {
            let after = rest.split_once('"').map_or("", |(_, after)| after);
            line = format!("{before}{field}…\"{after}");
        }
    }
    line
}

#[track_caller]
fn run_as_pasted(guide: &str) {
    let text = fs::read_to_string(project().join("docs/guides").join(guide)).unwrap();
    let blocks = blocks(&text);
    let folder = tempfile::tempdir().unwrap();
    let hubward = binaries().join("hubward");
    assert!(hubward.is_file(), "{} is not built: run `make build`", hubward.display());
    let commands =
        blocks.iter().map(|(commands, _)| [commands, "\necho '", BETWEEN, "'\n"].concat());
    let script: String = commands.collect();
    let credentials = stack().state().join("dev-credentials.json");
    let script = script
        .replace("http://127.0.0.1:8080", &stack().url())
        .replace(".hubward/dev-credentials.json", credentials.to_str().unwrap())
        .replace("target/debug/hubward", hubward.to_str().unwrap());
    let output = Command::new("bash")
        .args(["-c", &format!("exec 2>&1\n{script}")])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let said: Vec<_> = said.split(BETWEEN).collect();
    assert_eq!(said.len(), blocks.len() + 1, "{guide}: {said:#?}");
    for ((commands, expected), said) in blocks.iter().zip(said) {
        let said: Vec<_> = said.trim().lines().map(masked).collect();
        let expected: Vec<_> =
            expected.as_deref().unwrap_or_default().trim().lines().map(masked).collect();
        assert_eq!(said, expected, "{guide}:\n{commands}\n{}", stack().log_tail());
    }
}

#[test]
fn the_police_guide_does_as_it_says() {
    run_as_pasted("police.md");
}

#[test]
fn the_schools_guide_does_as_it_says() {
    run_as_pasted("schools.md");
}
