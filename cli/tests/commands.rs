//! Tests of the program as its users run it: exit codes, where things are written, and what is
//! said.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::process::{Command, Output};

fn hubward(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hubward"))
        .args(arguments)
        .env_remove("HUBWARD_POSTCODES")
        .env_remove("HUBWARD_LOCALITIES")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn every_command_has_help() {
    for command in [
        vec!["--help"],
        vec!["postcodes", "--help"],
        vec!["postcodes", "build", "--help"],
        vec!["postcodes", "lookup", "--help"],
        vec!["postcodes", "check", "--help"],
        vec!["postcodes", "measure", "--help"],
        vec!["route", "explain", "--help"],
    ] {
        let output = hubward(&command);
        assert!(output.status.success(), "{command:?}");
        assert!(text(&output.stdout).contains("Usage: hubward"), "{command:?}");
    }
}

#[test]
fn a_missing_file_is_told_with_advice_and_nothing_on_standard_output() {
    let output = hubward(&["postcodes", "lookup", "SW1V 2AA", "--index", "/nowhere/postcodes.idx"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let said = text(&output.stderr);
    assert!(said.starts_with("error: /nowhere/postcodes.idx cannot be used"), "{said}");
    assert!(said.contains("make postcodes"), "{said}");
}

#[test]
fn a_text_that_is_no_postcode_is_refused_in_plain_words() {
    let output = hubward(&["postcodes", "lookup", "not", "a", "postcode"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("Give a UK postcode"));
}

#[test]
fn several_postcodes_are_looked_up_at_once_however_they_are_spaced() {
    let index = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/postcodes.idx");
    if !std::path::Path::new(index).exists() {
        eprintln!("SKIPPED: {index} is not there; run `make postcodes`");
        return;
    }
    let looked_up = |words: &[&str]| {
        let output =
            hubward(&[&["postcodes", "lookup", "--json", "--index", index], words].concat());
        assert!(output.status.success(), "{words:?}: {}", text(&output.stderr));
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    };
    assert_eq!(looked_up(&["sw1v", "2aa"])["postcode"], "SW1V 2AA");
    let several = looked_up(&["SW1V", "2AA", "PO302AX,", "CM1 1LH", "SW1V"]);
    let postcodes: Vec<_> =
        several.as_array().unwrap().iter().map(|one| &one["postcode"]).collect();
    assert_eq!(postcodes, ["SW1V 2AA", "PO30 2AX", "CM1 1LH", "SW1V"]);
}

#[test]
fn a_faulty_rulebook_is_told_by_line() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("here.toml"), "[authority]\nid = \"Here\"\n").unwrap();
    let localities = folder.path().to_str().unwrap();
    let output = hubward(&["route", "explain", "SW1V 2AA", "--localities", localities]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(said.contains("here.toml:1: missing field"), "{said}");
}

#[test]
fn a_file_of_groups_is_looked_over_with_every_fault_and_its_line() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let localities = format!("{root}/localities");
    let example = format!("{root}/infra/groups.example.toml");
    let output = hubward(&["groups", "check", &example, "--localities", &localities]);
    let said = text(&output.stdout);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(said.ends_with("nothing to mend\n"), "{said}");
    let portman =
        "family-hubs-managers: Hub manager in westminster-bessborough, westminster-portman";
    assert!(said.contains(portman), "{said}");

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("groups.toml");
    let group = |roles: &str, hub: &str| {
        format!("[[group]]\ngroup = \"{roles}\"\nroles = [\"{roles}\"]\nhubs = [\"{hub}\"]\n")
    };
    for (file, told) in [
        (
            group("boss", "westminster-portman"),
            "line 3: \"boss\" is no role; the roles are worker, ",
        ),
        (group("worker", "atlantis"), "line 2: no rulebook has an inbox with the id atlantis"),
        (String::new(), "line 1: no group is named, so nobody could sign in"),
    ] {
        std::fs::write(&path, &file).unwrap();
        let path = path.display().to_string();
        let output = hubward(&["groups", "check", &path, "--localities", &localities]);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{file}");
        assert!(said.contains(told), "{file}: {said}");
    }
}
