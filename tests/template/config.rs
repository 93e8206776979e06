//! Tests that the example of a configuration, which is the list of all keys, and the templates, whose
//! parameters they give, say the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use crate::reading::Template;

/// Keys that `infra/deploy.py` reads itself.
const OWN: [&str; 4] = ["region", "bucket", "edge_rules", "groups"];

/// Keys that give parameters of the edge's template.
const EDGE: [&str; 2] = ["requests_of_address", "sign_ins_of_address"];

/// The keys of the example, each with its value and whether it must be given.
fn keys() -> BTreeMap<String, (String, bool)> {
    let text = fs::read_to_string(e2e::project().join("infra/config.example.toml")).unwrap();
    let key = |line: &str| {
        let (name, value) = line.trim_start_matches("# ").split_once(" = ")?;
        let is_key = name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        is_key.then(|| (name.to_owned(), (value.replace('"', ""), !line.starts_with('#'))))
    };
    text.lines().filter_map(key).collect()
}

/// The name of the parameter that a key gives.
fn parameter(key: &str) -> String {
    let part = |part: &str| part[..1].to_uppercase() + &part[1..];
    key.split('_').map(part).collect()
}

#[test]
fn every_parameter_has_its_key_in_the_example() {
    let keys = keys();
    let given = |key: &&String| !OWN.contains(&key.as_str()) && !EDGE.contains(&key.as_str());
    let given: BTreeSet<String> = keys.keys().filter(given).map(|key| parameter(key)).collect();
    let template = Template::main();
    // Parameters that the packages and the bucket give are written by no person.
    let is_made = |name: &&str| *name == "CodeBucket" || name.ends_with("Code");
    let asked: BTreeSet<String> =
        template.parameters().filter(|name| !is_made(name)).map(str::to_owned).collect();
    assert_eq!(given, asked);

    let edge = Template::read("infra/edge.yaml");
    let asked: BTreeSet<String> = edge.parameters().map(str::to_owned).collect();
    let given = EDGE.iter().chain(&["stage"]).map(|key| parameter(key)).collect();
    assert_eq!(asked, given);
}

#[test]
fn what_may_be_left_out_is_shown_with_the_value_that_then_holds() {
    let (main, edge) = (Template::main(), Template::read("infra/edge.yaml"));
    for (key, (shown, is_required)) in keys() {
        if is_required || OWN.contains(&key.as_str()) {
            continue;
        }
        let template = if EDGE.contains(&key.as_str()) { &edge } else { &main };
        let default = &template.parameter(&parameter(&key))["Default"];
        let default = default.as_str().map_or_else(|| default.to_string(), str::to_owned);
        assert_eq!(shown, default, "{key}");
    }
}

/// The answer of the deployment's reader of configurations to a file.
fn read(text: &str) -> String {
    const PROGRAM: &str = "
import pathlib, sys
sys.path.insert(0, 'infra')
from deploying import config, told
try:
    print(config.read(pathlib.Path(sys.argv[1])).parameters())
except told.Stop as stop:
    print(stop)
";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    fs::write(&file, text).unwrap();
    let mut python = Command::new("python3");
    let said =
        python.current_dir(e2e::project()).args(["-c", PROGRAM]).arg(&file).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap().replace(file.to_str().unwrap(), "config.toml")
}

#[test]
fn every_fault_of_a_configuration_is_told_at_once_with_what_to_do() {
    let said = read(
        r#"
stage = "example"
issuer = "https://id.council.test"
jwks_url = "https://id.council.test/keys"
sign_in_issuer = "https://id.council.test"
sign_in_client_id = "inbox"
groups = "groups.toml"
alarm_emial = "alarms@council.test"
colour = "green"
forms_burst = "many"
"#,
    );
    let expected = [
        "config.toml needs mending:",
        "  region is missing: infra/config.example.toml says what it is",
        "  alarm_email is missing: infra/config.example.toml says what it is",
        "  stage still has the example's value",
        "  alarm_emial is not known: did you mean alarm_email?",
        "  colour is not known: take it out; infra/config.example.toml lists all keys",
        "  forms_burst must be a whole number",
        "",
    ];
    assert_eq!(said, expected.join("\n"));
}

#[test]
fn the_keys_of_a_configuration_are_the_templates_parameters() {
    let said = read(
        r#"
stage = "test"
region = "eu-west-2"
bucket = "ours"
issuer = "https://id.council.test"
jwks_url = "https://id.council.test/keys"
sign_in_issuer = "https://id.council.test"
sign_in_client_id = "inbox"
groups = "groups.toml"
alarm_email = "alarms@council.test"
forms_burst = 50
requests_of_address = 900
"#,
    );
    let expected = "{'Stage': 'test', 'Issuer': 'https://id.council.test', \
                    'JwksUrl': 'https://id.council.test/keys', \
                    'SignInIssuer': 'https://id.council.test', 'SignInClientId': 'inbox', \
                    'AlarmEmail': 'alarms@council.test', 'FormsBurst': '50'}\n";
    assert_eq!(said, expected);
}
