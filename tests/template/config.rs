//! Tests that the example of a configuration, which is the list of all keys, and the templates, whose
//! parameters they give, say the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::reading::Template;

/// Keys that `infra/deploy.py` reads itself.
const OWN: [&str; 3] = ["region", "bucket", "edge_rules"];

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
    // What the packages and the bucket give, no person writes down.
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
