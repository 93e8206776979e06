//! The committed contract is the one that code makes, and its examples are what its schemas say.

use std::collections::BTreeSet;
use std::path::Path;

use api::contract::{self, Operation};
use serde_json::{Value, json};

use crate::committed::sorted;
use crate::examples;

fn document() -> Value {
    let all = examples::all();
    contract::document(|body| {
        let of_body = all.iter().filter(|example| example.body == body);
        of_body.map(|example| (example.case.to_owned(), example.written.clone())).collect()
    })
}

#[test]
fn the_written_contract_is_the_one_made_from_the_table_of_routes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas/openapi.json");
    let made = serde_json::to_string_pretty(&sorted(&document())).unwrap() + "\n";
    #[expect(clippy::disallowed_methods, reason = "a switch for the person who runs this test")]
    let update = std::env::var_os("UPDATE_SCHEMA").is_some();
    if update {
        std::fs::write(&path, &made).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    let first = written.lines().zip(made.lines()).find(|(written, made)| written != made);
    assert!(
        written == made,
        "schemas/openapi.json is not what code says; the first difference is {first:?}. \
         Write it anew with: UPDATE_SCHEMA=1 cargo test -p api"
    );
}

/// The validator of a schema of the document, by its JSON pointer.
fn validator(document: &Value, pointer: &str) -> jsonschema::Validator {
    let registry = jsonschema::Registry::new()
        .add("urn:contract", document.clone())
        .and_then(jsonschema::RegistryBuilder::prepare)
        .unwrap();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": format!("urn:contract#{pointer}"),
    });
    jsonschema::options().with_registry(&registry).build(&schema).unwrap()
}

/// Every `examples` beside a `schema` in the document: the pointer of the schema, and the values.
fn with_examples(value: &Value, pointer: &str, found: &mut Vec<(String, Vec<Value>)>) {
    match value {
        Value::Object(fields) => {
            if let (Some(_), Some(Value::Object(examples))) =
                (fields.get("schema"), fields.get("examples"))
            {
                let values = examples.values().map(|example| example["value"].clone()).collect();
                found.push((format!("{pointer}/schema"), values));
            }
            for (key, value) in fields {
                let key = key.replace('~', "~0").replace('/', "~1");
                with_examples(value, &format!("{pointer}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                with_examples(value, &format!("{pointer}/{at}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_example_is_as_its_schema_says_but_for_those_that_are_to_be_refused() {
    let document = document();
    let mut found = Vec::new();
    with_examples(&document["paths"], "/paths", &mut found);
    assert!(found.len() > 20, "{}", found.len());
    let refused: Vec<Value> = contract::sample::all()
        .into_iter()
        .filter(|sample| sample.status == 422)
        .map(|sample| sample.body)
        .collect();
    for (pointer, values) in found {
        // A pointer stands in a fragment of a URI there.
        let fragment = pointer.replace('{', "%7B").replace('}', "%7D");
        let validator = validator(&document, &fragment);
        for value in values.iter().filter(|value| !refused.contains(value)) {
            let told: Vec<_> = validator.iter_errors(value).map(|e| e.to_string()).collect();
            assert!(told.is_empty(), "{pointer}: {told:?}\n{value:#}");
        }
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = document();
    let text = serde_json::to_string(&document).unwrap();
    assert!(!text.contains("urn:hubward:schema:"));
    for reference in text.split("\"#/components/").skip(1) {
        let pointer = format!("/components/{}", reference.split('"').next().unwrap());
        assert!(document.pointer(&pointer).is_some(), "{pointer}");
    }
    let known: BTreeSet<String> = document["paths"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|path| path.as_object().unwrap().values())
        .map(|operation| operation["operationId"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(known.len(), contract::operations().len(), "an operation's id is its own");
    for link in text.split("\"operationId\":\"").skip(1) {
        let id = link.split('"').next().unwrap();
        assert!(known.contains(id), "{id}");
    }
}

#[test]
fn every_path_is_one_that_its_route_takes() {
    let fits = |operation: &Operation| {
        let (_, route) = operation.route().split_once(' ').unwrap();
        let (route, path): (Vec<_>, Vec<_>) =
            (route.split('/').collect(), operation.path().split('/').collect());
        route.len() == path.len()
            && route.iter().zip(&path).all(|(of, one)| of == one || of.starts_with('{'))
    };
    for operation in contract::operations() {
        assert!(fits(&operation), "{} {}", operation.route(), operation.path());
    }
}
