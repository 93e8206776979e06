//! Tests that the schema and the reader say the same about a file's shape.

use std::{collections::BTreeSet, path::Path};

use serde_json::{Value, json};

use super::faults::RICH;
use crate::{fixtures, rulebook_schema};

/// TOML as JSON, with dates and times as texts.
fn as_json(value: toml::Value) -> Value {
    match value {
        toml::Value::Table(table) => {
            table.into_iter().map(|(name, value)| (name, as_json(value))).collect()
        }
        toml::Value::Array(values) => values.into_iter().map(as_json).collect(),
        toml::Value::Datetime(at) => json!(at.to_string()),
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
    }
}

fn valid(text: &str) -> bool {
    let value = as_json(toml::from_str(text).unwrap());
    jsonschema::validator_for(&rulebook_schema()).unwrap().is_valid(&value)
}

#[test]
fn the_schema_written_down_is_the_one_made() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas/rulebook.v1.json");
    let made = format!("{}\n", serde_json::to_string_pretty(&rulebook_schema()).unwrap());
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == made, "write it again: hubward rules schema > schemas/rulebook.v1.json");
}

#[test]
fn sound_files_are_valid_and_faults_of_shape_are_not() {
    assert!(valid(RICH));
    for (name, text) in fixtures::files() {
        let drawn = std::path::Path::new(&name).extension().is_some_and(|kind| kind == "geojson");
        assert!(drawn || valid(&text), "{name}");
    }
    for (from, to) in [
        ("version =", "edition ="),
        ("out_of_hours = \"01632 960202\"\n", ""),
        ("01632 960201", "ask reception"),
        ("\"speech_and_language\"]", "\"speach\"]"),
        ("\"mon\", \"fri\"", "\"Monday\""),
        ("\"full\"", "\"busy\""),
        ("hub = \"colchester\"\n[rule", "hub = \"colchester\"\nto = \"triage\"\n[rule"),
        ("needs = [\"perinatal", "ethnicity = [\"any\"]\nneeds = [\"perinatal"),
        ("\"midwife\", \"gp\"", "\"milkman\""),
        ("kind = \"nearest\"", "kind = \"circle\""),
        ("wards = [\"E05004099\"]\nhub", "wards = [\"E01004099\"]\nhub"),
        ("families@essex.example.org", "families at essex"),
        ("reviewed_by = ", "reviewer = "),
    ] {
        assert!(RICH.contains(from), "{from}");
        assert!(!valid(&RICH.replacen(from, to, 1)), "{from} → {to}");
    }
}

/// The reader names the fields it knows when it meets one that it does not.
#[test]
fn the_schema_has_the_fields_that_the_reader_knows() {
    let schema = rulebook_schema();
    let at = |pointer: &str| -> BTreeSet<String> {
        let object = schema.pointer(pointer).unwrap_or_else(|| panic!("{pointer}"));
        object["properties"].as_object().unwrap().keys().cloned().collect()
    };
    let tables = [
        ("", "[authority]\n", ""),
        ("/properties/authority", "[authority]\n", "[authority]\n"),
        ("/properties/front_door", "[front_door]\n", "[front_door]\n"),
        ("/properties/triage", "[triage]\n", "[triage]\n"),
        ("/properties/hub/items", "[[hub]]\n", "[[hub]]\n"),
        ("/properties/hub/items/properties/site/items", "[[hub.site]]\n", "[[hub.site]]\n"),
        ("/properties/override/items", "[[override]]\n", "[[override]]\n"),
        ("/properties/rule/items", "[[rule]]\n", "[[rule]]\n"),
        ("/properties/rule/items/properties/when", "[rule.when]\n", "[rule.when]\n"),
        ("/properties/contact/items", "[[contact]]\n", "[[contact]]\n"),
        ("/properties/public", "[public]\n", "[public]\n"),
        (
            "/properties/public/properties/language/items",
            "[[public.language]]\n",
            "[[public.language]]\n",
        ),
    ];
    for (pointer, before, table) in tables {
        let text = RICH.replacen(
            before,
            &format!("{table}bogus = 1\n{}", if table.is_empty() { before } else { "" }),
            1,
        );
        let said = super::told(&text);
        let known: BTreeSet<String> =
            said.split('`').skip(3).step_by(2).map(str::to_owned).collect();
        assert!(said.contains("unknown field `bogus`"), "{pointer}: {said}");
        assert_eq!(known, at(pointer), "{pointer}");
    }
}
